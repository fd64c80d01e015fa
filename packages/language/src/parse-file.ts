import type { PolicyFile } from './ast/ast.ts';
import { inSourceOrder, type Diagnostic, type Phase } from './diagnostics/diagnostic.ts';
import { lexDiagnostic } from './diagnostics/lex.ts';
import { withoutDrawing } from './1-lex/drawn-tables.ts';
import { withoutForeignCases } from './1-lex/foreign-cases.ts';
import { lex } from './1-lex/lex.ts';
import { maxFindings } from './1-lex/limits.ts';
import { structure } from './1-lex/structure.ts';
import { errorSpan } from './2-parse/error-context.ts';
import { parseErrors } from './2-parse/errors.ts';
import { parseCst } from './2-parse/parser.ts';
import { lower } from './3-lower/lower.ts';

/**
 * Reads one `.policy` file. Never throws on any text: `value` is what could be read (with a hole where an expression could not),
 * `diagnostics` what is wrong with the rest, in source order. `fileName` only names the file in spans.
 */
export function parseFile(text: string, fileName: string): Phase<PolicyFile> {
  if (typeof text !== 'string' || typeof fileName !== 'string')
    throw new TypeError('the text of a `.policy` file was expected, and its name');
  const lexed = lex(text, fileName);
  const undrawn = withoutDrawing(lexed.tokens, fileName);
  const cases = withoutForeignCases(undrawn.tokens, fileName);
  const structured = structure(cases.tokens, fileName);
  const { cst, errors } = parseCst(structured.tokens);
  const parsed = parseErrors(errors, { file: fileName, textLength: text.length, tokens: structured.tokens });
  const lowered = lower({
    file: fileName,
    text,
    cst,
    tokens: structured.tokens,
    docs: lexed.docs,
    damage: errors.map((error) => errorSpan(error.token, fileName, text.length)),
  });
  return {
    value: lowered.value,
    diagnostics: capped(
      inSourceOrder([
        ...onceEach(
          [...lexed.diagnostics, ...undrawn.diagnostics, ...cases.diagnostics, ...structured.diagnostics],
          parsed,
          text,
        ),
        ...lowered.diagnostics,
      ]),
    ),
  };
}

/**
 * What was found before and while parsing, one finding for one mistake: after a character that has no meaning nothing
 * is missed, an operator that stands where none can is not told how it is spelt, and a name that is read as another mark is none.
 */
function onceEach(
  before: readonly Diagnostic[],
  parsed: readonly Diagnostic[],
  text: string,
): readonly Diagnostic[] {
  const places = new Set(parsed.map(({ span }) => span.start));
  const unread = before.filter(({ code }) => code === 'unknown-character').map(({ span }) => span.end);
  const following = new Set(unread.map((end) => end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0)));
  const mended = new Set(before.flatMap(({ fix }) => fix?.edits.map((edit) => edit.span.start) ?? []));
  const isTold = ({ code, span }: Diagnostic): boolean =>
    (code === 'foreign-operator' && places.has(span.start)) ||
    (code === 'non-ascii-name' && mended.has(span.start));
  return [
    ...before.filter((one) => !isTold(one)),
    ...parsed.filter(({ span }) => !following.has(span.start)),
  ];
}

/** The first findings; the others are only counted, so that a file of noise does not bury its reader. */
function capped(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const last = diagnostics[maxFindings - 1];
  if (last === undefined || diagnostics.length <= maxFindings) return diagnostics;
  const counts = { shown: maxFindings, total: diagnostics.length };
  return [...diagnostics.slice(0, maxFindings), lexDiagnostic('too-many-findings', last.span, counts)];
}
