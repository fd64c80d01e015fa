/** What the language's own syntax says in a line or two. */
import type { Cite, Named, TypeExpr } from '@proviso/language';
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
      return type.places === 0 ? 'number' : `decimal(${type.places})`;
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

/** The record that instances along a path of facts are of: of `letters` and `case.letters` it is `Letter`. */
export function recordAlong(pack: Pack, path: readonly string[], from?: string): string | undefined {
  let record = from;
  for (const [index, step] of path.entries()) {
    if (index > 0 && record === undefined) return undefined;
    record = recordOf(factIn(pack, step, record));
  }
  return record;
}

/** The fact of the case, or of a record. */
export function factIn(pack: Pack, name: string, record: string | undefined): Named | undefined {
  return pack.names.all.find((one) => one.kind === 'fact' && one.name === name && one.of === record);
}

function recordOf(fact: Named | undefined): string | undefined {
  const type = fact?.node?.kind === 'fact' ? fact.node.type : undefined;
  if (type?.kind === 'listType') return type.of.text;
  return type?.kind === 'namedType' ? type.name.text : undefined;
}

/** A citation, with the source by its title: `Data Protection Act 2018, s.13(1), “at the request of”`. */
export function citeWords(pack: Pack, { source, pinpoint, anchor }: Cite): string {
  const node = pack.names.all.find(({ kind, name }) => kind === 'source' && name === source.text)?.node;
  const title = node?.kind === 'source' ? (node.short?.value ?? node.title.value) : source.text;
  return `${title}, ${pinpoint}${anchor === undefined ? '' : `, “${anchor.value}”`}`;
}
