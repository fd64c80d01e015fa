/**
 * Reading facts in emitted `assess` functions: each value is looked at once, and what is not as plain as expected is left
 * to `check-facts.ts`, which says what is wrong with it.
 *
 * A negative truth, `null` and a count that does not agree mean "not as expected".
 */
import { type Truth, truthOf } from './assess-truth.ts';
import { type Day, notYet } from './calendar.ts';
import { maxUnits, unitsOf } from './decimal.ts';
import { type Duration, parseDuration } from './duration.ts';
import { parseDay } from './iso-date.ts';
import { maxListLength, maxTextLength } from './limits.ts';
import { isPlainObject } from './plain.ts';

/** What stands for a record that is not given. */
export const absentRecord: Readonly<Record<string, never>> = Object.freeze({});

/** Whether a value is a plain object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype || isPlainObject(value);
}

/** How many keys a record has; -1 where it is no plain object. */
export function keysOf(record: unknown): number {
  if (!isRecord(record)) return -1;
  // Counted, not listed: no array is made. Whatever a prototype adds to the count sends the facts to the slower reader.
  let count = 0;
  for (const _ in record) count += 1;
  return count;
}

/** Unknown, as often as two bits of a small integer can say it. */
const allUnknown = 0x15555555;

/**
 * The truths of a record that has yes/no facts only and not all of them, two bits each: its keys as they come, mostly in the
 * order of their names. Objects of many shapes are read faster so than each fact by its name. `count` is what `keysOf` gave.
 */
export function truthsOf(record: object, names: readonly string[], count: number): number {
  if (count < 0) return -1;
  let truths = allUnknown;
  let at = 0;
  for (const key in record) {
    while (names[at] !== key) {
      at += 1;
      if (at >= names.length) {
        at = names.indexOf(key);
        if (at < 0) return -1;
      }
    }
    const truth = truthOf((record as Readonly<Record<string, unknown>>)[key]);
    if (truth < 0) return -1;
    truths ^= (truth ^ 1) << (2 * at);
    at += 1;
  }
  return truths;
}

/** A date, or where it may be one an event, as given. */
export function dayOf(given: unknown, event: boolean): Day | undefined | null {
  if (typeof given !== 'string') return given === undefined ? undefined : null;
  return event && given === 'notYet' ? notYet : (parseDay(given) ?? null);
}

/** A duration as given. */
export function durationOf(given: unknown): Duration | undefined | null {
  return given === undefined ? undefined : typeof given === 'string' ? (parseDuration(given) ?? null) : null;
}

/** A number as given, in units. */
export function unitsGiven(given: unknown, places: number): number | undefined | null {
  if (given === undefined) return undefined;
  return typeof given === 'number' && Math.abs(given) <= maxUnits / 10 ** places
    ? (unitsOf(given, places) ?? null)
    : null;
}

/** A text as given. */
export function textOf(given: unknown): string | undefined | null {
  return given === undefined
    ? undefined
    : typeof given === 'string' && given.length <= maxTextLength
      ? given
      : null;
}

/** A member of an enum as given. */
export function memberOf(given: unknown, members: readonly string[]): string | undefined | null {
  return given === undefined
    ? undefined
    : typeof given === 'string' && members.includes(given)
      ? given
      : null;
}

/** A set as given: a truth for each member of its enum. */
export function setOf(given: unknown, members: readonly string[]): readonly Truth[] | null {
  if (given === undefined) return members.map(() => 1);
  if (Array.isArray(given)) {
    return given.length <= members.length &&
      given.every((member, i) => members.includes(member) && given.indexOf(member) === i)
      ? members.map((member) => (given.includes(member) ? 3 : 0))
      : null;
  }
  const size = keysOf(given);
  if (size < 0) return null;
  const data = given as Readonly<Record<string, unknown>>;
  const truths = members.map((member) => (data[member] === true ? 3 : data[member] === false ? 0 : 1));
  return truths.filter((truth) => truth !== 1).length === size ? truths : null;
}

/** A list as given: its members, and whether there are no more. */
export function listOf(
  given: unknown,
): { readonly members: readonly unknown[]; readonly complete: boolean } | null {
  if (given === undefined) return { members: [], complete: false };
  const complete = Array.isArray(given);
  const members: unknown = complete
    ? given
    : keysOf(given) === 1
      ? (given as { readonly atLeast?: unknown }).atLeast
      : null;
  return Array.isArray(members) && members.length <= maxListLength ? { members, complete } : null;
}

/** A member of a list: its path, and those of its facts. */
export interface Member<Fact extends string = string> {
  readonly path: string;
  readonly at: Readonly<Record<Fact, string>>;
}
/** So many members of a list are kept. */
const maxMembers = 100;

/** A member of a list whose members are the same in every case: each is made once. */
export function memberAt<Fact extends string>(
  known: Member<Fact>[],
  list: string,
  index: number,
  facts: readonly Fact[],
): Member<Fact> {
  const made = known[index];
  if (made !== undefined) return made;
  const path = `${list}[${index}]`;
  const at = Object.fromEntries(facts.map((fact) => [fact, `${path}.${fact}`])) as Member<Fact>['at'];
  const member = { path, at };
  if (index < maxMembers) known.push(member);
  return member;
}

/** A list of records inside. */
export interface ListInside<R> {
  readonly elements: readonly R[];
  readonly complete: boolean;
}
