import type { Findings } from '../4-bind/findings.ts';
import type { PolicyFile, Text } from '../ast/ast.ts';

/**
 * What is not looked into: texts whose emptiness is another finding's (that a file or a scenario is not there, that an
 * anchor has no words), where nodes stand, and the names in a path, which are most of a policy's nodes.
 */
const others: ReadonlySet<string> = new Set(['path', 'base', 'anchor', 'span', 'segments']);

/** Titles, questions, phrases and reasons are there to be read: each says something. */
export function checkTexts(files: Iterable<PolicyFile>, findings: Findings): void {
  // Any node may hold texts, so that the walk needs no list of kinds.
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) node.forEach(visit);
    else if (!isText(node)) {
      for (const key in node) if (!others.has(key)) visit((node as Readonly<Record<string, unknown>>)[key]);
    } else if (node.value.trim() === '') findings.report('empty-text', node.span, {});
  };
  for (const { declarations } of files) visit(declarations);
}

function isText(node: object): node is Text {
  return 'kind' in node && node.kind === 'text';
}
