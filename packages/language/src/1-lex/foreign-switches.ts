import { tokenMatcher, type IToken } from 'chevrotain';
import { beginning, closing, opening } from './brackets.ts';
import { type Choice, endOfExpression, pastGroup, Rewriting, unread } from './choices.ts';
import { opensExpression } from './inside.ts';
import { endOf } from './lex.ts';
import {
  Colon,
  Comma,
  Dot,
  ForeignArrow,
  Identifier,
  LBrace,
  LParen,
  Minus,
  RParen,
  Star,
  comparisons,
  kw,
} from './tokens.ts';

const comparing = new Set(comparisons);
const rest: ReadonlySet<string> = new Set(['default', 'else', 'otherwise', '_']);

/** `switch x { a: 1  b: 2 }`, `match x { a => 1, _ => 2 }`, `case x of { … }` at a place; undefined where the words are names. */
export function switchAt(
  tokens: readonly IToken[],
  index: number,
  clause: '' | 'means ',
  file: string,
): Choice | undefined {
  const first = tokens[index];
  const brace = braceFrom(tokens, index + 1);
  if (first === undefined || brace === undefined) return undefined;
  const past = pastGroup(tokens, brace);
  const parts = tokens.slice(index + 1, brace).filter(({ tokenType }) => tokenType !== kw.of);
  const isAround = parts[0]?.tokenType === LParen && parts.at(-1)?.tokenType === RParen;
  const subject = isAround ? parts.slice(1, -1) : parts;
  const whole = tokens.slice(index, past);
  // Before the braces of something else it is a name.
  const [inner, mark] = [tokens[brace + 1], tokens[brace + 2]];
  if (inner !== undefined && beginning.has(inner.tokenType) && mark?.tokenType !== Colon) return undefined;
  if (!whole.some(({ tokenType }) => tokenType === Colon || tokenType === ForeignArrow)) return undefined;
  const rewriting = new Rewriting(file);
  rewriting.replace(first, clause === '' ? [kw.case] : [kw.means, kw.case], `${clause}case`);
  if (subject.length === 0) return rewriting.choice('switch', true);
  const branches = isPath(subject) ? branchesIn(tokens, brace, past - 1) : null;
  if (branches === null || branches.length === 0) return unread('switch', whole);
  rewriting.leaveOut(tokens.slice(index + 1, brace), endOf(first));
  const path = subject.map(({ tokenType, image }) => [tokenType, image] as const);
  const text = subject.map(({ image }) => image).join('');
  for (const { left, pattern, mark } of branches) {
    const [from] = pattern;
    if (from === undefined) return unread('switch', whole);
    for (const token of left) rewriting.leaveOut([token]);
    if (mark.tokenType === ForeignArrow) rewriting.replace(mark, [Colon], ':');
    if (rest.has(from.image) || from.tokenType === Star) {
      if (from.tokenType !== kw.otherwise) rewriting.replace(from, [kw.otherwise], 'otherwise');
    } else {
      const compares = comparing.has(from.tokenType);
      rewriting.before(
        from,
        compares ? path : [...path, [kw.is, 'is']],
        compares ? `${text} ` : `${text} is `,
      );
    }
  }
  return rewriting.choice('switch', true);
}

/** The brace of a `switch`: behind what it decides by, which is a name or stands in brackets. */
function braceFrom(tokens: readonly IToken[], from: number): number | undefined {
  const end = endOfExpression(tokens, from);
  const isBrace = tokens[end]?.tokenType === LBrace && !opensExpression(tokens[end - 1], tokens[end - 2]);
  if (isBrace) return end;
  const at = tokens.findIndex(
    (token, i) => i >= from && i < end && token.tokenType === LBrace && tokens[i - 1]?.tokenType === kw.of,
  );
  return at < 0 ? undefined : at;
}

/** A branch: what is left out before it, what it decides by, and the mark behind that. */
interface Branch {
  readonly left: readonly IToken[];
  readonly pattern: readonly IToken[];
  readonly mark: IToken;
}

/** The branches in braces; null where it is not certain where one begins. */
function branchesIn(tokens: readonly IToken[], brace: number, close: number): readonly Branch[] | null {
  const branches: Branch[] = [];
  let from = brace + 1;
  let depth = 0;
  for (let at = brace + 1; at < close; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (opening.has(token.tokenType)) depth++;
    else if (closing.has(token.tokenType)) depth--;
    if (depth > 0 || (token.tokenType !== Colon && token.tokenType !== ForeignArrow)) continue;
    const before = tokens.slice(from, at);
    const begins = before.findLastIndex(({ tokenType }) => tokenType === kw.case || tokenType === Comma);
    const pattern = begins < 0 && branches.length > 0 ? lastValue(before) : before.slice(begins + 1);
    if (pattern.length === 0 || !isPattern(pattern)) return null;
    branches.push({
      left: before.filter((one, i) => i <= begins && (one.tokenType === kw.case || one.tokenType === Comma)),
      pattern,
      mark: token,
    });
    from = at + 1;
  }
  return branches;
}

/** What a branch decides by at the end of the value of the branch before it. */
function lastValue(tokens: readonly IToken[]): readonly IToken[] {
  const before = tokens.at(-2);
  const isTwo = before !== undefined && (comparing.has(before.tokenType) || before.tokenType === Minus);
  return tokens.slice(isTwo ? -2 : -1);
}

const isPattern = (tokens: readonly IToken[]): boolean =>
  tokens.length === 1 ||
  (tokens.length === 2 &&
    tokens[0] !== undefined &&
    (comparing.has(tokens[0].tokenType) || tokens[0].tokenType === Minus));

const isPath = (tokens: readonly IToken[]): boolean =>
  tokens.length % 2 === 1 &&
  tokens.every((token, i) => (i % 2 === 1 ? token.tokenType === Dot : tokenMatcher(token, Identifier)));
