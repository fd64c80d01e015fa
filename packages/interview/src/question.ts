/** A question of an interview: what is asked, about what, and what may be answered. */
import { checkNeed, checkVocabulary } from './given.ts';
import { type Field, type Plan, vocabularyPaths } from '@proviso/compiler/plan';
import {
  enumMemberWords,
  factPhrases,
  memberOfWords,
  memberWords,
  question,
  withoutNotYet,
} from '@proviso/explain';
import { checkPhrasebook, declaredPath, type Need, type Phrasebook, unitWords } from '@proviso/runtime';
import { allowedValues } from './allowed-values.ts';
import { factorPaths } from './factors.ts';

/** One question. */
export interface Question {
  readonly path: string;
  readonly kind: Need['kind'];
  /** The words to put. */
  readonly ask: string;
  /** Which of several is meant: "the second letter or conversation". */
  readonly about?: string;
  readonly help?: string;
  /** The questions of the factors that are weighed in a judgement. */
  readonly consider: readonly string[];
  readonly field: Field;
  /** Members that may be given, of an enum or a set. */
  readonly members: readonly Choice[];
  /** The unit of a number that is asked for: "days". */
  readonly unit?: string;
}

/** A member that may be given, and how it is told. */
export interface Choice {
  readonly member: string;
  readonly words: string;
}

/** The question for a need. */
export function questionOf(
  need: Pick<Need, 'path' | 'kind'>,
  plan: Pick<Plan, 'facts' | 'records' | 'enums'>,
  phrases: Phrasebook,
): Question {
  checkNeed(need);
  checkVocabulary(plan, ['facts', 'records', 'enums']);
  checkPhrasebook(phrases);
  const pattern = declaredPath(need.path);
  const entry = vocabularyPaths(plan).find(({ path }) => path === pattern);
  if (entry === undefined) throw new Error(`the plan has no fact ${pattern}`);
  const { field, key } = entry;
  const { help, unit } = phrases.facts[key] ?? {};
  const about = memberOfWords(phrases, need.path);
  return {
    path: need.path,
    kind: need.kind,
    ask: question(phrases, need.path),
    ...(about === undefined ? {} : { about }),
    ...(help === undefined ? {} : { help }),
    consider: factorPaths(field, need.path).map((factor) => withoutNotYet(question(phrases, factor))),
    field,
    members:
      field.type.kind === 'enum' || field.type.kind === 'set'
        ? (allowedValues(field, plan) ?? []).map((member) => ({
            member,
            words: enumMemberWords(phrases, phrases.facts[key]?.enum, member),
          }))
        : [],
    ...(unit === undefined ? {} : { unit: unitWords(unit, false) }),
  };
}

/** The question as a person is asked it; `listed`: how many members a list has so far. */
export function questionWords(question: Question, listed: number, phrases: Phrasebook): string {
  checkNeed(question);
  checkPhrasebook(phrases);
  const { kind, ask, path } = question;
  if (kind === 'list') {
    const own = factPhrases(phrases, path).ask;
    return own ?? `Is there ${listed === 0 ? 'any' : 'another'} ${memberWords(phrases, path)} to tell of?`;
  }
  // Some packs tell whoever writes a file of facts what to write; whoever is asked has a choice of its own for that.
  return withoutNotYet(ask);
}
