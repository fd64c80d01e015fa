/** What the cases of a class have in common, in the words of the packs. */
import type { FieldKind, Plan } from '@proviso/compiler/plan';
import { vocabularyPaths } from '@proviso/compiler/plan';
import {
  definitionClause,
  english,
  factPhrases,
  humanise,
  instanceWords,
  listWords,
  memberWords,
  question,
  factValueWords,
  valueWords,
  withoutNotYet,
} from '@proviso/explain';
import { declaredPath, type Phrasebook, type ResultValue } from '@proviso/runtime';
import type { Circumstance, Place, Quantity } from '@proviso/verify';
import type { PackInWords } from '@proviso/cases';

type Words = Pick<PackInWords, 'plan' | 'phrases'>;

/** Tells one circumstance as a clause. */
export type Tell = (circumstance: Circumstance, about: string | undefined) => string;

/** Clauses in the words of the new side; of facts that only the old side has, in its words. `sides`: how each is called. */
export function circumstanceWords(
  old: Words,
  now: Words,
  sides: { readonly old: string; readonly new: string },
): Tell {
  const kinds = [kindsIn(old.plan), kindsIn(now.plan)] as const;
  const known = (path: string): { readonly phrases: Phrasebook; readonly kind: FieldKind } => {
    const declared = declaredPath(path);
    const kind = kinds[1].get(declared);
    return kind === undefined
      ? { phrases: old.phrases, kind: kinds[0].get(declared) ?? 'fact' }
      : { phrases: now.phrases, kind };
  };
  const aside = ({ newOnly }: Place): string => (newOnly === true ? ', as the new side takes it' : '');
  const said = (at: Place, value: ResultValue, about: string | undefined, member?: string): string => {
    const { phrases, kind } = known(at.path);
    const reason = { kind: 'fact' as const, path: at.path, value, input: kind };
    // Far in the future, so that no day is told to lie after that of an assessment.
    const clause = english(phrases).fact(
      member === undefined ? reason : { ...reason, member },
      '9999-12-31',
      undefined,
    );
    return `${instanceOf(phrases, at.path, about)}${clause}${aside(at)}`;
  };
  const tell =
    ({ path }: Place) =>
    (value: string | number): string =>
      factValueWords(known(path).phrases, path, value);
  return (circumstance, about) => {
    switch (circumstance.kind) {
      case 'formerly':
        return `it was so ${sides.old}`;
      case 'fact':
        return said(circumstance.at, yesNo(circumstance.holds), about);
      case 'member':
        return said(circumstance.at, yesNo(circumstance.holds), about, circumstance.member);
      case 'oneOf':
        return said(circumstance.at, oneOf(circumstance.values, tell(circumstance.at)), about);
      case 'noneOf':
        return said(
          circumstance.at,
          `something other than ${oneOf(circumstance.values, tell(circumstance.at))}`,
          about,
        );
      case 'happened':
        return said(circumstance.at, circumstance.holds ? 'some day' : 'notYet', about);
      case 'range':
        return said(circumstance.at, rangeWords(circumstance, tell(circumstance.at)), about);
      case 'day':
        return `the day of the assessment is ${rangeWords(circumstance, valueWords)}`;
      case 'length':
        return lengthWords(circumstance, known(circumstance.at.path).phrases);
      case 'reading': {
        const { ambiguity, readings } = circumstance;
        return readingClause(
          now.phrases.ambiguities[ambiguity] === undefined ? old.phrases : now.phrases,
          ambiguity,
          readings,
        );
      }
      case 'definition': {
        const { name, of, holds, side } = circumstance;
        const { plan, phrases } = side === 'old' ? old : now;
        const isOpen = plan.definitions.some((one) => one.id === name && one.open === true);
        const whose = of === undefined || of === about ? '' : `as to ${instanceWords(phrases, of)}, `;
        const by = side === undefined ? '' : `${sides[side]}, `;
        return `${by}${whose}${definitionClause(phrases, name, yesNo(holds), isOpen)}`;
      }
      case 'comparison': {
        const { left, relation, right } = circumstance;
        const beside = factIn(left) ?? factIn(right);
        const amount = beside === undefined ? valueWords : tell(beside);
        const words = (of: Quantity): string => quantityWords(of, (path) => known(path).phrases, amount);
        return `${words(left)} is ${RELATIONS[relation](isDay(left) || isDay(right))} ${words(right)}`;
      }
      default:
        return circumstance satisfies never;
    }
  };
}

function kindsIn(plan: Plan): ReadonlyMap<string, FieldKind> {
  return new Map(vocabularyPaths(plan).map(({ path, field }) => [path, field.kind]));
}

function yesNo(holds: boolean): 'yes' | 'no' {
  return holds ? 'yes' : 'no';
}

function instanceOf(phrases: Phrasebook, path: string, about: string | undefined): string {
  const instance = /^(.*\[\d+\])\./.exec(path)?.[1];
  return instance === undefined || instance === about ? '' : `as to ${instanceWords(phrases, instance)}, `;
}

type Told = (value: string | number) => string;

function oneOf(values: readonly string[], told: Told): string {
  return listWords(values.map(told), 'or');
}

/** "5 February 2026 or later", "10 or less", "from 3 to 5". */
function rangeWords(
  { from, to }: { readonly from?: string | number; readonly to?: string | number },
  told: Told,
): string {
  const sample = from ?? to;
  const isDate = typeof sample === 'string' && !sample.startsWith('P');
  if (from !== undefined && from === to) return told(from);
  if (from === undefined)
    return to === undefined ? 'anything' : `${told(to)} or ${isDate ? 'earlier' : 'less'}`;
  if (to === undefined) return `${told(from)} or ${isDate ? 'later' : 'more'}`;
  return `${isDate ? 'a day ' : ''}from ${told(from)} to ${told(to)}`;
}

function lengthWords(
  { at, atLeast, atMost }: Extract<Circumstance, { kind: 'length' }>,
  phrases: Phrasebook,
): string {
  const member = memberWords(phrases, at.path);
  if (atMost === 0) return `there is no ${member}`;
  const least =
    atLeast === undefined
      ? ''
      : `there is at least ${atLeast === 1 ? `one ${member}` : `${atLeast} of: ${member}`}`;
  const most =
    atMost === undefined
      ? ''
      : `there is not more than ${atMost === 1 ? `one ${member}` : `${atMost} of: ${member}`}`;
  return [least, most].filter((part) => part !== '').join(', and ');
}

/** "“notice period” (D-02) is read as “…”" */
export function readingClause(phrases: Phrasebook, ambiguity: string, readings: readonly string[]): string {
  const { title, readings: words = {} } = phrases.ambiguities[ambiguity] ?? {};
  const told = readings.map((reading) => `“${words[reading] ?? humanise(reading)}”`);
  const which = title === undefined ? '' : ` (${title})`;
  return `“${humanise(ambiguity)}”${which} is read as ${listWords(told, 'or')}`;
}

const RELATIONS = {
  notAfter: (days: boolean) => (days ? 'not later than' : 'not more than'),
  after: (days: boolean) => (days ? 'later than' : 'more than'),
  same: () => 'the same as',
  other: () => 'not',
} as const;

function isDay(of: Quantity): boolean {
  return (
    of.kind === 'day' ||
    of.kind === 'after' ||
    (of.kind === 'constant' && typeof of.value === 'string' && !/^-?P/.test(of.value))
  );
}

/** The fact that a quantity is made of, whose unit the constants beside it are in. */
function factIn(of: Quantity): Place | undefined {
  switch (of.kind) {
    case 'fact':
      return of.at;
    case 'sum':
      return factIn(of.left) ?? factIn(of.right);
    case 'times':
      return factIn(of.of);
    default:
      return undefined;
  }
}

function quantityWords(of: Quantity, phrasesOf: (path: string) => Phrasebook, told: Told): string {
  const words = (one: Quantity): string => quantityWords(one, phrasesOf, told);
  switch (of.kind) {
    case 'constant':
      return typeof of.value === 'string' && of.value.startsWith('-')
        ? `minus ${valueWords(of.value.slice(1))}`
        : told(of.value);
    case 'day':
      return 'the day of the assessment';
    case 'fact':
      return factName(phrasesOf(of.at.path), of.at.path);
    case 'sum':
      return `${words(of.left)} plus ${words(of.right)}`;
    case 'times':
      return `${of.by} times ${words(of.of)}`;
    case 'after':
      return of.by.kind === 'constant' && typeof of.by.value === 'string' && of.by.value.startsWith('-')
        ? `${valueWords(of.by.value.slice(1))} before ${words(of.of)}`
        : `${words(of.by)} after ${words(of.of)}`;
    case 'turnsOn':
      return `what follows from ${listWords(of.facts.map(({ path }) => factName(phrasesOf(path), path)))}`;
    default:
      return of satisfies never;
  }
}

function factName(phrases: Phrasebook, path: string): string {
  const { ask } = factPhrases(phrases, path);
  return ask === undefined
    ? `“${humanise(path.replaceAll(/\[\d+\]/g, ''))}”`
    : `the answer to “${withoutNotYet(question(phrases, path))}”`;
}
