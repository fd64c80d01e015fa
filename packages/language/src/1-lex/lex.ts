import { Lexer, tokenMatcher, type ILexingResult, type IToken, type TokenType } from 'chevrotain';
import type { Span } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { checkWholeFile, contentStart, findInvisible } from './characters.ts';
import { foreignDate } from './foreign-dates.ts';
import {
  ForeignDate,
  ForeignString,
  NonAsciiName,
  StringLiteral,
  UnterminatedString,
  Identifier,
  keywordOf,
  lexedTokens,
} from './tokens.ts';

const lexer = new Lexer([...lexedTokens], {
  ensureOptimizations: true,
  positionTracking: 'full',
  // They take time at every start; a test does them.
  skipValidations: true,
});

/** A text taken apart. Comments stand in `comments` and `docs`, everything else in `tokens`. */
export interface Lexed {
  readonly tokens: readonly IToken[];
  /** `// …` */
  readonly comments: readonly IToken[];
  /** `/// …` */
  readonly docs: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The place of a token in the text, which may hold other words there than it is read as. */
export function tokenSpan(token: IToken, file: string): Span {
  return { file, start: token.startOffset, end: endOf(token) };
}

/** Where a token ends in the text. */
export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}

/**
 * Takes a text apart into tokens. Never throws: what it cannot read is reported and left out. A file that is too large
 * or no text gives no tokens at all.
 */
export function lex(text: string, file: string): Lexed {
  const whole = checkWholeFile(text, file);
  if (whole !== undefined) return { tokens: [], comments: [], docs: [], diagnostics: [whole] };
  // A blank keeps all offsets as they are in the text.
  const readable = contentStart(text) === 0 ? text : ` ${text.slice(1)}`;
  const result = lexer.tokenize(readable);
  for (const token of result.tokens) if (token.tokenType === Identifier) markKeyword(token);
  return {
    tokens: result.tokens,
    comments: result.groups['comments'] ?? [],
    docs: result.groups['docs'] ?? [],
    diagnostics: [
      ...findInvisible(text, file),
      ...unknownCharacters(result, readable, file),
      ...leftOut(result, file),
      ...result.tokens.filter(isSuspect).flatMap((token) => checkToken(token, file)),
    ],
  };
}

function markKeyword(token: IToken): void {
  const keyword = keywordOf(token.image);
  if (keyword !== undefined) retype(token, keyword);
}

/** Makes a token one of another type. The parser goes by type and by the type's number. */
export function retype(token: IToken, type: TokenType): void {
  if (type.tokenTypeIdx === undefined) return;
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx;
}

function unknownCharacters(result: ILexingResult, text: string, file: string): readonly Diagnostic[] {
  return result.errors.map((error) => {
    const span = { file, start: error.offset, end: error.offset + error.length };
    const found = text.slice(span.start, span.end);
    const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
    return lexDiagnostic('unknown-character', span, { text: shown });
  });
}

/** What stands apart from the text proper and should not stand there at all. */
function leftOut(result: ILexingResult, file: string): readonly Diagnostic[] {
  const semicolons = result.groups['semicolons'] ?? [];
  const comments = result.groups['foreignComments'] ?? [];
  return [
    ...semicolons.map((token) => {
      const span = tokenSpan(token, file);
      return lexDiagnostic(
        'stray-semicolon',
        span,
        {},
        {
          fix: { title: 'delete the semicolon', safe: true, edits: [{ span, text: '' }] },
        },
      );
    }),
    ...comments.map((token) => {
      const span = tokenSpan(token, file);
      const start = token.image.startsWith('#') ? '#' : '/*';
      const oneLine = !/[\r\n]/.test(token.image);
      const words = token.image.replace(/^(?:#+|\/\*+)\s*/, '').replace(/\s*\*+\/$/, '');
      // Only where nothing follows on the line may the comment become one that goes to its end.
      return lexDiagnostic(
        'foreign-comment',
        span,
        { start },
        start === '#' && oneLine
          ? { fix: { title: 'write it with //', safe: true, edits: [{ span, text: `// ${words}` }] } }
          : {},
      );
    }),
  ];
}

/** Tokens of these types have something to be said about them. */
const suspects: ReadonlySet<TokenType> = new Set([
  NonAsciiName,
  UnterminatedString,
  ForeignString,
  ForeignDate,
]);

const isSuspect = ({ tokenType, image }: IToken): boolean =>
  tokenType === StringLiteral ? image.includes('\\') : suspects.has(tokenType);

function checkToken(token: IToken, file: string): readonly Diagnostic[] {
  const span = tokenSpan(token, file);
  switch (token.tokenType) {
    case NonAsciiName:
      return [lexDiagnostic('non-ascii-name', span, { name: token.image })];
    case UnterminatedString:
      return [lexDiagnostic('unterminated-string', { ...span, end: span.start + 1 }, {})];
    case ForeignDate:
      return [foreignDate(token.image, span)];
    case ForeignString: {
      const inner = token.image.slice(1, -1).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
      return [
        lexDiagnostic(
          'foreign-quotes',
          span,
          { quote: `\`${token.image[0]}\`` },
          {
            fix: { title: 'use straight double quotes', safe: true, edits: [{ span, text: `"${inner}"` }] },
          },
        ),
      ];
    }
    case StringLiteral:
      return checkEscapes(token, span);
    default:
      return [];
  }
}

function checkEscapes(token: IToken, span: Span): readonly Diagnostic[] {
  return [...token.image.matchAll(/\\./gu)]
    .filter((match) => !/^\\["\\n]$/.test(match[0]))
    .map((match) =>
      lexDiagnostic(
        'unknown-escape',
        { file: span.file, start: span.start + match.index, end: span.start + match.index + match[0].length },
        { escape: match[0] },
      ),
    );
}

/** The words of a text token, its escapes resolved. */
export function stringValue(token: IToken): string {
  const closed = tokenMatcher(token, StringLiteral) && token.tokenType !== UnterminatedString;
  const inner = token.image.slice(1, closed ? -1 : undefined);
  if (token.tokenType === ForeignString) return inner;
  return inner.replaceAll(/\\(.)/gu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}
