import { type Day, notYet } from './calendar.ts';
import { maxUnits, unitsOf } from './decimal.ts';
import { parseDuration } from './duration.ts';
import type { FactValue, ListValue, RecordValue, Scalar, SetValue } from './fact-values.ts';
import { type FactProblem, type FactProblemCode, FactsError } from './facts-error.ts';
import { parseDay } from './iso-date.ts';
import { describeValue, hasOnlyData, isDense, isPlainObject } from './plain.ts';
import { closestName } from './suggest.ts';
import { type FactType, type FieldTypes, splitFactType, type Vocabulary } from './vocabulary.ts';

/** The most members that a list of facts may have. */
export const maxListLength = 10_000;
/** The most UTF-16 code units that a text may have. */
export const maxTextLength = 10_000;
/** The deepest that records and lists may nest: only a vocabulary that contains itself could go further. */
export const maxDepth = 32;
/** A case with more problems than this is reported up to here. */
export const maxProblems = 100;

/**
 * Reads the facts of a case, untrusted, by its vocabulary. A missing fact or `null` is unknown. A set is an array of its
 * members (complete) or an object from member to yes, no or null (partial). A list is an array (complete) or
 * `{ "atLeast": [...] }` (there may be more), and where absent it may have any members.
 *
 * Throws `FactsError` with everything that is wrong: fail closed. Nothing is ever converted or ignored.
 */
export function readFacts(vocabulary: Vocabulary, facts: unknown): RecordValue {
  const problems: FactProblem[] = [];
  const read = checkFacts(vocabulary, facts, problems);
  if (problems.length > 0) throw new FactsError(problems);
  return read;
}

/** `readFacts` that adds what is wrong to `problems` and reads on, with what is wrong as unknown. */
export function checkFacts(vocabulary: Vocabulary, facts: unknown, problems: FactProblem[]): RecordValue {
  const reader: Reader = { vocabulary, problems };
  if (facts === null || facts === undefined) {
    report(
      reader,
      'wrong-type',
      '',
      `expected an object of facts, got ${describeValue(facts)}`,
      'with no facts yet, give {}',
    );
    return readRecord(reader, vocabulary.facts, undefined, '', 0);
  }
  return readRecord(reader, vocabulary.facts, facts, '', 0);
}

interface Reader {
  readonly vocabulary: Vocabulary;
  readonly problems: FactProblem[];
}

function report(reader: Reader, code: FactProblemCode, path: string, message: string, help?: string): void {
  if (reader.problems.length === maxProblems) {
    reader.problems.push({
      code: 'too-many-problems',
      path: '',
      message: `there are more problems than these ${maxProblems}`,
    });
  }
  if (reader.problems.length > maxProblems) return;
  reader.problems.push({ code, path, message, ...(help === undefined ? {} : { help }) });
}

function readRecord(
  reader: Reader,
  types: FieldTypes,
  given: unknown,
  path: string,
  depth: number,
): RecordValue {
  const isGiven = given !== undefined && given !== null;
  const data = isGiven ? plainEntries(reader, given, path, 'an object', depth) : undefined;
  if (data !== undefined) reportUnknownKeys(reader, types, data, path);
  const fields = new Map<string, FactValue>();
  for (const [name, type] of Object.entries(types)) {
    if (type === 'other') continue;
    const at = path === '' ? name : `${path}.${name}`;
    // A record that contains itself ends where nothing more is given: there is nothing to know further down.
    if (data === undefined && depth > maxDepth) continue;
    fields.set(name, readField(reader, type, data?.get(name), at, depth + 1));
  }
  return { kind: 'record', fields };
}

function plainEntries(
  reader: Reader,
  given: unknown,
  path: string,
  expected: string,
  depth: number,
): ReadonlyMap<string, unknown> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    report(reader, 'wrong-type', path, `expected ${expected}, got ${describeValue(given)}`);
    return undefined;
  }
  if (!isPlainObject(given) || !hasOnlyData(given)) {
    report(
      reader,
      'not-plain',
      path,
      'expected a plain object as JSON gives it',
      'no class instances, getters, symbols or hidden properties',
    );
    return undefined;
  }
  if (depth > maxDepth) {
    report(reader, 'too-deep', path, `records nest deeper than ${maxDepth}`);
    return undefined;
  }
  return new Map(Object.entries(given));
}

function reportUnknownKeys(
  reader: Reader,
  types: FieldTypes,
  data: ReadonlyMap<string, unknown>,
  path: string,
): void {
  for (const key of data.keys()) {
    if (Object.hasOwn(types, key)) continue;
    const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key;
    const at = path === '' ? shown : `${path}.${shown}`;
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      report(reader, 'forbidden-key', at, `\`${key}\` is never the name of a fact`, 'rename or remove it');
      continue;
    }
    const known = closestName(key, Object.keys(types));
    report(
      reader,
      'unknown-fact',
      at,
      `there is no fact \`${shown}\` here`,
      known === undefined ? 'remove it, or declare it in the policy' : `did you mean \`${known}\`?`,
    );
  }
}

function readField(reader: Reader, type: FactType, given: unknown, path: string, depth: number): FactValue {
  const [kind, argument] = splitFactType(type);
  switch (kind) {
    case 'record':
      return readRecord(reader, reader.vocabulary.records[argument] ?? {}, given, path, depth);
    case 'list':
      return readList(reader, reader.vocabulary.records[argument] ?? {}, given, path, depth);
    case 'set':
      return readSet(reader, reader.vocabulary.enums[argument] ?? [], given, path, depth);
    default:
      return given === null || given === undefined
        ? undefined
        : readScalar(reader, kind, argument, given, path);
  }
}

function readList(reader: Reader, types: FieldTypes, given: unknown, path: string, depth: number): ListValue {
  const open: ListValue = { kind: 'list', elements: [], complete: false };
  if (given === null || given === undefined) return open;
  let members: unknown = given;
  if (!Array.isArray(given)) {
    const help = 'an array is the complete list; {"atLeast": [...]} is one that may have more members';
    const data = plainEntries(reader, given, path, 'a list', depth);
    if (data === undefined) return open;
    members = data.get('atLeast');
    if (data.size !== 1 || !Array.isArray(members)) {
      report(reader, 'wrong-type', path, 'expected a list, got an object', help);
      return open;
    }
  }
  const elements = plainElements(reader, members, path);
  return {
    kind: 'list',
    elements: elements.map((element, index) => {
      const at = `${path}[${index}]`;
      if (element === null || element === undefined) {
        report(
          reader,
          'wrong-type',
          at,
          `expected an object, got ${describeValue(element)}`,
          'for a member of which nothing is known, give {}',
        );
      }
      return readRecord(reader, types, element, at, depth + 1);
    }),
    complete: Array.isArray(given),
  };
}

function plainElements(reader: Reader, members: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(members)) return [];
  if (members.length > maxListLength) {
    report(reader, 'too-long', path, `expected at most ${maxListLength} members, got ${members.length}`);
    return [];
  }
  if (!isDense(members) || !hasOnlyData(members)) {
    report(
      reader,
      'not-plain',
      path,
      'expected a plain array as JSON gives it',
      'no holes, getters or further properties',
    );
    return [];
  }
  return members;
}

function readSet(
  reader: Reader,
  members: readonly string[],
  given: unknown,
  path: string,
  depth: number,
): SetValue {
  const held = new Map<string, boolean | undefined>();
  for (const member of members) held.set(member, undefined);
  const set: SetValue = { kind: 'set', members: held };
  if (given === null || given === undefined) return set;
  if (Array.isArray(given)) {
    for (const member of members) held.set(member, false);
    plainElements(reader, given, path).forEach((member, index) => {
      const at = `${path}[${index}]`;
      if (typeof member !== 'string' || !held.has(member)) reportMember(reader, members, member, at);
      else if (held.get(member) === true) {
        report(reader, 'duplicate-member', at, `\`${member}\` is in the set already`);
      } else held.set(member, true);
    });
    return set;
  }
  const data = plainEntries(
    reader,
    given,
    path,
    'a set (an array of members, or an object from member to true, false or null)',
    depth,
  );
  for (const [member, holds] of data ?? []) {
    const at = `${path}.${member.slice(0, 60)}`;
    if (!held.has(member)) reportMember(reader, members, member, at, partialSetHelp(members, holds));
    else if (typeof holds === 'boolean') held.set(member, holds);
    else if (holds !== null && holds !== undefined) {
      report(reader, 'wrong-type', at, `expected true, false or null, got ${describeValue(holds)}`);
    }
  }
  return set;
}

/** A set that may have more members is not written as a list of that kind is, with the members in an array. */
function partialSetHelp(members: readonly string[], holds: unknown): string | undefined {
  const [first] = members;
  return first === undefined || !Array.isArray(holds)
    ? undefined
    : `a set of which only some members are known is written { "${first}": true }`;
}

function reportMember(
  reader: Reader,
  members: readonly string[],
  given: unknown,
  path: string,
  help?: string,
): void {
  if (typeof given !== 'string') {
    report(reader, 'wrong-type', path, `expected one of ${listNames(members)}, got ${describeValue(given)}`);
    return;
  }
  const known = closestName(given, members);
  report(
    reader,
    'unknown-member',
    path,
    `expected one of ${listNames(members)}, got ${describeValue(given)}`,
    help ?? (known === undefined ? undefined : `did you mean \`${known}\`?`),
  );
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `\`${name}\``);
  return `${shown.join(', ')}${names.length > 12 ? `, … (${names.length} in all)` : ''}`;
}

function readScalar(
  reader: Reader,
  kind: string,
  argument: string,
  given: unknown,
  path: string,
): Scalar | undefined {
  switch (kind) {
    case 'yesno':
      if (typeof given === 'boolean') return given;
      report(
        reader,
        'wrong-type',
        path,
        `expected true or false, got ${describeValue(given)}`,
        'leave out what is not known, or give null',
      );
      return undefined;
    case 'number':
      return readNumber(reader, Number(argument), given, path);
    case 'enum': {
      const members = reader.vocabulary.enums[argument] ?? [];
      if (typeof given === 'string' && members.includes(given)) return given;
      reportMember(reader, members, given, path);
      return undefined;
    }
    case 'text':
      if (typeof given !== 'string') {
        report(reader, 'wrong-type', path, `expected a text, got ${describeValue(given)}`);
        return undefined;
      }
      if (given.length <= maxTextLength) return given;
      report(reader, 'too-long', path, `expected at most ${maxTextLength} characters, got ${given.length}`);
      return undefined;
    case 'duration': {
      const duration = typeof given === 'string' ? parseDuration(given) : undefined;
      if (duration === undefined) {
        report(
          reader,
          typeof given === 'string' ? 'impossible-duration' : 'wrong-type',
          path,
          `expected a duration such as "P1M" or "P14D", got ${describeValue(given)}`,
          'whole years, months, weeks and days, at most 9999 months and 99999 days',
        );
      }
      return duration;
    }
    default:
      return readDate(reader, kind === 'event', given, path);
  }
}

function readDate(reader: Reader, isEvent: boolean, given: unknown, path: string): Day | undefined {
  if (isEvent && given === 'notYet') return notYet;
  const expected = isEvent ? 'a date such as "2026-02-05", or "notYet"' : 'a date such as "2026-02-05"';
  if (typeof given !== 'string') {
    report(reader, 'wrong-type', path, `expected ${expected}, got ${describeValue(given)}`);
    return undefined;
  }
  const day = parseDay(given);
  if (day === undefined) {
    const known = /^\d{4}-\d{2}-\d{2}$/.test(given);
    report(
      reader,
      known ? 'impossible-date' : 'wrong-type',
      path,
      known ? `there is no such day as ${given}` : `expected ${expected}, got ${describeValue(given)}`,
    );
  }
  return day;
}

function readNumber(reader: Reader, places: number, given: unknown, path: string): number | undefined {
  if (typeof given !== 'number' || !Number.isFinite(given)) {
    report(reader, 'wrong-type', path, `expected a number, got ${describeValue(given)}`);
    return undefined;
  }
  const limit = maxUnits / 10 ** places;
  if (Math.abs(given) > limit) {
    report(reader, 'number-out-of-range', path, `expected a number from -${limit} to ${limit}, got ${given}`);
    return undefined;
  }
  const units = unitsOf(given, places);
  if (units === undefined) {
    report(
      reader,
      'too-many-decimals',
      path,
      places === 0
        ? `expected a whole number, got ${given}`
        : `expected at most ${places} decimals, got ${given}`,
    );
  }
  return units;
}
