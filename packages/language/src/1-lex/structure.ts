import { createTokenInstance, tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { foreignOperator, type Pairs } from './foreign.ts';
import { clauseWords, declarationWords } from './keywords.ts';
import { maxNesting } from './limits.ts';
import { tokenSpan } from './lex.ts';
import {
  Bar,
  Colon,
  Comma,
  Dot,
  ForeignArrow,
  Greater,
  GreaterOrEqual,
  Identifier,
  LBrace,
  LBracket,
  LParen,
  Less,
  LessOrEqual,
  Minus,
  NonAsciiName,
  Plus,
  RBrace,
  RBracket,
  RParen,
  StringLiteral,
  kw,
} from './tokens.ts';

/** The payload of a token that begins a clause or a table row, although it could also continue the expression before. */
export const clauseStart = 'clauseStart';

const closers = new Map<TokenType, TokenType>([
  [LBrace, RBrace],
  [LParen, RParen],
  [LBracket, RBracket],
]);
const closing = new Set<TokenType>(closers.values());
const declarationTokens = new Set<TokenType>(declarationWords.map((word) => kw[word]));
const clauseTokens = new Set<TokenType>(clauseWords.map((word) => kw[word]));
const fieldTokens = new Set([kw.fact, kw.event, kw.judgement]);
const chainTokens = new Set([Plus, Minus, kw.after, kw.before]);
const chainBreaks = new Set([Comma, Colon, Bar, kw.and, kw.or]);
/** What follows the first name in the braces of a record, where a set has a comma or ends. */
const fieldMarks = new Set<TokenType>([Colon, Dot]);
const rowStarts = new Set([Minus, Less, LessOrEqual, Greater, GreaterOrEqual]);
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
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
]);

/** What the innermost bracket encloses. */
type Inside = 'declarations' | 'fields' | 'members' | 'clauses' | 'rows' | 'expression';

interface Open {
  readonly token: IToken;
  readonly inside: Inside;
  /** What stands on both sides of a colon in it: such pairs follow one another with nothing between them. */
  readonly pairs: Pairs;
  /** Operators met so far that nest without brackets. */
  chain: number;
}

/** The tokens with every bracket closed, and what had to be done for it. */
export interface Structured {
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks the nesting before any recursive step sees the text; adds the closing brackets that are missing and leaves
 * out those too many, so that one lost brace spoils one declaration and not the rest of the file; and marks the tokens
 * at which the layout says that a clause begins (`clauseStart`).
 *
 * A file nested too deep gives no tokens.
 */
export function structure(tokens: readonly IToken[], file: string): Structured {
  const result: IToken[] = [];
  const diagnostics: Diagnostic[] = [];
  const stack: Open[] = [];
  // Of the file itself, and of it and all open brackets together.
  let fileChain = 0;
  let chains = 0;
  let pending: Inside | undefined;

  const closeTop = (): void => {
    const open = stack.pop();
    if (open === undefined) return;
    chains -= open.chain;
    const closer = closers.get(open.token.tokenType) ?? RBrace;
    const previous = result.at(-1) ?? open.token;
    const at = previous.startOffset + previous.image.length;
    result.push(virtualToken(closer, previous));
    const span = { file, start: at, end: at };
    diagnostics.push(
      lexDiagnostic(
        'missing-bracket',
        tokenSpan(open.token, file),
        { open: open.token.image, close: closer.name },
        {
          related: [{ span, message: `\`${closer.name}\` expected here at the latest` }],
          fix: {
            title: `add \`${closer.name}\``,
            safe: false,
            edits: [{ span, text: closer === RBrace ? '\n}' : closer.name }],
          },
        },
      ),
    );
  };

  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const next = tokens[index + 1];
    const firstOnLine = previous === undefined || startLine(token) > endLine(previous);
    const around = stack.at(-1);
    const said = foreignOperator(
      token,
      previous,
      next,
      around?.inside === 'rows' ? 'branches' : (around?.pairs ?? null),
      file,
    );
    if (said !== undefined) diagnostics.push(said);

    const declares =
      firstOnLine &&
      declarationTokens.has(token.tokenType) &&
      !(around?.inside === 'members' && isMember(previous, next, tokens[index + 2])) &&
      beginsDeclaration(token, next, tokens[index + 2]);
    if (declares) {
      const isField = fieldTokens.has(token.tokenType);
      const belongs = (inside: Inside | undefined): boolean =>
        inside === undefined || inside === 'declarations' || (isField && inside === 'fields');
      while (!belongs(stack.at(-1)?.inside)) closeTop();
      pending = undefined;
    }
    const isIncludes = token.tokenType === kw.includes;
    if (!isIncludes && firstOnLine && clauseTokens.has(token.tokenType) && beginsClause(next)) {
      while (stack.at(-1)?.inside === 'expression') closeTop();
      token.payload = clauseStart;
    }
    const inside = stack.at(-1)?.inside;
    if (isIncludes && inside === 'clauses' && includesIsClause(previous, firstOnLine, tokens, index)) {
      token.payload = clauseStart;
    }
    if (inside === 'rows' && firstOnLine && rowStarts.has(token.tokenType)) token.payload = clauseStart;

    if (closers.has(token.tokenType)) {
      const enclosed = insideOf(token, previous, tokens[index - 2], pending);
      const pairs = pairsIn(tokens, index, stack);
      stack.push({ token, inside: enclosed, pairs, chain: 0 });
      // The head of a declaration may have braces of its own: `section "s" governed by earliest of { … } {`.
      if (enclosed !== 'expression') pending = undefined;
    } else if (token.tokenType === Comma && (stack.at(-1)?.pairs ?? null) !== null) {
      const span = tokenSpan(token, file);
      const fix = { title: 'delete the comma', safe: true, edits: [{ span, text: '' }] };
      diagnostics.push(lexDiagnostic('stray-comma', span, {}, { fix }));
      continue;
    } else if (closing.has(token.tokenType)) {
      if (
        !stack.some((open) => closers.get(open.token.tokenType) === token.tokenType) ||
        (token.tokenType !== RBrace && stack.at(-1)?.token.tokenType === LBrace)
      ) {
        const span = tokenSpan(token, file);
        diagnostics.push(
          lexDiagnostic(
            'extra-bracket',
            span,
            { close: token.image },
            {
              fix: { title: 'delete it', safe: false, edits: [{ span, text: '' }] },
            },
          ),
        );
        continue;
      }
      while (closers.get(stack.at(-1)?.token.tokenType ?? LBrace) !== token.tokenType) closeTop();
      chains -= stack.pop()?.chain ?? 0;
    } else {
      pending = pendingAfter(token, next, declares, pending);
    }

    const top = stack.at(-1);
    const startsAnew = token.payload === clauseStart || declares || chainBreaks.has(token.tokenType);
    if (startsAnew) {
      chains -= top?.chain ?? fileChain;
      if (top === undefined) fileChain = 0;
      else top.chain = 0;
    } else if (chainTokens.has(token.tokenType)) {
      chains++;
      if (top === undefined) fileChain++;
      else top.chain++;
    }
    if (stack.length + chains > maxNesting) {
      return {
        tokens: [],
        diagnostics: [
          lexDiagnostic('nested-too-deep', tokenSpan(token, file), {
            limit: maxNesting,
            chain: stack.length <= maxNesting,
          }),
        ],
      };
    }
    result.push(token);
  }
  while (stack.length > 0) closeTop();
  return { tokens: result, diagnostics };
}

const startLine = (token: IToken): number => token.startLine ?? 0;
const endLine = (token: IToken): number => token.endLine ?? token.startLine ?? 0;

/** A token of the type that stands right after another and is empty. */
export function virtualToken(type: TokenType, previous: IToken): IToken {
  const at = previous.startOffset + previous.image.length;
  const line = endLine(previous);
  return createTokenInstance(type, '', at, at - 1, line, line, Number.NaN, Number.NaN);
}

const isName = (token: IToken | undefined): boolean => token !== undefined && tokenMatcher(token, Identifier);
const isPlainName = (token: IToken | undefined): boolean =>
  token?.tokenType === Identifier || token?.tokenType === NonAsciiName;

/** Words of expressions before which a name stands, and behind which no text does. */
const beforeNames = new Set<TokenType>([kw.in, kw.of, kw.has]);

function beginsDeclaration(token: IToken, next: IToken | undefined, afterNext: IToken | undefined): boolean {
  if (next === undefined) return false;
  // `record in "…"`, `rule before {`: here a word that stands between two names elsewhere is a name itself.
  if (isName(next) && afterNext?.tokenType === LBrace) return true;
  if (beforeNames.has(next.tokenType) && afterNext?.tokenType === StringLiteral) return true;
  if (continuing.has(next.tokenType)) return false;
  return isName(next) || tokenMatcher(next, StringLiteral) || token.tokenType === kw.section;
}

/** In the braces of an enum, a name with its words: `source "where it came from",`. */
function isMember(
  previous: IToken | undefined,
  next: IToken | undefined,
  afterNext: IToken | undefined,
): boolean {
  return (
    (previous?.tokenType === LBrace || previous?.tokenType === Comma) &&
    next?.tokenType === StringLiteral &&
    (afterNext?.tokenType === Comma || afterNext?.tokenType === RBrace)
  );
}

function beginsClause(next: IToken | undefined): boolean {
  return next !== undefined && !continuing.has(next.tokenType);
}

/** `a includes b` asks about a set, unless it stands where a clause begins: first on its line, or with a label. */
function includesIsClause(
  previous: IToken | undefined,
  firstOnLine: boolean,
  tokens: readonly IToken[],
  index: number,
): boolean {
  const labelled = isName(tokens[index + 1]) && tokens[index + 2]?.tokenType === Colon;
  return firstOnLine || labelled || !isName(previous);
}

/** What a bracket encloses, from the words before it. */
function insideOf(
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
  const opens = (['of', 'case', 'both', 'exactly', 'in'] as const).some(
    (word) => previous?.tokenType === kw[word],
  );
  if (opens || isReading(previous, beforePrevious)) return 'expression';
  return pending ?? 'clauses';
}

/** The pairs in the braces of a `case`, of `by reading x`, of what a scenario gives and expects, of a member of a list. */
function pairsIn(tokens: readonly IToken[], index: number, stack: readonly Open[]): Pairs {
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

function pendingAfter(
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
