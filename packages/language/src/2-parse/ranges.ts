import { tokenMatcher, type IToken } from 'chevrotain';
import type { Span } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import { DateToken, Dot, Identifier, NumberToken, kw } from '../1-lex/tokens.ts';
import type { Indexed } from './error-context.ts';

const help = 'a range has two sides, each a comparison of its own; a cell of a table has one: `<= 10`';

/** `x is 0..10`, `x in 0..10`, `x between 0 and 10`: from the first bound, and where it is written. */
export function rangeError(index: number, { file, tokens }: Indexed): Diagnostic | undefined {
  const token = tokens[index];
  const isDotted = token?.tokenType === Dot;
  const from = isDotted ? index - 1 : index + 1;
  const low = tokens[from];
  if (token === undefined || low === undefined || !isBound(low)) return undefined;
  const isBetween = token.image === 'between' && tokens[from + 1]?.tokenType === kw.and;
  const isRange = tokens[from + 1]?.tokenType === Dot && tokens[from + 2]?.tokenType === Dot;
  const last = from + (isBetween ? 2 : 3);
  const high = tokens[last];
  if (!(isBetween || isRange) || high === undefined || !isBound(high)) return undefined;
  const joint = isDotted ? index - 2 : index;
  const path = pathEndingAt(tokens, joint);
  const end = tokenSpan(high, file).end;
  const joins = isDotted ? tokens[joint]?.tokenType === kw.is : token.tokenType === kw.in || isBetween;
  const value = joins && path !== undefined ? path.map(({ image }) => image).join('') : 'x';
  const meant = `${low.image} <= ${value} and ${value} <= ${high.image}`;
  const span: Span = { ...tokenSpan(isDotted ? low : token, file), end };
  const found = tokens
    .slice(isDotted ? from : index, last + 1)
    .map(({ image }) => image)
    .join(isBetween ? ' ' : '')
    .replace(/^in/, 'in ');
  const start = path?.[0]?.startOffset;
  const fix =
    start === undefined || value === 'x'
      ? {}
      : {
          fix: {
            title: `write \`${meant}\``,
            safe: false,
            edits: [{ span: { file, start, end }, text: meant }],
          },
        };
  return parseDiagnostic('foreign-word', span, { found, meant }, { help, ...fix });
}

const isBound = ({ tokenType }: IToken): boolean => tokenType === NumberToken || tokenType === DateToken;

/** The tokens of the path that ends before a place. */
export function pathEndingAt(tokens: readonly IToken[], index: number): readonly IToken[] | undefined {
  let at = index - 1;
  const isNameAt = (place: number): boolean => {
    const token = tokens[place];
    return token !== undefined && tokenMatcher(token, Identifier);
  };
  if (!isNameAt(at)) return undefined;
  while (tokens[at - 1]?.tokenType === Dot && isNameAt(at - 2)) at -= 2;
  return tokens.slice(at, index);
}

/** The tokens of the path that begins at a place. */
export function pathFrom(tokens: readonly IToken[], index: number): readonly IToken[] | undefined {
  const isNameAt = (place: number): boolean => {
    const token = tokens[place];
    return token !== undefined && tokenMatcher(token, Identifier);
  };
  if (!isNameAt(index)) return undefined;
  let at = index;
  while (tokens[at + 1]?.tokenType === Dot && isNameAt(at + 2)) at += 2;
  return tokens.slice(index, at + 1);
}
