/** The options of an assessment, checked as facts are: the date and the readings. */
import { absentRecord, dayOf, keysOf } from './assess-read.ts';
import type { Day } from './calendar.ts';
import { isCovered, type Period, periodProblem } from './case-problems.ts';
import {
  checkRecord,
  entriesOf,
  type FactChecks,
  type Place,
  placeOf,
  tellUnknownKeys,
} from './check-facts.ts';
import { checkDay } from './fact-checks.ts';
import type { FactProblem } from './facts-error.ts';
import { parseDay } from './iso-date.ts';

/** The readings of every ambiguity of a pack. */
export type ReadingNames = Readonly<Record<string, readonly string[]>>;

/** What the options of an assessment are checked against. */
export interface OptionsOf {
  readonly period: Period;
  readonly readings: ReadingNames;
  readonly checks: FactChecks;
}

/** Options that have been checked; undefined where they are wrong or not given. */
export interface Options {
  readonly asOf: Day | undefined;
  readonly readings: Readonly<Record<string, string>>;
}

/** The day of an assessment; undefined where anything is wrong with its options, which `checkOptions` then tells. */
export function dayOfAssessment(options: unknown, { period, readings }: OptionsOf): Day | undefined {
  const given = (options ?? absentRecord) as { readonly asOf?: unknown; readonly readings?: unknown };
  const day = dayOf(given.asOf, false);
  const chosen = given.readings;
  return typeof day === 'number' &&
    isCovered(day, period) &&
    keysOf(given) === ('readings' in given ? 2 : 1) &&
    (chosen === undefined || chosen === null || areReadings(chosen, readings))
    ? day
    : undefined;
}

function areReadings(chosen: unknown, known: ReadingNames): boolean {
  if (keysOf(chosen) < 0) return false;
  for (const name in chosen as object) {
    if (!Object.hasOwn(known, name)) return false;
    const reading = (chosen as Readonly<Record<string, unknown>>)[name] ?? undefined;
    if (reading !== undefined && !known[name]?.includes(reading as string)) return false;
  }
  return true;
}

/** Checks options; adds what is wrong to `problems`. `others` are options that somebody else checks. */
export function checkOptions(
  options: unknown,
  { period, readings, checks }: OptionsOf,
  problems: FactProblem[],
  others: readonly string[] = [],
): Options {
  const vocabulary = { facts: {}, records: {}, enums: readings };
  const at: Place = { path: '', depth: 0, vocabulary, checks, problems, word: 'option' };
  const given = entriesOf(options ?? {}, 'an object', at) ?? new Map<string, unknown>();
  tellUnknownKeys(given, ['asOf', 'readings', ...others], at);
  const expected = 'the day of the assessment, such as "2026-02-05"';
  const asOf = checkDay(given.get('asOf'), expected, placeOf(at, 'asOf'));
  const day = asOf === undefined ? undefined : parseDay(asOf);
  if (asOf !== undefined && day !== undefined && !isCovered(day, period)) {
    problems.push(periodProblem('asOf', asOf, period));
  }
  const types = Object.fromEntries(Object.keys(readings).map((name) => [name, `enum:${name}` as const]));
  const chosen = checkRecord(given.get('readings') ?? {}, types, {
    ...placeOf(at, 'readings'),
    word: 'ambiguity',
  });
  return { asOf: day, readings: chosen as Options['readings'] };
}
