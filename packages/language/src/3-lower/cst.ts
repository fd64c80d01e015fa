import type { CstElement, CstNode, IToken } from 'chevrotain';
import type { Name, Span, Text } from '../ast/ast.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { stringValue, tokenSpan } from '../1-lex/lex.ts';

/** What the lowering of one file needs beside the tree. */
export interface Lowering {
  readonly file: string;
  readonly text: string;
  /** Doc comments by the offset of the token that they stand above. */
  readonly docs: ReadonlyMap<number, readonly string[]>;
  /** Offsets of doc comments that found their node. */
  readonly usedDocs: Set<number>;
  report(diagnostic: Diagnostic): void;
  /** Whether the parser found something wrong within the place. */
  damaged(span: Span): boolean;
}

const isNode = (element: CstElement): element is CstNode => 'children' in element;
const isToken = (element: CstElement): element is IToken => !isNode(element) && element.image !== '';

const none: readonly never[] = [];

/** The sub-trees of a rule under a node, in source order. */
export function nodes(parent: CstNode, rule: string): readonly CstNode[] {
  return parent.children[rule]?.filter(isNode) ?? none;
}

/** The first sub-tree of a rule. */
export function node(parent: CstNode, rule: string): CstNode | undefined {
  return parent.children[rule]?.find(isNode);
}

/** The tokens of a type directly under a node, in source order; assumed ones left out. */
export function tokens(parent: CstNode, name: string): readonly IToken[] {
  return parent.children[name]?.filter(isToken) ?? none;
}

/** The tokens of several types directly under a node, in source order. */
export function tokensOfAny(parent: CstNode, names: readonly string[]): readonly IToken[] {
  const found = names.flatMap((name) => tokens(parent, name));
  return found.length > 1 ? found.sort((a, b) => a.startOffset - b.startOffset) : found;
}

/** The first token of a type. */
export function token(parent: CstNode, name: string): IToken | undefined {
  return parent.children[name]?.find(isToken);
}

/** Whether a token of the type stands directly under the node. */
export function has(parent: CstNode, name: string): boolean {
  return token(parent, name) !== undefined;
}

/** The place of a tree; an empty one has none, then `at`. */
export function spanOf(context: Lowering, tree: CstNode, at: number = 0): Span {
  const start = tree.location?.startOffset ?? Number.NaN;
  const end = (tree.location?.endOffset ?? Number.NaN) + 1;
  // A tree without tokens has no place, or a negative one after recovery.
  if (!(start >= 0 && end >= 0)) return { file: context.file, start: at, end: at };
  return { file: context.file, start, end: Math.max(start, end) };
}

/** From the beginning of one place to the end of another. */
export function join(from: Span, to: Span): Span {
  return { file: from.file, start: from.start, end: Math.max(from.end, to.end) };
}

/** The name in a token. */
export function nameOf(context: Lowering, from: IToken): Name {
  return { kind: 'name', text: from.image, span: tokenSpan(from, context.file) };
}

/** The text in a token. */
export function textOf(context: Lowering, from: IToken): Text {
  return { kind: 'text', value: stringValue(from), span: tokenSpan(from, context.file) };
}

/** What stands for a name or a text that is missing; its absence has been reported. */
export function missingName(span: Span): Name {
  return { kind: 'name', text: '', span: { ...span, end: span.start } };
}

/** The same for a text. */
export function missingText(span: Span): Text {
  return { kind: 'text', value: '', span: { ...span, end: span.start } };
}

/** The doc comment above the place, to be spread into its node. */
export function docAt(context: Lowering, start: number): { readonly doc?: readonly string[] } {
  const doc = context.docs.get(start);
  if (doc === undefined) return {};
  context.usedDocs.add(start);
  return { doc };
}

/** `{ [key]: value }` where there is a value: optional keys of the syntax tree are absent, never undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
