/** What is known of a case of which exactly one guard holds. */
import { unmarked } from './expr.ts';
import type { Expr } from './plan.ts';

/**
 * Whether the last guard of an exclusive case can fail before it is known which one holds, as in a table of several columns.
 * Readings, and the members of an enum compared with one value, are all unknown together or all settled.
 */
export function failsApart({ branches, exclusive }: Extract<Expr, { kind: 'case' }>): boolean {
  if (exclusive !== true) return false;
  const subjects = new Set(branches.map(({ when }) => subjectOf(unmarked(when))));
  return subjects.size > 1 || subjects.has(undefined);
}

/** What a guard compares with a constant; undefined where it is another condition. */
function subjectOf(guard: Expr): string | undefined {
  if (guard.kind === 'reading') return `reading ${guard.ambiguity}`;
  if (guard.kind !== 'eq' || guard.right.kind !== 'literal') return undefined;
  return JSON.stringify(guard.left);
}
