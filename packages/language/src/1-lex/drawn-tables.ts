import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { closing, opening } from './brackets.ts';
import { retype, tokenSpan } from './lex.ts';
import { continuing, opensExpression } from './inside.ts';
import { type Mend, mendsOfHead, mendsOfRows } from './table-rows.ts';
import { tokenInPlaceOf, virtualToken } from './virtual.ts';
import { Bar, Colon, Comma, LBrace, Minus, RBrace, StringLiteral, kw } from './tokens.ts';

/** Tokens in which tables are written as this language writes them. */
export interface Undrawn {
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads tables that are drawn as other notations draw them: bars around the rows, a bar or a comma in the place of another mark,
 * a star for any value. What parts nothing is left out, and there is one finding for a whole table, however many rows it has.
 */
export function withoutDrawing(tokens: readonly IToken[], file: string): Undrawn {
  const mends: Mend[] = [];
  const diagnostics: Diagnostic[] = [];
  let next = 0;
  while (next < tokens.length) {
    const start = next + 1;
    if (!beginsTable(tokens, next++)) continue;
    // Tables do not nest: what is looked at here is not looked at again.
    next = endOfHead(tokens, next);
    const head = mendsOfHead(flat(tokens.slice(start, next)));
    const { lines, end } = linesWithin(tokens, next);
    next = Math.max(end, next);
    const found = [...head.mends, ...mendsOfRows(lines, head)].sort(
      (a, b) => a.token.startOffset - b.token.startOffset,
    );
    const [first] = found;
    if (first === undefined) continue;
    mends.push(...found);
    const isDrawn = found.every(({ drawn }) => drawn);
    const fix = {
      title: isDrawn ? 'write the rows without the outer bars' : 'write the table with its own marks',
      safe: true,
      edits: found.map(({ token, text, behind }) => {
        const span = tokenSpan(token, file);
        return behind === true
          ? { span: { ...span, start: span.end }, text: text === '|' ? ' |' : text }
          : { span, text };
      }),
    };
    diagnostics.push(
      lexDiagnostic(isDrawn ? 'outer-bar' : 'foreign-table', tokenSpan(first.token, file), {}, { fix }),
    );
  }
  return mends.length === 0 ? { tokens, diagnostics } : { tokens: mended(tokens, mends), diagnostics };
}

function mended(tokens: readonly IToken[], mends: readonly Mend[]): readonly IToken[] {
  const byToken = new Map(mends.map((mend) => [mend.token, mend]));
  return tokens.flatMap((token) => {
    const { text, behind } = byToken.get(token) ?? {};
    if (text === undefined) return [token];
    if (behind === true) return [token, virtualToken(text === ':' ? Colon : Bar, token)];
    if (text === '') return [];
    retype(token, text === ':' ? Colon : text === '-' ? Minus : Bar);
    // The cell for any value, which was left empty after a bar.
    return text === '| -' ? [token, tokenInPlaceOf(token, Minus, '-')] : [token];
  });
}

const beforeTables = new Set([LBrace, RBrace, StringLiteral]);

/** Whether the clause begins here: something else may be called `table`. */
function beginsTable(tokens: readonly IToken[], index: number): boolean {
  const [previous, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.tokenType !== kw.table || previous === undefined || next === undefined) return false;
  // A name among others, or with its words or an operator behind it.
  if (previous.tokenType === Comma || next.tokenType === StringLiteral) return false;
  if (continuing.has(next.tokenType) && next.tokenType !== Bar) return false;
  const isFirst = (token.startLine ?? 0) > (previous.endLine ?? 0);
  return beforeTables.has(previous.tokenType) || (isFirst && previous.tokenType !== Bar);
}

/** Where the braces of a table begin, behind those that its inputs have. */
function endOfHead(tokens: readonly IToken[], from: number): number {
  let depth = 0;
  let at = from;
  for (; at < tokens.length; at++) {
    const tokenType = tokens[at]?.tokenType ?? RBrace;
    if (opening.has(tokenType)) {
      if (depth === 0 && tokenType === LBrace && !opensExpression(tokens[at - 1], tokens[at - 2])) break;
      depth++;
    } else if (closing.has(tokenType) && --depth < 0) break;
  }
  return at;
}

/** The tokens that stand in no bracket, and of each pair of brackets the first. */
function flat(tokens: readonly IToken[]): readonly IToken[] {
  let depth = 0;
  return tokens.filter(({ tokenType }) => {
    if (closing.has(tokenType)) depth--;
    const isOutside = depth === 0 && !closing.has(tokenType);
    if (opening.has(tokenType)) depth++;
    return isOutside;
  });
}

/** The tokens directly within the braces that open at `brace`, line by line, as of those in no bracket, and where they end. */
function linesWithin(
  tokens: readonly IToken[],
  brace: number,
): { readonly lines: readonly (readonly IToken[])[]; readonly end: number } {
  const lines = new Map<number, IToken[]>();
  let end = brace;
  let depth = 0;
  for (; end < tokens.length; end++) {
    const token = tokens[end];
    if (token === undefined) break;
    if (closing.has(token.tokenType)) depth--;
    if (depth <= 0 && end > brace) break;
    if (depth === 1 && !closing.has(token.tokenType)) {
      const at = token.startLine ?? 0;
      const line = lines.get(at);
      if (line === undefined) lines.set(at, [token]);
      else line.push(token);
    }
    if (opening.has(token.tokenType)) depth++;
    if (depth <= 0) break;
  }
  return { lines: [...lines.values()], end };
}
