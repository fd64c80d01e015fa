/**
 * Months added to a date, for a solver that knows only sums: bounds that hold for every date, and rules that are exact for
 * the dates of one calendar month.
 */
import {
  addMonths,
  civilFromDay,
  type Day,
  dayFromCivil,
  daysInMonth,
  firstDay,
  lastDay,
} from '@proviso/runtime';
import type { Range } from '../form/form.ts';

/** What a number of months makes of the dates of a calendar month: `min(date + shift, last)`. */
export interface MonthRule {
  readonly dates: Range;
  readonly shift: number;
  readonly last: number;
}

/** What so many months make of the dates of the calendar month in which a day lies; exact at the ends of the calendar too. */
export function monthRule(day: number, months: number): MonthRule {
  const { year, month } = civilFromDay(day as Day);
  const first = dayFromCivil(year, month, 1);
  const last = dayFromCivil(year, month, daysInMonth(year, month));
  return {
    dates: { min: first, max: last },
    // Days that the other month does not have become its last; beyond the calendar all become the same day.
    shift: addMonths(first, months) - first,
    last: addMonths(last, months),
  };
}

const known = new Map<string, Range>();

/** The least and the greatest number of days that so many months make, over the dates of a range. */
export function daysOfMonths(dates: Range, months: number): Range {
  const key = `${dates.min} ${dates.max} ${months}`;
  const range = known.get(key) ?? daysOver(dates, months);
  known.set(key, range);
  return range;
}

function daysOver({ min, max }: Range, months: number): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let day: number = Math.max(firstDay, min); day <= Math.min(lastDay, max); ) {
    const { dates, shift, last } = monthRule(day, months);
    least = Math.min(least, shift, last - dates.max);
    most = Math.max(most, shift);
    day = dates.max + 1;
  }
  return { min: least, max: most };
}

/** How many days so many months come to from each date of a range: `days` from the date `from` on, up to the next. */
export function daysByDate(
  { min, max }: Range,
  months: number,
): readonly { readonly from: number; readonly days: number }[] {
  const pieces: { from: number; days: number }[] = [];
  const add = (from: number, days: number): void => {
    if (pieces.at(-1)?.days !== days) pieces.push({ from, days });
  };
  for (let day = min; day <= max; ) {
    const { dates, shift, last } = monthRule(day, months);
    add(day, Math.min(shift, last - day));
    // From here on each day becomes the last of the other month.
    for (let late = Math.max(day, last - shift) + 1; late <= Math.min(max, dates.max); late += 1) {
      add(late, last - late);
    }
    day = dates.max + 1;
  }
  return pieces;
}

/** 400 years, after which the calendar begins anew: months and days. */
export const cycle = { months: 4800, days: 146_097 } as const;

/**
 * How many days a number of months may come to fewer and more than its share of a cycle, from any date from which the
 * calendar does not end before.
 */
export const slack: Range = slackOf();

function slackOf(): Range {
  let [least, most] = [0, 0];
  const start = dayFromCivil(2000, 1, 1);
  for (let month = 0; month < cycle.months; month += 1) {
    const firstOf = dayFromCivil(2000 + Math.floor(month / 12), (month % 12) + 1, 1);
    const ahead = firstOf - start - (month * cycle.days) / cycle.months;
    least = Math.min(least, ahead);
    most = Math.max(most, ahead);
  }
  const apart = Math.ceil(most - least);
  // The last days of a month become the 28th of another at the earliest: three days fewer.
  return { min: -apart - 3, max: apart };
}
