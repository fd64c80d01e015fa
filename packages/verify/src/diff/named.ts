/** Definitions in whose terms a difference is told. */
import type { NodeId } from '../form/form.ts';
import type { Translation } from '../translate/translator.ts';
import type { Beside } from './beside.ts';
import type { Named } from './circumstances.ts';
import { nameOf, type Statement } from './outcomes.ts';

/**
 * The yes/no definitions by the node that each comes to, and by its negation: first those that both sides agree on, then
 * those that they do not, as either has it. Not those that only say what one fact says.
 */
export function namedBy(
  sides: Beside,
  olds: ReadonlyMap<string, Statement>,
  news: ReadonlyMap<string, Statement>,
  names: readonly string[],
): ReadonlyMap<NodeId, Named> {
  const { form } = sides.new;
  const named = new Map<NodeId, Named>();
  const add = (node: NodeId, as: Omit<Named, 'holds'>): void => {
    const opposite = form.not(node);
    if ([node, opposite].some((id) => ['bool', 'boolVar'].includes(form.node(id).op))) return;
    if (!named.has(node)) named.set(node, { ...as, holds: true });
    if (!named.has(opposite)) named.set(opposite, { ...as, holds: false });
  };
  const apart: (() => void)[] = [];
  for (const name of names) {
    const [before, after] = [olds.get(name), news.get(name)];
    if (before?.kind !== 'definition' || after?.kind !== 'definition') continue;
    const { type, param } = after.definition;
    if (type.kind !== 'yesno' || before.definition.type.kind !== 'yesno') continue;
    if (before.definition.param?.record !== param?.record) continue;
    for (const of of sides.new.holders(param)) {
      const truth = (side: Translation): NodeId => side.truth(name, of.record === null ? undefined : of);
      const path = nameOf(of);
      const as = { name, ...(path === undefined ? {} : { of: path }) };
      const [old, now] = [truth(sides.old), truth(sides.new)];
      if (old === now) add(now, as);
      else
        apart.push(() => {
          add(old, { ...as, side: 'old' });
          add(truth(sides.oldLaw), { ...as, side: 'old' });
          add(now, { ...as, side: 'new' });
        });
    }
  }
  for (const each of apart) each();
  return named;
}
