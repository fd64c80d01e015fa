/**
 * Three-valued logic (Kleene's strong connectives). `undefined` is ⊥, "unknown": the absence of an answer.
 */

/** Yes, no or unknown. */
export type Tri = boolean | undefined;

/** Negation; unknown stays unknown. */
export function not(a: Tri): Tri {
  return a === undefined ? undefined : !a;
}

/** Conjunction: no where either is no, yes where both are yes. */
export function and(a: Tri, b: Tri): Tri {
  return a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
}

/** Disjunction: yes where either is yes, no where both are no. */
export function or(a: Tri, b: Tri): Tri {
  return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
}

/**
 * At least `n` hold, where `yes` of the operands are yes and `unknown` more may become so. A list that may have more
 * members counts as having `Infinity` unknown ones.
 */
export function atLeast(n: number, yes: number, unknown: number): Tri {
  return yes >= n ? true : yes + unknown < n ? false : undefined;
}
