/** Choices of values as other languages write them: where they begin and end, and the marks of ours that stand for theirs. */
import { createTokenInstance, tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { beginning, closing, opening } from './brackets.ts';
import { continuing, declarationTokens, opensExpression } from './inside.ts';
import { endOf, retype } from './lex.ts';
import { virtualToken } from './virtual.ts';
import {
  Bar,
  Colon,
  Comma,
  LBrace,
  LParen,
  Minus,
  Plus,
  RBrace,
  StringLiteral,
  comparisons,
  kw,
} from './tokens.ts';

/** A choice of another language, and what stands for it here. */
export interface Choice {
  readonly what: 'if' | 'switch';
  /** What stands for some of its tokens. */
  readonly replaced: ReadonlyMap<IToken, readonly IToken[]>;
  /** The same in the text; null where it is not certain. */
  readonly edits: readonly TextEdit[] | null;
}

const beforeValue = new Set<TokenType>([
  ...(
    [
      'means',
      'requires',
      'includes',
      'when',
      'always',
      'never',
      'except',
      'by',
      'than',
      'and',
      'or',
      'not',
      'is',
      'has',
      'of',
      'after',
      'before',
    ] as const
  ).map((word) => kw[word]),
  LParen,
  Colon,
  Comma,
  Plus,
  Minus,
  ...comparisons,
]);

/** Further on than this nothing is looked for: a text may be one long line of words that begin a choice. */
const farthest = 500;

/** Whether a value or a condition begins at a word that could be a name. */
export function beginsValue(tokens: readonly IToken[], index: number): boolean {
  const previous = tokens[index - 1];
  if (previous === undefined) return false;
  return (
    beforeValue.has(previous.tokenType) ||
    (previous.tokenType === LBrace && opensExpression(tokens[index - 2], tokens[index - 3]))
  );
}

/** Whether a clause of a definition begins at a word that begins none. */
export function beginsClauseOfDefinition(tokens: readonly IToken[], index: number): boolean {
  const isFirst = (at: number): boolean => (tokens[at]?.startLine ?? 0) > (tokens[at - 1]?.endLine ?? 0);
  if (!isFirst(index)) return false;
  for (let at = index - 1; at >= 0 && at > index - farthest; at--) {
    const type = tokens[at]?.tokenType;
    if (type !== undefined && declarationTokens.has(type) && isFirst(at)) return type === kw.define;
  }
  return false;
}

/** The token behind the bracket that closes the one at `open`. */
export function pastGroup(tokens: readonly IToken[], open: number): number {
  let depth = 0;
  let at = open;
  for (; at < tokens.length && at < open + farthest; at++) {
    const type = tokens[at]?.tokenType ?? RBrace;
    if (opening.has(type)) depth++;
    else if (closing.has(type) && --depth <= 0) return at + 1;
  }
  return at;
}

/** Where the expression ends in which a place is: what stands there is no part of it. */
export function endOfExpression(tokens: readonly IToken[], from: number): number {
  let at = from;
  while (at < tokens.length && at < from + farthest) {
    const token = tokens[at];
    if (token === undefined) break;
    const { tokenType } = token;
    if (closing.has(tokenType) || tokenType === Comma || tokenType === Bar || tokenType === Colon) break;
    if (tokenType === kw.cite || tokenMatcher(token, StringLiteral)) break;
    const [previous, next] = [tokens[at - 1], tokens[at + 1]];
    const isFirst = (token.startLine ?? 0) > (previous?.endLine ?? 0);
    if (isFirst && beginning.has(tokenType) && !(next !== undefined && continuing.has(next.tokenType))) break;
    if (tokenType === LBrace && !opensExpression(previous, tokens[at - 2])) break;
    at = opening.has(tokenType) ? pastGroup(tokens, at) : at + 1;
  }
  return at;
}

/** Gathers what stands for the tokens of a choice. */
export class Rewriting {
  readonly #file: string;
  readonly #edits: TextEdit[] = [];
  readonly #replaced = new Map<IToken, readonly IToken[]>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Words of ours in the place of a token; `from` is where the text begins that they replace. */
  replace(token: IToken, types: readonly TokenType[], text: string, from: number = token.startOffset): void {
    const [first, ...more] = types;
    if (first !== undefined) retype(token, first);
    this.#replaced.set(
      token,
      first === undefined ? [] : [token, ...more.map((type) => virtualToken(type, token))],
    );
    this.#edits.push({ span: { file: this.#file, start: from, end: endOf(token) }, text });
  }

  /** Nothing in the place of tokens; `from` is where the text begins that is deleted. */
  leaveOut(tokens: readonly IToken[], from: number = tokens[0]?.startOffset ?? 0): void {
    const last = tokens.at(-1);
    for (const token of tokens) this.#replaced.set(token, []);
    if (last !== undefined)
      this.#edits.push({ span: { file: this.#file, start: from, end: endOf(last) }, text: '' });
  }

  /** Words of ours before a token. */
  before(token: IToken, words: readonly (readonly [TokenType, string])[], text: string): void {
    const { startOffset: at, startLine = 0 } = token;
    const added = words.map(([type, image]) =>
      createTokenInstance(type, image, at, at - 1, startLine, startLine, Number.NaN, Number.NaN),
    );
    this.#replaced.set(token, [...added, ...(this.#replaced.get(token) ?? [token])]);
    this.#edits.push({ span: { file: this.#file, start: at, end: at }, text });
  }

  /** A mark of ours behind a token. */
  behind(token: IToken, type: TokenType, text: string): void {
    const at = endOf(token);
    this.#replaced.set(token, [...(this.#replaced.get(token) ?? [token]), virtualToken(type, token)]);
    this.#edits.push({ span: { file: this.#file, start: at, end: at }, text });
  }

  /** The choice; `isCertain` where it can mean nothing else. */
  choice(what: Choice['what'], isCertain: boolean): Choice {
    const edits = this.#edits.toSorted((a, b) => a.span.start - b.span.start);
    return { what, replaced: this.#replaced, edits: isCertain ? edits : null };
  }
}

/** A choice that cannot be read: all of it is left out but an empty `case`. */
export function unread(what: Choice['what'], tokens: readonly IToken[]): Choice {
  const [first, ...more] = tokens as [IToken, ...IToken[]];
  retype(first, kw.case);
  const replaced = new Map<IToken, readonly IToken[]>(more.map((token) => [token, []]));
  replaced.set(first, [first, virtualToken(LBrace, first), virtualToken(RBrace, first)]);
  return { what, replaced, edits: null };
}
