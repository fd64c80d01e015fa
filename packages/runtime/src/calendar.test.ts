import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beforeAll,
  civilFromDay,
  type Day,
  dayFromCivil,
  daysInMonth,
  firstDay,
  isLeapYear,
  lastDay,
  notYet,
} from './calendar.ts';
import { addDuration, addMonths, plusDuration } from './date-arithmetic.ts';
import { packDuration } from './duration.ts';
import { formatDay, isDay, parseDay } from './iso-date.ts';

const anyDay = fc.integer({ min: firstDay, max: lastDay }) as fc.Arbitrary<Day>;

/** A date in ISO form as a day number; the test's author must name a day that exists. */
function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no such day as ${text}`);
  return parsed;
}

// Day numbers by Julian day number (day 0 is JDN 2440588), as astronomical tables give them.
test.each([
  ['0001-01-01', 1_721_426],
  ['1582-10-15', 2_299_161],
  ['1600-02-29', 2_305_507],
  ['1858-11-17', 2_400_001],
  ['1900-01-01', 2_415_021],
  ['1970-01-01', 2_440_588],
  ['2000-01-01', 2_451_545],
  ['2000-02-29', 2_451_604],
  ['2018-05-25', 2_458_264],
  ['9999-12-31', 5_373_484],
])('%s is Julian day %i', (text, julian) => {
  expect(day(text) + 2_440_588).toBe(julian);
  expect(formatDay(day(text))).toBe(text);
});

test.each([
  ['9999-11-30', 1, '9999-12-30'],
  ['9999-12-01', 1, '9999-12-31'],
  ['0001-02-15', -1, '0001-01-15'],
  ['0001-01-15', -1, '0001-01-01'],
])('%s and %i months, at an end of the calendar, is %s', (from, months, to) => {
  expect(formatDay(addMonths(day(from), months))).toBe(to);
});

// Weekdays of known dates: 0 is Thursday, as 1970-01-01 was.
test.each([
  ['1815-06-18', 'Sunday'],
  ['1945-05-08', 'Tuesday'],
  ['1969-07-20', 'Sunday'],
  ['2000-02-29', 'Tuesday'],
  ['2016-06-23', 'Thursday'],
  ['2024-07-04', 'Thursday'],
  ['2026-02-05', 'Thursday'],
])('%s was a %s', (text, weekday) => {
  const names = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];
  expect(names[((day(text) % 7) + 7) % 7]).toBe(weekday);
});

test.each([
  [1600, true],
  [1700, false],
  [1800, false],
  [1900, false],
  [1996, true],
  [2000, true],
  [2023, false],
  [2024, true],
  [2100, false],
  [2400, true],
])('%i is a leap year: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
  expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '0000-01-01',
  '2024-1-1',
  '2024-01-01T00:00',
  ' 2024-01-01',
  '02024-01-01',
  '+002024-01-01',
  '',
])('refuses %j', (text) => {
  expect(parseDay(text)).toBeUndefined();
  expect(isDay(text)).toBe(false);
});

// Corresponding-day rule: Dodds v Walker [1981] 1 WLR 1027 (30 September + 4 months is 30 January), and month ends.
test.each([
  ['2024-09-30', 4, 0, 1, '2025-01-30'],
  ['2023-01-31', 1, 0, 1, '2023-02-28'],
  ['2024-01-31', 1, 0, 1, '2024-02-29'],
  ['2024-02-29', 12, 0, 1, '2025-02-28'],
  ['2024-02-29', 48, 0, 1, '2028-02-29'],
  ['2023-11-30', 3, 0, 1, '2024-02-29'],
  ['2023-02-28', 1, 0, 1, '2023-03-28'],
  ['2024-03-31', 1, 0, -1, '2024-02-29'],
  ['2024-01-15', 1, 0, -1, '2023-12-15'],
  ['2024-01-31', 1, 1, 1, '2024-03-01'],
  ['2024-03-01', 1, 1, -1, '2024-01-31'],
  ['2024-12-31', 0, 1, 1, '2025-01-01'],
  ['9999-12-31', 0, 1, 1, '9999-12-31'],
  ['9999-06-01', 9999, 0, 1, '9999-12-31'],
  ['0001-01-01', 0, 1, -1, '0001-01-01'],
  ['0001-06-01', 12, 0, -1, '0001-01-01'],
] as const)('%s with %i months %i days, sign %i, is %s', (from, months, days, sign, to) => {
  expect(formatDay(addDuration(day(from), packDuration(months, days), sign))).toBe(to);
});

test('an infinity plus anything, even unknown, is itself', () => {
  const month = packDuration(1, 0);
  for (const infinity of [notYet, beforeAll]) {
    expect(addDuration(infinity, month)).toBe(infinity);
    expect(plusDuration(infinity, undefined)).toBe(infinity);
  }
  expect(plusDuration(undefined, month)).toBeUndefined();
  expect(plusDuration(day('2024-01-01'), undefined)).toBeUndefined();
  expect([formatDay(notYet), formatDay(beforeAll)]).toEqual(['notYet', 'beforeAll']);
});

test('every day goes to its civil date and to ISO text and back', () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const civil = civilFromDay(number);
      expect(civil.month).toBeGreaterThanOrEqual(1);
      expect(civil.month).toBeLessThanOrEqual(12);
      expect(civil.day).toBeLessThanOrEqual(daysInMonth(civil.year, civil.month));
      expect(dayFromCivil(civil.year, civil.month, civil.day)).toBe(number);
      expect(parseDay(formatDay(number))).toBe(number);
      expect(isDay(formatDay(number))).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('the next day is the next civil date', () => {
  fc.assert(
    fc.property(fc.integer({ min: firstDay, max: lastDay - 1 }), (number) => {
      const { year, month, day: dayOfMonth } = civilFromDay(number as Day);
      const next = civilFromDay((number + 1) as Day);
      const expected =
        dayOfMonth < daysInMonth(year, month)
          ? { year, month, day: dayOfMonth + 1 }
          : month < 12
            ? { year, month: month + 1, day: 1 }
            : { year: year + 1, month: 1, day: 1 };
      expect(next).toEqual(expected);
    }),
    { numRuns: 5000 },
  );
});

test('adding a duration keeps the order of dates', () => {
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 99_999 }),
      fc.constantFrom(1 as const, -1 as const),
      (a, b, months, days, sign) => {
        const duration = packDuration(months, days);
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(addDuration(low, duration, sign)).toBeLessThanOrEqual(addDuration(high, duration, sign));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a text is a day for those who want its number and for those who do not', () => {
  const digit = fc.constantFrom(...'01239'.split(''));
  const other = fc.constantFrom(...'0123456789/:- ٣\n'.split(''));
  const form = fc.constantFrom(
    'dddd-dd-dd',
    'dddd-dd-do',
    'oddd-dd-dd',
    'ddddodd-dd',
    'dddd-ddodd',
    'dddd-dd-ddo',
  );
  const text = form.chain((letters) =>
    fc
      .tuple(
        ...letters
          .split('')
          .map((letter) => (letter === '-' ? fc.constant('-') : letter === 'd' ? digit : other)),
      )
      .map((characters) => characters.join('')),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(isDay(each)).toBe(parseDay(each) !== undefined);
    }),
    { numRuns: 5000 },
  );
});
