import { EOF, tokenMatcher, type IRecognitionException, type IToken } from 'chevrotain';
import type { Span } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { endOf, tokenSpan } from '../1-lex/lex.ts';
import {
  Comma,
  Dot,
  Identifier,
  LParen,
  NumberToken,
  Pinpoint,
  RParen,
  StringLiteral,
  describeToken,
  kw,
} from '../1-lex/tokens.ts';
import { errorSpan, type Indexed } from './error-context.ts';
import { describeFound } from './expectations.ts';

/** What is wrong with a citation, and where the words end that it speaks of. */
export interface CitationError {
  readonly diagnostic: Diagnostic;
  readonly end: number;
}

const pinpoint = describeToken(Pinpoint);
const form =
  'write where in the source it stands: a letter or more, a point and a number: `p.45`, `s.1`, `sch.1 para.22(3)`';

/** The usual short forms of the words for parts of a text. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ['section', 's'],
  ['sections', 's'],
  ['sec', 's'],
  ['regulation', 'reg'],
  ['article', 'art'],
  ['paragraph', 'para'],
  ['schedule', 'sch'],
  ['page', 'p'],
  ['part', 'part'],
  ['chapter', 'ch'],
  ['clause', 'cl'],
  ['rule', 'r'],
  ['recital', 'rec'],
  ['annex', 'annex'],
]);

/** What is wrong where a citation could not be read; undefined where it is something else. */
export function citationError(error: IRecognitionException, context: Indexed): CitationError | undefined {
  const { token } = error;
  const { file, textLength, tokens, indexOf } = context;
  const index = indexOf.get(token) ?? tokens.length;
  const span = errorSpan(token, file, textLength);
  const comma = missingComma(token, index, context);
  if (comma !== undefined) return { diagnostic: comma, end: span.end };
  if (error.context.ruleStack.at(-1) !== 'citation') return undefined;
  const said = { expected: error.message, found: describeFound(token) };
  if (error.message === pinpoint) {
    const written = spelledOut(tokens, index);
    const until = written?.last ?? token;
    const whole: Span = { ...span, end: until === token ? span.end : tokenSpan(until, file).end };
    const next = tokens[index + 1];
    if (token.tokenType === Comma && next?.tokenType === Pinpoint) {
      const help = `nothing stands between a source and the place in it: \`${tokens[index - 1]?.image ?? ''} ${next.image}\``;
      const fix = { title: 'delete the comma', safe: true, edits: [{ span, text: '' }] };
      return {
        diagnostic: parseDiagnostic('expected-something-else', span, said, { help, fix }),
        end: tokenSpan(next, file).end,
      };
    }
    const fix =
      written === undefined
        ? {}
        : {
            help: `write \`${written.text}\`: a letter or more, a point and a number`,
            fix: {
              title: `write \`${written.text}\``,
              safe: false,
              edits: [{ span: whole, text: written.text }],
            },
          };
    return {
      diagnostic: parseDiagnostic('expected-something-else', whole, said, { help: form, ...fix }),
      end: whole.end,
    };
  }
  const help =
    token.tokenType === Pinpoint
      ? `each citation names its source: \`${sourceBefore(tokens, index)} ${token.image}\``
      : tokenMatcher(token, StringLiteral)
        ? 'a source is cited by its name: `source act "The Act"` is cited as `act s.1`'
        : undefined;
  if (help === undefined) return undefined;
  return { diagnostic: parseDiagnostic('expected-something-else', span, said, { help }), end: span.end };
}

/** Two citations side by side: `cite code p.1 act s.2`. */
function missingComma(token: IToken, index: number, { file, tokens }: Indexed): Diagnostic | undefined {
  const previous = tokens[index - 1];
  const [next, place] = [tokens[index + 1], tokens[index + 2]];
  // `act s.1 and act s.2`
  if (token.tokenType === kw.and && previous?.tokenType === Pinpoint && place?.tokenType === Pinpoint) {
    const span = { file, start: endOf(previous), end: endOf(token) };
    const fix = { title: 'write a comma', safe: true, edits: [{ span, text: ',' }] };
    return parseDiagnostic('missing-comma', tokenSpan(token, file), { next: next?.image ?? '' }, { fix });
  }
  if (token.tokenType === EOF || !tokenMatcher(token, Identifier)) return undefined;
  if (previous === undefined || tokens[index + 1]?.tokenType !== Pinpoint) return undefined;
  if (previous.tokenType !== Pinpoint && tokens[index - 2]?.tokenType !== Pinpoint) return undefined;
  const span = tokenSpan(token, file);
  const at = endOf(previous);
  return parseDiagnostic(
    'missing-comma',
    span,
    { next: token.image },
    {
      fix: { title: 'add the comma', safe: true, edits: [{ span: { file, start: at, end: at }, text: ',' }] },
    },
  );
}

/** `schedule 1 paragraph 2(3)` as `sch.1 para.2(3)`, and its last token. */
function spelledOut(
  tokens: readonly IToken[],
  index: number,
): { readonly text: string; readonly last: IToken } | undefined {
  const parts: string[] = [];
  let at = index;
  let last: IToken | undefined;
  for (;;) {
    const word = tokens[at]?.image.toLowerCase() ?? '';
    const short = shortForms.get(word) ?? ([...shortForms.values()].includes(word) ? word : undefined);
    const digits = tokens[at + 1]?.tokenType === Dot ? at + 2 : at + 1;
    const number = tokens[digits];
    if (short === undefined || number?.tokenType !== NumberToken) break;
    last = number;
    at = digits + 1;
    let text = `${short}.${number.image}`;
    while (tokens[at]?.tokenType === LParen && tokens[at + 2]?.tokenType === RParen) {
      text += `(${tokens[at + 1]?.image ?? ''})`;
      last = tokens[at + 2] ?? last;
      at += 3;
    }
    parts.push(text);
  }
  return last === undefined ? undefined : { text: parts.join(' '), last };
}

/** The source of the citation before a place. */
function sourceBefore(tokens: readonly IToken[], index: number): string {
  let at = index - 1;
  while (at > 0 && tokens[at]?.tokenType !== Pinpoint) at--;
  while (at > 0 && tokens[at]?.tokenType === Pinpoint) at--;
  return tokens[at]?.image ?? '';
}
