import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { clauseWords, declarationWords } from './keywords.ts';
import { endOf, retype, tokenSpan } from './lex.ts';
import {
  DateToken,
  Dot,
  Identifier,
  LBrace,
  LBracket,
  LParen,
  NumberToken,
  RBrace,
  RBracket,
  RParen,
  StringLiteral,
  kw,
} from './tokens.ts';

/** Opening brackets with what closes them. */
export const closers: ReadonlyMap<TokenType, TokenType> = new Map([
  [LBrace, RBrace],
  [LParen, RParen],
  [LBracket, RBracket],
]);
/** Opening brackets. */
export const opening: ReadonlySet<TokenType> = new Set(closers.keys());
/** Closing brackets. */
export const closing: ReadonlySet<TokenType> = new Set(closers.values());

/** A bracket that is open, and how the text in it is laid out. */
export interface OpenBracket {
  readonly token: IToken;
  /** Where the line begins on which it is opened, and the first line within it, if there is one yet. */
  readonly indent: number;
  inner: number | undefined;
  /** What stands in the text, where a brace is meant. */
  readonly instead: TokenType | undefined;
}

const line = (token: IToken): number => token.startLine ?? 0;
const column = (token: IToken): number => token.startColumn ?? 0;

/**
 * How many braces are closed more often than they are opened; null where every bracket has its partner. Only a text in
 * which they do not pair is read by its layout.
 */
export function surplusOf(tokens: readonly IToken[]): number | null {
  const open: TokenType[] = [];
  let paired = true;
  let surplus = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LBrace) surplus--;
    else if (tokenType === RBrace) surplus++;
    if (closers.has(tokenType)) open.push(tokenType);
    else if (closing.has(tokenType) && closers.get(open.pop() ?? RBrace) !== tokenType) paired = false;
  }
  return paired && open.length === 0 ? null : surplus;
}

/**
 * Whether the line that a token begins is outside a bracket that is still open: what stands in braces is set in, and a line
 * that is set no further in than the one with the brace comes after it.
 */
export function isOutside(token: IToken, open: OpenBracket): boolean {
  if (!isSetIn(open)) return false;
  return closing.has(token.tokenType) ? column(token) < open.indent : column(token) <= open.indent;
}

const isSetIn = ({ inner, indent }: OpenBracket): boolean => inner !== undefined && inner > indent;

/** What a closing bracket does to those that are open: closes the innermost, stands instead of what does, closes one around it, or none. */
export function roleOf(
  tokens: readonly IToken[],
  index: number,
  stack: readonly OpenBracket[],
): 'closes' | 'instead' | 'within' | 'extra' {
  const token = tokens[index];
  const top = stack.at(-1);
  if (token === undefined || top === undefined) return 'extra';
  const wanted = closers.get(top.token.tokenType);
  if (wanted === token.tokenType) return 'closes';
  const isHere = (open: OpenBracket | undefined): boolean =>
    open !== undefined && line(open.token) === line(token);
  const partner = stack.findLast((open) => closers.get(open.token.tokenType) === token.tokenType);
  if (isHere(partner)) return 'within';
  const previous = tokens[index - 1];
  const isFirst = previous !== undefined && line(token) > line(previous);
  if (
    isHere(top)
      ? !isClosedLater(tokens, index, wanted)
      : isFirst && isSetIn(top) && column(token) === top.indent
  )
    return 'instead';
  const isStray = token.tokenType !== RBrace && top.token.tokenType === LBrace;
  return partner === undefined || isStray || isHere(top) ? 'extra' : 'within';
}

/** Further on than this no partner is looked for: a line may be as long as a file. */
const farthest = 250;

/** Whether the bracket that is wanted comes later on the line. */
function isClosedLater(tokens: readonly IToken[], index: number, wanted: TokenType | undefined): boolean {
  const at = tokens[index]?.startLine;
  let depth = 0;
  for (let i = index + 1; i <= index + farthest && i < tokens.length; i++) {
    const { tokenType = RBrace, startLine } = tokens[i] ?? {};
    if (startLine !== at) break;
    if (closers.has(tokenType)) depth++;
    else if (closing.has(tokenType) && depth-- === 0) return tokenType === wanted;
  }
  return false;
}

/** Words behind which a bracket holds an expression, although a name could end there. */
const beforeExpression = new Set<TokenType>(
  (
    ['by', 'has', 'of', 'in', 'is', 'includes', 'after', 'before', 'decimal', 'and', 'or', 'not'] as const
  ).map((word) => kw[word]),
);
const counted = new Set<TokenType>([kw.all, kw.any, kw.one, kw.earliest, kw.latest, NumberToken]);

/** Makes a bracket of another kind a brace, where nothing but a brace can stand; the kind that it was. */
export function asBrace(
  tokens: readonly IToken[],
  index: number,
  head: IToken | undefined,
  isAmongClauses: boolean,
): TokenType | undefined {
  const token = tokens[index];
  if (token === undefined || token.tokenType === LBrace || !closers.has(token.tokenType)) return undefined;
  const [beforePrevious, previous, next] = [tokens[index - 2], tokens[index - 1], tokens[index + 1]];
  if (previous === undefined || beforePrevious === undefined) return undefined;
  const { tokenType } = previous;
  const isList =
    (tokenType === kw.of && counted.has(beforePrevious.tokenType) && !isPath(tokens[index - 3])) ||
    tokenType === kw.case ||
    (tokenType === kw.both && beforePrevious.tokenType === kw.never);
  const isAnswers = isAmongClauses && (tokenType === kw.given || tokenType === kw.expect);
  const isEnum =
    beforePrevious.tokenType === kw.enum &&
    tokenMatcher(previous, Identifier) &&
    !beforeExpression.has(tokenType);
  const endsHead =
    tokenMatcher(previous, Identifier) ||
    tokenMatcher(previous, StringLiteral) ||
    tokenMatcher(previous, DateToken) ||
    tokenType === RParen;
  const isHead =
    head !== undefined &&
    line(head) === line(token) &&
    (next === undefined || line(next) > line(token)) &&
    endsHead &&
    !beforeExpression.has(tokenType);
  if (!isList && !isAnswers && !isEnum && !isHead) return undefined;
  const was = token.tokenType;
  retype(token, LBrace);
  return was;
}

/** Before the last name of a path, as in `latest x in list of (x.a)`. */
const isPath = (token: IToken | undefined): boolean => token?.tokenType === kw.in || token?.tokenType === Dot;

/** What should be followed by braces: a declaration or a clause, and where its line begins. */
export interface Head {
  readonly token: IToken;
  readonly indent: number;
  readonly depth: number;
}

/** The words that begin a clause or a declaration. */
export const beginning: ReadonlySet<TokenType> = new Set<TokenType>(
  [...clauseWords, ...declarationWords].map((word) => kw[word]),
);
const braced = new Set<TokenType>(
  (
    [
      'pack',
      'record',
      'ambiguity',
      'define',
      'rule',
      'exception',
      'section',
      'constraint',
      'invariant',
      'scenario',
    ] as const
  ).map((word) => kw[word]),
);
/** Whether a declaration has braces. */
export const isBraced = (token: IToken): boolean => braced.has(token.tokenType);
/** Whether what a scenario gives or expects begins here. */
export const isAnswers = ({ tokenType }: IToken): boolean =>
  tokenType === kw.given || tokenType === kw.expect;

/** Whether a line is of the braces that should have been opened at the end of a head. */
export function isHeadless(head: Head, token: IToken, depth: number): boolean {
  const { tokenType } = token;
  const begins = isAnswers(head.token) || beginning.has(tokenType);
  return begins && depth === head.depth && column(token) > head.indent;
}

/** A bracket that is closed nowhere: after `last` it shows. */
export function neverClosed({ token }: OpenBracket, last: IToken, file: string): Diagnostic {
  const close = closers.get(token.tokenType) ?? RBrace;
  const end = endOf(last);
  const brace = line(token) < line(last) ? '\n}' : ' }';
  const span = { file, start: end, end };
  return lexDiagnostic(
    'missing-bracket',
    tokenSpan(token, file),
    { open: token.tokenType.name, close: close.name },
    {
      related: [{ span, message: `\`${close.name}\` expected here at the latest` }],
      fix: {
        title: `add \`${close.name}\``,
        safe: false,
        edits: [{ span, text: close === RBrace ? brace : close.name }],
      },
    },
  );
}

/** A bracket that one of another kind closes. */
export function closedByOther({ token }: OpenBracket, closer: IToken, file: string): Diagnostic {
  const close = closers.get(token.tokenType)?.name ?? '';
  const span = tokenSpan(closer, file);
  return lexDiagnostic(
    'wrong-bracket',
    tokenSpan(token, file),
    { open: token.tokenType.name, close, found: closer.image },
    {
      related: [{ span, message: `\`${close}\` expected here` }],
      fix: { title: `write \`${close}\``, safe: false, edits: [{ span, text: close }] },
    },
  );
}

/** Brackets of another kind where braces stand. */
export function notBraces(
  { token, instead }: OpenBracket,
  closer: IToken | undefined,
  file: string,
): Diagnostic {
  const edits: TextEdit[] = [{ span: tokenSpan(token, file), text: '{' }];
  if (closer !== undefined && closer.image !== '}') edits.push({ span: tokenSpan(closer, file), text: '}' });
  return lexDiagnostic(
    'foreign-brackets',
    tokenSpan(token, file),
    { found: instead?.name ?? '' },
    { fix: { title: 'write braces', safe: true, edits } },
  );
}

/** A closing bracket too many. */
export function closesNothing(token: IToken, file: string): Diagnostic {
  const span = tokenSpan(token, file);
  const fix = { title: 'delete it', safe: false, edits: [{ span, text: '' }] };
  return lexDiagnostic('extra-bracket', span, { close: token.image }, { fix });
}

/** The brace that should follow the head of a declaration or a clause, which ends with `last`. */
export function neverOpened(head: IToken, last: IToken, file: string): Diagnostic {
  const at = endOf(last);
  const span = { file, start: at, end: at };
  return lexDiagnostic(
    'missing-opening',
    tokenSpan(head, file),
    { head: head.image },
    {
      related: [{ span, message: '`{` expected here' }],
      fix: { title: 'add `{`', safe: false, edits: [{ span, text: ' {' }] },
    },
  );
}
