/** Several words that mean one thing in other languages, where they can mean nothing in this one. */
import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { declarationTokens, isName, isPlainName, type Open } from './inside.ts';
import { endOf, retype, tokenSpan } from './lex.ts';
import { tokenInPlaceOf, virtualToken } from './virtual.ts';
import {
  Colon,
  Comma,
  Dot,
  Greater,
  GreaterOrEqual,
  Identifier,
  LBracket,
  LParen,
  Less,
  LessOrEqual,
  NumberToken,
  RParen,
  StringLiteral,
  kw,
} from './tokens.ts';

/** Words that are read as others: how many they are, and what they are read as. */
export interface OtherWords {
  readonly taken: number;
  readonly tokens: readonly IToken[];
  readonly diagnostic: Diagnostic;
}

/** What is written for what was found, from the first of some words to the last. */
export function spelt(
  [first, last]: readonly [IToken, IToken],
  found: string,
  meant: string,
  safe: boolean,
  file: string,
  help?: string,
): Diagnostic {
  const span = { ...tokenSpan(first, file), end: tokenSpan(last, file).end };
  const fix = { title: `write \`${meant}\``, safe, edits: [{ span, text: meant }] };
  return lexDiagnostic(
    'foreign-operator',
    span,
    { found, meant },
    help === undefined ? { fix } : { fix, help },
  );
}

const more: ReadonlySet<string> = new Set(['greater', 'more', 'larger', 'higher', 'bigger', 'later']);
const less: ReadonlySet<string> = new Set(['less', 'fewer', 'smaller', 'lower', 'earlier']);
const signs: ReadonlyMap<string, TokenType> = new Map([
  ['>', Greater],
  ['>=', GreaterOrEqual],
  ['<', Less],
  ['<=', LessOrEqual],
]);

/** Whether a comparison in words may begin with two tokens. */
export const mayCompare = (token: IToken, next: IToken): boolean =>
  next.tokenType === kw.than ||
  (token.tokenType === kw.is && (next.image === 'equal' || more.has(next.image) || less.has(next.image)));

/** `is equal to`, `is greater than or equal to`, `more than`. */
export function comparisonAt(tokens: readonly IToken[], index: number, file: string): OtherWords | undefined {
  const first = tokens[index];
  const at = first?.tokenType === kw.is ? index + 1 : index;
  const [word, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || word === undefined || second === undefined) return undefined;
  const found = (last: number): string =>
    tokens
      .slice(index, last + 1)
      .map(({ image }) => image)
      .join(' ');
  if (at > index && word.image === 'equal' && second.tokenType === kw.to)
    return { taken: 3, tokens: [first], diagnostic: spelt([first, second], found(at + 1), 'is', true, file) };
  // `no later than` has the words of this language.
  if (second.tokenType !== kw.than || (at === index && word.tokenType !== Identifier)) return undefined;
  const sign = more.has(word.image) ? '>' : less.has(word.image) ? '<' : undefined;
  if (sign === undefined) return undefined;
  const isOrEqual =
    tokens[at + 2]?.tokenType === kw.or &&
    tokens[at + 3]?.image === 'equal' &&
    tokens[at + 4]?.tokenType === kw.to;
  const last = isOrEqual ? at + 4 : at + 1;
  const meant = isOrEqual ? `${sign}=` : sign;
  return {
    taken: last - index + 1,
    tokens: [tokenInPlaceOf(first, signs.get(meant) ?? Greater, meant)],
    diagnostic: spelt([first, tokens[last] ?? second], found(last), meant, true, file),
  };
}

/** Functions of other languages, which no definition is likely to be called. */
const functions: ReadonlySet<string> = new Set([
  'min',
  'max',
  'count',
  'sum',
  'len',
  'length',
  'abs',
  'round',
  'exists',
]);

/** `heavy(p)`: the answer about an instance. */
export function callAt(
  tokens: readonly IToken[],
  index: number,
  open: Open | undefined,
  file: string,
): OtherWords | undefined {
  const [previous, name, bracket] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (previous === undefined || name?.tokenType !== Identifier || bracket?.tokenType !== LParen)
    return undefined;
  if (open === undefined || open.pairs === 'answers' || functions.has(name.image)) return undefined;
  const isNamed =
    isPlainName(previous) ||
    declarationTokens.has(previous.tokenType) ||
    previous.tokenType === StringLiteral;
  if (isNamed || endOf(name) !== bracket.startOffset) return undefined;
  let at = index + 2;
  while (isName(tokens[at]) && tokens[at + 1]?.tokenType === Dot) at += 2;
  const [last, close] = [tokens[at], tokens[at + 1]];
  if (last === undefined || !isName(last) || close?.tokenType !== RParen) return undefined;
  const path = tokens.slice(index + 2, at + 1);
  const text = path.map(({ image }) => image).join('');
  const { startOffset, endOffset, startLine, endLine, startColumn, endColumn } = close;
  const part = createTokenInstance(
    Identifier,
    name.image,
    startOffset,
    endOffset ?? startOffset,
    startLine ?? 0,
    endLine ?? 0,
    startColumn ?? 0,
    endColumn ?? 0,
  );
  return {
    taken: path.length + 3,
    tokens: [...path, virtualToken(Dot, last), part],
    diagnostic: spelt(
      [name, close],
      `${name.image}(${text})`,
      `${text}.${name.image}`,
      false,
      file,
      'nothing is called with brackets: the answer about an instance stands behind it and a point',
    ),
  };
}

/** What follows a name that begins an answer. */
const afterName = new Set<TokenType>([Colon, Dot, LBracket, kw.for]);

/** `depends x` and `depends on x, y` in what a scenario expects. */
export function dependsAt(tokens: readonly IToken[], index: number, file: string): OtherWords | undefined {
  const [before, previous, token, next, third] = [-2, -1, 0, 1, 2].map((at) => tokens[index + at]);
  if (token === undefined || next === undefined || previous === undefined) return undefined;
  const isAnswer = !isName(next) || (third !== undefined && afterName.has(third.tokenType));
  if (isAnswer) return undefined;
  if (token.tokenType === kw.depends && next.tokenType !== kw.on)
    return {
      taken: 1,
      tokens: [token, virtualToken(kw.on, token)],
      diagnostic: spelt([token, token], 'depends', 'depends on', true, file),
    };
  const isListed = before?.tokenType === kw.on || before?.tokenType === kw.and;
  if (token.tokenType !== Comma || !isName(previous) || !isListed) return undefined;
  retype(token, kw.and);
  return { taken: 1, tokens: [token], diagnostic: spelt([token, token], ',', ' and', true, file) };
}

/** `1,153.84` as a value that a scenario gives. */
export function thousandsAt(tokens: readonly IToken[], index: number, file: string): OtherWords | undefined {
  const first = tokens[index];
  let end = index;
  let image = first?.image ?? '';
  for (;;) {
    const [comma, part] = [tokens[end + 1], tokens[end + 2]];
    const isPart =
      comma?.tokenType === Comma && part?.tokenType === NumberToken && /^\d{3}(?:\.|$)/.test(part.image);
    if (!isPart || endOf(comma) !== part.startOffset) break;
    image += part.image;
    end += 2;
  }
  const last = tokens[end];
  if (first?.tokenType !== NumberToken || last === undefined || end === index) return undefined;
  const found = tokens
    .slice(index, end + 1)
    .map((token) => token.image)
    .join('');
  return {
    taken: end - index + 1,
    tokens: [tokenInPlaceOf(first, NumberToken, image)],
    diagnostic: spelt([first, last], found, image, true, file),
  };
}

const collections: ReadonlyMap<string, 'list' | 'set'> = new Map([
  ['lists', 'list'],
  ['array', 'list'],
  ['collection', 'list'],
  ['sets', 'set'],
]);

/** `a list of Parcel` and `lists of Parcel`, as a type. */
export function collectionAt(tokens: readonly IToken[], index: number, file: string): OtherWords | undefined {
  const [token, next, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (token === undefined || next === undefined) return undefined;
  if (/^an?$/.test(token.image) && third?.tokenType === kw.of) {
    const meant = next.tokenType === kw.list || next.tokenType === kw.set ? next.image : undefined;
    if (meant === undefined) return undefined;
    return {
      taken: 2,
      tokens: [next],
      diagnostic: spelt([token, next], `${token.image} ${meant}`, meant, true, file),
    };
  }
  const meant = next.tokenType === kw.of ? collections.get(token.image) : undefined;
  if (meant === undefined) return undefined;
  retype(token, kw[meant]);
  return { taken: 1, tokens: [token], diagnostic: spelt([token, token], token.image, meant, true, file) };
}
