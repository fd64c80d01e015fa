import type { CstNode, IToken } from 'chevrotain';
import type { PolicyFile, Span } from './ast/ast.ts';
import { inSourceOrder, type Diagnostic, type Phase, type TextEdit } from './diagnostics/diagnostic.ts';
import { lexDiagnostic } from './diagnostics/lex.ts';
import { withBracketedLists } from './1-lex/bare-lists.ts';
import { withoutDrawing } from './1-lex/drawn-tables.ts';
import { withoutForeignChoices } from './1-lex/foreign-choices.ts';
import { withoutForeignCases } from './1-lex/foreign-cases.ts';
import { lex, type Lexed } from './1-lex/lex.ts';
import { lexMended } from './1-lex/lex-mended.ts';
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
  const reading = mended(readTokens(lexed, text, fileName), text, fileName);
  const lowered = lower({
    file: fileName,
    text,
    cst: reading.cst,
    tokens: reading.tokens,
    docs: lexed.docs,
    damage: reading.damage,
  });
  return {
    value: lowered.value,
    diagnostics: capped(
      inSourceOrder([
        ...onceEach([...lexed.diagnostics, ...reading.before], reading.parsed, text),
        ...lowered.diagnostics,
      ]),
    ),
  };
}

/** Tokens brought into order and parsed. */
interface Reading {
  readonly tokens: readonly IToken[];
  readonly cst: CstNode;
  /** What was found before parsing, and in it. */
  readonly before: readonly Diagnostic[];
  readonly parsed: readonly Diagnostic[];
  /** Where it could not be read on. */
  readonly damage: readonly Span[];
}

function readTokens(lexed: Lexed, text: string, file: string): Reading {
  const undrawn = withoutDrawing(lexed.tokens, file);
  const choices = withoutForeignChoices(undrawn.tokens, file);
  const cases = withoutForeignCases(choices.tokens, file);
  const lists = withBracketedLists(cases.tokens, file);
  const { tokens, diagnostics } = structure(lists.tokens, file);
  const { cst, errors } = parseCst(tokens);
  const found = [undrawn, choices, cases, lists].flatMap((pass) => pass.diagnostics);
  return {
    tokens,
    cst,
    // Of a file that is nested too deep nothing is read.
    before: tokens.length === 0 ? diagnostics : [...found, ...diagnostics],
    parsed: parseErrors(errors, { file, textLength: text.length, tokens }),
    damage: errors.map((error) => errorSpan(error.token, file, text.length)),
  };
}

/** How often a text is read again; what is mended may bring to light what can be mended next to it. */
const maxReadings = 4;

/**
 * The same text read as if its repairs were made, where that leaves nothing but the other mistakes: a word misspelt at the
 * beginning of a declaration hides neither the declaration nor what is wrong with it.
 */
function mended(first: Reading, text: string, file: string): Reading {
  let reading = first;
  const told: Diagnostic[] = [];
  for (let round = 0; round < maxReadings; round++) {
    const repaired = apart(reading.parsed, editsOf(told));
    if (repaired.length === 0) break;
    const edits = editsOf([...told, ...repaired]);
    const again = readTokens(lexMended(text, file, edits), text, file);
    if (repaired.length + countOf(again) > countOf(reading)) break;
    told.push(...repaired);
    reading = again;
  }
  return { ...reading, parsed: [...told, ...reading.parsed] };
}

const countOf = ({ before, parsed }: Reading): number => before.length + parsed.length;

const editsOf = (diagnostics: readonly Diagnostic[]): readonly TextEdit[] =>
  diagnostics.flatMap(({ fix }) => fix?.edits ?? []).toSorted((a, b) => a.span.start - b.span.start);

/** Those with repairs within a line that touch neither each other nor what is mended already. */
function apart(diagnostics: readonly Diagnostic[], mended: readonly TextEdit[]): readonly Diagnostic[] {
  const taken = [...mended];
  return diagnostics.filter(({ fix }) => {
    if (fix === undefined) return false;
    const isFree = fix.edits.every(
      ({ span, text }) =>
        !text.includes('\n') &&
        taken.every((other) => other.span.end < span.start || span.end < other.span.start),
    );
    if (isFree) taken.push(...fix.edits);
    return isFree;
  });
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
  // The quote that ends a text is read as one that begins another, where the first is missing.
  const unopened = parsed.flatMap(({ fix }) => (fix?.edits.length === 1 ? fix.edits : []));
  const isOpened = ({ start }: Span): boolean =>
    unopened.some(
      (edit) =>
        edit.text === '"' && edit.span.start < start && !/[\n\r]/.test(text.slice(edit.span.start, start)),
    );
  const isTold = ({ code, span }: Diagnostic): boolean =>
    (code === 'unterminated-string' && isOpened(span)) ||
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
