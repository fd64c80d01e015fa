/** What can be asked of a plan by name: its goals, and each of its statements by itself. */
import { checkPlanGiven } from './check-plan-given.ts';
import type { Goal, Plan } from './plan.ts';
import { slicerOf } from './slice.ts';

/** The names of the visible definitions, then those of the rules, each in the order of the plan. */
export function statementNames(plan: Pick<Plan, 'definitions' | 'rules'>): readonly string[] {
  return [
    ...plan.definitions.filter(({ visible }) => visible).map(({ id }) => id),
    ...plan.rules.map(({ name }) => name),
  ];
}

/**
 * The goals of these names, in the order of the plan; then a goal for each visible definition and rule that is asked for by
 * its own name, its slice taken now. A declared goal goes before a statement of the same name; what is neither is left out.
 */
export function goalsNamed(plan: Plan, names: Iterable<string>): readonly Goal[] {
  checkPlanGiven(plan);
  if (typeof names?.[Symbol.iterator] !== 'function' || typeof names === 'string')
    throw new TypeError('names of goals were expected, in a list');
  const asked = new Set(names);
  const declared = plan.goals.filter(({ name }) => asked.delete(name));
  const alone = asked.size === 0 ? [] : statementNames(plan).filter((name) => asked.has(name));
  if (alone.length === 0) return declared;
  const slice = slicerOf(plan);
  return [...declared, ...alone.map((name) => ({ name, answers: [name], ...slice([name]) }))];
}
