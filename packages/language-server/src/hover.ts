/** What is told of a name under the pointer: what it is, the words of the policy for it, its citations. */
import { type Cite, type Named, namedAt, nameIn, type NamedNode } from '@proviso/language';
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { assertNever } from './assert-never.ts';
import { citeWords, typeWords } from './words.ts';
import type { InPack, Pack } from './workspace.ts';

/** What stands under an offset, if it is a name. */
export function hoverAt({ pack, file }: InPack, offset: number): Hover | undefined {
  const named = namedAt(pack.names, file, offset);
  return named === undefined
    ? undefined
    : { contents: { kind: MarkupKind.Markdown, value: toldOf(pack, named).join('\n\n') } };
}

/** The paragraphs of what is told, in Markdown. */
export function toldOf(pack: Pack, named: Named): readonly string[] {
  const { node } = named;
  if (node === undefined) return [headOf(named)];
  // Of a member of an enum the declaration is the enum's.
  const member =
    named.kind === 'member' && node.kind === 'enum'
      ? node.members.find(({ text: name }) => name === named.name)
      : undefined;
  const doc = (member ?? node).doc ?? [];
  const cites = 'cites' in node ? node.cites : [];
  return [
    headOf(named),
    ...(member === undefined ? wordsOf(node) : text(member.words?.value)),
    ...(doc.length === 0 ? [] : [asText(doc.join('\n'))]),
    ...(cites.length === 0 ? [] : [citations(pack, cites)]),
  ];
}

function headOf(named: Named): string {
  const { node, kind } = named;
  const what = node?.kind === 'fact' ? node.input : kind;
  const type = node?.kind === 'fact' && node.type !== undefined ? `: ${typeWords(node.type)}` : '';
  const versions = named.declared.length > 1 && kind !== 'label' ? `, ${named.declared.length} versions` : '';
  return `**${what}** \`${nameIn(named)}${type}\`${versions}`;
}

function citations(pack: Pack, cites: readonly Cite[]): string {
  return cites.map((cite) => `- ${asText(citeWords(pack, cite))}`).join('\n');
}

/** The words of the policy are text, whatever marks they have. */
function asText(words: string): string {
  return words.replaceAll(/[\\`*_{}[\]<>#|!~&]/g, '\\$&');
}

function text(words: string | undefined): readonly string[] {
  return words === undefined ? [] : [asText(words)];
}

function wordsOf(node: NamedNode): readonly string[] {
  switch (node.kind) {
    case 'fact':
      return [...text(node.ask?.value), ...text(node.help?.value)];
    case 'record':
    case 'source':
    case 'bearer':
      return text(node.title.value);
    case 'goal':
    case 'ambiguity':
      return text(node.title?.value);
    case 'enum':
      return text(node.members.map((member) => member.text).join(', '));
    case 'define':
    case 'limb':
    case 'exceptionDecl':
      return text(node.say?.value);
    case 'rule':
      return text(`${node.bearer?.text ?? ''} ${node.modal}: ${node.act.value}`.trim());
    case 'readingDecl':
      return text(`${node.text.value}${node.isDefault ? ' (the reading taken where none is named)' : ''}`);
    case 'constraint':
    case 'invariant':
      return text(node.because?.value);
    default:
      return assertNever(node);
  }
}
