/**
 * Checking facts and options, untrusted, against a vocabulary. Everything wrong is told, and what is right is given in its
 * plainest form: as JSON has it, without what is null, of no interest or wrong. Nothing is ever converted or ignored.
 *
 * How a value of each kind is checked is passed in, so that a goal carries the checks of the kinds that its facts have.
 */
import type { FactProblem, FactProblemCode } from './facts-error.ts';
import { maxDepth, maxProblems } from './limits.ts';
import { describeValue, hasOnlyData, isPlainObject, shortened } from './plain.ts';
import { didYouMean } from './suggest.ts';
import { type FactType, type FieldTypes, splitFactType, type Vocabulary } from './vocabulary.ts';

/** Checks a value that is given, of what `of` names; undefined where nothing of it is right. */
export type FactCheck = (given: unknown, of: string, at: Place) => unknown;

/** The checks by the kinds of facts: what stands before the colon of a type, records apart. */
export type FactChecks = Readonly<Record<string, FactCheck>>;

/** What facts are checked against. */
export interface FactsOf {
  readonly vocabulary: Vocabulary;
  readonly checks: FactChecks;
}

/** Where a value stands, and what is needed to check it. */
export interface Place {
  readonly path: string;
  readonly of: FactsOf;
  readonly problems: FactProblem[];
  /** What the keys of a record name. */
  readonly word: 'fact' | 'option' | 'ambiguity';
}

/** Facts in their plainest form. */
export type Plain = Readonly<Record<string, unknown>>;

/** Checks the facts of a case; adds what is wrong to `problems` and reads on, with what is wrong as unknown. */
export function checkFacts(of: FactsOf, facts: unknown, problems: FactProblem[]): Plain {
  return checkRecord(facts, of.vocabulary.facts, { path: '', of, problems, word: 'fact' });
}

/** Tells what is wrong with a value. */
export function tell(at: Place, code: FactProblemCode, message: string, help?: string): undefined {
  const { path, problems } = at;
  const left = maxProblems - problems.length;
  if (left > 0) problems.push({ code, path, message, ...(help === undefined ? {} : { help }) });
  if (left === 0) {
    const message = `there are more than ${maxProblems} problems`;
    problems.push({ code: 'too-many-problems', path: '', message });
  }
}

/** Tells that a value is not what it should be. */
export function tellExpected(
  at: Place,
  expected: string,
  given: unknown,
  help?: string,
  code: FactProblemCode = 'wrong-type',
): undefined {
  return tell(at, code, `expected ${expected}, got ${describeValue(given)}`, help);
}

/** The place of a field. */
export function placeOf(at: Place, name: string): Place {
  return { ...at, path: at.path === '' ? name : `${at.path}.${name}` };
}

/** The place of a member of a list. */
export function placeAt(at: Place, index: number): Place {
  return { ...at, path: `${at.path}[${index}]` };
}

/** Checks a record by the types of its fields. */
export function checkRecord(given: unknown, types: FieldTypes, at: Place): Plain {
  const plain: Record<string, unknown> = {};
  const data = entriesOf(given, 'an object', at, 'where nothing is known, give {}');
  if (data === undefined) return plain;
  tellUnknownKeys(data, Object.keys(types), at);
  for (const [name, type] of Object.entries(types)) {
    const value = data.get(name);
    if (type === 'other' || value === null || value === undefined) continue;
    const right = checkField(type, value, placeOf(at, name));
    if (right !== undefined) plain[name] = right;
  }
  return plain;
}

function checkField(type: FactType, given: unknown, at: Place): unknown {
  const [kind, of] = splitFactType(type);
  if (kind === 'record') return checkRecord(given, at.of.vocabulary.records[of] ?? {}, at);
  const check = at.of.checks[kind];
  // Fail closed: what cannot be checked is no fact.
  if (check === undefined) throw new Error(`no check of ${type}`);
  return check(given, of, at);
}

/** What is given under each key of a plain object. */
export function entriesOf(
  given: unknown,
  expected: string,
  at: Place,
  help?: string,
): ReadonlyMap<string, unknown> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return tellExpected(at, expected, given, help);
  }
  if (!isPlainObject(given) || !hasOnlyData(given)) return tellNotPlain(at, 'object');
  // Only a vocabulary that contains itself leads further down.
  if (at.path.split('.').length > maxDepth)
    return tell(at, 'too-deep', `records nest deeper than ${maxDepth}`);
  return new Map(Object.entries(given));
}

/** Tells that an object or array is more than data: a class instance, or with getters or holes. */
export function tellNotPlain(at: Place, what: 'object' | 'array'): undefined {
  return tell(at, 'not-plain', `expected a plain ${what} as JSON gives it`);
}

/** Tells of each key that is not known. */
export function tellUnknownKeys(
  data: ReadonlyMap<string, unknown>,
  known: readonly string[],
  at: Place,
): void {
  for (const key of data.keys()) {
    if (known.includes(key)) continue;
    const shown = shortened(key, 60);
    const here = placeOf(at, shown);
    if (/^(__proto__|constructor|prototype)$/.test(key)) {
      tell(here, 'forbidden-key', `\`${key}\` is never the name of a fact`, 'rename or remove it');
    } else {
      const help = didYouMean(key, known) ?? elsewhere(key, at.of.vocabulary) ?? 'remove it';
      tell(here, `unknown-${at.word}`, `there is no ${at.word} \`${shown}\` here`, help);
    }
  }
}

/** Where a fact of this name stands, as help. */
function elsewhere(name: string, { facts, records }: Vocabulary): string | undefined {
  const [place] =
    Object.entries(facts).find(
      ([fact, type]) => fact === name || Object.hasOwn(records[splitFactType(type)[1]] ?? {}, name),
    ) ?? [];
  return place && `it belongs ${place === name ? 'at the top' : `in \`${place}\``}`;
}
