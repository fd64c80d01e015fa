/** What definitions of a goal are used for, and what functions use from outside them. */
import type { Definition } from '../../6-plan/plan.ts';
import { hasPart, referencesIn } from './parts.ts';
import type { Slice } from './slice.ts';

/** Names used by a function from outside it, with their types. */
export type Uses = ReadonlyMap<string, string>;

/** The definition that an answer of a goal shows: itself, or a rule's status. */
export function answerDefinition(slice: Slice, name: string): Definition {
  const rule = slice.rules.find((candidate) => candidate.name === name);
  return slice.definition(rule?.status ?? name);
}

/** Facts first, `asOf` and readings last, as in the exported functions. */
export function ordered(uses: Uses): readonly (readonly [string, string])[] {
  const rank = (name: string): number =>
    name === 'facts' ? 0 : name === 'asOf' ? 2 : name === 'readings' ? 3 : 1;
  return [...uses].sort(([a], [b]) => rank(a) - rank(b));
}

/** How often each definition is used; once inside a loop or a function counts as often. */
export function countUses(slice: Slice): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (id: string, by: number): void => {
    counts.set(id, (counts.get(id) ?? 0) + by);
  };
  for (const definition of slice.definitions) {
    for (const { id, inLoop } of referencesIn(definition.expr)) {
      const repeated = slice.definition(id).param === undefined && (inLoop || definition.param !== undefined);
      add(id, repeated ? 2 : 1);
    }
  }
  for (const answer of slice.goal.answers) add(answerDefinition(slice, answer).id, 1);
  return counts;
}

/** The definitions that can turn on a reading, by way of others too; in the order of the plan each refers to earlier ones only. */
export function turningOnReadings(slice: Slice): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, expr } of slice.definitions) {
    if (hasPart(expr, 'reading') || referencesIn(expr).some((ref) => found.has(ref.id))) found.add(id);
  }
  return found;
}
