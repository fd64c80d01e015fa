/** What is still needed: the facts that are unknown in the traces of unsettled answers. */
import type { Need, Reason } from './assessment.ts';
import { compareRanks, ranksOf } from './assess-order.ts';
import type { Evaluated, GoalInfo } from './assess-run.ts';
import { isUnsettled, resultsOf, walk } from './assess-walk.ts';

type OpenNeed = Need & { readonly for: string[] };

/** The needs of the answers, in vocabulary order. */
export function needsOf(goal: GoalInfo, run: Evaluated): readonly Need[] {
  const found = new Map<string, OpenNeed>();
  const add = (path: string, kind: Need['kind'], answer: string): void => {
    const need = found.get(path);
    if (need === undefined) found.set(path, { path, kind, for: [answer] });
    else if (need.for.at(-1) !== answer) need.for.push(answer);
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
  const { vocabulary } = goal;
  return [...found.values()]
    .map((need) => ({ need, ranks: ranksOf(vocabulary, need.path) }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks))
    .map(({ need }) => need);
}
