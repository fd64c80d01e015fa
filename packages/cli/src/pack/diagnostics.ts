/** Findings of the language, under the names of files that the user knows. */
import type { Diagnostic, Fix } from '@proviso/language';
import type { Problem } from '../exit.ts';
import type { PackSource } from './load-pack.ts';

/** Diagnostics as lines of an error message. */
export function diagnosticProblems(
  diagnostics: readonly Diagnostic[],
  source: PackSource,
): readonly Problem[] {
  return diagnostics.map(({ span, code, message, help }) => {
    const before = (source.files.get(span.file) ?? '').slice(0, span.start).split(/\r\n|\r|\n/);
    return {
      file: `${source.prefix}${span.file}`,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `${message} (${code})`,
      ...(help === undefined ? {} : { help }),
    };
  });
}

/** Diagnostics and texts with each file's path as the user would type it. */
export function shownAs(
  diagnostics: readonly Diagnostic[],
  source: PackSource,
): { readonly diagnostics: readonly Diagnostic[]; readonly files: ReadonlyMap<string, string> } {
  const place = <S extends { readonly file: string }>(span: S): S => ({
    ...span,
    file: `${source.prefix}${span.file}`,
  });
  const placed = (fix: Fix): Fix => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: place(edit.span) })),
  });
  return {
    files: new Map([...source.files].map(([name, text]) => [`${source.prefix}${name}`, text])),
    diagnostics: diagnostics.map((diagnostic) => ({
      ...diagnostic,
      span: place(diagnostic.span),
      related: diagnostic.related.map((related) => ({ ...related, span: place(related.span) })),
      ...(diagnostic.fix === undefined ? {} : { fix: placed(diagnostic.fix) }),
      ...(diagnostic.otherFixes === undefined ? {} : { otherFixes: diagnostic.otherFixes.map(placed) }),
    })),
  };
}
