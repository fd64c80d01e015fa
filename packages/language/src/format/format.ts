import { checkFile, checkText } from '../given.ts';
import { lex } from '../1-lex/lex.ts';
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
  checkFile(file);
  checkText(text);
  const { printed, inItems } = printFile(file, text);
  if (inItems.size === 0) return printed;
  // What stands in the middle of a clause stays there if the printed text keeps it there; else it goes before the clause.
  const moved = new Map<number, number>();
  for (const { span } of file.declarations) {
    const own = [...inItems].filter(([offset]) => span.start < offset && offset < span.end);
    if (own.length === 0 || isSettled(text.slice(span.start, span.end))) continue;
    for (const [offset, place] of own) moved.set(offset, place);
  }
  const kept = moved.size === 0 ? printed : printFile(file, text, moved).printed;
  // Behind a declaration, too, another comment may stand on the line.
  return commentsOf(kept) === commentsOf(text) ? kept : printFile(file, text, inItems).printed;
}

/** Does the text say the same, comments too, when it is printed, and is that printed text its own? */
function isSettled(text: string): boolean {
  const { value } = parseFile(text, '');
  const { printed } = printFile(value, text);
  const again = parseFile(printed, '');
  if (again.diagnostics.some(({ severity }) => severity === 'error')) return false;
  return (
    bare(value) === bare(again.value) &&
    commentsOf(text) === commentsOf(printed) &&
    printFile(again.value, printed).printed === printed
  );
}

/** The comments of a text, in any order: two that come to stand on one line are one, and so another. */
function commentsOf(text: string): string {
  const { comments, docs } = lex(text, '');
  return JSON.stringify([...comments, ...docs].map(({ image }) => image.trimEnd()).toSorted());
}

/** A syntax tree without its places. */
function bare(file: PolicyFile): string {
  return JSON.stringify(file, (key, value: unknown) => (key === 'span' ? undefined : value));
}

/** A printed file, and the comments in the middle of clauses. */
interface Printed {
  readonly printed: string;
  readonly inItems: ReadonlyMap<number, number>;
}

function printFile(file: PolicyFile, text: string, moved?: ReadonlyMap<number, number>): Printed {
  const comments = new Comments(text, file.span.file, moved);
  const items = file.declarations.map((declaration) => ({
    start: declaration.span.start,
    end: declaration.span.end,
    print: () => printDeclaration(comments, declaration),
  }));
  const docs = comments.block(items, 0, text.length + 1);
  return {
    printed: docs.length === 0 ? '' : `${print(docs, lineWidth)}\n`,
    inItems: comments.inItems(),
  };
}

/** Formats a text; where it has errors there is no formatted text, only the diagnostics. */
export function formatText(text: string, fileName: string): Phase<string | undefined> {
  const { value, diagnostics } = parseFile(text, fileName);
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return { value: broken ? undefined : formatFile(value, text), diagnostics };
}
