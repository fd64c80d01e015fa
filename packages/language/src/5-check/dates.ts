import type { Findings } from '../4-bind/findings.ts';
import type { DateLiteral } from '../ast/ast.ts';
import { dateExists } from '../calendar.ts';

/** Reports a day that is not in the calendar; one of another notation that can mean none has been reported. */
export function checkDate(date: DateLiteral, findings: Findings): void {
  if (date.iso !== '' && !dateExists(date.iso)) findings.report('no-such-day', date.span, { day: date.iso });
}

/** The number of a day: days since the first of March of the year 0, for comparing and for neighbours only. */
export function dayNumber(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  // Years that begin in March end with the leap day, so that a month's place in the year never depends on it.
  const marchYear = month < 3 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}
