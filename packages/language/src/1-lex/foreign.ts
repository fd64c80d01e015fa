import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { retype, tokenSpan } from './lex.ts';
import {
  Colon,
  ForeignAnd,
  ForeignArrow,
  ForeignGreaterOrEqual,
  ForeignIs,
  ForeignIsNot,
  ForeignLessOrEqual,
  ForeignNot,
  ForeignOr,
  GreaterOrEqual,
  Identifier,
  kw,
} from './tokens.ts';

/** What stands before and after a colon, where the braces around a token hold such pairs and nothing else. */
export type Pairs = 'branches' | 'answers' | null;

const operators: ReadonlyMap<TokenType, string> = new Map([
  [ForeignAnd, 'and'],
  [ForeignOr, 'or'],
  [ForeignIs, 'is'],
  [ForeignIsNot, 'is not'],
  [ForeignNot, 'not'],
  [ForeignLessOrEqual, '<='],
  [ForeignGreaterOrEqual, '>='],
]);

/**
 * What to say of an operator in the spelling of another language. What it means depends on the braces that it stands in:
 * `=>` is an arrow in a `case`, and `=` and `is` part a fact from its value in what a scenario gives. Where it means a
 * colon it is made one, so that what follows is read.
 */
export function foreignOperator(
  token: IToken,
  previous: IToken | undefined,
  next: IToken | undefined,
  pairs: Pairs,
  file: string,
): Diagnostic | undefined {
  const parts =
    token.tokenType === ForeignArrow
      ? token.image !== '=>' || pairs !== null
      : pairs === 'answers' && (token.tokenType === ForeignIs || isWordBetween(token, previous, next));
  if (parts) {
    retype(token, Colon);
    return spelt(token, ':', file);
  }
  if (token.tokenType === ForeignArrow) retype(token, GreaterOrEqual);
  const meant =
    token.tokenType === GreaterOrEqual && token.image === '=>' ? '>=' : operators.get(token.tokenType);
  return meant === undefined ? undefined : spelt(token, meant, file);
}

/** `glass is yes`, and not a fact that is called `is`. */
function isWordBetween(token: IToken, previous: IToken | undefined, next: IToken | undefined): boolean {
  if (token.tokenType !== kw.is || next === undefined || next.tokenType === Colon) return false;
  return previous !== undefined && tokenMatcher(previous, Identifier);
}

function spelt(token: IToken, meant: string, file: string): Diagnostic {
  const span = tokenSpan(token, file);
  const text = meant === 'not' ? 'not ' : meant;
  const fix = { title: `write \`${meant}\``, safe: true, edits: [{ span, text }] };
  return lexDiagnostic('foreign-operator', span, { found: token.image, meant }, { fix });
}
