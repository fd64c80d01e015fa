/** Whether what a function is given is a plan at all, for callers whose types nobody checked; `readPlan` tells whether it is sound. */
import { isKeyed } from '@proviso/runtime';

const LISTS = ['enums', 'records', 'facts', 'definitions', 'rules', 'goals', 'cites', 'sources'] as const;

/** Throws a `TypeError` where it is none. */
export function checkPlanGiven(value: unknown): void {
  const plan = isKeyed(value) ? value : {};
  if (isKeyed(plan['pack']) && LISTS.every((key) => Array.isArray(plan[key]))) return;
  throw new TypeError('a plan was expected, as `readPlan`, `loadPlan` or `compilePack` gives it');
}
