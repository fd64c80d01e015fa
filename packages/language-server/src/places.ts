/** Between the language's offsets and the lines of the protocol. */
import type { Span, TextEdit as Edit } from '@proviso/language';
import type { Location, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Pack, uriIn } from './workspace.ts';

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The lines and characters of a span; the start of the file where the pack has no such file. */
export function rangeOf(pack: Pack, { file, start, end }: Span): Range {
  const document = pack.documents.get(file);
  return document === undefined
    ? nowhere
    : { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The span as a place that an editor can go to. */
export function locationOf(pack: Pack, span: Span): Location {
  return { uri: uriIn(pack, span.file), range: rangeOf(pack, span) };
}

/** Edits of a pack, by document. */
export function workspaceEdit(pack: Pack, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of edits)
    (changes[uriIn(pack, span.file)] ??= []).push({ range: rangeOf(pack, span), newText: text });
  return { changes };
}
