import { tokenMatcher, type IRecognitionException, type IToken } from 'chevrotain';
import type { Span } from '../ast/ast.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { clauseWords, declarationWords, reservedWords, softWords, unitWords } from '../1-lex/keywords.ts';
import { endOf, tokenSpan } from '../1-lex/lex.ts';
import { DateToken, Identifier, LBrace, StringLiteral, kw } from '../1-lex/tokens.ts';
import { citationError } from './citation-errors.ts';
import { type ErrorContext, errorSpan, type Indexed } from './error-context.ts';
import { describeFound, listed } from './expectations.ts';
import { endings, helpFor, helpForClause } from './habits.ts';
import { pathEndingAt, pathFrom, rangeError } from './ranges.ts';
import { repairOf } from './repairs.ts';

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

/** Clause words of other languages and habits, with ours, of which the first that the place has is meant. */
const foreignClauses: ReadonlyMap<string, readonly string[]> = new Map([
  ['unless', ['except']],
  ['exception', ['except']],
  ['if', ['when', 'means']],
  ['provided', ['when', 'means']],
  ['where', ['when', 'means']],
  ['when', ['means', 'given']],
  ['is', ['means']],
  ['meaning', ['means']],
  ['return', ['means']],
  ['shall', ['must']],
  ['then', ['expect']],
  ['outcome', ['expect']],
  ['facts', ['given']],
  ['see', ['cite']],
  ['source', ['cite']],
  ['reference', ['cite']],
  ['has', ['requires']],
  ['only', ['when', 'requires']],
  ['question', ['ask']],
]);

/** Words that begin a declaration in other languages, with ours. */
const foreignDeclarations: ReadonlyMap<string, string> = new Map([
  ...['definition', 'def', 'let', 'const', 'var', 'function', 'term'].map(
    (word) => [word, 'define'] as const,
  ),
  ...['class', 'struct', 'entity', 'object'].map((word) => [word, 'record'] as const),
  ...['obligation', 'duty', 'requirement', 'prohibition', 'norm'].map((word) => [word, 'rule'] as const),
  ...['include', 'use', 'using'].map((word) => [word, 'import'] as const),
  ...['test', 'example'].map((word) => [word, 'scenario'] as const),
  ...['party', 'actor'].map((word) => [word, 'bearer'] as const),
  ...['law', 'act', 'statute'].map((word) => [word, 'source'] as const),
  ...['assert', 'property'].map((word) => [word, 'invariant'] as const),
  ['exemption', 'exception'],
  ['question', 'fact'],
  ['module', 'pack'],
]);

/** Words that join two things in other languages, with ours. */
const foreignOperators: ReadonlyMap<string, string> = new Map([
  ...['AND', 'And'].map((word) => [word, 'and'] as const),
  ...['OR', 'Or'].map((word) => [word, 'or'] as const),
  ['equals', 'is'],
  ['are', 'is'],
  ['contains', 'includes'],
  ['greater', '>'],
  ['less', '<'],
  ['exceeds', '>'],
]);

/** Words for the day from which a time runs. */
const beginnings: ReadonlySet<string> = new Set(['from', 'since', 'of', 'following']);

/** The diagnostics of what Chevrotain found wrong; several at one place count as one. */
export function parseErrors(
  errors: readonly IRecognitionException[],
  context: ErrorContext,
): readonly Diagnostic[] {
  if (errors.length === 0) return [];
  const seen = new Set<number>();
  // Up to here a mistake that stretches over several words has been told.
  let explained = 0;
  let pairs = Number.NEGATIVE_INFINITY;
  const indexed: Indexed = {
    ...context,
    indexOf: new Map(context.tokens.map((token, index) => [token, index])),
  };
  return errors.flatMap((error) => {
    const place = errorSpan(error.token, context.file, context.textLength).start;
    if (seen.has(place) || place < explained) return [];
    seen.add(place);
    // What is left of a branch or a row that could not be read is no row.
    const { startLine = 0 } = error.token;
    const isLeft = error.message === '`:`' && startLine <= pairs + 1;
    if (error.context.ruleStack.some((rule) => rule === 'row' || rule === 'caseBranch')) pairs = startLine;
    if (isLeft) return [];
    const cited = citationError(error, indexed);
    if (cited !== undefined) explained = cited.end;
    return [cited?.diagnostic ?? parseError(error, indexed)];
  });
}

function parseError(error: IRecognitionException, indexed: Indexed): Diagnostic {
  const { file, textLength, tokens, indexOf } = indexed;
  const { token } = error;
  const span = errorSpan(token, file, textLength);
  const rule = error.context.ruleStack.at(-1) ?? 'file';
  const found = describeFound(token);
  const expectsBrace = error.message === '`}`';
  if (rule === 'file' || (rule === 'section' && expectsBrace)) {
    if (token.tokenType === kw.if) return foreignWord(token, 'only if', file);
    const meant =
      foreignDeclarations.get(token.image.toLowerCase()) ?? didYouMean(token.image, declarationWords);
    return parseDiagnostic(
      'unknown-declaration',
      span,
      { found, ...(meant === undefined ? {} : { meant }) },
      {
        ...replaceBy(span, meant),
        ...(isClause(token)
          ? { help: 'clauses stand in the braces of a declaration: `fact late: yesno { ask "…" }`' }
          : {}),
      },
    );
  }
  const index = indexOf.get(token) ?? tokens.length;
  const range = rangeError(index, indexed);
  if (range !== undefined) return range;
  const previous = tokens[index - 1];
  const joins = previous !== undefined && tokenMatcher(previous, Identifier);
  const operator = joins ? foreignOperators.get(token.image) : undefined;
  if (operator !== undefined) return foreignWord(token, operator, file);
  if (joins && token.tokenType === kw.in) return memberIn(index, tokens, file);
  if (rule === 'record' && token.tokenType === kw.if) return foreignWord(token, 'only if', file);
  if (rule === 'fact' && token.tokenType === kw.and) return foreignWord(token, ',', file);
  const word = wordOfTime(token, previous, file);
  if (word !== undefined) return word;
  const place = places.get(rule);
  const expectsClause = expectsBrace || (rule === 'limbBlock' && error.message.startsWith('`say`'));
  if (place !== undefined && expectsClause && isWord(token)) {
    const isFirst = (token.startLine ?? 0) > (previous?.endLine ?? 0);
    const isCondition = !isFirst && conditional.has(token.image) && previous?.tokenType !== LBrace;
    const foreign = isCondition
      ? undefined
      : foreignClauses.get(token.image)?.find((clause) => place.clauses.includes(clause));
    const meant =
      foreign !== undefined
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
      { ...replaceBy(span, meant), ...helpForClause(rule, token, previous, tokens[index + 1]) },
    );
  }
  const help = {
    ...helpFor(error, previous, tokens[index + 1], file),
    ...repairOf(error, index, tokens, file),
  };
  return parseDiagnostic('expected-something-else', span, { expected: error.message, found }, help);
}

function foreignWord(token: IToken, meant: string, file: string): Diagnostic {
  const span = tokenSpan(token, file);
  return parseDiagnostic('foreign-word', span, { found: token.image, meant }, replaceBy(span, meant));
}

/** `fragile in parcel.labels`, of a set. */
function memberIn(index: number, tokens: readonly IToken[], file: string): Diagnostic {
  const [member, operator] = [pathEndingAt(tokens, index), tokens[index] as IToken];
  const set = pathFrom(tokens, index + 1);
  const [first, last] = [member?.[0], set?.at(-1)];
  const text = (path: readonly IToken[] | undefined): string =>
    (path ?? []).map(({ image }) => image).join('');
  const span = tokenSpan(operator, file);
  const fix =
    first === undefined || last === undefined
      ? {}
      : replaceBy(
          { file, start: first.startOffset, end: endOf(last) },
          `${text(set)} includes ${text(member)}`,
        );
  const help =
    'of a set: `labels includes fragile`; of values written out: `size is one of { small, large }`';
  return parseDiagnostic('foreign-word', span, { found: 'in', meant: 'includes' }, { help, ...fix });
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

const units: ReadonlySet<string> = new Set(unitWords);

/** Words before a condition that begin no clause in the middle of a line. */
const conditional: ReadonlySet<string> = new Set([
  'if',
  'where',
  'when',
  'is',
  'has',
  'only',
  'provided',
  'see',
]);

const clauseStarts: ReadonlySet<string> = new Set(clauseWords);
const isClause = (token: IToken): boolean =>
  clauseStarts.has(token.image) || tokenMatcher(token, StringLiteral);

const isKeyword: ReadonlySet<string> = new Set([...reservedWords, ...softWords]);

const isWord = (token: IToken): boolean => /^[A-Za-z]/.test(token.image);

function replaceBy(span: Span, meant: string | undefined): { readonly fix?: NonNullable<Diagnostic['fix']> } {
  return meant === undefined
    ? {}
    : { fix: { title: `write \`${meant}\``, safe: false, edits: [{ span, text: meant }] } };
}
