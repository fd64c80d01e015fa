/** Facts with something put in them that may not stand there: of the wrong type, misspelt, unknown, out of range. */
import * as fc from 'fast-check';

/** Where junk is put, as the numbers of keys to follow, and what. */
export interface Spoiling {
  readonly at: readonly number[];
  readonly value: unknown;
}

const junk = fc.constantFrom<unknown>(
  null,
  true,
  0,
  3,
  1.5,
  2.125,
  1e12,
  1e13,
  -1e15,
  '',
  'a',
  'email',
  'high',
  'notYet',
  '2021-02-01',
  '2021-2-1',
  'P1M',
  'P',
  [],
  {},
  ['email'],
  ['email', 'email'],
  ['low', 'nobody'],
  { email: true },
  { email: 1 },
  { low: null },
  { atLeast: [] },
  { atLeast: [{}] },
  { atLeast: 1 },
  [{}],
  [null],
  [{ nobody: 1 }],
);

/** What to put, and up to three records deep. */
export const spoilings: fc.Arbitrary<Spoiling> = fc.record({
  at: fc.array(fc.nat(50), { minLength: 1, maxLength: 3 }),
  value: junk,
});

/** The facts with junk put somewhere in them: at a key of the case, or of a record in it. */
export function spoilt(facts: Readonly<Record<string, unknown>>, { at, value }: Spoiling): unknown {
  const [first = 0, ...rest] = at;
  const keys = [...Object.keys(facts), 'nobody'];
  const key = keys[first % keys.length] ?? '';
  const inner = facts[key];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) {
    const deeper = Array.isArray(inner)
      ? inner.map((each: Record<string, unknown> | null) =>
          typeof each === 'object' && each !== null ? spoilt(each, { at: rest, value }) : each,
        )
      : spoilt(inner as Record<string, unknown>, { at: rest, value });
    return { ...facts, [key]: deeper };
  }
  return { ...facts, [key]: value };
}
