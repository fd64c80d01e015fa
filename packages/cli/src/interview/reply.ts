/** Questions as they are put in text, and reading what is typed in reply. */
import { withinSentence } from '@proviso/explain';
import type { Choice, Question } from '@proviso/interview';
import { parseDay, parseDuration } from '@proviso/runtime';

/** What a person says to a question. */
export type Reply =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' };

/** A question, with its help and what is to be weighed on lines under it. */
export function askedText({ about, ask, kind, help, consider }: Question, indent: string): string {
  const asked = about === undefined ? ask : `As to ${about}: ${withinSentence(ask)}`;
  const judgement = kind === 'judgement' || kind === 'otherwise' ? ' (a judgement)' : '';
  const under = [
    ...(help === undefined ? [] : [help]),
    ...(consider.length === 0 ? [] : [`Consider: ${consider.join(' ')}`]),
  ];
  return [`${asked}${judgement}`, ...under.map((line) => `${indent}${line}`)].join('\n');
}

/** What may be typed, for a prompt. */
export function answerHint({ field, kind, members, unit }: Question): string {
  const { type } = field;
  const choices = members.map(({ words }) => words).join(members.some(hasComma) ? '; ' : ', ');
  if (kind === 'list') return 'yes, no';
  switch (type.kind) {
    case 'yesno':
      return 'yes, no';
    case 'enum':
      return choices;
    case 'set':
      return `none, or some of ${choices}`;
    case 'date':
      return field.kind === 'event' ? 'a date such as 2026-01-31, or not yet' : 'a date such as 2026-01-31';
    case 'duration':
      return 'a duration such as 28 days or 1 month';
    case 'number':
      return unit === undefined ? 'a number' : `a number, in ${unit}`;
    default:
      return 'text';
  }
}

/** What to type instead of what is no answer. */
export function instead(question: Question): string {
  return `answer with ${answerHint(question)}, or ? where it is not known`;
}

/** Reads a typed answer; a text is what is wrong with it. An empty one, `?` or "unknown" is "I don't know". */
export function readReply(question: Question, typed: string): Reply | string {
  const text = typed.trim();
  const word = text.toLowerCase();
  if (word === '' || word === '?' || word === 'unknown' || /^i (don['’]?t|do not) know\.?$/.test(word))
    return { kind: 'unknown' };
  if (word === 'back') return { kind: 'back' };
  if (word === 'stop') return { kind: 'stop' };
  const value = readValue(question, text, word);
  return value === undefined ? `not understood; ${instead(question)}` : { kind: 'value', value };
}

function readValue({ field, kind, members }: Question, text: string, word: string): unknown {
  const { type } = field;
  if (kind === 'list' || type.kind === 'yesno')
    return word === 'yes' || word === 'y' ? true : word === 'no' || word === 'n' ? false : undefined;
  switch (type.kind) {
    case 'enum':
      return memberOf(text, members);
    case 'set': {
      if (word === 'none') return [];
      const parts = text.split(members.some(hasComma) ? ';' : ',');
      const read = parts.map((part) => memberOf(part.trim(), members));
      return read.includes(undefined) ? undefined : [...new Set(read)];
    }
    case 'date':
      if (field.kind === 'event' && /^not ?yet$/.test(word)) return 'notYet';
      return parseDay(text) === undefined ? undefined : text;
    case 'duration':
      return readDuration(text);
    case 'number':
      return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
    default:
      return text;
  }
}

/** By its words, its identifier, or its number in the list. */
function memberOf(text: string, members: readonly Choice[]): string | undefined {
  const plain = (words: string): string => words.toLowerCase().replaceAll(/\s/g, '');
  const wanted = plain(text);
  const found =
    members.find(({ words }) => plain(words) === wanted) ??
    members.find(({ member }) => plain(member) === wanted) ??
    (/^\d+$/.test(text) ? members[Number(text) - 1] : undefined);
  return found?.member;
}

/** Words with a comma of their own are parted by semicolons. */
function hasComma({ words }: Choice): boolean {
  return words.includes(',');
}

function readDuration(text: string): string | undefined {
  const words = /^(\d{1,4}) ?(day|week|month|year)s?$/i.exec(text);
  const iso =
    words === null ? text.toUpperCase() : `P${words[1] ?? ''}${(words[2] ?? '').slice(0, 1).toUpperCase()}`;
  return parseDuration(iso) === undefined ? undefined : iso;
}
