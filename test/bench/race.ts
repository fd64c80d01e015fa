// Races of which only the rows that are asked for are prepared and run.

import type { Contender } from './contender.ts';
import { type Entrant, enter, measure, type Pace, type Timing } from './measure.ts';
import type { Watch } from './progress.ts';

/** A row that may be wanted: what is to be emitted or loaded for it is made when it enters. */
export interface Candidate {
  readonly name: string;
  enter(race: string): Promise<Entrant>;
}

/** A contender and what it is to decide. */
export function candidate<Case>(
  contender: Contender<Case>,
  cases: readonly Case[],
  expected: readonly string[],
): Candidate {
  return { name: contender.name, enter: async (race) => enter(contender, cases, expected, race) };
}

/** Times the candidates that are asked for, beside the baseline whether that is asked for or not. */
export async function race(
  name: string,
  pace: Pace,
  watch: Watch,
  baseline: Candidate,
  others: readonly Candidate[],
): Promise<readonly Timing[]> {
  const wanted = [baseline, ...others].filter((each) => watch.wants(name, each.name));
  if (wanted.length === 0) return [];
  const entrants: Entrant[] = [];
  for (const each of new Set([baseline, ...wanted])) {
    watch.tell(`${name}: ${each.name}`);
    entrants.push(await each.enter(name));
  }
  const timings = await measure(entrants, pace);
  watch.tell(`${name}: ${timings[0]?.rounds ?? 0} rounds`);
  return timings;
}
