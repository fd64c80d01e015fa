/**
 * Clauses about facts and their instances, and the questions for them, in the words of the pack's phrasebook. Where the policy
 * gives no phrase the words are made from the identifier.
 */
import type { Attribution, FactReason, Phrasebook } from '@proviso/runtime';
import { humanise, isIsoDate } from '../identifiers.ts';
import { factPhrases, lastName, type OpenQuestion, openQuestionOf, recordTitle } from '../phrases.ts';
import { fill, hasPlace, isTwoSided, negative, positive } from '../polarity.ts';
import { ruleWords } from './statements.ts';
import { factValueWords } from './told-values.ts';
import { notYetPhrase, unknownPhrase } from './values.ts';
import { dateWords, listWords, ordinalWord, quoted } from './words.ts';

/** "the first letter or conversation" for `letters[0]`; "the decision" for `decision`. */
export function instanceWords(phrases: Phrasebook, path: string): string {
  const title = recordTitle(phrases, path) ?? `the ${humanise(lastName(path))}`;
  const index = /\[(\d+)\]$/.exec(path)?.[1];
  return index === undefined ? title : `the ${ordinalWord(Number(index))} ${withoutArticle(title)}`;
}

/** "the second payer, of the first deposit" for `deposits[0].payers[1].paid`; undefined where a path is of no member of a list. */
export function memberOfWords(phrases: Phrasebook, path: string): string | undefined {
  const members = [...path.matchAll(/\[\d+\](?=\.)/g)].map(({ index, 0: at }) =>
    path.slice(0, index + at.length),
  );
  const words = members.toReversed().map((member) => instanceWords(phrases, member));
  return words.length === 0 ? undefined : words.join(', of ');
}

/** "letter or conversation" for `letters`: one member of a list, without an article. */
export function memberWords(phrases: Phrasebook, path: string): string {
  return withoutArticle(recordTitle(phrases, path) ?? `member of ${quoted(humanise(lastName(path)))}`);
}

/** "letter" of "the letter". */
export function withoutArticle(title: string): string {
  return title.replace(/^(the|an|a) /, '');
}

/** What a fact says: "the message promotes something", "the message goes by email". */
export function factClause(phrases: Phrasebook, reason: FactReason): string {
  const { say, ask } = factPhrases(phrases, reason.path);
  if (say !== undefined) return fromPhrase(phrases, reason, say, ask);
  const open = ask === undefined ? openQuestionOf(phrases, reason.path) : undefined;
  return open === undefined ? fromQuestion(phrases, reason, ask) : openClause(phrases, open, reason.value);
}

/** An implicit judgement that the author gave no words: "it is so, on a ground that the source does not list, that …". */
function openClause(phrases: Phrasebook, open: OpenQuestion, value: FactReason['value']): string {
  const what = openSubject(phrases, open);
  const exists = open.excepts
    ? `an exception that the source does not list ${what}`
    : `a ground that the source does not list on which it is so ${what}`;
  if (value === 'unknown') return `it is not known whether there is ${exists}`;
  return value === 'yes' ? `there is ${exists}` : `there is no ${exists.replace(/^an? /, '')}`;
}

/** "that the tool may be lent"; of an exception "to its being so that …", "to the rule to …". */
function openSubject(phrases: Phrasebook, { statement, excepts }: OpenQuestion): string {
  const { say, act } = phrases.statements[statement] ?? {};
  if (say !== undefined) return `${excepts ? 'to its being so ' : ''}that ${positive(say)}`;
  const name = act !== undefined ? ruleWords(phrases, statement) : quoted(humanise(statement));
  return excepts ? `to ${name}` : `that ${name} holds`;
}

/** The same in a trace: with whose judgement it is, and with a caution where it lies after the day of the assessment. */
export function tracedFact(
  phrases: Phrasebook,
  reason: FactReason,
  asOf: string,
  attribution: Attribution | undefined,
): string {
  const { input, value } = reason;
  const clause = factClause(phrases, reason);
  if (value === 'unknown') return clause;
  if (input === 'judgement' || input === 'otherwise') {
    const who = attribution?.who === undefined ? '' : ` by ${attribution.who}`;
    return `${clause} (a judgement${who})`;
  }
  // The phrase of an event tells it as past.
  return input === 'event' && isIsoDate(value) && value > asOf
    ? `${clause}, which is after the day of this assessment`
    : clause;
}

/** " by the agent on 2 May 2019"; empty where neither is known. */
export function byWhom({ who, when }: Attribution): string {
  return `${who === undefined ? '' : ` by ${who}`}${when === undefined ? '' : ` on ${dateWords(when)}`}`;
}

function fromPhrase(phrases: Phrasebook, reason: FactReason, say: string, ask: string | undefined): string {
  const { path, value, member } = reason;
  // A phrase without words for no cannot speak of a member, which is one of several and may not be there.
  if (member !== undefined && !isTwoSided(say)) return fromQuestion(phrases, reason, ask);
  const template = member === undefined ? say : fill(say, factValueWords(phrases, path, member));
  if (value === 'unknown') return unknownFact(template) ?? fromQuestion(phrases, reason, ask);
  if (value === 'yes' || value === 'no') {
    const clause = value === 'yes' ? positive(template) : negative(template);
    return member === undefined || hasPlace(say)
      ? clause
      : `${clause}: ${factValueWords(phrases, path, member)}`;
  }
  if (value === 'notYet') {
    return notYetPhrase(template) ?? fromQuestion(phrases, reason, ask);
  }
  const words = factValueWords(phrases, path, value);
  return hasPlace(template) ? fill(positive(template), words) : `${positive(template)}: ${words}`;
}

/** "The sources do not include a petition or a survey": several members of a set; undefined where the phrase has no place for them. */
export function membersClause(phrases: Phrasebook, reasons: readonly FactReason[]): string | undefined {
  const [first] = reasons;
  const say = first === undefined ? undefined : factPhrases(phrases, first.path).say;
  if (first === undefined || say === undefined || !isTwoSided(say) || !hasPlace(say)) return undefined;
  const { path, value } = first;
  const words = new Set(reasons.map(({ member = '' }) => factValueWords(phrases, path, member)));
  const template = fill(say, listWords([...words], value === 'yes' ? 'and' : 'or'));
  if (value === 'unknown') return unknownFact(template);
  return value === 'yes' ? positive(template) : negative(template);
}

/** Undefined where the phrase gives no good sentence, and the question does better. */
function unknownFact(template: string): string | undefined {
  const phrase = unknownPhrase(template);
  return phrase.includes('“') ? undefined : phrase;
}

function fromQuestion(phrases: Phrasebook, reason: FactReason, ask: string | undefined): string {
  const question = quoted(ask === undefined ? humanise(reason.path) : withoutNotYet(ask));
  const { path, value, member } = reason;
  if (member === undefined)
    return `${question}: ${value === 'unknown' ? 'not known' : factValueWords(phrases, path, value)}`;
  const what = quoted(factValueWords(phrases, path, member));
  if (value === 'unknown') return `${question}: whether ${what} is not known`;
  return `${question}: ${value === 'yes' ? '' : 'not '}${what}`;
}

/** A question for readers: a remark on how to type that something has not happened is for those who fill in a file. */
export function withoutNotYet(ask: string): string {
  return ask.replace(/\s*\([^()]*notYet[^()]*\)/, '');
}

/** A question without its capital, for the middle of a sentence; a name or a number of its own keeps it. */
export function withinSentence(ask: string): string {
  return /^[A-Z][a-z]* [a-z]/.test(ask) ? ask.slice(0, 1).toLowerCase() + ask.slice(1) : ask;
}

/** The question to put for a needed fact. */
export function question(phrases: Phrasebook, path: string): string {
  const { ask, say } = factPhrases(phrases, path);
  if (ask !== undefined) return ask;
  if (say !== undefined && isTwoSided(say)) return `Is it so that ${positive(say)}?`;
  const open = openQuestionOf(phrases, path);
  if (open !== undefined) return openQuestion(phrases, open);
  const own = ownWords(phrases, path);
  if (own !== undefined) return `What is ${own}?`;
  return `What is the ${humanise(path.replaceAll(/\[\d+\]/g, ''))}?`;
}

/** "Is it so, on a ground that is not listed, that the decision is restricted?" */
function openQuestion(phrases: Phrasebook, open: OpenQuestion): string {
  const what = openSubject(phrases, open);
  return open.excepts
    ? `Is there an exception that is not listed ${what}?`
    : `Is it so, on a ground that is not listed, ${what}?`;
}

/** "the name" of `letters[0].name`, whose letter is named before; undefined where the path is of one thing only. */
function ownWords(phrases: Phrasebook, path: string): string | undefined {
  if (factPhrases(phrases, path).record !== undefined) return instanceWords(phrases, path);
  return /\[\d*\]\./.test(path) ? `the ${humanise(lastName(path))}` : undefined;
}
