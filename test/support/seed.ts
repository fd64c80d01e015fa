/**
 * The seed of everything generated. A run repeats the last one unless `PROVISO_SEED` says otherwise, so that what fails on
 * one machine fails on all, and a change is judged by the cases its predecessor passed: a number is that seed,
 * `random` a new one. fast-check prints the seed and the shrunk case of a failure.
 */
import { randomInt } from 'node:crypto';

const given = process.env['PROVISO_SEED'];

/** The seed of this run. */
export const seed: number =
  given === undefined ? 20_260_205 : given === 'random' ? randomInt(0x7fffffff) : Number(given);

/** How a property of generated programs is run: enough programs for 1,000 cases, and shrinking that ends before the test does. */
export function runsOfPrograms(numRuns: number): {
  readonly numRuns: number;
  readonly seed: number;
  readonly interruptAfterTimeLimit: number;
  readonly markInterruptAsFailure: true;
} {
  return { numRuns, seed, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true };
}
