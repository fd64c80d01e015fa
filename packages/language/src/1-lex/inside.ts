/** What stands between brackets: which words and marks begin something there, or go on with what is before them. */
import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { OpenBracket } from './brackets.ts';
import type { Pairs } from './foreign.ts';
import { declarationWords } from './keywords.ts';
import {
  Bar,
  Colon,
  Comma,
  Dot,
  ForeignArrow,
  Identifier,
  LBrace,
  LBracket,
  Minus,
  NonAsciiName,
  Plus,
  RBrace,
  RBracket,
  RParen,
  StringLiteral,
  comparisons,
  kw,
} from './tokens.ts';

/** The words that begin a declaration. */
export const declarationTokens: ReadonlySet<TokenType> = new Set(declarationWords.map((word) => kw[word]));
/** What follows the first name in the braces of a record, where a set has a comma or ends. */
const fieldMarks = new Set<TokenType>([Colon, Dot]);
/** Words and marks that follow a name in an expression: after them it was no clause or declaration that began. */
export const continuing: ReadonlySet<TokenType> = new Set([
  ...(['is', 'includes', 'after', 'before', 'in', 'has', 'and', 'or'] as const).map((word) => kw[word]),
  Colon,
  ForeignArrow,
  Dot,
  Comma,
  Bar,
  RBrace,
  RParen,
  RBracket,
  Plus,
  Minus,
  ...comparisons,
]);

/** What the innermost bracket encloses. */
export type Inside = 'declarations' | 'fields' | 'members' | 'clauses' | 'rows' | 'expression';

/** A bracket that is open, and what it encloses. */
export interface Open extends OpenBracket {
  readonly inside: Inside;
  /** What stands on both sides of a colon in it: such pairs follow one another with nothing between them. */
  readonly pairs: Pairs;
  /** Operators met so far that nest without brackets. */
  chain: number;
}

/** Whether a token can be a name. */
export const isName = (token: IToken | undefined): boolean =>
  token !== undefined && tokenMatcher(token, Identifier);
/** Whether a token is a name and no word of the language. */
export const isPlainName = (token: IToken | undefined): boolean =>
  token?.tokenType === Identifier || token?.tokenType === NonAsciiName;

/** What a bracket encloses, from the words before it. */
export function insideOf(
  token: IToken,
  previous: IToken | undefined,
  beforePrevious: IToken | undefined,
  pending: Inside | undefined,
): Inside {
  if (token.tokenType !== LBrace) return 'expression';
  // What declares may be called by any of these words.
  const isNamed = beforePrevious !== undefined && declarationTokens.has(beforePrevious.tokenType);
  if (isNamed && isName(previous))
    return beforePrevious.tokenType === kw.enum ? 'members' : (pending ?? 'clauses');
  if (opensExpression(previous, beforePrevious)) return 'expression';
  return pending ?? 'clauses';
}

const beforeBraces = new Set<TokenType>([kw.of, kw.case, kw.both, kw.exactly, kw.in]);

/** Whether a brace after these words belongs to an expression. */
export function opensExpression(previous: IToken | undefined, beforePrevious: IToken | undefined): boolean {
  return (
    (previous !== undefined && beforeBraces.has(previous.tokenType)) || isReading(previous, beforePrevious)
  );
}

/** The pairs in the braces of a `case`, of `by reading x`, of what a scenario gives and expects, of a member of a list. */
export function pairsIn(tokens: readonly IToken[], index: number, stack: readonly Open[]): Pairs {
  if (tokens[index]?.tokenType !== LBrace) return null;
  const [beforePrevious, previous] = [tokens[index - 2], tokens[index - 1]];
  const around = stack.at(-1);
  if (previous?.tokenType === kw.given || previous?.tokenType === kw.expect)
    return around?.inside === 'clauses' ? 'answers' : null;
  const isMember = around?.token.tokenType === LBracket && stack.at(-2)?.pairs === 'answers';
  const isRecord = around?.pairs === 'answers' && fieldMarks.has(tokens[index + 2]?.tokenType ?? Comma);
  if (isMember || isRecord) return 'answers';
  const isCase =
    previous?.tokenType === kw.case &&
    (beforePrevious === undefined || !declarationTokens.has(beforePrevious.tokenType));
  return isCase || isReading(previous, beforePrevious) ? 'branches' : null;
}

/** `by reading x`, and no title after a name: `source reading "…"`. */
function isReading(previous: IToken | undefined, beforePrevious: IToken | undefined): boolean {
  return beforePrevious?.tokenType === kw.reading && isName(previous);
}

/** What the next brace encloses, where a word says so. */
export function pendingAfter(
  token: IToken,
  next: IToken | undefined,
  declares: boolean,
  pending: Inside | undefined,
): Inside | undefined {
  if (next === undefined || (continuing.has(next.tokenType) && !declares)) return pending;
  switch (token.tokenType) {
    case kw.section:
      return tokenMatcher(next, StringLiteral) ? 'declarations' : pending;
    case kw.record:
      return isPlainName(next) || declares ? 'fields' : pending;
    case kw.table:
      return next.tokenType === LBrace ? pending : 'rows';
    default:
      return pending;
  }
}
