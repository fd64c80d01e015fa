import { clauseWords } from '../1-lex/keywords.ts';
import type { Declaration, PolicyFile } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { holds, Places } from './places.ts';

/** Codes of a text that could be read no further, or not as it stands. */
const breaks: ReadonlySet<string> = new Set([
  'expected-something-else',
  'unknown-character',
  'unknown-clause',
  'foreign-word',
  'foreign-case',
  'foreign-table',
  'not-a-parameter',
  'answer-path',
]);

/** Codes of what a declaration lacks, or has too much of, where a part of it was not read. */
const lacks: ReadonlySet<string> = new Set([
  'case-not-exhaustive',
  'definition-without-limb',
  'expects-nothing',
  'forbidden-by-date',
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

/** Codes of what the rest of a line is found to be after a place at which it could not be read. */
const ofLine: ReadonlySet<string> = new Set([
  'expected-something-else',
  'impossible-count',
  'member-out-of-place',
  'type-mismatch',
  'unknown-character',
  'unknown-clause',
  'unknown-name',
]);

/** Codes of what a declaration is not, which the part of it that was not read may have said. */
const ofType: ReadonlySet<string> = new Set([
  'given-form',
  'given-record',
  'impossible-expectation',
  'needs-instance',
  'no-parts',
  'not-a-list',
  'type-mismatch',
  'unknown-part',
]);

/** Codes of names that nothing has, with the declarations that could have them. */
const ofNames: ReadonlyMap<string, readonly Declaration['kind'][]> = new Map([
  ['unknown-source', ['source']],
  ['unknown-bearer', ['bearer']],
  ['unknown-expectation', ['define', 'rule']],
  ['unknown-name', ['fact', 'define', 'rule']],
  ['unknown-fact', ['fact']],
  ['unknown-type', ['enum', 'record']],
]);

/** Codes of names that nothing has, though a part of the text that was not read may give them to something. */
const ofLost: ReadonlySet<string> = new Set([
  'unknown-ambiguity',
  'unknown-answer',
  'unknown-bearer',
  'unknown-expectation',
  'unknown-fact',
  'unknown-label',
  'unknown-member',
  'unknown-name',
  'unknown-part',
  'unknown-scenario',
  'unknown-source',
  'unknown-target',
  'unknown-type',
]);

/** Codes of what is not given, where what is given was not read. */
const ofGiven: ReadonlySet<string> = new Set(['forgets-nothing', 'index-beyond']);

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
  const places = new Places(files, texts);
  const of = (...codes: readonly string[]): readonly Diagnostic[] =>
    diagnostics.filter(({ code }) => codes.includes(code));
  const causes = diagnostics.filter(({ code }) => breaks.has(code));
  const isLeft = (one: Diagnostic): boolean =>
    one.code === 'unknown-declaration' && isRest(places.textAt(one.span));
  const broken = new Set(causes.map((one) => places.of(one)));
  const brokenFiles = new Set(causes.map(({ span }) => span.file));
  const cut = new Set([...broken, ...diagnostics.filter(isLeft).map((one) => places.of(one))]);
  const cutNames = places.namesIn(cut);
  const nameless = places.nameless();
  const compared = of('compares-types');
  const misread = of('expected-something-else', 'unknown-clause');
  const braced = of('fields-in-braces');
  const lost = places.wordsBehind([...causes, ...of('unknown-declaration')]);
  const isGivenRead = !places.kindsOf(broken).has('scenario') && braced.length === 0;
  const unknown = of('unknown-name');
  const calls = of('foreign-operator');
  const undeclared = of('unknown-declaration');
  const cells = of('table-cells');
  const foreign = of('foreign-word');
  const otherwise = of('table-otherwise');
  /** Whether a finding only follows from another. */
  const isConsequence = (one: Diagnostic): boolean => {
    const { code, span } = one;
    if (isLeft(one)) return broken.has(places.of(one));
    if (lacks.has(code) && cut.has(places.of(one))) return true;
    // It may be the name that could not be read, or said in the part that was not.
    if (ofNames.get(code)?.some((kind) => nameless.has(kind)) === true) return true;
    if (
      ofLost.has(code) &&
      lost.some(({ words, at }) => !places.areOnLine(at, span) && words.has(unquoted(places.textAt(span))))
    )
      return true;
    if (ofGiven.has(code) && !isGivenRead) return true;
    if (ofType.has(code) && cutNames.has(nameAt(one, places))) return true;
    if (ofLine.has(code) && misread.some((cause) => places.isAfterOnLine(cause.span, span))) return true;
    // A text or a name that was not written was missed where it should stand.
    if (code === 'empty-text') return span.start === span.end;
    if (ofWritten.has(code) && span.start === span.end) return brokenFiles.has(span.file);
    switch (code) {
      case 'missing-import':
        return causes.some((cause) => cause.span.file === span.file && cause.span.start === span.start);
      case 'no-parts':
        return calls.some((cause) => holds(cause.span, span));
      case 'unknown-part':
        return one.related.some((declared) => broken.has(places.regionOf(declared.span)));
      // What is given so is read as if it were of a record.
      case 'index-needed':
        return braced.some((cause) => holds(cause.span, span));
      case 'cannot-add':
        return [...unknown, ...causes].some((cause) => holds(span, cause.span));
      case 'foreign-operator':
        return undeclared.some((cause) => places.isAfterOnLine(cause.span, span));
      case 'case-not-exhaustive':
        return unknown.some((cause) => holds(span, cause.span));
      case 'table-cells':
        return otherwise.some((cause) => holds(span, cause.span));
      case 'repeated-clause':
        return causes.some((cause) => cause.span.file === span.file && cause.span.start === span.start);
      case 'compares-types':
        return (
          (places.textAt(span).match(/\w+/g) ?? []).some((name) => cutNames.has(name)) ||
          causes.some((cause) => places.follows(span, cause.span))
        );
      case 'type-mismatch':
        return (
          causes.some((cause) => places.follows(span, cause.span)) ||
          [...compared, ...cells].some((cause) => holds(cause.span, span))
        );
      case 'unknown-clause':
      case 'expected-something-else':
        return [...unknown, ...foreign].some((cause) => places.follows(cause.span, span));
      default:
        return false;
    }
  };
  const lists = of('index-needed');
  const left = diagnostics.filter((one) => !isConsequence(one));
  return left.map((one) =>
    one.code === 'fields-in-braces'
      ? ofOneKind(
          one,
          lists.some((list) => holds(one.span, list.span)),
        )
      : one,
  );
}

/** What is given in braces, now that it is known whether it is a list. */
function ofOneKind(one: Diagnostic, isList: boolean): Diagnostic {
  const { otherFixes, ...rest } = one;
  const [fix] = otherFixes ?? [];
  if (!isList || fix === undefined) return rest;
  return lexDiagnostic('members-without-brackets', one.span, { of: 'list' }, { fix });
}

/** What is spoken of: the last name of a path, that before the value that is given or expected, or that before a part. */
function nameAt({ code, span }: Diagnostic, places: Places): string {
  const isBefore = code === 'impossible-expectation' || code === 'given-form' || code === 'no-parts';
  const said = isBefore ? places.textBefore(span).replace(/\s*[:.]\s*$/, '') : places.textAt(span);
  return /\w+$/.exec(said)?.[0] ?? '';
}

const unquoted = (text: string): string => text.replaceAll('"', '');

/** Whether a text that begins no declaration is of one before it. */
function isRest(text: string): boolean {
  return clauses.has(text) || !/^[A-Za-z]/.test(text);
}
