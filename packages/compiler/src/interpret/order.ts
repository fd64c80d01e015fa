/** Vocabulary order: the order in which paths of facts are listed. */
import { stepsOfPath } from '@proviso/runtime';
import { fieldsOf, type PlanIndex } from './plan-index.ts';

/** Compares two paths of facts: fields as the vocabulary declares them, members of a list by index, a list before its members. */
export function comparePaths(index: PlanIndex, a: string, b: string): number {
  const left = ranksOf(index, a);
  const right = ranksOf(index, b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function ranksOf(index: PlanIndex, path: string): readonly number[] {
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
