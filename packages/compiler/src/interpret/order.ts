/** Vocabulary order: the order in which paths of facts are listed. */
import { stepsOfPath } from '@proviso/runtime';
import { fieldsOf, type PlanIndex } from './plan-index.ts';

/** By their paths: fields as the vocabulary declares them, members of a list by index, a list before its members. */
export function inVocabularyOrder<T extends { readonly path: string }>(
  index: PlanIndex,
  all: readonly T[],
): T[] {
  return all
    .map((one) => ({ one, ranks: ranksOf(index, one.path) }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks))
    .map(({ one }) => one);
}

/** Vocabulary order of ranks. */
export function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Where a path stands in vocabulary order, step by step. */
export function ranksOf(index: PlanIndex, path: string): readonly number[] {
  let record: string | null = null;
  return stepsOfPath(path).map((step) => {
    if (typeof step === 'number') return step;
    const fields = fieldsOf(index, record);
    const rank = fields.findIndex(({ name }) => name === step);
    const type = fields[rank]?.type;
    if (type?.kind === 'record') record = type.name;
    if (type?.kind === 'list') record = type.of;
    return rank;
  });
}
