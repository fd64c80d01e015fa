import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeAll, type Day, notYet } from './calendar.ts';
import { dayLe, dayLt, earlier, later, numberLe, numberLt, same } from './compare.ts';
import { numberOf, unitsOf } from './decimal.ts';
import { and, atLeast, not, or, type Tri } from './kleene.ts';
import { closestName } from './suggest.ts';

const truths: readonly Tri[] = [true, false, undefined];

/** All ways to settle what is unknown. */
function settlements(value: Tri): readonly boolean[] {
  return value === undefined ? [true, false] : [value];
}

/** The common value, or unknown: what a connective must give if it is exact for independent operands. */
function common(values: readonly boolean[]): Tri {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

test('the connectives are exact: settled where every settlement agrees, and only there', () => {
  for (const a of truths) {
    expect(not(a)).toBe(common(settlements(a).map((x) => !x)));
    for (const b of truths) {
      const pairs = settlements(a).flatMap((x) => settlements(b).map((y) => [x, y] as const));
      expect(and(a, b)).toBe(common(pairs.map(([x, y]) => x && y)));
      expect(or(a, b)).toBe(common(pairs.map(([x, y]) => x || y)));
      for (const n of [0, 1, 2, 3]) {
        const yes = [a, b].filter((x) => x === true).length;
        const unknown = [a, b].filter((x) => x === undefined).length;
        expect(atLeast(n, yes, unknown)).toBe(common(pairs.map(([x, y]) => Number(x) + Number(y) >= n)));
      }
    }
  }
  expect(atLeast(3, 1, Number.POSITIVE_INFINITY)).toBeUndefined();
});

test('dates compare with the infinities without the other side', () => {
  const day = 20_000 as Day;
  expect([dayLe(beforeAll, undefined), dayLe(undefined, notYet)]).toEqual([true, true]);
  expect([dayLt(notYet, undefined), dayLt(undefined, beforeAll)]).toEqual([false, false]);
  expect([dayLe(notYet, undefined), dayLt(beforeAll, undefined)]).toEqual([undefined, undefined]);
  expect([dayLe(day, day), dayLt(day, day), dayLt(day, notYet)]).toEqual([true, false, true]);
  expect([earlier(undefined, beforeAll), earlier(undefined, day), earlier(notYet, day)]).toEqual([
    beforeAll,
    undefined,
    day,
  ]);
  expect([later(undefined, notYet), later(undefined, day), later(beforeAll, day)]).toEqual([
    notYet,
    undefined,
    day,
  ]);
  const any = [undefined, beforeAll, 0 as Day, day, notYet];
  for (const a of any) for (const b of any) expect(dayLt(a, b)).toBe(not(dayLe(b, a)));
});

test('of two dates, what is the same whatever an unknown one turns out to be is known', () => {
  const known = [beforeAll, 0 as Day, 20_000 as Day, notYet];
  const rank = (date: Day): number => known.indexOf(date);
  const outcomes = <T>(a: Day | undefined, b: Day | undefined, f: (a: Day, b: Day) => T): T | undefined => {
    const all = (a === undefined ? known : [a]).flatMap((x) =>
      (b === undefined ? known : [b]).map((y) => f(x, y)),
    );
    return all.every((each) => each === all[0]) ? all[0] : undefined;
  };
  for (const a of [undefined, ...known]) {
    for (const b of [undefined, ...known]) {
      expect(dayLe(a, b)).toBe(outcomes(a, b, (x, y) => rank(x) <= rank(y)));
      expect(dayLt(a, b)).toBe(outcomes(a, b, (x, y) => rank(x) < rank(y)));
      expect(earlier(a, b)).toBe(outcomes(a, b, (x, y) => known[Math.min(rank(x), rank(y))]));
      expect(later(a, b)).toBe(outcomes(a, b, (x, y) => known[Math.max(rank(x), rank(y))]));
    }
  }
});

test('a comparison of numbers needs both', () => {
  expect([
    numberLe(1, undefined),
    numberLe(undefined, 1),
    numberLt(1, undefined),
    numberLt(undefined, 1),
  ]).toEqual([undefined, undefined, undefined, undefined]);
  expect([numberLe(1, 1), numberLe(2, 1), numberLt(1, 1), numberLt(1, 2)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('numbers as large as an infinity are only numbers', () => {
  expect(numberLe(undefined, notYet)).toBeUndefined();
  expect(numberLe(notYet + 1, notYet)).toBe(false);
  expect(numberLt(1, 2)).toBe(true);
  expect(numberLt(2, undefined)).toBeUndefined();
  expect([same('a', 'a'), same(1, 2), same(undefined, true)]).toEqual([true, false, undefined]);
});

test('decimals are read and written exactly', () => {
  expect([unitsOf(12.34, 2), unitsOf(0.1 + 0.2, 2), unitsOf(1.005, 3), unitsOf(1.005, 2)]).toEqual([
    1234,
    undefined,
    1005,
    undefined,
  ]);
  expect(Object.is(unitsOf(-0, 0), 0)).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (units, places) => {
      expect(unitsOf(JSON.parse(JSON.stringify(numberOf(units, places))) as number, places)).toBe(units);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['chanel', 'channel'],
  ['Channel', 'channel'],
  ['recievedOn', 'receivedOn'],
  ['x', undefined],
  ['somethingElse', undefined],
])('the name closest to %s is %s', (name, expected) => {
  expect(closestName(name, ['channel', 'receivedOn', 'answeredOn'])).toBe(expected);
});
