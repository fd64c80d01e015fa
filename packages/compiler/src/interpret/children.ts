import { children } from '../6-plan/expr.ts';
import type { Expr } from '../6-plan/plan.ts';

/** An expression and all its parts, outermost first. */
export function* subexpressions(expr: Expr): Generator<Expr> {
  yield expr;
  for (const child of children(expr)) yield* subexpressions(child);
}
