import type { CstNode, IToken } from 'chevrotain';
import type { Declaration, PolicyFile, Span } from '../ast/ast.ts';
import type { Diagnostic, Phase } from '../diagnostics/diagnostic.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { maxDeclarations } from '../1-lex/limits.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import type { Lowering } from './cst.ts';
import { lowerDeclarations } from './declarations.ts';

/** What the lowering needs beside the tree. */
export interface LowerInput {
  readonly file: string;
  readonly text: string;
  readonly cst: CstNode;
  readonly tokens: readonly IToken[];
  /** `/// …` */
  readonly docs: readonly IToken[];
  /** Where the parser found something wrong. */
  readonly damage: readonly Span[];
}

/** From the concrete tree to the syntax tree. Where the parser left a gap there is a hole, never an exception. */
export function lower({ file, text, cst, tokens, docs, damage }: LowerInput): Phase<PolicyFile> {
  const diagnostics: Diagnostic[] = [];
  const docsByPlace = attach(docs, tokens);
  const usedDocs = new Set<number>();
  const context: Lowering = {
    file,
    text,
    docs: new Map([...docsByPlace].map(([place, lines]) => [place, lines.map(docText)])),
    usedDocs,
    report: (diagnostic) => diagnostics.push(diagnostic),
    damaged: ({ start, end }) => damage.some((span) => span.start >= start && span.start <= end),
  };
  const declarations = lowerDeclarations(context, cst);
  for (const [place, lines] of docsByPlace) {
    if (usedDocs.has(place)) continue;
    for (const line of lines)
      diagnostics.push(parseDiagnostic('misplaced-doc-comment', tokenSpan(line, file), {}));
  }
  const first = oneTooMany(declarations);
  if (first !== undefined) {
    diagnostics.push(
      parseDiagnostic('too-many-declarations-in-file', first.span, { limit: maxDeclarations }),
    );
  }
  const span = { file, start: 0, end: text.length };
  return {
    value: { kind: 'file', declarations: first === undefined ? declarations : [], span },
    diagnostics,
  };
}

/** Doc comments by the offset of the next token; those at the end of the file under the file's end. */
function attach(docs: readonly IToken[], tokens: readonly IToken[]): ReadonlyMap<number, readonly IToken[]> {
  const byPlace = new Map<number, IToken[]>();
  let next = 0;
  for (const doc of docs) {
    while (next < tokens.length && (tokens[next]?.startOffset ?? 0) < doc.startOffset) next++;
    const place = tokens[next]?.startOffset ?? Number.POSITIVE_INFINITY;
    const lines = byPlace.get(place);
    if (lines === undefined) byPlace.set(place, [doc]);
    else lines.push(doc);
  }
  return byPlace;
}

const docText = (doc: IToken): string => doc.image.replace(/^\/\/\/ ?/, '').trimEnd();

/** The first declaration beyond the limit, in source order. */
function oneTooMany(declarations: readonly Declaration[]): { readonly span: Span } | undefined {
  let count = 0;
  const visit = (declaration: Declaration): { readonly span: Span } | undefined => {
    if (++count > maxDeclarations) return declaration;
    const inner = declaration.kind === 'section' ? declaration.declarations : [];
    for (const member of inner) {
      const found = visit(member);
      if (found !== undefined) return found;
    }
    if (declaration.kind === 'record') {
      for (const field of declaration.fields) if (++count > maxDeclarations) return field;
    }
    return undefined;
  };
  for (const declaration of declarations) {
    const found = visit(declaration);
    if (found !== undefined) return found;
  }
  return undefined;
}
