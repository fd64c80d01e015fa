/**
 * What emitted `screen` functions do to evaluate no more than they must. Every evaluation begins from the one of a case of
 * which nothing is known. What is given marks the units that turn on it as due; these are evaluated in their order, and where
 * one comes to another value than before, it marks those that turn on that.
 */
import { freezeAll } from './assess-frozen.ts';
import { truthWord } from './assess-reasons.ts';
import type { Screened, Status, Verdict } from './assessment.ts';
import { type Cells, mark } from './screen-network.ts';

/** An evaluation under way. */
export interface ScreenRun extends Cells {
  /** What code gives to later code besides truths. */
  readonly values: unknown[];
}

/** Marks the units that turn on the readings that are not the usual ones. */
export function markReadings<R extends object>(cells: Cells, taken: R, usual: R): void {
  if (taken === usual) return;
  for (const [name, place] of Object.entries(cells.network.readings))
    if (taken[name as keyof R] !== usual[name as keyof R]) mark(cells, place);
}

/** Gives a value to later units: the place that they turn on, and where it is among the values. */
export function give(run: ScreenRun, place: number, at: number, value: unknown): void {
  if (run.values[at] === value) return;
  run.values[at] = value;
  mark(run, place);
}

/** The same of the values of instances, in an array. */
export function giveAll(run: ScreenRun, place: number, at: number, values: readonly unknown[]): void {
  give(run, place, at, sameValues(run.values[at], values));
}

/** An array, or the one before where it has the same elements. */
export function sameValues(before: unknown, now: readonly unknown[]): unknown {
  if (!Array.isArray(before) || before.length !== now.length) return now;
  return now.every((value, i) => value === before[i]) ? before : now;
}

/** By truth: the word for it. */
export const truthWords: readonly ('yes' | 'no' | 'unknown')[] = [0, 1, 2, 3].map(truthWord);

/** What is told of no instances where there are no more. */
const ofNone: Screened<never> = freezeAll({ instances: [], complete: true });

/** What is told of instances: the word for the answer of each, and whether there are no more. */
export function screenedOf<Answer, Word>(
  every: readonly { readonly path: string }[],
  open: readonly string[],
  answers: readonly Answer[],
  word: (answer: Answer) => Word,
): Screened<Word> {
  const complete = open.length === 0;
  if (complete && every.length === 0) return ofNone;
  return {
    instances: every.map(({ path }, at) => ({ of: path, value: word(answers[at] as Answer) })),
    complete,
  };
}

/** The evaluation of the case of which nothing is known, frozen as far as others take it over. */
export function shareTold<T extends { readonly definitions: object; readonly rules: object }>(told: T): T {
  for (const one of [...Object.values(told.definitions), ...Object.values(told.rules)] as readonly unknown[])
    if (typeof one === 'object' && one !== null) freezeAll(one);
  return told;
}

/** What a binding rule says to the verdict: bit 1 where it is breached, bit 0 where that is open. */
export function bearing(status: Status | undefined): number {
  return status === 'breached' ? 2 : status === undefined || status === 'undetermined' ? 1 : 0;
}

/** The verdict of what all binding rules say. */
export function verdictOf({ network: { binding, bearings }, words, cells }: Cells): Verdict {
  let all = 0;
  for (const cell of binding) all |= bearing(words[cells[cell] as number]);
  for (const cell of bearings) all |= cells[cell] as number;
  return all > 1 ? 'breachFound' : all === 1 ? 'undetermined' : 'noBreachFound';
}
