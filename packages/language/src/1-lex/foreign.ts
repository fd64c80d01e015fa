import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { retype, tokenSpan } from './lex.ts';
import {
  Colon,
  Dot,
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
  LBracket,
  RBrace,
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

/** Words after which `is` is a name: of what is forgotten, or asked for. */
const beforeName = new Set<TokenType>([kw.forget, kw.for, kw.on, kw.and, kw.presumed]);
/** What follows a name that begins a fact or an answer, and no value. */
const afterName = new Set<TokenType>([Colon, Dot, LBracket, RBrace, kw.for]);

/** `glass is yes`, and not a fact that is called `is`. */
function isWordBetween(token: IToken, previous: IToken | undefined, next: IToken | undefined): boolean {
  if (token.tokenType !== kw.is || previous === undefined || next === undefined) return false;
  return (
    tokenMatcher(previous, Identifier) &&
    !beforeName.has(previous.tokenType) &&
    !afterName.has(next.tokenType)
  );
}

function spelt(token: IToken, meant: string, file: string): Diagnostic {
  const span = tokenSpan(token, file);
  const text = meant === 'not' ? 'not ' : meant;
  const fix = { title: `write \`${meant}\``, safe: true, edits: [{ span, text }] };
  return lexDiagnostic('foreign-operator', span, { found: token.image, meant }, { fix });
}
