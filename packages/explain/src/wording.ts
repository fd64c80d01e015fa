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
  const duty = act === undefined ? quoted(humanise(owner)) : `the rule to ${act}`;
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
  return act === undefined ? quoted(humanise(name)) : `the rule to ${act}`;
}

/** The question to put for a needed fact. */
export function question(phrases: Phrasebook, path: string): string {
  const { ask, say } = factPhrases(phrases, path);
  if (ask !== undefined) return ask;
  if (say !== undefined && isTwoSided(say)) return `Is it so that ${positive(say)}?`;
  return `What is the ${humanise(path.replaceAll(/\[\d+\]/g, ''))}?`;
}

/** The words of a labelled limb or exception; undefined where the policy gives none. Nested labels are `outer.inner`. */
export function labelPhrase(phrases: Phrasebook, statement: string, label: string): string | undefined {
  const labels = phrases.statements[statement]?.labels ?? {};
  const key = label in labels ? label : Object.keys(labels).find((name) => name.endsWith(`.${label}`));
  return key === undefined ? undefined : labels[key]?.say;
}
