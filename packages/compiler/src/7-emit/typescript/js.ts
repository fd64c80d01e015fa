/** JavaScript expressions as documents that know their precedence, so that brackets stand only where they are needed or help. */
import { type Doc, group, indent, join, line, list, softline } from './layout.ts';

/** Precedence: the larger binds the tighter. */
export const prec = {
  ternary: 2,
  or: 3,
  and: 4,
  bitOr: 5,
  bitAnd: 7,
  equality: 8,
  relation: 9,
  sum: 11,
  product: 12,
  unary: 14,
  primary: 18,
} as const;

/** An expression. */
export interface Js {
  readonly doc: Doc;
  readonly prec: number;
  /** True and false where it is a constant: what is folded. */
  readonly constant?: boolean;
}

/** A name, a literal, a call: anything that never needs brackets. */
export function atom(doc: Doc): Js {
  return { doc, prec: prec.primary };
}

export const jsTrue: Js = { doc: 'true', prec: prec.primary, constant: true };
export const jsFalse: Js = { doc: 'false', prec: prec.primary, constant: false };

/** The expression, in brackets where it binds less tightly than `at`. */
export function bracket(e: Js, at: number): Doc {
  return e.prec < at ? group('(', indent(softline, e.doc), softline, ')') : e.doc;
}

/** `a op b op c` for an associative operator; a looser or different operator inside stands in brackets. */
export function chain(operator: string, level: number, operands: readonly Js[]): Js {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  const parts = operands.map((e) => bracket(e, needsBracket(level, e.prec) ? e.prec + 1 : level));
  return { doc: group(join(parts, [` ${operator}`, line])), prec: level };
}

// Mixed `&&` and `||` (and `&`, `|`) read better with brackets, though `&&` would bind tighter anyway.
function needsBracket(outer: number, inner: number): boolean {
  return (
    (outer === prec.or && inner === prec.and) ||
    (outer === prec.bitOr && inner === prec.bitAnd) ||
    inner < outer
  );
}

/** `a && b && c`, constants folded. */
export function allOf(operands: readonly Js[]): Js {
  if (operands.some((e) => e.constant === false)) return jsFalse;
  const open = operands.filter((e) => e.constant === undefined);
  return open.length === 0 ? jsTrue : chain('&&', prec.and, open);
}

/** `a || b || c`, constants folded. */
export function anyOf(operands: readonly Js[]): Js {
  if (operands.some((e) => e.constant === true)) return jsTrue;
  const open = operands.filter((e) => e.constant === undefined);
  return open.length === 0 ? jsFalse : chain('||', prec.or, open);
}

/** `!a`. */
export function negate(e: Js): Js {
  if (e.constant !== undefined) return e.constant ? jsFalse : jsTrue;
  return { doc: ['!', bracket(e, prec.unary)], prec: prec.unary };
}

/** `a op b`, not associative. */
export function binary(left: Js, operator: string, right: Js, level: number): Js {
  return { doc: group(bracket(left, level), ` ${operator}`, line, bracket(right, level + 1)), prec: level };
}

/** `test ? yes : no`, constants folded; a chain of them is laid out as a table. */
export function ternary(test: Js, then: Js, otherwise: Js): Js {
  if (test.constant !== undefined) return test.constant ? then : otherwise;
  return {
    doc: group(
      bracket(test, prec.ternary + 1),
      indent(line, '? ', bracket(then, prec.ternary + 1), line, ': ', otherwise.doc),
    ),
    prec: prec.ternary,
  };
}

/** `name(a, b)`. */
export function call(name: string, args: readonly Js[]): Js {
  return atom(
    list(
      `${name}(`,
      args.map((e) => e.doc),
      ')',
    ),
  );
}
