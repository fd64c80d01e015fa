import { beforeAll, civilFromDay, type Day, dayFromCivil, daysInMonth, notYet } from './calendar.ts';

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; undefined where the text has another form or names a day that is not in the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = isoDate.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayFromCivil(year, month, day);
}

/** Writes `YYYY-MM-DD`; the infinities are `notYet` and `beforeAll`. */
export function formatDay(day: Day): string {
  if (day === notYet) return 'notYet';
  if (day === beforeAll) return 'beforeAll';
  const { year, month, day: dayOfMonth } = civilFromDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
