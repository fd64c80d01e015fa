import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import { endOf } from './lex.ts';

/** A token of the type that stands right after another and is empty. */
export function virtualToken(type: TokenType, previous: IToken): IToken {
  const at = endOf(previous);
  const line = previous.endLine ?? previous.startLine ?? 0;
  return createTokenInstance(type, '', at, at - 1, line, line, Number.NaN, Number.NaN);
}

/** A token of the type and with this text, where another begins. */
export function tokenInPlaceOf(token: IToken, type: TokenType, image: string): IToken {
  const { startOffset, startLine = 0, startColumn = 0 } = token;
  const end = startOffset + image.length - 1;
  return createTokenInstance(type, image, startOffset, end, startLine, startLine, startColumn, startColumn);
}
