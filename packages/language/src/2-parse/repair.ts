/** An error where a text could not be read on, and the edits of which its repairs are made. */
import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { endOf, tokenSpan } from '../1-lex/lex.ts';
import { Identifier, RBrace } from '../1-lex/tokens.ts';

/** What to do about an error, and how it is mended. */
export type Repair = Pick<Diagnostic, 'help' | 'fix'>;

/** An error and the tokens around it. */
export interface Found {
  readonly rule: string;
  readonly rules: readonly string[];
  /** What was expected, in words. */
  readonly message: string;
  readonly tokens: readonly IToken[];
  readonly index: number;
  readonly token: IToken;
  readonly previous: IToken;
  readonly next: IToken | undefined;
  readonly file: string;
}

/** Whether a token is of a type. */
export const is = (token: IToken | undefined, type: TokenType): boolean => token?.tokenType === type;
/** Whether a token can be a name. */
export const isName = (token: IToken | undefined): boolean =>
  token !== undefined && tokenMatcher(token, Identifier);
/** Whether an error is on the line of the token before it. */
export const isOnLine = ({ token, previous }: Found): boolean => token.startLine === previous.endLine;

/** An edit of what stands between two places. */
export const edit = ({ file }: Found, start: number, end: number, text: string): TextEdit => ({
  span: { file, start, end },
  text,
});
/** A repair of these edits; a suggestion, unless it is certain. */
export const fix = (
  title: string,
  edits: readonly TextEdit[],
  safe: boolean = false,
): NonNullable<Diagnostic['fix']> => ({
  title,
  safe,
  edits,
});
/** Another word in the place of an error. */
export const writing = (error: Found, text: string, safe: boolean = false): NonNullable<Repair['fix']> =>
  fix(`write \`${text}\``, [{ span: tokenSpan(error.token, error.file), text }], safe);
/** A word before it. */
export const inserting = (error: Found, text: string): NonNullable<Repair['fix']> =>
  fix(`add \`${text}\``, [edit(error, error.token.startOffset, error.token.startOffset, `${text} `)]);
/** A mark behind the token before it. */
export const behind = (error: Found, text: string, safe: boolean = false): NonNullable<Repair['fix']> =>
  fix(
    text === ',' ? 'add the comma' : `add \`${text}\``,
    [edit(error, endOf(error.previous), endOf(error.previous), text)],
    safe,
  );
/** Nothing in its place. */
export const deleting = (error: Found, title: string, safe: boolean = true): NonNullable<Repair['fix']> =>
  fix(title, [edit(error, endOf(error.previous), endOf(error.token), '')], safe);

/** The tokens of a type up to the brace that closes what the error is in. */
export function tokensOf({ tokens, index }: Found, ...wanted: readonly TokenType[]): readonly IToken[] {
  const found: IToken[] = [];
  for (let at = index; at < tokens.length && !is(tokens[at], RBrace); at++) {
    const token = tokens[at];
    if (token !== undefined && wanted.includes(token.tokenType)) found.push(token);
  }
  return found;
}
