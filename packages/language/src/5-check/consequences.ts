import { clauseWords } from '../1-lex/keywords.ts';
import { declarationsOf } from '../4-bind/symbols.ts';
import type { PolicyFile, Span } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Codes of a text that could be read no further, or not as it stands. */
const breaks: ReadonlySet<string> = new Set([
  'expected-something-else',
  'unknown-character',
  'unknown-clause',
  'foreign-word',
  'foreign-case',
  'not-a-parameter',
  'answer-path',
]);

/** Codes of what a declaration lacks, or has too much of, where a part of it was not read. */
const lacks: ReadonlySet<string> = new Set([
  'case-not-exhaustive',
  'definition-without-limb',
  'expects-nothing',
  'limb-of-value',
  'missing-ask',
  'missing-bearer',
  'missing-citation',
  'missing-done',
  'missing-say',
  'missing-status',
  'no-default-reading',
  'pack-incomplete',
  'scenario-without-date',
  'permission-done',
  'requires-alone',
  'table-cells',
  'table-gap',
]);

/** Codes of what a name stands for, where one was written. */
const ofWritten: ReadonlySet<string> = new Set([
  'cell-not-constant',
  'missing-import',
  'scenario-without-date',
  'unknown-ambiguity',
  'unknown-bearer',
  'unknown-expectation',
  'unknown-finding',
  'unknown-target',
  'unknown-type',
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
  const place = ({ span }: Diagnostic): string => `${span.file} ${regionOf(span)}`;
  const textOf = ({ span }: Diagnostic): string => (texts.get(span.file) ?? '').slice(span.start, span.end);
  const isLeft = (one: Diagnostic): boolean => one.code === 'unknown-declaration' && isRest(textOf(one));
  const broken = new Set(causes.map(place));
  const brokenFiles = new Set(causes.map(({ span }) => span.file));
  const cut = new Set([...broken, ...diagnostics.filter(isLeft).map(place)]);
  const follows = (first: Span, second: Span): boolean =>
    first.file === second.file &&
    second.start >= first.end &&
    (texts.get(first.file) ?? '').slice(first.end, second.start).trim() === '';
  const braced = diagnostics.filter(({ code }) => code === 'fields-in-braces');
  const unknown = diagnostics.filter(({ code }) => code === 'unknown-name');
  return diagnostics.filter((one) => {
    const { code, span } = one;
    if (isLeft(one)) return !broken.has(place(one));
    if (lacks.has(code) && cut.has(place(one))) return false;
    // A text or a name that was not written was missed where it should stand.
    if (code === 'empty-text') return span.start < span.end;
    if (ofWritten.has(code) && span.start === span.end) return !brokenFiles.has(span.file);
    // What is given so is read as if it were of a record.
    if (code === 'index-needed') return !braced.some((one) => holds(one.span, span));
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
