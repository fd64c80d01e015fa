/** The declarations of a file, as an editor lists them beside the text. */
import { type Declaration, parseFile, type Span } from '@proviso/language';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { assertNever } from './assert-never.ts';

/** The outline of a file, in source order. */
export function outlineOf(document: TextDocument): readonly DocumentSymbol[] {
  const { value } = parseFile(document.getText(), 'outline.policy');
  return value.declarations.flatMap((each) => symbolOf(document, each) ?? []);
}

function symbolOf(document: TextDocument, node: Declaration): DocumentSymbol | undefined {
  const make = (
    name: string,
    kind: SymbolKind,
    at: Span,
    children: readonly DocumentSymbol[] = [],
    detail?: string,
  ): DocumentSymbol | undefined =>
    name === ''
      ? undefined
      : {
          name,
          kind,
          range: rangeOf(document, node.span),
          selectionRange: rangeOf(document, at),
          children: [...children],
          ...(detail === undefined ? {} : { detail }),
        };
  switch (node.kind) {
    case 'import':
    case 'accept':
      return undefined;
    case 'section':
      return make(
        node.title.value,
        SymbolKind.Namespace,
        node.title.span,
        node.declarations.flatMap((each) => symbolOf(document, each) ?? []),
      );
    case 'scenario':
      return make(node.title.value, SymbolKind.Event, node.title.span);
    case 'record':
      return make(
        node.name.text,
        SymbolKind.Struct,
        node.name.span,
        node.fields.flatMap((field) => symbolOf(document, field) ?? []),
        node.title.value,
      );
    case 'enum':
      return make(node.name.text, SymbolKind.Enum, node.name.span);
    case 'rule':
      return make(node.name.text, SymbolKind.Function, node.name.span, [], `${node.modal} ${node.act.value}`);
    case 'define':
      return make(node.name.text, SymbolKind.Function, node.name.span, [], node.say?.value);
    case 'exceptionDecl':
      return make(node.name.text, SymbolKind.Function, node.name.span, [], 'exception');
    case 'fact':
      return make(node.name.text, SymbolKind.Field, node.name.span, [], node.ask?.value);
    case 'pack':
    case 'source':
    case 'bearer':
    case 'goal':
      return make(node.name.text, SymbolKind.Constant, node.name.span, [], node.title?.value);
    case 'ambiguity':
    case 'constraint':
    case 'invariant':
      return make(node.name.text, SymbolKind.Constant, node.name.span, [], node.kind);
    default:
      return assertNever(node);
  }
}

function rangeOf(document: TextDocument, { start, end }: Span): DocumentSymbol['range'] {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
