/** What a result rests on, and the questions that would settle what is open. */
import {
  type Attribution,
  type Need,
  type Phrasebook,
  type ReadingDependence,
  type ResultValue,
  unitWords,
} from '@proviso/runtime';
import { capitalise } from '../identifiers.ts';
import { factPhrases, instanceOf, type OpenQuestion } from '../phrases.ts';
import type { RestWording } from '../wording.ts';
import {
  byWhom,
  factClause,
  instanceWords,
  memberWords,
  question,
  withinSentence,
  withoutNotYet,
} from './facts.ts';
import { ambiguityWords, readingWords } from './results.ts';
import { countWords, listWords, quoted, semicolons } from './words.ts';

/** Of the facts of a pack. */
export function restWording(phrases: Phrasebook): RestWording {
  return {
    judgement: (path, value, open, attribution) => judgementClause(path, value, open, attribution, phrases),
    assumption: (path, value) =>
      `a presumption, since the fact is not known${aboutInstance(path, phrases)}: ${plainFact(path, value, phrases)}`,
    given: (path, value, attribution) =>
      `given${byWhom(attribution)}${aboutInstance(path, phrases)}: ${plainFact(path, value, phrases)}${grounds(attribution)}`,
    readingRests: (one, others) => readingClause(one, others, phrases),
    question: (path) => question(phrases, path),
    needQuestion: (need) => withoutNotYet(needQuestion(need, phrases)),
    need: (need, served, showPath) => needSentence(need, served, showPath, phrases),
  };
}

function plainFact(path: string, value: ResultValue, phrases: Phrasebook): string {
  return factClause(phrases, { kind: 'fact', path, value, input: 'fact' });
}

function judgementClause(
  path: string,
  value: ResultValue,
  open: OpenQuestion | undefined,
  attribution: Attribution | undefined,
  phrases: Phrasebook,
): string {
  const note =
    open === undefined || factPhrases(phrases, path).ask === undefined
      ? ''
      : open.excepts
        ? ', on an exception that the source does not list'
        : ', on a ground the source does not list';
  const who = attribution === undefined ? '' : byWhom(attribution);
  const why = attribution === undefined ? '' : grounds(attribution);
  return `a judgement${who}${aboutInstance(path, phrases)}: ${plainFact(path, value, phrases)}${note}${why}`;
}

/** ", because “the list was bought” (evidence: the invoice)" in the words of the person who gave it. */
function grounds({ why, evidence = [] }: Attribution): string {
  const because = why === undefined ? '' : `, for the reason ${quoted(why)}`;
  return `${because}${evidence.length === 0 ? '' : ` (evidence: ${listWords(evidence)})`}`;
}

function aboutInstance(path: string, phrases: Phrasebook): string {
  const instance = instanceOf(path);
  return instance === undefined ? '' : ` as to ${instanceWords(phrases, instance)}`;
}

/** The whole of it: the reading taken, the others, and what turns on it. */
function readingClause(
  one: ReadingDependence,
  others: readonly { readonly reading: string; readonly changes: readonly string[] }[],
  phrases: Phrasebook,
): string {
  const taken = `${ambiguityWords(phrases, one.ambiguity)}: taken here as ${readingWords(phrases, one.ambiguity, one.reading)}`;
  const effect = one.confirmed ? 'an answer would be different' : 'an answer may be different';
  const known = others.filter(({ changes }) => changes.length > 0);
  if (known.length === 0) {
    const other = listWords(
      others.map(({ reading }) => readingWords(phrases, one.ambiguity, reading)),
      'or',
    );
    return `${taken}; ${other === '' ? 'on another reading' : `on the reading ${other}`} ${effect}`;
  }
  // The clauses have commas of their own.
  const told = known.map(
    ({ reading, changes }) =>
      `on the reading ${readingWords(phrases, one.ambiguity, reading)}${changes.length === 1 ? ', ' : ': '}${semicolons(changes)}`,
  );
  return told.length === 1 && known[0]?.changes.length === 1
    ? `${taken}; ${told.join('')}`
    : [taken, ...told.map(capitalise)].join('. ');
}

function needQuestion({ path, kind }: Need, phrases: Phrasebook): string {
  return kind === 'list' && factPhrases(phrases, path).ask === undefined
    ? `Is there any ${memberWords(phrases, path)} that is not given?`
    : question(phrases, path);
}

/** More numbers than this are counted, not listed. */
const MOST_NUMBERS = 6;

function needSentence(need: Need, served: readonly number[], showPath: boolean, phrases: Phrasebook): string {
  const instance = aboutInstance(need.path, phrases);
  const asked = needQuestion(need, phrases);
  const ask = showPath ? asked : withoutNotYet(asked);
  const { unit } = factPhrases(phrases, need.path);
  const notes: string[] = [];
  if (unit !== undefined) notes.push(`in ${unitWords(unit, false)}`);
  if (need.kind === 'list') notes.push('every one of them');
  if (need.kind === 'judgement') notes.push('a judgement');
  if (need.kind === 'otherwise') notes.push('a judgement on what the source leaves open');
  if (served.length > MOST_NUMBERS) notes.push(`for ${countWords(served.length, 'answer')}`);
  else if (served.length > 0)
    notes.push(`for paragraph${served.length === 1 ? '' : 's'} ${listWords(served.map(String))}`);
  const about = instance === '' ? '' : `${capitalise(instance.trim())}: `;
  return `${about}${about === '' ? ask : withinSentence(ask)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}${showPath ? ` [${need.path}]` : ''}`;
}
