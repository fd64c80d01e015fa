/**
 * On complete facts nothing turns on the order in which the parts of a condition are asked. So what compares facts comes
 * first, and what reckons with dates or runs over a list after it, in the order of the policy among themselves.
 */
import { children } from '../../6-plan/expr.ts';
import type { Expr } from '../../6-plan/plan.ts';
import type { Slice } from './slice.ts';

/** The operands of a conjunction or a disjunction in the order in which they are best asked. */
export function cheapestFirst(operands: readonly Expr[], slice: Slice): readonly Expr[] {
  const costly = operands.filter((e) => isCostly(e, slice));
  return costly.length === 0 || costly.length === operands.length
    ? operands
    : [...operands.filter((e) => !costly.includes(e)), ...costly];
}

/** What an expression of a plan refers to is of the same plan, whichever goal asks. */
const known = new WeakMap<Expr, boolean>();

function isCostly(e: Expr, slice: Slice): boolean {
  switch (e.kind) {
    case 'fact':
    case 'has':
    case 'literal':
      return false;
    case 'addDuration':
    case 'atLeastIn':
    case 'extremeIn':
      return true;
    case 'ref': {
      const { expr } = slice.definition(e.id);
      const before = known.get(expr);
      if (before !== undefined) return before;
      const costly = isCostly(expr, slice);
      known.set(expr, costly);
      return costly;
    }
    default:
      return children(e).some((child) => isCostly(child, slice));
  }
}
