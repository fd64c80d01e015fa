import type { IToken, TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { beginsClauseOfDefinition, beginsValue } from './choices.ts';
import { ifAt } from './foreign-ifs.ts';
import { switchAt } from './foreign-switches.ts';
import { continuing } from './inside.ts';
import { tokenSpan } from './lex.ts';
import { Identifier, LBrace, kw } from './tokens.ts';

/** Tokens in which each choice is a `case`. */
export interface OwnChoices {
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

const mayBegin: ReadonlySet<TokenType> = new Set([kw.if, kw.case, Identifier]);
const words: ReadonlyMap<string, 'if' | 'switch'> = new Map([
  ['if', 'if'],
  ['If', 'if'],
  ['IF', 'if'],
  ['case', 'switch'],
  ['switch', 'switch'],
  ['match', 'switch'],
  ['select', 'switch'],
]);

/**
 * Reads `if a then b else c`, `switch x { … }` and their like as a `case`. What of them cannot be read so is left out, and
 * there is one finding for a whole choice.
 */
export function withoutForeignChoices(tokens: readonly IToken[], file: string): OwnChoices {
  const replaced = new Map<IToken, readonly IToken[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, token] of tokens.entries()) {
    // Every token of every file comes by here.
    if (!mayBegin.has(token.tokenType)) continue;
    const word = words.get(token.image);
    const next = tokens[index + 1];
    if (word === undefined || next === undefined || replaced.has(token) || continuing.has(next.tokenType))
      continue;
    if (token.tokenType === kw.case && next.tokenType === LBrace) continue;
    const isValue = beginsValue(tokens, index);
    if (!isValue && !beginsClauseOfDefinition(tokens, index)) continue;
    const clause = isValue ? '' : 'means ';
    const isIf = word === 'if' || next.tokenType === kw.when;
    const choice = isIf ? ifAt(tokens, index, clause, file) : switchAt(tokens, index, clause, file);
    if (choice === undefined) continue;
    for (const [one, others] of choice.replaced) replaced.set(one, others);
    const { edits, what } = choice;
    const fix = edits === null ? {} : { fix: { title: 'write it as a `case`', safe: true, edits } };
    diagnostics.push(lexDiagnostic('foreign-case', tokenSpan(token, file), { what }, fix));
  }
  if (replaced.size === 0) return { tokens, diagnostics };
  return { tokens: tokens.flatMap((token) => replaced.get(token) ?? [token]), diagnostics };
}
