import {
  beforeAll,
  civilFromDay,
  type Day,
  dayFromCivil,
  daysInMonth,
  firstDay,
  lastDay,
  notYet,
} from './calendar.ts';
import { type Duration, daysOf, monthsOf } from './duration.ts';

/**
 * A date plus (`sign` 1) or minus (-1) a duration: first the months, then the days. The months end on the corresponding
 * day, or on the last day of the month where there is none. An infinity is itself; a sum beyond the calendar is its last
 * or first day. No adjustment for weekends or holidays.
 */
export function addDuration(date: Day, duration: Duration, sign: 1 | -1 = 1): Day {
  if (date === notYet || date === beforeAll) return date;
  let day: number = date;
  const months = monthsOf(duration);
  if (months !== 0) {
    const civil = civilFromDay(date);
    const month = civil.year * 12 + civil.month - 1 + sign * months;
    // Before year 0 the quotient is cut towards zero, which is before year 1 all the same.
    const year = (month / 12) | 0;
    if (year > 9999) return lastDay;
    if (year < 1) return firstDay;
    const monthOfYear = month - year * 12 + 1;
    day = dayFromCivil(year, monthOfYear, Math.min(civil.day, daysInMonth(year, monthOfYear)));
  }
  day += sign * daysOf(duration);
  return day > lastDay ? lastDay : day < firstDay ? firstDay : (day as Day);
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
