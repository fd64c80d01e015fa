import { addMonths, type Day, dayFromCivil, firstDay, lastDay } from '@proviso/runtime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycle, daysByDate, daysOfMonths, monthRule, slack } from './months.ts';

const day = fc.oneof(
  fc.integer({ min: firstDay, max: lastDay }),
  fc.integer({ min: firstDay, max: firstDay + 100 }),
  fc.integer({ min: lastDay - 100, max: lastDay }),
);
const months = fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -1300, max: 1300 }));

test('a rule is the calendar for every date of its month', () => {
  fc.assert(
    fc.property(day, months, (day, months) => {
      const { dates, shift, last } = monthRule(day, months);
      expect(dates.min <= day && day <= dates.max).toBe(true);
      for (let date = dates.min; date <= dates.max; date += 1) {
        expect(addMonths(date as Day, months)).toBe(Math.min(date + shift, last));
      }
    }),
    { numRuns: 500 },
  );
});

test('the days by date and their bounds are those of the calendar', () => {
  fc.assert(
    fc.property(day, fc.nat(500), months, (from, length, months) => {
      const dates = { min: from, max: Math.min(lastDay, from + length) };
      const pieces = daysByDate(dates, months);
      const bounds = daysOfMonths(dates, months);
      let piece = -1;
      for (let date = dates.min; date <= dates.max; date += 1) {
        if (pieces[piece + 1]?.from === date) piece += 1;
        const days = addMonths(date as Day, months) - date;
        expect(pieces[piece]?.days).toBe(days);
        expect(bounds.min <= days && days <= bounds.max).toBe(true);
      }
      expect(piece).toBe(pieces.length - 1);
    }),
    { numRuns: 300 },
  );
});

test('from any date, months come to their share of a cycle within the slack', () => {
  const dates = fc.integer({ min: dayFromCivil(200, 1, 1), max: dayFromCivil(9800, 1, 1) });
  fc.assert(
    fc.property(dates, months, (date, months) => {
      const days = addMonths(date as Day, months) - date;
      const over = days - (months * cycle.days) / cycle.months;
      expect(slack.min <= over && over <= slack.max).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
