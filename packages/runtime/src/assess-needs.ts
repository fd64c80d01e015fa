/** What is still needed: the facts that are unknown in the traces of unsettled answers. */
import type { Need, Reason } from './assessment.ts';
import { compareRanks, rankOf } from './assess-order.ts';
import type { Evaluated, GoalInfo } from './assess-run.ts';
import { isUnsettled, resultsOf, walk } from './assess-walk.ts';

interface OpenNeed {
  readonly need: Need & { readonly for: string[] };
  readonly rank: string;
}

/** The needs of the answers, in vocabulary order. */
export function needsOf(goal: GoalInfo, run: Evaluated): readonly Need[] {
  const found = new Map<string, OpenNeed>();
  const add = (path: string, kind: Need['kind'], answer: string): void => {
    const known = found.get(path)?.need.for;
    if (known === undefined)
      found.set(path, { need: { path, kind, for: [answer] }, rank: rankOf(goal.vocabulary, path) });
    else if (known.at(-1) !== answer) known.push(answer);
  };
  for (const name of goal.answers) {
    const entered: string[] = [];
    const visit = (reason: Reason): void => {
      if (reason.kind === 'fact' && reason.value === 'unknown') add(reason.path, reason.input, name);
      else if (reason.kind === 'list' && !reason.complete) add(reason.path, 'list', name);
    };
    for (const result of resultsOf(run, name)) {
      if (isUnsettled(result)) walk(run, result.because, entered, visit);
    }
    for (const path of run.open?.[name] ?? []) add(path, 'list', name);
  }
  return [...found.values()].sort((a, b) => compareRanks(a.rank, b.rank)).map(({ need }) => need);
}
