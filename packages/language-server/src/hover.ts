/** What is told of a name under the pointer, in the protocol's Markdown. */
import { namedAt, type NameTold, tellName } from '@proviso/language';
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { InPack } from './workspace.ts';

/** What stands under an offset, if it is a name. */
export function hoverAt({ pack, file }: InPack, offset: number): Hover | undefined {
  const named = namedAt(pack.names, file, offset);
  if (named === undefined) return undefined;
  const told = tellName(pack.names, named);
  const value = [`**${told.what}** \`${signature(told)}\`${versions(told)}`, ...paragraphs(told)].join(
    '\n\n',
  );
  return { contents: { kind: MarkupKind.Markdown, value } };
}

/** `fact Message.sentOn: date`. */
export function headOf(told: NameTold): string {
  return `${told.what} ${signature(told)}${versions(told)}`;
}

/** What follows that, in Markdown. */
export function paragraphs({ words, cites }: NameTold): readonly string[] {
  const list = cites.map((cite) => `- ${asText(cite)}`).join('\n');
  return [...words.map(asText), ...(list === '' ? [] : [list])];
}

function signature({ name, type }: NameTold): string {
  return type === undefined ? name : `${name}: ${type}`;
}

function versions(told: NameTold): string {
  return told.versions > 1 ? `, ${told.versions} versions` : '';
}

/** The words of the policy are text, whatever marks they have. */
function asText(words: string): string {
  return words.replaceAll(/[\\`*_{}[\]<>#|!~&]/g, '\\$&');
}
