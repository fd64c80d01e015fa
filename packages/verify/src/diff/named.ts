/** Definitions that both sides agree on: in their terms a difference is told. */
import type { NodeId } from '../form/form.ts';
import type { Beside } from './beside.ts';
import type { Named } from './circumstances.ts';
import { nameOf, type Statement } from './outcomes.ts';

/**
 * The yes/no definitions that come to the same node on both sides, by that node and by its negation. Not those that only say
 * what one fact says.
 */
export function namedBy(
  sides: Beside,
  olds: ReadonlyMap<string, Statement>,
  news: ReadonlyMap<string, Statement>,
  names: readonly string[],
): ReadonlyMap<NodeId, Named> {
  const { form } = sides.new;
  const named = new Map<NodeId, Named>();
  for (const name of names) {
    const [before, after] = [olds.get(name), news.get(name)];
    if (before?.kind !== 'definition' || after?.kind !== 'definition') continue;
    const { definition } = after;
    if (definition.type.kind !== 'yesno' || before.definition.type.kind !== 'yesno') continue;
    if (before.definition.param?.record !== definition.param?.record) continue;
    for (const of of sides.new.holders(definition.param)) {
      const holder = of.record === null ? undefined : of;
      const node = sides.new.truth(name, holder);
      if (node !== sides.old.truth(name, holder) || node === form.yes || node === form.no) continue;
      const opposite = form.not(node);
      if ([node, opposite].some((id) => form.node(id).op === 'boolVar')) continue;
      const path = nameOf(of);
      const about = { name, ...(path === undefined ? {} : { of: path }) };
      if (!named.has(node)) named.set(node, { ...about, holds: true });
      if (!named.has(opposite)) named.set(opposite, { ...about, holds: false });
    }
  }
  return named;
}
