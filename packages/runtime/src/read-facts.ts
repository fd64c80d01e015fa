/** The facts of a case as they stand inside: checked, every field of the vocabulary there, what is not given unknown. */
import { checkFacts, type FactChecks, type Plain } from './check-facts.ts';
import type { Day } from './calendar.ts';
import { unitsOf } from './decimal.ts';
import { parseDuration } from './duration.ts';
import {
  checkDate,
  checkDuration,
  checkEnum,
  checkEvent,
  checkList,
  checkNumber,
  checkSet,
  checkText,
  checkYesno,
} from './fact-checks.ts';
import type { FactValue, ListValue, RecordValue, SetValue } from './fact-values.ts';
import { type FactProblem, FactsError } from './facts-error.ts';
import { dayOf } from './assess-read.ts';
import { maxDepth } from './limits.ts';
import { type FactType, type FieldTypes, splitFactType, type Vocabulary } from './vocabulary.ts';

/** The checks of facts of every kind. */
export const allChecks: FactChecks = {
  yesno: checkYesno,
  number: checkNumber,
  text: checkText,
  date: checkDate,
  event: checkEvent,
  duration: checkDuration,
  enum: checkEnum,
  set: checkSet,
  list: checkList,
};

/**
 * Reads the facts of a case, untrusted, by its vocabulary. A missing fact or `null` is unknown. A set is an array of its
 * members (complete) or an object from member to yes, no or null (partial). A list is an array (complete) or
 * `{ "atLeast": [...] }` (there may be more), and where absent it may have any members.
 *
 * Throws `FactsError` with everything that is wrong: fail closed. Nothing is ever converted or ignored.
 */
export function readFacts(vocabulary: Vocabulary, facts: unknown): RecordValue {
  const problems: FactProblem[] = [];
  const read = readCheckedFacts(vocabulary, facts, problems);
  if (problems.length > 0) throw new FactsError(problems);
  return read;
}

/** `readFacts` that adds what is wrong to `problems` and reads on, with what is wrong as unknown. */
export function readCheckedFacts(
  vocabulary: Vocabulary,
  facts: unknown,
  problems: FactProblem[],
): RecordValue {
  return factsInside(vocabulary, checkFacts({ vocabulary, checks: allChecks }, facts, problems));
}

/** Facts that have been checked, as they stand inside. */
export function factsInside(vocabulary: Vocabulary, plain: Plain): RecordValue {
  return recordInside(vocabulary, vocabulary.facts, plain, 0);
}

function recordInside(vocabulary: Vocabulary, types: FieldTypes, given: unknown, depth: number): RecordValue {
  const fields = new Map<string, FactValue>();
  const plain = given as Plain | undefined;
  for (const [name, type] of Object.entries(types)) {
    // A record that contains itself ends where nothing more is given: there is nothing to know further down.
    if (type === 'other' || (plain === undefined && depth > maxDepth)) continue;
    const value = plain !== undefined && Object.hasOwn(plain, name) ? plain[name] : undefined;
    fields.set(name, fieldInside(vocabulary, type, value, depth + 1));
  }
  return { kind: 'record', fields };
}

function fieldInside(vocabulary: Vocabulary, type: FactType, given: unknown, depth: number): FactValue {
  const [kind, of] = splitFactType(type);
  const types = vocabulary.records[of] ?? {};
  switch (kind) {
    case 'record':
      return recordInside(vocabulary, types, given, depth);
    case 'list':
      return listInside(vocabulary, types, given, depth);
    case 'set':
      return setInside(vocabulary.enums[of] ?? [], given);
    case 'date':
    case 'event':
      return dayOf(given, kind === 'event') as Day | undefined;
    case 'duration':
      return typeof given === 'string' ? parseDuration(given) : undefined;
    case 'number':
      return typeof given === 'number' ? unitsOf(given, Number(of)) : undefined;
    default:
      return given as boolean | string | undefined;
  }
}

function listInside(vocabulary: Vocabulary, types: FieldTypes, given: unknown, depth: number): ListValue {
  const complete = Array.isArray(given);
  const members: unknown = complete ? given : (given as Plain | undefined)?.['atLeast'];
  const elements = Array.isArray(members)
    ? members.map((member) => recordInside(vocabulary, types, member, depth + 1))
    : [];
  return { kind: 'list', elements, complete };
}

function setInside(members: readonly string[], given: unknown): SetValue {
  const holds = (member: string): boolean | undefined =>
    Array.isArray(given) ? given.includes(member) : (given as Record<string, boolean> | undefined)?.[member];
  return { kind: 'set', members: new Map(members.map((member) => [member, holds(member)])) };
}
