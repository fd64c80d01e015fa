/**
 * On complete facts nothing turns on the order in which the parts of a condition are asked. So what compares facts comes
 * first, and what reckons with dates, runs over a list or calls for either after it, in the order of the policy among
 * themselves.
 */
import { children } from '../../6-plan/expr.ts';
import type { Expr } from '../../6-plan/plan.ts';
import type { Env } from './decide-module.ts';

/** The operands of a conjunction or a disjunction in the order in which they are best asked. */
export function cheapestFirst(operands: readonly Expr[], env: Env): readonly Expr[] {
  const costly = operands.filter((e) => isCostly(e, env));
  return costly.length === 0 || costly.length === operands.length
    ? operands
    : [...operands.filter((e) => !costly.includes(e)), ...costly];
}

function isCostly(e: Expr, env: Env): boolean {
  switch (e.kind) {
    case 'addDuration':
    case 'atLeastIn':
    case 'extremeIn':
      return true;
    case 'ref': {
      const definition = env.module.slice.definition(e.id);
      const form = env.module.formOf(definition, env);
      return form === 'call' || (form === 'inPlace' && isCostly(definition.expr, env));
    }
    default:
      return children(e).some((child) => isCostly(child, env));
  }
}
