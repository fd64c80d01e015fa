import type { Findings } from '../4-bind/findings.ts';
import type { PolicyFile, Text } from '../ast/ast.ts';

/** Texts whose emptiness is another finding's: that a file or a scenario is not there, that an anchor has no words. */
const others: ReadonlySet<string> = new Set(['path', 'base', 'anchor']);

/** Titles, questions, phrases and reasons are there to be read: each says something. */
export function checkTexts(files: Iterable<PolicyFile>, findings: Findings): void {
  for (const file of files) {
    // Any node may hold texts, so that the walk needs no list of kinds.
    const pending: unknown[] = [file.declarations];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (isText(node)) {
        if (node.value.trim() === '') findings.report('empty-text', node.span, {});
        continue;
      }
      for (const [key, value] of Object.entries(node as object))
        if (typeof value === 'object' && value !== null && !others.has(key)) pending.push(value);
    }
  }
}

function isText(node: unknown): node is Text {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'text';
}
