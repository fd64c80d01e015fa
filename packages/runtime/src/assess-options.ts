/** The options of an assessment, checked as facts are: the date and the readings. */
import { absentRecord, keysOf } from './assess-read.ts';
import type { Day } from './calendar.ts';
import { type Period, periodProblem } from './case-problems.ts';
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
import { isDay, parseDay } from './iso-date.ts';

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
  readonly asOf: string | undefined;
  readonly readings: Readonly<Record<string, string>>;
}

/** The date of an assessment; undefined where anything is wrong with its options, which `checkOptions` then tells. */
export function dateOfAssessment(options: unknown, { period, readings }: OptionsOf): string | undefined {
  const given = (options ?? absentRecord) as { readonly asOf?: unknown; readonly readings?: unknown };
  const { asOf, readings: chosen } = given;
  return typeof asOf === 'string' &&
    isDateIn(period, asOf) &&
    keysOf(given) === ('readings' in given ? 2 : 1) &&
    (chosen === undefined || chosen === null || areReadings(chosen, readings))
    ? asOf
    : undefined;
}

/** The same as a day, where the goal reckons with it. */
export function dayOfAssessment(options: unknown, goal: OptionsOf): Day | undefined {
  const date = dateOfAssessment(options, goal);
  if (date === undefined) return undefined;
  if (date !== lastParsed) {
    lastDay = parseDay(date);
    lastParsed = date;
  }
  return lastDay;
}

/** Many cases are assessed on one date by one pack: it is looked at once. */
let lastDate: string | undefined;
let lastPeriod: Period | undefined;
let lastParsed: string | undefined;
let lastDay: Day | undefined;

function isDateIn(period: Period, date: string): boolean {
  if (date === lastDate && period === lastPeriod) return true;
  if (!isDay(date) || !isWithin(date, period)) return false;
  lastDate = date;
  lastPeriod = period;
  return true;
}

/** Whether a date is in a period: ISO dates are in the order of their texts. */
function isWithin(date: string, [from, ceasing]: Period): boolean {
  return date >= from && (ceasing === undefined || date < ceasing);
}

function areReadings(chosen: unknown, known: ReadingNames): boolean {
  if (keysOf(chosen) < 0) return false;
  return Object.entries(chosen as Readonly<Record<string, unknown>>).every(
    ([name, reading = null]) =>
      Object.hasOwn(known, name) && (reading === null || known[name]?.includes(reading as string)),
  );
}

/** Checks options; adds what is wrong to `problems`. `others` are options that somebody else checks. */
export function checkOptions(
  options: unknown,
  { period, readings, checks }: OptionsOf,
  problems: FactProblem[],
  others: readonly string[] = [],
): Options {
  const of = { vocabulary: { facts: {}, records: {}, enums: readings }, checks };
  const at: Place = { path: '', of, problems, word: 'option' };
  const given = entriesOf(options ?? {}, 'an object', at) ?? new Map<string, unknown>();
  tellUnknownKeys(given, ['asOf', 'readings', ...others], at);
  const expected = 'the day of the assessment, such as "2026-02-05"';
  const asOf = checkDay(given.get('asOf'), expected, placeOf(at, 'asOf'));
  if (asOf !== undefined && !isWithin(asOf, period)) problems.push(periodProblem('asOf', asOf, period));
  const types = Object.fromEntries(Object.keys(readings).map((name) => [name, `enum:${name}` as const]));
  const chosen = checkRecord(given.get('readings') ?? {}, types, {
    ...placeOf(at, 'readings'),
    word: 'ambiguity',
  });
  return { asOf, readings: chosen as Options['readings'] };
}
