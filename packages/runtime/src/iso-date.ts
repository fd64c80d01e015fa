import { beforeAll, type Day, dayFromCivil, daysInMonth, monthOf, notYet, startOfMonth } from './calendar.ts';

const hyphen = 45;
const zero = 48;
/** `00` to `99`. */
const twoPlaces: readonly string[] = /* @__PURE__ */ Array.from(
  { length: 100 },
  (_, n) => `${n < 10 ? '0' : ''}${n}`,
);

/** Reads `YYYY-MM-DD`; undefined where the text has another form or names a day that is not in the calendar. */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10) return undefined;
  const y1 = text.charCodeAt(0) - zero;
  const y2 = text.charCodeAt(1) - zero;
  const y3 = text.charCodeAt(2) - zero;
  const y4 = text.charCodeAt(3) - zero;
  const m1 = text.charCodeAt(5) - zero;
  const m2 = text.charCodeAt(6) - zero;
  const d1 = text.charCodeAt(8) - zero;
  const d2 = text.charCodeAt(9) - zero;
  // The sign of all says whether each is from 0 to 9, and the hyphens are some: one branch, not eighteen.
  const below = y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2;
  const above = (9 - y1) | (9 - y2) | (9 - y3) | (9 - y4) | (9 - m1) | (9 - m2) | (9 - d1) | (9 - d2);
  const others = (text.charCodeAt(4) ^ hyphen) | (text.charCodeAt(7) ^ hyphen);
  if ((below | above | -others) < 0) return undefined;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  const month = m1 * 10 + m2;
  const day = d1 * 10 + d2;
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  // Every month has 28 days: most dates need not ask how many more there are.
  return day <= 28 || day <= daysInMonth(year, month) ? dayFromCivil(year, month, day) : undefined;
}

/** Whether a text is a day of the calendar: for those who need no number of it, and ask seldom. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return +year > 0 && +month > 0 && +month < 13 && +day > 0 && +day <= daysInMonth(+year, +month);
}

/** Writes `YYYY-MM-DD`; the infinities are `notYet` and `beforeAll`. */
export function formatDay(day: Day): string {
  if (day === notYet) return 'notYet';
  if (day === beforeAll) return 'beforeAll';
  const month = monthOf(day);
  const year = ((month + 2) / 12) | 0;
  const [century, ofCentury] = [twoPlaces[(year / 100) | 0], twoPlaces[year % 100]];
  return `${century}${ofCentury}-${twoPlaces[month + 3 - year * 12]}-${twoPlaces[day - startOfMonth(month) + 1]}`;
}
