import type { CstNode } from 'chevrotain';
import type { Expr, Name, Path, Span } from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { has, missingName, nameOf, nodes, spanOf, token, tokens, type Lowering } from './cst.ts';

/** Words of other languages that stand where a name could, with ours. */
const foreignWords: ReadonlyMap<string, string> = new Map([
  ['true', 'yes'],
  ['false', 'no'],
  ['True', 'yes'],
  ['False', 'no'],
  ['TRUE', 'yes'],
  ['FALSE', 'no'],
  ['Yes', 'yes'],
  ['No', 'no'],
  ['AND', 'and'],
  ['And', 'and'],
  ['OR', 'or'],
  ['Or', 'or'],
  ['NOT', 'not'],
  ['Not', 'not'],
]);

/** A path in an expression, unless it is a word of another language. */
export function lowerWord(context: Lowering, tree: CstNode): Expr {
  const path = lowerPath(context, tree);
  const [only, ...more] = path.segments;
  const meant = only !== undefined && more.length === 0 ? foreignWords.get(only.text) : undefined;
  if (only === undefined || meant === undefined) return path;
  context.report(
    parseDiagnostic(
      'foreign-word',
      path.span,
      { found: only.text, meant },
      {
        fix: { title: `write \`${meant}\``, safe: true, edits: [{ span: path.span, text: meant }] },
      },
    ),
  );
  switch (meant) {
    case 'yes':
    case 'no':
      return { kind: meant, span: path.span };
    default:
      return { kind: 'hole', span: path.span };
  }
}

/** The name that a tree declares: a variable, a reading. */
export function variableOf(context: Lowering, tree: CstNode, span: Span): Name {
  const name = token(tree, 'Identifier');
  return name === undefined ? missingName(span) : nameOf(context, name);
}

/** The path of a `path` tree. */
export function lowerPath(context: Lowering, tree: CstNode | undefined, at: number = 0): Path {
  if (tree === undefined) {
    const span = { file: context.file, start: at, end: at };
    return { kind: 'path', segments: [missingName(span)], span };
  }
  const segments = tokens(tree, 'Identifier').map((segment) => nameOf(context, segment));
  const span = spanOf(context, tree, at);
  return { kind: 'path', segments: segments.length > 0 ? segments : [missingName(span)], span };
}

/** The path of an `indexedPath` tree. */
export function lowerIndexedPath(context: Lowering, tree: CstNode | undefined, at: number): Path {
  if (tree === undefined) return lowerPath(context, undefined, at);
  const span = spanOf(context, tree, at);
  const segmentTrees = nodes(tree, 'indexedSegment').filter((segment) => has(segment, 'Identifier'));
  const segments = segmentTrees.map((segment) => variableOf(context, segment, span));
  const indexes = segmentTrees.map((segment) => {
    const index = token(segment, 'Number');
    return index === undefined ? null : Number(index.image);
  });
  const path: Path = { kind: 'path', segments: segments.length > 0 ? segments : [missingName(span)], span };
  return indexes.some((index) => index !== null) ? { ...path, indexes } : path;
}
