import { assertNever } from '../6-plan/assert-never.ts';
import type { Expr } from '../6-plan/plan.ts';

/** The direct parts of an expression, in source order. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal':
    case 'fact':
    case 'has':
    case 'asOf':
    case 'ref':
    case 'reading':
      return [];
    case 'not':
    case 'scale':
    case 'mark':
    case 'atLeastIn':
    case 'extremeIn':
      return [expr.of];
    case 'atLeast':
    case 'extreme':
      return expr.of;
    case 'le':
    case 'eq':
    case 'sum':
      return [expr.left, expr.right];
    case 'addDuration':
      return [expr.date, expr.duration];
    case 'case':
      return [...expr.branches.flatMap(({ when, then }) => [when, then]), expr.otherwise];
    case 'inForce':
      return [expr.on];
    default:
      return assertNever(expr);
  }
}

/** An expression and all its parts, outermost first. */
export function* subexpressions(expr: Expr): Generator<Expr> {
  yield expr;
  for (const child of childrenOf(expr)) yield* subexpressions(child);
}
