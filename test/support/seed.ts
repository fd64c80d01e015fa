/** The seed of the generated programs: a new one for each run, and the one in `PROVISO_SEED` to repeat a run. */
import { randomInt } from 'node:crypto';

/** How a property of generated programs is run: enough programs for 1,000 cases, and shrinking that ends before the test does. */
export function runsOfPrograms(numRuns: number): {
  readonly numRuns: number;
  readonly seed: number;
  readonly interruptAfterTimeLimit: number;
  readonly markInterruptAsFailure: true;
} {
  const given = process.env['PROVISO_SEED'];
  const seed = given === undefined ? randomInt(0x7fffffff) : Number(given);
  return { numRuns, seed, interruptAfterTimeLimit: 105_000, markInterruptAsFailure: true };
}
