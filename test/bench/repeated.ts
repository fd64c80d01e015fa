import { median, settled } from './statistics.ts';

/** So few samples tell a spread. */
const least = 3;

/** The standard error, as a part of the median, at which no more are taken. */
const within = 0.02;

/** Milliseconds after which `least` samples must do. */
const budget = 10_000;

/** The median of what `sample` tells, taken at most `most` times, and no more than it takes to settle. */
export async function repeated(most: number, sample: () => Promise<number> | number): Promise<number> {
  const taken: number[] = [];
  const started = performance.now();
  const enough = (): boolean =>
    taken.length >= most ||
    (taken.length >= least && (settled(taken, within) || performance.now() - started > budget));
  while (!enough()) taken.push(await sample());
  return median(taken);
}
