/**
 * Sentences about facts, definitions and rules, in the words of the pack's phrasebook. Where the policy gives no phrase
 * the words are made from the identifier.
 */
import type { FactPhrases, FactReason, Phrasebook, ResultValue } from '@proviso/runtime';
import {
  fill,
  hasPlace,
  isTwoSided,
  negative,
  notYetPhrase,
  positive,
  unknownPhrase,
  valueWords,
} from './polarity.ts';
import { humanise, ordinalWord, quoted } from './words.ts';

/**
 * The declaration behind a path of a case: `letters[0].receivedOn` is `Letter.receivedOn`, because the phrasebook says that
 * `letters` holds records `Letter`.
 */
export function declarationOf(phrases: Phrasebook, path: string): string {
  let key = '';
  let record: string | undefined;
  for (const segment of path.replaceAll(/\[\d*\]/g, '').split('.')) {
    key = key === '' ? segment : record === undefined ? `${key}.${segment}` : `${record}.${segment}`;
    record = phrases.facts[key]?.record;
  }
  return key;
}

/** The words of a fact; empty where the phrasebook has none. */
export function factPhrases(phrases: Phrasebook, path: string): FactPhrases {
  return phrases.facts[declarationOf(phrases, path)] ?? {};
}

/** "the first letter or conversation" for `letters[0]`; "the decision" for `decision`. */
export function instanceWords(phrases: Phrasebook, path: string): string {
  const record = factPhrases(phrases, path).record;
  const title =
    (record === undefined ? undefined : phrases.records[record]?.title) ?? `the ${humanise(lastName(path))}`;
  const index = /\[(\d+)\]$/.exec(path)?.[1];
  if (index === undefined) return title;
  return `the ${ordinalWord(Number(index))} ${title.replace(/^(the|an|a) /, '')}`;
}

/** "letter or conversation" for `letters`: one member of a list, without an article. */
export function memberWords(phrases: Phrasebook, path: string): string {
  const record = factPhrases(phrases, path).record;
  const title = record === undefined ? undefined : phrases.records[record]?.title;
  return (title ?? `member of ${quoted(humanise(lastName(path)))}`).replace(/^(the|an|a) /, '');
}

/**
 * The statement that an implicit judgement is about, and whether it is about an open list of exceptions; undefined for any
 * other fact.
 */
export function openQuestionOf(
  phrases: Phrasebook,
  path: string,
): { readonly statement: string; readonly excepts: boolean } | undefined {
  const field = /(?:^|\.)otherwise\.([^.]+)$/.exec(path)?.[1];
  if (field === undefined) return undefined;
  if (phrases.statements[field] !== undefined) return { statement: field, excepts: false };
  if (!field.endsWith('Except')) return undefined;
  const [statement] = Object.keys(phrases.statements)
    .filter((name) => field.startsWith(name))
    .toSorted((a, b) => b.length - a.length);
  return statement === undefined ? undefined : { statement, excepts: true };
}

/** Is this the implicit judgement of an open list of exceptions? */
export function isOpenException(phrases: Phrasebook, path: string): boolean {
  return openQuestionOf(phrases, path)?.excepts === true;
}

/** "letters" for `letters`, for a sentence about the list as a whole. */
export function lastName(path: string): string {
  return (
    path
      .replaceAll(/\[\d*\]/g, '')
      .split('.')
      .at(-1) ?? path
  );
}

/** What a fact says: "the message promotes something", "the message goes by email". */
export function factClause(phrases: Phrasebook, reason: FactReason): string {
  const { say, ask } = factPhrases(phrases, reason.path);
  const clause = say === undefined ? fromQuestion(reason, ask) : fromPhrase(reason, say, ask);
  if (reason.value === 'unknown') return clause;
  return reason.input === 'judgement' || reason.input === 'otherwise' ? `${clause} (a judgement)` : clause;
}

function fromPhrase(reason: FactReason, say: string, ask: string | undefined): string {
  const { value } = reason;
  const template = reason.member === undefined ? say : fill(say, valueWords(reason.member));
  if (value === 'unknown') return unknownFact(template) ?? fromQuestion(reason, ask);
  if (value === 'yes') return withMember(positive(template), say, reason);
  if (value === 'no') return withMember(negative(template), say, reason);
  if (value === 'notYet') {
    return notYetPhrase(template) ?? fromQuestion(reason, ask);
  }
  if (hasPlace(template)) return fill(positive(template), valueWords(value));
  return `${positive(template)}: ${valueWords(value)}`;
}

/** Undefined where the phrase gives no good sentence, and the question does better. */
function unknownFact(template: string): string | undefined {
  const phrase = unknownPhrase(template);
  return phrase.includes('“') ? undefined : phrase;
}

function withMember(clause: string, say: string, reason: FactReason): string {
  return reason.member === undefined || hasPlace(say) ? clause : `${clause}: ${humanise(reason.member)}`;
}

function fromQuestion(reason: FactReason, ask: string | undefined): string {
  // A remark on how to type an answer is no part of the question.
  const question = quoted(
    ask === undefined ? humanise(reason.path) : ask.replace(/\s*\([^()]*notYet[^()]*\)/, ''),
  );
  const { value, member } = reason;
  if (member === undefined) return `${question}: ${value === 'unknown' ? 'not known' : valueWords(value)}`;
  const what = quoted(humanise(member));
  if (value === 'unknown') return `${question}: whether ${what} is not known`;
  return `${question}: ${value === 'yes' ? '' : 'not '}${what}`;
}

/** What a definition says with this value. `open`: its no is "not established", never the negative phrase. */
export function definitionClause(
  phrases: Phrasebook,
  name: string,
  value: ResultValue,
  open: boolean,
): string {
  const say = phrases.statements[name]?.say;
  if (say === undefined) return unnamedClause(phrases, name, value);
  if (value === 'unknown') return unknownPhrase(say);
  if (value === 'yes') return positive(say);
  if (value === 'no') return open ? `it is not established that ${positive(say)}` : negative(say);
  return hasPlace(say) ? fill(positive(say), valueWords(value)) : `${positive(say)}: ${valueWords(value)}`;
}

function unnamedClause(phrases: Phrasebook, name: string, value: ResultValue): string {
  const [head, ...rest] = name.split('.');
  if (head !== undefined && rest.length > 0 && phrases.statements[head] !== undefined) {
    return partClause(phrases, head, rest, value);
  }
  const words = quoted(humanise(name));
  if (value === 'yes') return `${words} holds`;
  if (value === 'no') return `${words} does not hold`;
  return value === 'unknown' ? `it is not known whether ${words} holds` : `${words} is ${valueWords(value)}`;
}

/** A rule's aspect (`respond.applies`) or a limb or exception used as a condition (`inform.disproportionate`). */
function partClause(phrases: Phrasebook, owner: string, rest: readonly string[], value: ResultValue): string {
  const act = phrases.statements[owner]?.act;
  const duty = act === undefined ? quoted(humanise(owner)) : ruleWords(phrases, owner);
  const aspects: Readonly<Record<string, string>> = {
    applies: `${duty} {applies|does not apply}`,
    met: `${duty} {is|is not} met`,
    breached: `${duty} {is|is not} breached`,
  };
  const label = rest.join('.');
  const say =
    (act === undefined ? undefined : aspects[label]) ??
    labelPhrase(phrases, owner, label) ??
    `${quoted(humanise(label))} {holds|does not hold} under ${duty}`;
  if (value === 'unknown') return unknownPhrase(say);
  return value === 'yes' ? positive(say) : negative(say);
}

/** Which question a definition answers, as a subject: "whether the decision is restricted by Article 22". */
export function whether(phrases: Phrasebook, name: string): string {
  const say = phrases.statements[name]?.say;
  if (say !== undefined) return hasPlace(say) ? quoted(fill(positive(say), '…')) : `whether ${positive(say)}`;
  const act = phrases.statements[name]?.act;
  return act === undefined ? quoted(humanise(name)) : ruleWords(phrases, name);
}

/** Does this rule permit, and not require or forbid? */
export function isPermission(phrases: Phrasebook, rule: string): boolean {
  return phrases.statements[rule]?.modality === 'may';
}

/** "the rule to respond to the objection"; "the rule not to send it"; "the permission to accept it". */
export function ruleWords(phrases: Phrasebook, rule: string): string {
  const { act, modality } = phrases.statements[rule] ?? {};
  const noun = modality === 'may' ? 'permission' : 'rule';
  const not = modality === 'mustNot' || modality === 'shouldNot' ? 'not ' : '';
  return act === undefined ? `the ${noun} ${quoted(humanise(rule))}` : `the ${noun} ${not}to ${act}`;
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
function openQuestion(
  phrases: Phrasebook,
  { statement, excepts }: { readonly statement: string; readonly excepts: boolean },
): string {
  const { say, act } = phrases.statements[statement] ?? {};
  const what = say !== undefined ? `that ${positive(say)}` : undefined;
  if (!excepts)
    return what === undefined
      ? `Does ${quoted(humanise(statement))} hold on a ground that is not listed?`
      : `Is it so, on a ground that is not listed, ${what}?`;
  const excepted = act !== undefined ? ruleWords(phrases, statement) : quoted(humanise(statement));
  return what === undefined
    ? `Is there an exception to ${excepted} that is not listed?`
    : `Is there an exception that is not listed to its being so ${what}?`;
}

/** "the name" of `letters[0].name`, whose letter is named before; undefined where the path is of one thing only. */
function ownWords(phrases: Phrasebook, path: string): string | undefined {
  if (factPhrases(phrases, path).record !== undefined) return instanceWords(phrases, path);
  return /\[\d*\]\./.test(path) ? `the ${humanise(lastName(path))}` : undefined;
}

/** The words of a labelled limb or exception; undefined where the policy gives none. Nested labels are `outer.inner`. */
export function labelPhrase(phrases: Phrasebook, statement: string, label: string): string | undefined {
  const labels = phrases.statements[statement]?.labels ?? {};
  const key = label in labels ? label : Object.keys(labels).find((name) => name.endsWith(`.${label}`));
  return key === undefined ? undefined : labels[key]?.say;
}
