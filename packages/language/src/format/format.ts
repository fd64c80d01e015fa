import type { PolicyFile } from '../ast/ast.ts';
import type { Phase } from '../diagnostics/diagnostic.ts';
import { parseFile } from '../parse-file.ts';
import { Comments } from './comments.ts';
import { print } from './document.ts';
import { printDeclaration } from './declarations.ts';

/** Columns of a formatted line; only what cannot be broken, such as a long text, goes beyond. */
export const lineWidth: number = 110;

/**
 * The canonical text of a file: two spaces a level, at most one empty line at a time, clauses in the author's order,
 * every comment kept. `text` is what `file` was parsed from, without errors. Formatting the result changes nothing, and
 * it parses to the same syntax tree.
 */
export function formatFile(file: PolicyFile, text: string): string {
  const comments = new Comments(text, file.span.file);
  const items = file.declarations.map((declaration) => ({
    start: declaration.span.start,
    end: declaration.span.end,
    print: () => printDeclaration(comments, declaration),
  }));
  const docs = comments.block(items, 0, text.length + 1);
  return docs.length === 0 ? '' : `${print(docs, lineWidth)}\n`;
}

/** Formats a text; where it has errors there is no formatted text, only the diagnostics. */
export function formatText(text: string, fileName: string): Phase<string | undefined> {
  const { value, diagnostics } = parseFile(text, fileName);
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return { value: broken ? undefined : formatFile(value, text), diagnostics };
}
