import type { IToken } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { retype, tokenSpan } from './lex.ts';
import {
  Bar,
  Colon,
  LBrace,
  LBracket,
  LParen,
  RBrace,
  RBracket,
  RParen,
  StringLiteral,
  kw,
} from './tokens.ts';

/** Tokens in which tables are written as this language writes them. */
export interface Undrawn {
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

const opening = new Set([LBrace, LParen, LBracket]);
const closing = new Set([RBrace, RParen, RBracket]);
const braces = new Set([LBrace, RBrace]);

/**
 * Reads tables that are drawn as other notations draw them: a bar before the first cell and behind the last, and
 * perhaps one before the value. The bars that part nothing are left out, that before the value becomes a colon, and
 * there is one finding for a whole table, however many rows it has.
 */
export function withoutDrawing(tokens: readonly IToken[], file: string): Undrawn {
  const replaced = new Map<IToken, '' | ':'>();
  const diagnostics: Diagnostic[] = [];
  let next = 0;
  while (next < tokens.length) {
    const start = next + 1;
    if (!beginsTable(tokens, next++)) continue;
    // Tables do not nest: what is looked at here is not looked at again.
    while (next < tokens.length && !braces.has(tokens[next]?.tokenType ?? RBrace)) next++;
    const head = tokens.slice(start, next);
    const { lines, end } = linesWithin(tokens, next);
    next = Math.max(end, next);
    const bars = [...barsAround(head), ...barsOfRows(lines)].sort(
      ([a], [b]) => a.startOffset - b.startOffset,
    );
    const [first] = bars;
    if (first === undefined) continue;
    const edits: TextEdit[] = [];
    for (const [bar, text] of bars) {
      replaced.set(bar, text);
      edits.push({ span: tokenSpan(bar, file), text });
    }
    const fix = { title: 'write the rows without the outer bars', safe: true, edits };
    diagnostics.push(lexDiagnostic('outer-bar', tokenSpan(first[0], file), {}, { fix }));
  }
  if (replaced.size === 0) return { tokens, diagnostics };
  for (const [bar, text] of replaced) if (text === ':') retype(bar, Colon);
  return { tokens: tokens.filter((token) => replaced.get(token) !== ''), diagnostics };
}

const beforeTables = new Set([LBrace, RBrace, StringLiteral]);

/** Whether the clause begins here: something else may be called `table`. */
function beginsTable(tokens: readonly IToken[], index: number): boolean {
  const [previous, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.tokenType !== kw.table || previous === undefined || next?.tokenType === Colon) return false;
  const isFirst = (token.startLine ?? 0) > (previous.endLine ?? 0);
  return beforeTables.has(previous.tokenType) || (isFirst && previous.tokenType !== Bar);
}

/** The bars in rows that are not ours, with what stands for each. */
function* barsOfRows(lines: readonly (readonly IToken[])[]): Generator<readonly [IToken, '' | ':']> {
  // Only where the first row begins with a bar is it certain that one at the beginning of a later line begins a row.
  const drawn = lines[0]?.[0]?.tokenType === Bar;
  for (const line of lines) {
    const beforeColon = line.find((bar, at) => bar.tokenType === Bar && line[at + 1]?.tokenType === Colon);
    if (beforeColon !== undefined) yield [beforeColon, ''];
    if (!drawn || line[0]?.tokenType !== Bar) continue;
    yield* barsAround(line);
    if (line.some(({ tokenType }) => tokenType === Colon)) continue;
    const last = line.slice(1, -1).findLast(({ tokenType }) => tokenType === Bar);
    if (last !== undefined) yield [last, ':'];
  }
}

/** A bar at either end. */
function* barsAround(line: readonly IToken[]): Generator<readonly [IToken, '']> {
  const [first] = line;
  const last = line.at(-1);
  if (first?.tokenType === Bar) yield [first, ''];
  if (last !== undefined && last !== first && last.tokenType === Bar) yield [last, ''];
}

/** The tokens directly within the braces that open at `brace`, line by line, and where they end. */
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
    if (depth === 1 && !closing.has(token.tokenType) && !opening.has(token.tokenType)) {
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
