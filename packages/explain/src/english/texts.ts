/** What a statement is judged by, in words: law, or a text that is none and can only be of some day. */
import type { LawReason, PhraseCite, Phrasebook } from '@proviso/runtime';
import { type TextKind, textBehind } from '../texts.ts';

/** Clauses on the text behind a statement. */
export interface TextWords {
  readonly asOn: (day: string) => string;
  readonly hadBegunOnly: (day: string) => string;
  readonly ceasedOn: (day: string) => string;
  readonly wasInForce: string;
  readonly wasNotInForce: string;
  readonly isOutOfForce: string;
  readonly hadCeased: string;
  readonly hadNotBegun: string;
  readonly from: string;
  readonly ceasing: string;
}

function lawWords(law: string): TextWords {
  return {
    asOn: (day) => `the law of ${day}`,
    hadBegunOnly: (day) => `${law} began only on ${day}`,
    ceasedOn: (day) => `${law} ceased on ${day}`,
    wasInForce: `${law} was in force`,
    wasNotInForce: `${law} was not in force`,
    isOutOfForce: `${law} is not in force`,
    hadCeased: `${law} had ceased`,
    hadNotBegun: `${law} had not begun`,
    from: 'in force from',
    ceasing: 'ceasing on',
  };
}

/** Of law. */
export const LAW: TextWords = lawWords('the law');

const NOUNS: Readonly<Record<TextKind, string>> = {
  guidance: 'guidance',
  draft: 'draft',
  letter: 'letter',
  superseded: 'superseded text',
};

/** What is neither made nor in force is only there, or not there yet. */
function wordsOf(noun: string): TextWords {
  return {
    asOn: (day) => `the ${noun} as it stood on ${day}`,
    hadBegunOnly: (day) => `the ${noun} is of ${day}`,
    ceasedOn: (day) => `the ${noun} stood only until ${day}`,
    wasInForce: `the ${noun} stood`,
    wasNotInForce: `the ${noun} did not stand`,
    isOutOfForce: `the ${noun} does not stand then`,
    hadCeased: `the ${noun} had ceased to stand`,
    hadNotBegun: `the ${noun} was not there yet`,
    from: 'dating from',
    ceasing: 'standing until',
  };
}

/**
 * The clauses on the text that a statement rests on; where one that is cited began on its first day, on that. The days of a
 * text that began on another day are those of the law that it goes by.
 */
export function textWords(
  phrases: Phrasebook,
  statement: string,
  { from }: Pick<LawReason, 'from'>,
): TextWords {
  const all = citesBehind(phrases, statement, from);
  const begun = all.filter(({ source }) => {
    const own = phrases.sources[source]?.from;
    return own !== undefined && own === (from ?? own);
  });
  const kind = textBehind(begun.length === 0 ? all : begun, (source) => phrases.sources[source]);
  if (kind === undefined) return LAW;
  return begun.length === 0 ? lawWords(`the law behind the ${NOUNS[kind]}`) : wordsOf(NOUNS[kind]);
}

/**
 * What the version with this first day cites. The grounds of a definition may cite law where it cites none itself: there the
 * other versions tell what it is that changed.
 */
function citesBehind(
  phrases: Phrasebook,
  statement: string,
  from: string | undefined,
): readonly PhraseCite[] {
  const { kind, versions, cites = [] } = phrases.statements[statement] ?? {};
  if (versions === undefined) return cites;
  if (kind === 'define') return Object.values(versions).flatMap((version) => version.cites ?? []);
  return versions[from === undefined ? statement : `${statement}@${from}`]?.cites ?? cites;
}

/** ", under a draft only", of what no law requires; empty of the rest. */
export function underText(kind: TextKind | undefined): string {
  if (kind === undefined) return '';
  return `, under ${kind === 'guidance' ? '' : 'a '}${NOUNS[kind]} only`;
}
