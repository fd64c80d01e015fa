import { tokenMatcher, type IToken } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { closing, opening } from './brackets.ts';
import { retype, tokenSpan } from './lex.ts';
import { continuing } from './inside.ts';
import { virtualToken } from './virtual.ts';
import {
  Colon,
  DateToken,
  ForeignArrow,
  Identifier,
  LBrace,
  Minus,
  NonAsciiName,
  NumberToken,
  Star,
  StringLiteral,
  kw,
} from './tokens.ts';

/** Tokens in which each `case` is written as this language writes it. */
export interface OwnCases {
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Brackets that are open; of a `case`, what has to be edited in it. */
interface Open {
  readonly edits: TextEdit[] | null;
  first: IToken | undefined;
}

/** Names that are no words of the language, and literals: what a value may end with. */
const values = new Set([
  Identifier,
  NonAsciiName,
  NumberToken,
  DateToken,
  StringLiteral,
  kw.yes,
  kw.no,
  kw.notYet,
  kw.asOf,
]);

/** Marks that mean "everything else" in other notations. */
const anything = new Set([Star, Minus]);

/**
 * Reads `case { when a then b else c }`: `when` and `if` are left out, `then` and arrows are colons, `else`, `otherwise` and what
 * else means the rest get theirs.
 */
export function withoutForeignCases(tokens: readonly IToken[], file: string): OwnCases {
  const result: IToken[] = [];
  const diagnostics: Diagnostic[] = [];
  const stack: Open[] = [];
  const close = (open: Open | undefined): void => {
    if (open?.first === undefined || open.edits === null) return;
    const fix = { title: 'write it with colons', safe: true, edits: open.edits };
    diagnostics.push(lexDiagnostic('foreign-case', tokenSpan(open.first, file), { what: 'case' }, { fix }));
  };
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const around = stack.at(-1);
    if (opening.has(token.tokenType)) {
      const isCase = token.tokenType === LBrace && previous?.tokenType === kw.case;
      stack.push({ edits: isCase ? [] : null, first: undefined });
    } else if (closing.has(token.tokenType)) close(stack.pop());
    const next = tokens[index + 1];
    const word =
      around === undefined || around.edits === null
        ? null
        : wordOf(token, previous, next, around.first !== undefined);
    if (word === null || around === undefined || around.edits === null) {
      result.push(token);
      continue;
    }
    around.first ??= token;
    const span = tokenSpan(token, file);
    const parted = word === 'otherwise' && next?.tokenType === Colon;
    around.edits.push({
      span,
      text: { when: '', then: ':', otherwise: parted ? 'otherwise' : 'otherwise:' }[word],
    });
    if (word === 'when') continue;
    retype(token, word === 'then' ? Colon : kw.otherwise);
    result.push(token);
    if (word === 'otherwise' && !parted && next?.tokenType !== ForeignArrow)
      result.push(virtualToken(Colon, token));
  }
  for (const open of stack) close(open);
  return { tokens: result, diagnostics };
}

/**
 * What a word or an arrow says in a `case` of another language; null where it is a name of this one: a name stands beside an
 * operator or a mark, and these words between what they part.
 */
function wordOf(
  token: IToken,
  previous: IToken | undefined,
  next: IToken | undefined,
  isForeign: boolean,
): 'when' | 'then' | 'otherwise' | null {
  if (previous === undefined || next === undefined) return null;
  if (token.tokenType === ForeignArrow) return 'then';
  const begins =
    closing.has(previous.tokenType) || values.has(previous.tokenType) || previous.tokenType === LBrace;
  const isRest =
    (isForeign && token.image === 'else') ||
    (token.tokenType === NonAsciiName && token.image === '_') ||
    anything.has(token.tokenType);
  if (begins && isRest && next.tokenType === Colon) return 'otherwise';
  if (continuing.has(next.tokenType)) return null;
  const endsValue = closing.has(previous.tokenType) || values.has(previous.tokenType);
  if (token.tokenType === kw.when || token.tokenType === kw.if)
    return endsValue || previous.tokenType === LBrace ? 'when' : null;
  if (!endsValue) return null;
  if (token.tokenType === Identifier && token.image === 'then') return 'then';
  const isLast = token.image === 'else' || token.tokenType === kw.otherwise;
  return isLast && !tokenMatcher(next, StringLiteral) ? 'otherwise' : null;
}
