import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  daysOf,
  formatDuration,
  maxDays,
  maxMonths,
  monthsOf,
  packDuration,
  parseDuration,
} from './duration.ts';

test.each([
  ['P1M', 1, 0],
  ['P1Y', 12, 0],
  ['P1Y6M', 18, 0],
  ['P2W', 0, 14],
  ['P1W1D', 0, 8],
  ['P28D', 0, 28],
  ['P0D', 0, 0],
  ['P1Y2M3W4D', 14, 25],
  ['P9999M99999D', 9999, 99_999],
])('%s is %i months and %i days', (text, months, days) => {
  const duration = parseDuration(text);
  expect(duration).toBe(packDuration(months, days));
});

test.each([
  '',
  'P',
  '1M',
  'PT1H',
  'P1DT1H',
  'P1.5M',
  'P-1D',
  '-P1D',
  'P1D1M',
  'P10000M',
  'P100000D',
  'p1d',
  'P1Y ',
])('refuses %j', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('every duration is a small integer and goes to ISO text and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: maxMonths }),
      fc.integer({ min: 0, max: maxDays }),
      (months, days) => {
        const duration = packDuration(months, days);
        expect([monthsOf(duration), daysOf(duration)]).toEqual([months, days]);
        expect(duration).toBeLessThan(2 ** 30);
        expect(parseDuration(formatDuration(duration))).toBe(duration);
      },
    ),
    { numRuns: 2000 },
  );
});
