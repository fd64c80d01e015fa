/** The options of an assessment, checked: the date and the readings. Worded as the interpreter words them. */
import { type Day, notYet } from './calendar.ts';
import { periodProblem } from './case-problems.ts';
import type { FactProblem } from './facts-error.ts';
import { parseDay } from './iso-date.ts';
import { closestName } from './suggest.ts';

/** The period of a pack; `ceasing` null where it is open. */
export interface Period {
  readonly from: number;
  readonly ceasing: number | null;
}

/** The readings of an ambiguity; the first is the default. */
export type ReadingNames = Readonly<Record<string, readonly string[]>>;

/** Whether a date is in a pack's period. */
export function isCovered(day: Day, { from, ceasing }: Period): boolean {
  return day >= from && day < (ceasing ?? notYet);
}

/** The day of the assessment; undefined where it cannot be one. */
export function dayOfAssessment(asOf: unknown, period: Period): Day | undefined {
  const day = typeof asOf === 'string' ? parseDay(asOf) : undefined;
  return day !== undefined && isCovered(day, period) ? day : undefined;
}

/** What is wrong with the day of the assessment. */
export function asOfProblems(asOf: unknown, period: Period): readonly FactProblem[] {
  const day = typeof asOf === 'string' ? parseDay(asOf) : undefined;
  if (day !== undefined) return isCovered(day, period) ? [] : [periodProblem('asOf', day, period)];
  const isDay = typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf);
  const message = isDay
    ? `there is no such day as ${asOf}`
    : 'expected the day of the assessment, such as "2026-02-05"';
  return [{ code: isDay ? 'impossible-date' : 'wrong-type', path: 'asOf', message }];
}

/** What is wrong with the readings chosen; `known` holds every ambiguity of the pack. */
export function readingProblems(chosen: unknown, known: ReadingNames): readonly FactProblem[] {
  if (chosen === undefined) return [];
  if (typeof chosen !== 'object' || chosen === null || Array.isArray(chosen)) {
    return [
      { code: 'wrong-type', path: 'readings', message: 'expected an object from ambiguity to reading' },
    ];
  }
  return Object.entries(chosen).flatMap(([name, reading]): FactProblem[] => {
    const readings = Object.hasOwn(known, name) ? known[name] : undefined;
    if (readings === undefined) {
      const path = `readings.${name.slice(0, 60)}`;
      return [unknownReading(path, `there is no ambiguity ${quote(name)}`, name, Object.keys(known))];
    }
    if (typeof reading === 'string' && readings.includes(reading)) return [];
    return [
      unknownReading(
        `readings.${name}`,
        `there is no reading ${quote(reading)} of \`${name}\``,
        reading,
        readings,
      ),
    ];
  });
}

function unknownReading(path: string, message: string, name: unknown, known: readonly string[]): FactProblem {
  const closest = typeof name === 'string' ? closestName(name, known) : undefined;
  const all =
    known.length === 0 ? 'this pack has none' : `there are ${known.map((each) => `\`${each}\``).join(', ')}`;
  return {
    code: 'unknown-reading',
    path,
    message,
    help: closest === undefined ? all : `did you mean \`${closest}\`?`,
  };
}

function quote(name: unknown): string {
  return typeof name === 'string' ? `\`${name.slice(0, 60)}\`` : `that is a ${typeof name}`;
}
