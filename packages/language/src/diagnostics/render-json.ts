import { checkFindings } from '../given.ts';
import type { Span } from '../ast/ast.ts';
import type { Diagnostic, Fix, Severity } from './diagnostic.ts';
import { lineIndex, type LineIndex } from './lines.ts';

/** A place in a file; lines and columns count from 1, columns and offsets in UTF-16 units, the end is exclusive. */
export interface JsonPlace {
  readonly file: string;
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

/** One point of a file. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** One diagnostic, for machines. */
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly place: JsonPlace;
  readonly related: readonly { readonly place: JsonPlace; readonly message: string }[];
  readonly fix?: JsonFix;
  readonly otherFixes?: readonly JsonFix[];
}

/** A repair as plain data. */
export interface JsonFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly place: JsonPlace; readonly text: string }[];
}

/** Turns spans into places with lines and columns; an unknown file counts as empty. */
export function placer(sources: ReadonlyMap<string, string>): (span: Span) => JsonPlace {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (file: string): LineIndex => {
    const known = indexes.get(file);
    if (known !== undefined) return known;
    const index = lineIndex(sources.get(file) ?? '');
    indexes.set(file, index);
    return index;
  };
  return ({ file, start, end }) => {
    const index = indexOf(file);
    return {
      file,
      start: { ...index.position(start), offset: start },
      end: { ...index.position(end), offset: end },
    };
  };
}

/** Diagnostics as plain data, ready for `JSON.stringify`. */
export function renderJson(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): readonly JsonDiagnostic[] {
  checkFindings(diagnostics, sources);
  const place = placer(sources);
  const plain = ({ title, safe, edits }: Fix): JsonFix => ({
    title,
    safe,
    edits: edits.map((edit) => ({ place: place(edit.span), text: edit.text })),
  });
  return diagnostics.map(({ code, severity, message, help, span, related, fix, otherFixes }) => ({
    code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    place: place(span),
    related: related.map((other) => ({ place: place(other.span), message: other.message })),
    ...(fix === undefined ? {} : { fix: plain(fix) }),
    ...(otherFixes === undefined ? {} : { otherFixes: otherFixes.map(plain) }),
  }));
}
