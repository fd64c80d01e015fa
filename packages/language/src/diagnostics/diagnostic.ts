import { checkFix, checkText } from '../given.ts';
import type { Span } from '../ast/ast.ts';

/** An `error` stops the build; a `warning` is a likely mistake and may be accepted with a reason; a `note` only informs. */
export type Severity = 'error' | 'warning' | 'note';

/** Another place that the reader needs to see, with what is to be seen there. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** Replaces the text of `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A repair. Its edits are in source order and do not overlap. */
export interface Fix {
  readonly title: string;
  /**
   * The text can mean nothing else, so that the repair may be made without anybody looking. One that guesses, at a name or at
   * what belongs together, is a suggestion.
   */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** One finding about a text, in the author's terms. */
export interface Diagnostic {
  /** Permanent slug, the key of its row in the tables of this folder. */
  readonly code: string;
  readonly severity: Severity;
  /** One line, lower case, without a final stop; the author's text in backticks. */
  readonly message: string;
  readonly help?: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fix?: Fix;
  /** What could be meant instead, where there is more than one way to mend it. */
  readonly otherFixes?: readonly Fix[];
}

/** What a phase hands on: its product, as far as it could be built, and what it has to say. */
export interface Phase<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text with a fix applied. The edits must all concern the file of `text`. */
export function applyFix(text: string, fix: Fix): string {
  checkText(text);
  checkFix(fix);
  let result = '';
  let position = 0;
  for (const edit of fix.edits) {
    result += text.slice(position, edit.span.start) + edit.text;
    position = edit.span.end;
  }
  return result + text.slice(position);
}

/** Orders by file, then place; findings at one place keep their order. */
export function inSourceOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => {
    if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
    return a.span.start - b.span.start;
  });
}
