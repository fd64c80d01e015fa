/** Classes of cases: what a case need have in common with one that was found, for the same to come out. */
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import type { Meaning, Variables } from '../translate/variables.ts';
import { type Form, type NodeId, partsOf } from '../form/form.ts';

/** A yes/no node that holds, or does not, in every case of a class. */
export interface Given {
  readonly node: NodeId;
  readonly holds: boolean;
}

/**
 * The least that the cases of a class have in common: conditions that are as they are under the assignment, none of which can
 * be spared if all of `settled` are to hold in every case that meets them. A condition is a fact, a comparison, or one of
 * `named`, which stand for all that is below them.
 */
export function cubeOf(
  form: Form,
  settled: readonly NodeId[],
  assignment: Assignment,
  named: ReadonlySet<NodeId>,
  variables: Variables,
): readonly Given[] {
  const value = valuesUnder(form, assignment);
  const conditions = conditionsUnder(form, settled, named).flatMap((node): readonly Given[] => {
    const holds = value(node);
    return typeof holds === 'boolean' ? [{ node, holds }] : [];
  });
  const isEnough = (some: readonly Given[]): boolean => {
    const under = valuesUnder(form, new Map(some.map(({ node, holds }) => [node, holds])));
    return settled.every((id) => under(id) === true);
  };
  const weight = ({ node }: Given): number => (named.has(node) ? 9 : weightOf(variables.meanings.get(node)));
  const byWeight = (list: readonly Given[]): readonly Given[] =>
    list.toSorted((a, b) => weight(a) - weight(b));
  const tried = [conditions, conditions.toReversed()].map((order) =>
    spared(conditions, byWeight(order), isEnough),
  );
  return tried.reduce((least, one) => (one.length < least.length ? one : least), tried[0] ?? conditions);
}

/** What says least is spared first: members of lists, then that a list is long; what is named says most. */
function weightOf(meaning: Meaning | undefined): number {
  if (meaning === undefined || !('at' in meaning)) return 2;
  if (meaning.at.some((step) => typeof step === 'number')) return 0;
  return meaning.kind === 'longer' && meaning.than > 0 ? 1 : 2;
}

function spared(
  conditions: readonly Given[],
  order: readonly Given[],
  isEnough: (some: readonly Given[]) => boolean,
): readonly Given[] {
  const kept = new Set(conditions);
  // By ever smaller runs, so that the many that do not matter go a run at a time.
  for (let run = Math.max(1, order.length >> 1); run > 0; run >>= 1) {
    for (let from = 0; from < order.length; from += run) {
      const some = order.slice(from, from + run).filter((one) => kept.has(one));
      if (some.length === 0) continue;
      for (const one of some) kept.delete(one);
      if (!isEnough([...kept])) for (const one of some) kept.add(one);
    }
  }
  return conditions.filter((one) => kept.has(one));
}

/** The conditions of which the truth of these nodes is made, in ascending order. */
function conditionsUnder(
  form: Form,
  roots: readonly NodeId[],
  named: ReadonlySet<NodeId>,
): readonly NodeId[] {
  const found = new Set<NodeId>();
  const seen = new Set<NodeId>(roots);
  // A set grows while it is walked.
  for (const id of seen) {
    const node = form.node(id);
    const isWhole = node.op === 'boolVar' || node.op === 'le' || node.op === 'eq' || named.has(id);
    if (isWhole) found.add(id);
    else for (const part of partsOf(node)) seen.add(part);
  }
  return [...found].sort((a, b) => a - b);
}

/** Holds in the cases of a class. */
export function nodeOf(form: Form, cube: readonly Given[]): NodeId {
  return form.and(cube.map(({ node, holds }) => (holds ? node : form.not(node))));
}
