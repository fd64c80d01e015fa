import { clauseWords } from '../1-lex/keywords.ts';
import { declarationsOf } from '../4-bind/symbols.ts';
import type { PolicyFile, Span } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Codes of a text that could be read no further, or not as it stands. */
const breaks: ReadonlySet<string> = new Set(['expected-something-else', 'unknown-clause', 'foreign-word']);

/** Codes of what a declaration lacks, or has too much of, where a part of it was not read. */
const lacks: ReadonlySet<string> = new Set([
  'case-not-exhaustive',
  'definition-without-limb',
  'limb-of-value',
  'missing-ask',
  'missing-bearer',
  'missing-citation',
  'missing-done',
  'missing-say',
  'missing-status',
  'permission-done',
  'requires-alone',
  'table-cells',
  'table-gap',
]);

const clauses: ReadonlySet<string> = new Set(clauseWords);

/**
 * The findings without those that only follow from a mistake that another one tells: what a declaration lacks while a part of
 * it could not be read, the type of what was cut short or compared in vain, and what cannot be read after a name that nothing has.
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  files: readonly PolicyFile[],
  texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const causes = diagnostics.filter(({ code }) => breaks.has(code));
  const compared = diagnostics.filter(({ code }) => code === 'compares-types');
  const starts = new Map(files.map((file) => [file.span.file, startsOf(file)]));
  const regionOf = (at: Span): number => {
    const found = starts.get(at.file)?.findIndex((start) => start > at.start) ?? -1;
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  const broken = new Set(causes.map(({ span }) => `${span.file} ${regionOf(span)}`));
  const follows = (first: Span, second: Span): boolean =>
    first.file === second.file &&
    second.start >= first.end &&
    (texts.get(first.file) ?? '').slice(first.end, second.start).trim() === '';
  const unknown = diagnostics.filter(({ code }) => code === 'unknown-name');
  return diagnostics.filter(({ code, span }) => {
    const isLeft =
      code === 'unknown-declaration' && isRest((texts.get(span.file) ?? '').slice(span.start, span.end));
    if (isLeft || lacks.has(code)) return !broken.has(`${span.file} ${regionOf(span)}`);
    // A text that was not written was missed where it should stand.
    if (code === 'empty-text') return span.start < span.end;
    if (code === 'type-mismatch')
      return (
        !causes.some((cause) => follows(span, cause.span)) && !compared.some((one) => holds(one.span, span))
      );
    return code !== 'unknown-clause' || !unknown.some((name) => follows(name.span, span));
  });
}

function holds(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a text that begins no declaration is of one before it. */
function isRest(text: string): boolean {
  return clauses.has(text) || !/^[A-Za-z]/.test(text);
}

/** Where each declaration of a file begins, those inside sections included, in order. */
function startsOf(file: PolicyFile): readonly number[] {
  return [...declarationsOf(file.declarations)]
    .map(({ declaration }) => declaration.span.start)
    .sort((a, b) => a - b);
}
