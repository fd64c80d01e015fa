/** What is presumed: where the run on the pack's assumptions comes to another value. */
import type { CiteInfo, Reason, RestsOn, ResultValue } from './assessment.ts';
import { comparePaths } from './assess-order.ts';
import type { Evaluated, GoalInfo } from './assess-run.ts';
import { type AnyResult, resultsOf, valueOf, walk } from './assess-walk.ts';
import { declaredPath, stepsOfPath } from './need-path.ts';

/** An assumption of the vocabulary: lists as `[]` in its path. */
export interface Assumption {
  readonly path: string;
  readonly value: ResultValue;
  readonly cites: readonly CiteInfo[];
}

/** Notes what is presumed where the run on assumptions differs, and gives the assumptions that answers rest on. */
export function presumptions(
  goal: GoalInfo,
  run: Evaluated,
  presumed: Evaluated,
  assumptions: readonly Assumption[],
  isGiven: (path: string) => boolean,
): RestsOn['assumptions'] {
  const used = new Map<string, Assumption>();
  inBoth(run, presumed, (name, result, other) => {
    const value = valueOf(other);
    if (value === valueOf(result)) return;
    Object.assign(result, { presumed: value });
    if (!goal.answers.includes(name)) return;
    let isNamed = false;
    const visit = (reason: Reason): void => {
      if (reason.kind !== 'fact' || isGiven(reason.path)) return;
      const assumed = assumptions.find(({ path }) => path === declaredPath(reason.path));
      if (assumed === undefined) return;
      isNamed = true;
      used.set(reason.path, { ...assumed, path: reason.path });
    };
    walk(presumed, other.because, [], visit);
    // What is presumed may only have ruled other values out: then it is among what the answer still needs.
    if (!isNamed) walk(run, result.because, [], visit);
  });
  return [...used.values()].sort((a, b) => comparePaths(goal.vocabulary, a.path, b.path));
}

/** Whether the facts state something at a path. */
export function isGivenIn(facts: unknown): (path: string) => boolean {
  return (path) => {
    let at: unknown = facts;
    for (const step of stepsOfPath(path)) {
      if (typeof at !== 'object' || at === null) return false;
      const list =
        typeof step === 'number' && !Array.isArray(at) ? (at as { readonly atLeast?: unknown }).atLeast : at;
      at = (list as Readonly<Record<string | number, unknown>>)[step];
    }
    return at !== null && at !== undefined;
  };
}

/** A result that more is said of before it is published. */
type Open<R> = { -readonly [K in keyof R]: R[K] };

/** Every pair of results of the same statement and instance in two runs. */
function inBoth(
  run: Evaluated,
  other: Evaluated,
  visit: (name: string, result: Open<AnyResult>, otherwise: AnyResult) => void,
): void {
  for (const results of [run.definitions, run.rules]) {
    for (const name in results) {
      const others = resultsOf(other, name);
      resultsOf(run, name).forEach((result, i) => {
        const same = others[i];
        if (same !== undefined) visit(name, result, same);
      });
    }
  }
}
