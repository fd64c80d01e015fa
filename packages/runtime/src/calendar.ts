/**
 * The proleptic Gregorian calendar on day numbers, from 0001-01-01 to 9999-12-31. The host's clock, time zone and
 * `Date` play no part.
 */

declare const dayBrand: unique symbol;

/** A date: whole days since 1970-01-01, or one of the two infinities `beforeAll` and `notYet`. */
export type Day = number & { readonly [dayBrand]: true };

/** Later than every date: what has not happened yet. A small integer on every engine. */
export const notYet: Day = 1_073_741_823 as Day;
/** Earlier than every date. A small integer on every engine. */
export const beforeAll: Day = -1_073_741_824 as Day;
/** 0001-01-01, the first day there is. */
export const firstDay: Day = -719_162 as Day;
/** 9999-12-31, the last day there is. */
export const lastDay: Day = 2_932_896 as Day;

/** Year 1 to 9999, month 1 to 12, day of the month from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Divisible by 4, but of the centuries only those divisible by 400. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 28 to 31; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  // 31 and 30 take turns, and begin anew with August.
  return 31 - (((month - 1) % 7) % 2);
}

// Everything counts from 0000-03-01, so that the leap day is the last of its year: 365 y + leap days before the year, and
// (153 m + 2) / 5 days before the m-th month from March, since March to January alternate 31 and 30 in fives. Nothing here
// is negative, and `| 0` keeps each division among the small integers of the engine, which `Math.floor` does not: several
// times faster.
const daysBeforeEpoch = 719_468;
const daysIn400Years = 146_097;

/** The month of a finite day, counted from March of year 0. */
export function monthOf(day: Day): number {
  const sinceMarch = day + daysBeforeEpoch;
  const era = (sinceMarch / daysIn400Years) | 0;
  const dayOfEra = sinceMarch - era * daysIn400Years;
  // Subtracts the leap days so far (one in 1460 days, but one fewer in 36524, but one more at the end of the era).
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  return (era * 400 + yearOfEra) * 12 + (((5 * dayOfYear + 2) / 153) | 0);
}

/** The first day of a month counted from March of year 0. */
export function startOfMonth(month: number): number {
  const year = (month / 12) | 0;
  const leapDays = (year >> 2) - ((year / 100) | 0) + ((year / 400) | 0);
  return year * 365 + leapDays + (((153 * (month - year * 12) + 2) / 5) | 0) - daysBeforeEpoch;
}

/** The day number of a civil date; the date must exist. */
export function dayFromCivil(year: number, month: number, day: number): Day {
  return (startOfMonth(year * 12 + month - 3) + day - 1) as Day;
}

/** The civil date of a finite day number. */
export function civilFromDay(day: Day): CivilDate {
  const month = monthOf(day);
  const year = ((month + 2) / 12) | 0;
  return { year, month: month + 3 - year * 12, day: day - startOfMonth(month) + 1 };
}
