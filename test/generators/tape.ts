import * as fc from 'fast-check';

/**
 * A source of choices read off a tape of numbers. Where the tape has ended every choice is the first one, so that a shorter
 * tape, or one with more zeros, is a simpler thing: fast-check shrinks the tape, and with it what was built from it.
 */
export interface Tape {
  /** From 0 to below n. */
  readonly below: (n: number) => number;
  /** One of the items; the first where the tape has ended. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** True with this probability; false where the tape has ended. */
  readonly chance: (probability: number) => boolean;
  /** So many items, each built in turn. */
  readonly times: <T>(n: number, build: (i: number) => T) => T[];
}

/** Tapes of up to so many choices. */
export function tapes(maxLength: number): fc.Arbitrary<Tape> {
  // Without bias: fast-check's preference for small numbers would make most choices the first.
  const numbers = fc.noBias(fc.array(fc.nat(0xffff), { maxLength, size: 'max' }));
  return numbers.map((choices) => tapeOf(choices));
}

/** A tape that reads these numbers. */
export function tapeOf(numbers: readonly number[]): Tape {
  let next = 0;
  const draw = (): number => numbers[next++] ?? 0;
  const below = (n: number): number => draw() % n;
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    chance: (probability) => draw() >= 0x10000 * (1 - probability),
    times: (n, build) => Array.from({ length: n }, (_, i) => build(i)),
  };
}
