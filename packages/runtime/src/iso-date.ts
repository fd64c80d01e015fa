import { beforeAll, civilFromDay, type Day, dayFromCivil, daysInMonth, notYet } from './calendar.ts';

const hyphen = 45;
const zero = 48;
/** Makes every year, month and day that it is part of too small. */
const noDigits = -100_000;
/** `00` to `99`. */
const twoPlaces: readonly string[] = /* @__PURE__ */ Array.from(
  { length: 100 },
  (_, n) => `${n < 10 ? '0' : ''}${n}`,
);

/** Reads `YYYY-MM-DD`; undefined where the text has another form or names a day that is not in the calendar. */
export function parseDay(text: string): Day | undefined {
  const written = digitsOfDay(text);
  if (written === 0) return undefined;
  const year = (written / 10_000) | 0;
  const month = ((written / 100) | 0) - year * 100;
  return dayFromCivil(year, month, written % 100);
}

/** Whether a text is a day of the calendar: for those who need no number of it. */
export function isDay(text: string): boolean {
  return digitsOfDay(text) !== 0;
}

/** `2026-02-05` as 20260205; 0 where the text has another form or names a day that is not in the calendar. */
function digitsOfDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return 0;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // Every month has 28 days: most dates need not ask how many more there are.
  const exists =
    year >= 1 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
  return exists ? year * 10_000 + month * 100 + day : 0;
}

/** The number that two digits of a text make; where one of them is no digit, one that makes no date. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  // The sign of all four says whether both are digits: one branch, not four.
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? noDigits : tens * 10 + ones;
}

/** Writes `YYYY-MM-DD`; the infinities are `notYet` and `beforeAll`. */
export function formatDay(day: Day): string {
  if (day === notYet) return 'notYet';
  if (day === beforeAll) return 'beforeAll';
  const { year, month, day: dayOfMonth } = civilFromDay(day);
  return `${twoPlaces[(year / 100) | 0]}${twoPlaces[year % 100]}-${twoPlaces[month]}-${twoPlaces[dayOfMonth]}`;
}
