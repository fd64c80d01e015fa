import type { IToken } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { pastGroup } from './choices.ts';
import { isName } from './inside.ts';
import { endOf, tokenSpan } from './lex.ts';
import { virtualToken } from './virtual.ts';
import { Colon, Comma, Dot, LBrace, LBracket, RBracket, kw } from './tokens.ts';

/** Tokens in which the members of each list stand in brackets. */
export interface Listed {
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `parcels: { glass: yes }, { glass: no }` as a list. A single member is left as it is: whether it is one of a list or a
 * record of which the facts are given, its declaration says.
 */
export function withBracketedLists(tokens: readonly IToken[], file: string): Listed {
  const marks = new Map<IToken, readonly IToken[]>();
  const diagnostics: Diagnostic[] = [];
  for (let index = 1; index < tokens.length; index++) {
    const [previous, first] = [tokens[index - 1], tokens[index]];
    if (first?.tokenType !== LBrace || previous === undefined || !beginsMember(tokens, index)) continue;
    const isOpen = previous.tokenType === kw.least;
    if (!isOpen && previous.tokenType !== Colon) continue;
    const ends = [pastGroup(tokens, index)];
    for (let end = ends[0] ?? index; end !== undefined; end = ends.at(-1) ?? end) {
      const next = tokens[end]?.tokenType === Comma ? end + 1 : end;
      if (tokens[next]?.tokenType !== LBrace) break;
      ends.push(pastGroup(tokens, next));
    }
    if (ends.length === 1 && !isOpen) continue;
    const edit = (at: number, text: string): TextEdit => ({ span: { file, start: at, end: at }, text });
    const edits = [edit(first.startOffset, '[ ')];
    marks.set(previous, [previous, virtualToken(LBracket, previous)]);
    for (const [i, end] of ends.entries()) {
      const last = tokens[end - 1];
      if (last === undefined) continue;
      const isLast = i === ends.length - 1;
      if (!isLast && tokens[end]?.tokenType === Comma) continue;
      marks.set(last, [last, virtualToken(isLast ? RBracket : Comma, last)]);
      edits.push(edit(endOf(last), isLast ? ' ]' : ','));
    }
    const fix = { title: 'add the brackets', safe: true, edits };
    const span = { ...tokenSpan(first, file), end: endOf(first) };
    diagnostics.push(lexDiagnostic('members-without-brackets', span, { of: 'list' }, { fix }));
    index = (ends.at(-1) ?? index) - 1;
  }
  if (marks.size === 0) return { tokens, diagnostics };
  return { tokens: tokens.flatMap((token) => marks.get(token) ?? [token]), diagnostics };
}

/** `{ glass: yes`, and not the members of a set. */
function beginsMember(tokens: readonly IToken[], brace: number): boolean {
  const mark = tokens[brace + 2]?.tokenType;
  return isName(tokens[brace + 1]) && (mark === Colon || mark === Dot);
}
