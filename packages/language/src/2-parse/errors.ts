import { EOF, tokenMatcher, type IRecognitionException, type IToken } from 'chevrotain';
import type { Span } from '../ast/ast.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { declarationWords, reservedWords, softWords, unitWords } from '../1-lex/keywords.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import {
  Colon,
  Comma,
  DateToken,
  describeToken,
  Identifier,
  NumberToken,
  Pinpoint,
  Star,
} from '../1-lex/tokens.ts';
import { describeFound, listed } from './expectations.ts';

interface Place {
  readonly where: string;
  readonly clauses: readonly string[];
}

/** The clauses of each declaration, by the rule that reads its braces. */
const places: ReadonlyMap<string, Place> = new Map([
  ['pack', { where: 'a pack', clauses: ['title', 'version', 'period', 'licence'] }],
  [
    'source',
    {
      where: 'a source',
      clauses: [
        'short',
        'edition',
        'published',
        'checked',
        'status',
        'basis',
        'succeeds',
        'from',
        'ceasing',
        'url',
      ],
    },
  ],
  ['record', { where: 'a record', clauses: ['fact', 'event', 'judgement'] }],
  [
    'fact',
    { where: 'a fact', clauses: ['ask', 'say', 'help', 'fixed', 'effort', 'consider', 'assume', 'cite'] },
  ],
  ['ambiguity', { where: 'an ambiguity', clauses: ['reading', 'cite', 'covers'] }],
  [
    'define',
    {
      where: 'a definition',
      clauses: ['say', 'requires', 'includes', 'means', 'otherwise', 'table', 'except', 'cite', 'covers'],
    },
  ],
  ['limbBlock', { where: 'this block', clauses: ['say', 'cite', 'covers', 'except'] }],
  ['exceptionDecl', { where: 'an exception', clauses: ['say', 'when', 'except', 'cite', 'covers'] }],
  [
    'rule',
    {
      where: 'a rule',
      clauses: [
        'must',
        'must not',
        'should',
        'should not',
        'may',
        'when',
        'done when',
        'done by',
        'except',
        'cite',
        'covers',
      ],
    },
  ],
  ['constraint', { where: 'a constraint', clauses: ['always', 'never', 'because', 'cite'] }],
  ['invariant', { where: 'an invariant', clauses: ['always', 'never', 'because', 'cite', 'covers'] }],
  ['scenario', { where: 'a scenario', clauses: ['given', 'expect', 'reading', 'cite', 'covers'] }],
]);

/** Clause words of other languages and habits, with ours. */
const foreignClauses: ReadonlyMap<string, string> = new Map([
  ['unless', 'except'],
  ['if', 'when'],
  ['provided', 'when'],
  ['where', 'when'],
  ['shall', 'must'],
  ['has', 'requires'],
  ['only', 'when'],
]);

/** Words that join two things in other languages, with ours. */
const foreignOperators: ReadonlyMap<string, string> = new Map([
  ['in', 'is one of'],
  ['equals', 'is'],
  ['are', 'is'],
  ['contains', 'includes'],
  ['greater', '>'],
  ['less', '<'],
  ['exceeds', '>'],
]);

/** How this language says what other words begin, where something has been said before them. */
const otherWays: ReadonlyMap<string, string> = new Map([
  ['between', 'a range has two sides: `a <= x and x <= b`'],
  [
    'within',
    'a term is a comparison with a day: `x <= 1 month after d`, or a rule\u2019s `no later than 1 month after d`',
  ],
  ['does', 'what is not so is said with `not` and brackets: `not (x includes member)`'],
  ['implies', 'a condition on another is said with `or`: `(not a) or b`'],
  ['then', 'a choice of values is a `case`: `case { condition: value  otherwise: value }`'],
]);

/** Words for the day on which something ends, and for the day from which a time runs. */
const endings: ReadonlySet<string> = new Set(['until', 'till', 'to']);
const beginnings: ReadonlySet<string> = new Set(['from', 'since', 'of', 'following']);

/** What the wording of errors needs to know about the file. */
export interface ErrorContext {
  readonly file: string;
  readonly textLength: number;
  readonly tokens: readonly IToken[];
}

interface Indexed extends ErrorContext {
  /** Where each token stands in `tokens`: looking for it there would be quadratic in a file of noise. */
  readonly indexOf: ReadonlyMap<IToken, number>;
}

/** The diagnostics of what Chevrotain found wrong; several at one place count as one. */
export function parseErrors(
  errors: readonly IRecognitionException[],
  context: ErrorContext,
): readonly Diagnostic[] {
  if (errors.length === 0) return [];
  const seen = new Set<number>();
  const indexed: Indexed = {
    ...context,
    indexOf: new Map(context.tokens.map((token, index) => [token, index])),
  };
  return errors.flatMap((error) => {
    const place = errorSpan(error.token, context.file, context.textLength).start;
    if (seen.has(place)) return [];
    seen.add(place);
    return [missingComma(error, indexed) ?? parseError(error, indexed)];
  });
}

/** Two citations side by side: `cite code p.1 act s.2`. */
function missingComma(
  { token }: IRecognitionException,
  { file, tokens, indexOf }: Indexed,
): Diagnostic | undefined {
  if (!tokenMatcher(token, Identifier)) return undefined;
  const index = indexOf.get(token) ?? -1;
  const previous = tokens[index - 1];
  if (previous === undefined || tokens[index + 1]?.tokenType !== Pinpoint) return undefined;
  if (previous.tokenType !== Pinpoint && tokens[index - 2]?.tokenType !== Pinpoint) return undefined;
  const span = tokenSpan(token, file);
  const at = previous.startOffset + previous.image.length;
  return parseDiagnostic(
    'missing-comma',
    span,
    { next: token.image },
    {
      fix: { title: 'add the comma', safe: true, edits: [{ span: { file, start: at, end: at }, text: ',' }] },
    },
  );
}

/** Where an error is: its token, or the end of the text. */
export function errorSpan(token: IToken, file: string, textLength: number): Span {
  return token.tokenType === EOF ? { file, start: textLength, end: textLength } : tokenSpan(token, file);
}

function parseError(
  error: IRecognitionException,
  { file, textLength, tokens, indexOf }: Indexed,
): Diagnostic {
  const { token } = error;
  const span = errorSpan(token, file, textLength);
  const rule = error.context.ruleStack.at(-1) ?? 'file';
  const found = describeFound(token);
  const expectsBrace = error.message === '`}`';
  if (rule === 'file' || (rule === 'section' && expectsBrace)) {
    const meant = didYouMean(token.image, declarationWords);
    return parseDiagnostic(
      'unknown-declaration',
      span,
      { found, ...(meant === undefined ? {} : { meant }) },
      replaceBy(span, meant),
    );
  }
  const previous = tokens[(indexOf.get(token) ?? -1) - 1];
  const joins = previous !== undefined && tokenMatcher(previous, Identifier);
  const operator = joins ? foreignOperators.get(token.image) : undefined;
  if (operator !== undefined) {
    const fix = { title: `write \`${operator}\``, safe: false, edits: [{ span, text: operator }] };
    return parseDiagnostic('foreign-word', span, { found: token.image, meant: operator }, { fix });
  }
  const word = wordOfTime(token, previous, file);
  if (word !== undefined) return word;
  const place = places.get(rule);
  if (place !== undefined && expectsBrace && isWord(token)) {
    const foreign = foreignClauses.get(token.image);
    const meant =
      foreign !== undefined && place.clauses.includes(foreign)
        ? foreign
        : isKeyword.has(token.image)
          ? undefined
          : didYouMean(token.image, place.clauses);
    const known = listed(place.clauses.map((clause) => `\`${clause}\``)).replace(
      / or ([^ ]+|`[^`]+`)$/,
      ' and $1',
    );
    return parseDiagnostic(
      'unknown-clause',
      span,
      { found, where: place.where, known, ...(meant === undefined ? {} : { meant }) },
      { ...replaceBy(span, meant), ...splitDuration(token, previous), ...otherWay(token) },
    );
  }
  const help = helpFor(error, previous, tokens[(indexOf.get(token) ?? -1) + 1], file);
  return parseDiagnostic('expected-something-else', span, { expected: error.message, found }, help);
}

/** `from D until E`, and `3 days from d`. */
function wordOfTime(token: IToken, previous: IToken | undefined, file: string): Diagnostic | undefined {
  const ends = previous?.tokenType === DateToken && endings.has(token.image);
  const runs = units.has(previous?.image ?? '') && beginnings.has(token.image);
  if (!ends && !runs) return undefined;
  const meant = ends ? 'ceasing' : 'after';
  const help = ends ? { help: '`ceasing` names the first day on which it no longer holds' } : {};
  const span = tokenSpan(token, file);
  return parseDiagnostic(
    'foreign-word',
    span,
    { found: token.image, meant },
    { ...replaceBy(span, meant), ...help },
  );
}

function otherWay({ image }: IToken): { readonly help?: string } {
  const help = otherWays.get(image);
  return help === undefined ? {} : { help };
}

const units: ReadonlySet<string> = new Set(unitWords);

/** `7` at the end of a line and `days` on the next. */
function splitDuration(token: IToken, previous: IToken | undefined): { readonly help?: string } {
  return units.has(token.image) && previous?.tokenType === NumberToken
    ? { help: `a number and its unit stand on one line: write \`${previous.image} ${token.image}\`` }
    : {};
}

/** What to do about a mistake that is often made. */
function helpFor(
  { token, message, context }: IRecognitionException,
  previous: IToken | undefined,
  next: IToken | undefined,
  file: string,
): Pick<Diagnostic, 'help' | 'fix'> {
  if (token.tokenType === Colon && previous !== undefined && isKeyword.has(previous.image)) {
    const edits = [{ span: tokenSpan(token, file), text: '' }];
    return {
      help: `nothing stands between \`${previous.image}\` and what it says`,
      fix: { title: 'delete the colon', safe: true, edits },
    };
  }
  if (token.tokenType === Comma && next?.image === 'no' && context.ruleStack.includes('rule'))
    return { help: 'a deadline goes with an event: `done by EVENT, no later than DATE`' };
  if (message === pinpoint)
    return {
      help: 'write where in the source it stands: a letter or more, a point and a number: `p.45`, `s.1`, `sch.1 para.22(3)`',
    };
  if (message === 'a name' && reserved.has(token.image))
    return { help: `\`${token.image}\` is a word of the language and can be no name` };
  if (token.tokenType === Star && previous !== undefined && next?.tokenType === NumberToken)
    return { help: `the number stands first: write \`${next.image} * ${previous.image}\`` };
  return {};
}

const reserved: ReadonlySet<string> = new Set(reservedWords);
const isKeyword: ReadonlySet<string> = new Set([...reservedWords, ...softWords]);
const pinpoint = describeToken(Pinpoint);

const isWord = (token: IToken): boolean => /^[A-Za-z]/.test(token.image);

function replaceBy(span: Span, meant: string | undefined): { readonly fix?: NonNullable<Diagnostic['fix']> } {
  return meant === undefined
    ? {}
    : { fix: { title: `write \`${meant}\``, safe: false, edits: [{ span, text: meant }] } };
}
