import * as fc from 'fast-check';

/** The input of a number: the same for the same seed, so that it need not be handed from thread to thread. */
export function inputOf(inputs: fc.Arbitrary<string>, seed: number, index: number): string {
  return fc.sample(fc.noBias(inputs), { seed: seed + index, numRuns: 1 })[0]!;
}
