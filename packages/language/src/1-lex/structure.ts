import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { foreignOperator } from './foreign.ts';
import {
  asBrace,
  closedByOther,
  closers,
  closesNothing,
  closing,
  isOutside,
  neverClosed,
  neverOpened,
  notBraces,
  type Head,
  isAnswers,
  isBraced,
  isHeadless,
  roleOf,
  surplusOf,
} from './brackets.ts';
import {
  continuing,
  declarationTokens,
  type Inside,
  insideOf,
  isName,
  type Open,
  pairsIn,
  pendingAfter,
} from './inside.ts';
import { Commas, endsElement, lacksComma } from './commas.ts';
import { otherWords } from './foreign-words.ts';
import { InnerLabels } from './inner-labels.ts';
import { clauseWords } from './keywords.ts';
import { maxNesting } from './limits.ts';
import { retype, tokenSpan } from './lex.ts';
import { beforeCell } from './table-rows.ts';
import { virtualToken } from './virtual.ts';
import { Bar, Colon, Comma, LBrace, Minus, Pinpoint, Plus, RBrace, StringLiteral, kw } from './tokens.ts';

/** The payload of a token that begins a clause or a table row, although it could also continue the expression before. */
export const clauseStart = 'clauseStart';

const clauseTokens = new Set<TokenType>(clauseWords.map((word) => kw[word]));
const fieldTokens = new Set([kw.fact, kw.event, kw.judgement]);
const chainTokens = new Set([Plus, Minus, kw.after, kw.before]);
const chainBreaks = new Set([Comma, Colon, Bar, kw.and, kw.or]);

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
  // Where the brackets do not pair, the layout says which is missing.
  let surplus = surplusOf(tokens);
  let indent = 0;
  let head: Head | undefined;
  const commas = new Commas(file);
  const labels = new InnerLabels(file);

  const push = (open: Open): void => {
    stack.push(open);
    // The head of a declaration may have braces of its own: `section "s" governed by earliest of { … } {`.
    if (open.inside !== 'expression') {
      pending = undefined;
      head = undefined;
    }
  };
  const closeTop = (): void => {
    const open = stack.pop();
    if (open === undefined) return;
    chains -= open.chain;
    const closer = closers.get(open.token.tokenType) ?? RBrace;
    const previous = result.at(-1) ?? open.token;
    result.push(virtualToken(closer, previous));
    diagnostics.push(
      open.instead === undefined ? neverClosed(open, previous, file) : notBraces(open, undefined, file),
    );
  };

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const previous = tokens[index - 1];
    const next = tokens[index + 1];
    const firstOnLine = previous === undefined || startLine(token) > endLine(previous);
    if (firstOnLine) {
      indent = token.startColumn ?? 0;
      if (surplus !== null) {
        for (let top = stack.at(-1); top !== undefined && isOutside(token, top); top = stack.at(-1))
          closeTop();
        if (surplus > 0 && head !== undefined && isHeadless(head, token, stack.length)) {
          surplus--;
          const brace = virtualToken(LBrace, previous ?? token);
          diagnostics.push(neverOpened(head.token, previous ?? token, file));
          result.push(brace);
          const inside = insideOf(brace, previous, tokens[index - 2], pending);
          const pairs = isAnswers(head.token) ? 'answers' : null;
          push({
            token: brace,
            inside,
            pairs,
            chain: 0,
            indent: head.indent,
            inner: indent,
            instead: undefined,
          });
        }
      }
      const top = stack.at(-1);
      if (top !== undefined && startLine(top.token) < startLine(token)) top.inner ??= indent;
    }
    if (endsElement(token, next, stack)) closeTop();
    const around = stack.at(-1);
    const others = otherWords(tokens, index, around, file);
    if (others !== undefined) {
      diagnostics.push(others.diagnostic);
      result.push(...others.tokens);
      index += others.taken - 1;
      continue;
    }
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
      head = isBraced(token) ? { token, indent, depth: stack.length } : undefined;
    }
    if (!declares && around !== undefined && previous !== undefined && lacksComma(token, previous, stack)) {
      commas.missing(around, token, previous);
      result.push(virtualToken(Comma, previous));
    }
    const isIncludes = token.tokenType === kw.includes;
    if (!isIncludes && firstOnLine && clauseTokens.has(token.tokenType) && beginsClause(next)) {
      while (isCutBy(token, previous, stack.at(-1), surplus !== null)) closeTop();
      token.payload = clauseStart;
      if (surplus !== null && (isAnswers(token) || token.tokenType === kw.table))
        head = { token, indent, depth: stack.length };
    }
    const inside = stack.at(-1)?.inside;
    if (isIncludes && inside === 'clauses' && includesIsClause(previous, firstOnLine, tokens, index)) {
      token.payload = clauseStart;
    }
    if (inside === 'rows' && firstOnLine && beforeCell.has(token.tokenType)) token.payload = clauseStart;

    if (token.payload === clauseStart) labels.begin(token);
    else if (labels.take(tokens, index, stack)) {
      index++;
      continue;
    }

    const instead = asBrace(tokens, index, head?.token, inside === 'clauses');
    if (closers.has(token.tokenType)) {
      const enclosed = insideOf(token, previous, tokens[index - 2], pending);
      const pairs = pairsIn(tokens, index, stack);
      push({ token, inside: enclosed, pairs, chain: 0, indent, inner: undefined, instead });
    } else if (token.tokenType === Comma && around !== undefined && around.pairs !== null) {
      commas.stray(around, token);
      continue;
    } else if (closing.has(token.tokenType)) {
      const meant = stack.at(-1)?.instead;
      const asMeant = meant !== undefined && closers.get(meant) === token.tokenType;
      const top = stack.at(-1);
      if (asMeant) retype(token, RBrace);
      const role = roleOf(tokens, index, stack);
      if (role === 'extra') {
        diagnostics.push(closesNothing(token, file));
        continue;
      }
      if (role === 'instead' && top !== undefined) {
        diagnostics.push(closedByOther(top, token, file));
        retype(token, closers.get(top.token.tokenType) ?? RBrace);
      }
      while (closers.get(stack.at(-1)?.token.tokenType ?? LBrace) !== token.tokenType) closeTop();
      const closed = stack.pop();
      chains -= closed?.chain ?? 0;
      if (closed?.instead !== undefined) diagnostics.push(notBraces(closed, token, file));
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
  return { tokens: result, diagnostics: [...diagnostics, ...commas.diagnostics(), ...labels.diagnostics()] };
}

/**
 * Whether a clause cannot stand in what is open: not in an expression; nor, where a bracket is missing, among rows and answers, in
 * which its word would be a name with a mark behind it.
 */
function isCutBy(
  token: IToken,
  previous: IToken | undefined,
  open: Open | undefined,
  byLayout: boolean,
): boolean {
  if (open === undefined) return false;
  if (open.inside === 'expression') return true;
  if (!byLayout) return false;
  const isCut = open.inside === 'rows' || open.pairs === 'answers';
  return isCut && previous?.tokenType !== Colon && startLine(open.token) < startLine(token);
}

const startLine = (token: IToken): number => token.startLine ?? 0;
const endLine = (token: IToken): number => token.endLine ?? token.startLine ?? 0;

/** Words of expressions before which a name stands, and behind which no text does. */
const beforeNames = new Set<TokenType>([kw.in, kw.of, kw.has]);

function beginsDeclaration(token: IToken, next: IToken | undefined, afterNext: IToken | undefined): boolean {
  if (next === undefined) return false;
  // `record in "…"`, `rule before {`: here a word that stands between two names elsewhere is a name itself.
  if (isName(next) && afterNext?.tokenType === LBrace) return true;
  if (beforeNames.has(next.tokenType) && afterNext?.tokenType === StringLiteral) return true;
  if (continuing.has(next.tokenType)) return false;
  // `source act s.1` for a citation, `exception label: condition` for a clause.
  if (token.tokenType === kw.source && afterNext?.tokenType === Pinpoint) return false;
  if (token.tokenType === kw.exception && afterNext?.tokenType === Colon) return false;
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
