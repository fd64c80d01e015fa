/** What the functions of this package take, told to callers whose types nobody checked. Each throws a `TypeError`. */
import { checkPlanGiven } from '@proviso/compiler/plan';
import { checkPhrasebook, isKeyed } from '@proviso/runtime';

/** A plan and its phrasebook. */
export function checkPack(plan: unknown, phrases: unknown): void {
  checkPlanGiven(plan);
  checkPhrasebook(phrases);
}

/** Names of goals. */
export function checkGoals(goals: unknown): void {
  if (!Array.isArray(goals) || goals.some((name) => typeof name !== 'string'))
    throw new TypeError('a list of names of goals was expected');
}

/** A pack that can assess cases. */
export function checkPackInWords(pack: unknown): void {
  const { plan, phrases, assess } = isKeyed(pack) ? pack : {};
  if (typeof assess !== 'function')
    throw new TypeError('a pack was expected, as `{ ...loadPlan(plan), phrases }` is one');
  checkPack(plan, phrases);
}

/** A text. */
export function checkText(text: unknown, what: string): void {
  if (typeof text !== 'string') throw new TypeError(`${what} was expected, as a text`);
}

/** What came of scenarios. */
export function checkRuns(runs: unknown): void {
  if (!Array.isArray(runs) || !runs.every(isKeyed))
    throw new TypeError('what `runScenarios` gives was expected');
}
