import type { Cite, Span, StatementId } from '../ast/ast.ts';
import type { Extra } from '../diagnostics/define.ts';
import type { Checker } from './checker.ts';

/** An anchor is a pointer into the source, not a quotation. */
const mostAnchorWords = 8;

/** Sources exist, anchors are short. */
export function checkCites(checker: Checker, cites: readonly Cite[]): void {
  const { symbols, findings } = checker;
  for (const cite of cites) {
    const source = symbols.sources.get(cite.source.text);
    if (source !== undefined) checker.mentions.add(cite.source, source);
    else {
      const { suggestion, extra } = findings.meant(
        cite.source.text,
        cite.source.span,
        symbols.sources.keys(),
      );
      findings.report('unknown-source', cite.source.span, { name: cite.source.text, suggestion }, extra);
    }
    if (cite.anchor === undefined) continue;
    const words = cite.anchor.value.split(/\s+/).filter((word) => word !== '').length;
    if (words === 0) findings.report('empty-anchor', cite.anchor.span, {});
    if (words > mostAnchorWords)
      findings.report('long-anchor', cite.anchor.span, { words, most: mostAnchorWords });
  }
}

/** One list of `covers` names each statement once. */
export function checkCovers(checker: Checker, covers: readonly StatementId[]): void {
  const seen = new Map<string, StatementId>();
  for (const id of covers) {
    const first = seen.get(id.text);
    if (first === undefined) seen.set(id.text, id);
    else {
      const related = [{ span: first.span, message: 'first named here' }];
      checker.findings.report('covers-twice', id.span, { id: id.text }, { related });
    }
  }
}

/** What to say of a missing citation where the last one belongs to the condition before it. */
export function takenCitation(
  parts: readonly { readonly span: Span; readonly cites: readonly Cite[] }[],
): Extra {
  const last = parts
    .toSorted((a, b) => a.span.start - b.span.start)
    .at(-1)
    ?.cites.at(-1);
  if (last === undefined) return {};
  return {
    help: 'a `cite` after a condition belongs to that condition: write one for the whole before the conditions, or a second one after the last',
    related: [{ span: last.span, message: 'this cites only the condition before it' }],
  };
}
