/** What could come next at a place, as the protocol's items. */
import { type Completion, completionsAfter, type NamedKind, tellName } from '@proviso/language';
import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { headOf, paragraphs } from './hover.ts';
import type { InPack, Pack } from './workspace.ts';

const kinds: Readonly<Record<NamedKind, CompletionItemKind>> = {
  fact: CompletionItemKind.Field,
  record: CompletionItemKind.Struct,
  enum: CompletionItemKind.Enum,
  member: CompletionItemKind.EnumMember,
  definition: CompletionItemKind.Function,
  rule: CompletionItemKind.Function,
  label: CompletionItemKind.Property,
  source: CompletionItemKind.Reference,
  bearer: CompletionItemKind.Class,
  ambiguity: CompletionItemKind.Variable,
  reading: CompletionItemKind.EnumMember,
  goal: CompletionItemKind.Module,
  constraint: CompletionItemKind.Constant,
  invariant: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
};

/** What could be written at an offset. */
export function completionsAt({ pack, document }: InPack, offset: number): readonly CompletionItem[] {
  const before = document.getText().slice(0, offset);
  return completionsAfter(pack.names, before).map((one) => itemOf(pack, one));
}

function itemOf({ names }: Pack, one: Completion): CompletionItem {
  if (typeof one === 'string') return { label: one, kind: CompletionItemKind.Keyword };
  const told = tellName(names, one);
  const value = paragraphs(told).join('\n\n');
  return {
    label: one.name,
    kind: kinds[one.kind],
    detail: headOf(told),
    ...(value === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value } }),
  };
}
