/** How the value of a fact of each kind is checked. Each stands alone: a goal has those of its facts. */
import {
  checkRecord,
  entriesOf,
  type FactCheck,
  type Place,
  placeAt,
  placeOf,
  tell,
  tellExpected,
  tellNotPlain,
} from './check-facts.ts';
import { maxUnits, unitsOf } from './decimal.ts';
import { parseDuration } from './duration.ts';
import { isDay } from './iso-date.ts';
import { maxListLength, maxTextLength } from './limits.ts';
import { hasOnlyData, isDense } from './plain.ts';
import { didYouMean } from './suggest.ts';

/** Yes or no. */
export const checkYesno: FactCheck = (given, _, at) =>
  typeof given === 'boolean'
    ? given
    : tellExpected(at, 'true or false', given, 'leave out what is not known, or give null');

/** A number of so many decimals. */
export const checkNumber: FactCheck = (given, of, at) => {
  const places = Number(of);
  const limit = maxUnits / 10 ** places;
  if (typeof given !== 'number' || !Number.isFinite(given)) return tellExpected(at, 'a number', given);
  if (Math.abs(given) > limit) {
    return tellExpected(at, `a number from -${limit} to ${limit}`, given, undefined, 'number-out-of-range');
  }
  if (unitsOf(given, places) !== undefined) return given;
  const expected = places === 0 ? 'a whole number' : `at most ${places} decimals`;
  return tellExpected(at, expected, given, undefined, 'too-many-decimals');
};

/** A text. */
export const checkText: FactCheck = (given, _, at) => {
  if (typeof given !== 'string') return tellExpected(at, 'a text', given);
  return given.length <= maxTextLength ? given : tellTooLong(at, maxTextLength, 'characters', given.length);
};

function tellTooLong(at: Place, most: number, of: string, given: number): undefined {
  return tellExpected(at, `at most ${most} ${of}`, given, undefined, 'too-long');
}

/** A duration. */
export const checkDuration: FactCheck = (given, _, at) => {
  const isText = typeof given === 'string';
  if (isText && parseDuration(given) !== undefined) return given;
  return tellExpected(
    at,
    'a duration such as "P1M" or "P14D"',
    given,
    'whole years, months, weeks and days, at most 9999 months and 99999 days',
    isText ? 'impossible-duration' : 'wrong-type',
  );
};

const aDate = 'a date such as "2026-02-05"';

/** A date. */
export const checkDate: FactCheck = (given, _, at) => checkDay(given, aDate, at);

/** A date, or that it has not happened yet. */
export const checkEvent: FactCheck = (given, _, at) =>
  given === 'notYet' ? given : checkDay(given, `${aDate}, or "notYet"`, at);

/** A day of the calendar. */
export function checkDay(given: unknown, expected: string, at: Place): string | undefined {
  if (typeof given === 'string') {
    if (isDay(given)) return given;
    if (/^\d{4}-\d\d-\d\d$/.test(given))
      return tell(at, 'impossible-date', `there is no such day as ${given}`);
  }
  return tellExpected(at, expected, given);
}

/** A member of an enum. */
export const checkEnum: FactCheck = (given, of, at) => checkMember(given, membersOf(of, at), at);

function membersOf(of: string, at: Place): readonly string[] {
  return at.of.vocabulary.enums[of] ?? [];
}

function checkMember(
  given: unknown,
  members: readonly string[],
  at: Place,
  help?: string,
): string | undefined {
  const isText = typeof given === 'string';
  if (isText && members.includes(given)) return given;
  const shown = members.slice(0, 12).map((name) => `\`${name}\``);
  return tellExpected(
    at,
    `one of ${shown.join(', ')}${members.length > 12 ? `, … (${members.length} in all)` : ''}`,
    given,
    help ?? (isText ? didYouMean(given, members) : undefined),
    isText ? 'unknown-member' : 'wrong-type',
  );
}

/** A set: an array of its members (complete), or an object from member to yes, no or null. */
export const checkSet: FactCheck = (given, of, at) => {
  const members = membersOf(of, at);
  if (Array.isArray(given)) {
    const held = new Set<string>();
    elementsOf(given, at).forEach((each, index) => {
      const here = placeAt(at, index);
      const member = checkMember(each, members, here);
      if (member === undefined) return;
      if (held.has(member)) tell(here, 'duplicate-member', `\`${member}\` is in the set already`);
      held.add(member);
    });
    return [...held];
  }
  const expected = 'a set (an array of members, or an object from member to true, false or null)';
  const held = [...(entriesOf(given, expected, at) ?? [])].filter(([name, holds]) => {
    const here = placeOf(at, name.slice(0, 60));
    // A set that may have more members is not written as a list of that kind is, with the members in an array.
    const help = Array.isArray(holds)
      ? `a set of which only some members are known is written { "${members[0]}": true }`
      : undefined;
    if (checkMember(name, members, here, help) === undefined || holds === null || holds === undefined)
      return false;
    if (typeof holds !== 'boolean') tellExpected(here, 'true, false or null', holds);
    return typeof holds === 'boolean';
  });
  return Object.fromEntries(held);
};

/** A list: an array of records (complete), or `{ "atLeast": [...] }` (there may be more). */
export const checkList: FactCheck = (given, of, at) => {
  const recordsOf = (members: readonly unknown[]): readonly unknown[] =>
    elementsOf(members, at).map((member, index) =>
      checkRecord(member, at.of.vocabulary.records[of] ?? {}, placeAt(at, index)),
    );
  if (Array.isArray(given)) return recordsOf(given);
  const data = entriesOf(given, 'a list', at);
  if (data === undefined) return undefined;
  const members = data.get('atLeast');
  if (data.size === 1 && Array.isArray(members)) return { atLeast: recordsOf(members) };
  const help = 'an array is the complete list; {"atLeast": [...]} is one that may have more members';
  return tellExpected(at, 'a list', given, help);
};

function elementsOf(members: readonly unknown[], at: Place): readonly unknown[] {
  if (members.length > maxListLength) tellTooLong(at, maxListLength, 'members', members.length);
  else if (isDense(members) && hasOnlyData(members)) return members;
  else tellNotPlain(at, 'array');
  return [];
}
