import { beforeAll, type Day, firstDay, lastDay, monthOf, notYet, startOfMonth } from './calendar.ts';
import { type Duration, daysOf, monthsOf } from './duration.ts';

/** The first and the last month of the calendar, counted from March of year 0. */
const firstMonth = 10;
const lastMonth = 119_997;

/**
 * A date so many months later, or earlier where negative: the corresponding day, or the last day of the month where there
 * is none. An infinity is itself; beyond the calendar is its last or first day.
 */
export function addMonths(date: Day, months: number): Day {
  if (date === notYet || date === beforeAll) return date;
  const from = monthOf(date);
  const month = from + months;
  if (month > lastMonth) return lastDay;
  if (month < firstMonth) return firstDay;
  const dayOfMonth = date - startOfMonth(from);
  const day = startOfMonth(month) + dayOfMonth;
  // Every month has 28 days: most dates need not ask how many more there are.
  return (dayOfMonth < 28 ? day : Math.min(day, startOfMonth(month + 1) - 1)) as Day;
}

/** A date so many days later, or earlier where negative. An infinity is itself; beyond the calendar is its last or first day. */
export function addDays(date: Day, days: number): Day {
  if (date === notYet || date === beforeAll) return date;
  const day = date + days;
  return day > lastDay ? lastDay : day < firstDay ? firstDay : (day as Day);
}

/**
 * A date plus (`sign` 1) or minus (-1) a duration: first the months, then the days. No adjustment for weekends or holidays.
 * A sum beyond the calendar is its last or first day, of the months already.
 */
export function addDuration(date: Day, duration: Duration, sign: 1 | -1 = 1): Day {
  const months = monthsOf(duration);
  const day = months === 0 ? date : addMonths(date, sign * months);
  return addDays(day, sign * daysOf(duration));
}

/** `addDuration` where either may be unknown: an infinity is itself whatever the duration, else unknown. */
export function plusDuration(
  date: Day | undefined,
  duration: Duration | undefined,
  sign: 1 | -1 = 1,
): Day | undefined {
  if (date === notYet || date === beforeAll) return date;
  return date === undefined || duration === undefined ? undefined : addDuration(date, duration, sign);
}
