import { EOF, type IToken } from 'chevrotain';
import type { Span } from '../ast/ast.ts';
import { tokenSpan } from '../1-lex/lex.ts';

/** What the wording of errors needs to know about the file. */
export interface ErrorContext {
  readonly file: string;
  readonly textLength: number;
  readonly tokens: readonly IToken[];
}

/** The same, made ready for many errors. */
export interface Indexed extends ErrorContext {
  /** Where each token stands in `tokens`: looking for it there would be quadratic in a file of noise. */
  readonly indexOf: ReadonlyMap<IToken, number>;
}

/** Where an error is: its token, or the end of the text. */
export function errorSpan(token: IToken, file: string, textLength: number): Span {
  return token.tokenType === EOF ? { file, start: textLength, end: textLength } : tokenSpan(token, file);
}
