/** What the language's own syntax says in a line or two. */
import { type Cite, numberTypeText, type TypeExpr } from '@proviso/language';
import { assertNever } from './assert-never.ts';
import type { Pack } from './workspace.ts';

/** A type as the policy writes it. */
export function typeWords(type: TypeExpr): string {
  switch (type.kind) {
    case 'yesnoType':
      return 'yesno';
    case 'dateType':
      return 'date';
    case 'durationType':
      return 'duration';
    case 'textType':
      return 'text';
    case 'numberType':
      return numberTypeText(type.places, type.unit?.value);
    case 'setType':
      return `set of ${type.of.text}`;
    case 'listType':
      return `list of ${type.of.text}`;
    case 'namedType':
      return type.name.text;
    default:
      return assertNever(type);
  }
}

/** A citation, with the source by its title: `Data Protection Act 2018, s.13(1), “at the request of”`. */
export function citeWords(pack: Pack, { source, pinpoint, anchor }: Cite): string {
  const node = pack.names.all.find(({ kind, name }) => kind === 'source' && name === source.text)?.node;
  const title = node?.kind === 'source' ? (node.short?.value ?? node.title.value) : source.text;
  return `${title}, ${pinpoint}${anchor === undefined ? '' : `, “${anchor.value}”`}`;
}
