/** What the writer of `evaluate` asks of a slice before it writes. */
import type { Definition } from '../../6-plan/plan.ts';
import { factsOfCase, partsOfKind, referencesIn } from './parts.ts';
import type { Slice } from './slice.ts';

/** How often the reasons of each definition are spliced; once inside a loop counts as often. */
export function countReferences(slice: Slice): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const definition of slice.definitions) {
    for (const { id, inLoop } of referencesIn(definition.expr))
      counts.set(id, (counts.get(id) ?? 0) + (definition.param !== undefined || inLoop ? 2 : 1));
    // An inForce node writes the reasons of its governing date twice: once for an error that names the fact.
    for (const { on } of partsOfKind(definition.expr, 'inForce'))
      for (const { id } of partsOfKind(on, 'ref')) counts.set(id, 2);
  }
  for (const rule of slice.rules) counts.set(rule.status, (counts.get(rule.status) ?? 0) + 1);
  return counts;
}

/** The paths of the facts that the definitions of a slice mention more than once. */
export function repeatedFacts(slice: Slice): ReadonlySet<string> {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const { expr } of slice.definitions) {
    for (const path of factsOfCase(expr)) (once.has(path) ? repeated : once).add(path);
  }
  return repeated;
}

/** Whether some limb on the trace of a definition states a certainty. */
export function statesCertainty(definition: Definition, slice: Slice): boolean {
  return (
    partsOfKind(definition.expr, 'mark').some(({ mark }) => mark.certainty !== undefined) ||
    partsOfKind(definition.expr, 'ref').some(({ id }) => {
      const referred = slice.definition(id);
      return !referred.visible && statesCertainty(referred, slice);
    })
  );
}
