/**
 * Comparisons distribute over what they compare (`docs/semantics.md`, section 3): `asOf <= earliest {a, b}` is
 * `asOf <= a and asOf <= b`, and so over `case`, over lists, through sums and through definitions. After this no operand
 * of `le` contains `earliest`, `latest` or `case`, so that one known date can settle a deadline with several.
 */
import { and, anyPart, every, mapChildren, mark, not, notYet, or, some } from './expr.ts';
import { PlanLimit } from './limits.ts';
import type { Definition, Expr } from './plan.ts';
import { freeVariables, freshName, substitute } from './substitute.ts';

/** What comparisons need to know of the definitions lowered so far. */
export interface Definitions {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The ids of those in whose value a choice stands. */
  readonly choices: ReadonlySet<string>;
}

/** More single comparisons than this out of one is refused: deeply nested deadlines multiply. */
const MAX_COMPARISONS = 2000;

/** `left <= right`, distributed. Throws `PlanLimit` where that would be too large. */
export function le(left: Expr, right: Expr, on: 'date' | 'number', definitions: Definitions): Expr {
  const taken = new Set([...freeVariables(left), ...freeVariables(right)]);
  const budget = { left: MAX_COMPARISONS };
  const lifter: Lifter = { ...definitions, taken, budget };
  return distribute(lift(left, lifter), lift(right, lifter), on, budget);
}

/** `left < right`. */
export function lt(left: Expr, right: Expr, on: 'date' | 'number', definitions: Definitions): Expr {
  return not(le(right, left, on, definitions));
}

interface Budget {
  left: number;
}

interface Lifter extends Definitions {
  /** Variables that a binder met on the way must not capture. */
  readonly taken: Set<string>;
  readonly budget: Budget;
}

function spend(budget: Budget): void {
  budget.left -= 1;
  if (budget.left < 0) throw new PlanLimit('comparisons', MAX_COMPARISONS);
}

/** Does a choice stand in `e`, itself or through a definition it refers to? */
export function hasChoice(e: Expr, choices: Definitions['choices']): boolean {
  return anyPart(
    e,
    (part) =>
      part.kind === 'case' ||
      part.kind === 'extreme' ||
      part.kind === 'extremeIn' ||
      (part.kind === 'ref' && choices.has(part.id)),
  );
}

/** `e` with its choices (`case`, `extreme`, `extremeIn`) on top and everything else below them. */
function lift(e: Expr, lifter: Lifter): Expr {
  if (!hasChoice(e, lifter.choices)) return e;
  spend(lifter.budget);
  switch (e.kind) {
    case 'ref': {
      const definition = lifter.definitions.get(e.id);
      if (definition === undefined) throw new Error(`no definition ${e.id}`);
      const { param, expr } = definition;
      const inlined = param === undefined || e.of === undefined ? expr : substitute(expr, param.name, e.of);
      return lift(inlined, lifter);
    }
    case 'mark':
      return over(lift(e.of, lifter), (leaf) => mark(e.mark, leaf), lifter.budget);
    case 'sum': {
      const right = lift(e.right, lifter);
      return over(
        lift(e.left, lifter),
        (a) => over(right, (b) => ({ kind: 'sum', left: a, right: b }), lifter.budget),
        lifter.budget,
      );
    }
    case 'scale':
      return over(lift(e.of, lifter), (leaf) => ({ kind: 'scale', by: e.by, of: leaf }), lifter.budget);
    case 'addDuration': {
      const duration = lift(e.duration, lifter);
      return over(
        lift(e.date, lifter),
        (d) =>
          over(duration, (u) => ({ kind: 'addDuration', date: d, duration: u, sign: e.sign }), lifter.budget),
        lifter.budget,
      );
    }
    case 'extremeIn': {
      const as = freshName(e.as, lifter.taken);
      lifter.taken.add(as);
      const of = as === e.as ? e.of : substitute(e.of, e.as, { base: as, path: [] });
      return { ...e, as, of: lift(of, lifter) };
    }
    case 'case':
      return {
        ...e,
        branches: e.branches.map((b) => ({ when: b.when, then: lift(b.then, lifter) })),
        otherwise: lift(e.otherwise, lifter),
      };
    case 'extreme':
      return mapChildren(e, (child) => lift(child, lifter));
    default:
      throw new Error(`a comparison of ${e.kind}`);
  }
}

/** Replaces the leaves below the choices of a lifted expression. Dates plus a duration are monotone, so extremes keep their kind. */
function over(e: Expr, leaf: (e: Expr) => Expr, budget: Budget): Expr {
  switch (e.kind) {
    case 'case':
      return {
        ...e,
        branches: e.branches.map((b) => ({ when: b.when, then: over(b.then, leaf, budget) })),
        otherwise: over(e.otherwise, leaf, budget),
      };
    case 'extreme':
    case 'extremeIn':
      return mapChildren(e, (child) => over(child, leaf, budget));
    default:
      spend(budget);
      return leaf(e);
  }
}

function distribute(left: Expr, right: Expr, on: 'date' | 'number', budget: Budget): Expr {
  const again = (l: Expr, r: Expr): Expr => distribute(l, r, on, budget);
  if (left.kind === 'case') {
    return {
      ...left,
      branches: left.branches.map((b) => ({ when: b.when, then: again(b.then, right) })),
      otherwise: again(left.otherwise, right),
    };
  }
  if (left.kind === 'extreme') {
    const parts = left.of.map((part) => again(part, right));
    return left.which === 'earliest' ? or(parts) : and(parts);
  }
  if (left.kind === 'extremeIn') {
    const part = again(left.of, right);
    if (left.which === 'latest') return every(left.in, left.as, part);
    // The earliest of an empty list is notYet, which is on or before nothing but notYet itself.
    const found = some(left.in, left.as, part);
    return neverNotYet(right) ? found : or([found, again(notYet, right)]);
  }
  if (right.kind === 'case') {
    return {
      ...right,
      branches: right.branches.map((b) => ({ when: b.when, then: again(left, b.then) })),
      otherwise: again(left, right.otherwise),
    };
  }
  if (right.kind === 'extreme') {
    const parts = right.of.map((part) => again(left, part));
    return right.which === 'earliest' ? and(parts) : or(parts);
  }
  if (right.kind === 'extremeIn') {
    const part = again(left, right.of);
    // The latest of an empty list is before every date, and nothing that stands on the left here can be that.
    return right.which === 'earliest' ? every(right.in, right.as, part) : some(right.in, right.as, part);
  }
  spend(budget);
  return { kind: 'le', left, right, on };
}

/** Dates that are known never to be notYet without looking at a fact. */
function neverNotYet(e: Expr): boolean {
  switch (e.kind) {
    case 'asOf':
      return true;
    case 'literal':
      return e.value.kind !== 'notYet';
    case 'addDuration':
      return neverNotYet(e.date);
    case 'mark':
      return neverNotYet(e.of);
    default:
      return false;
  }
}
