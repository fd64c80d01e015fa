/** What a change takes: the sets that take least are told first. */
import { type Change, stepsOfPath } from '@proviso/runtime';
import type { Field, FieldKind } from '../6-plan/plan.ts';
import { fieldOf, type PlanIndex } from '../interpret/plan-index.ts';

/** Where the policy does not say: what can be observed is arranged more easily than what happens, and that more easily than how a person weighs it. */
const byKind: Readonly<Record<FieldKind, number>> = { fact: 1, event: 2, judgement: 3, otherwise: 3 };

/** The effort of changes together. */
export function effortOf(index: PlanIndex, changes: readonly Change[]): number {
  return changes.reduce((sum, { path }) => {
    const { kind, effort } = fieldAt(index, path);
    return sum + (effort ?? byKind[kind]);
  }, 0);
}

/** The field at a path of the vocabulary; of a list member, that of the list. */
export function fieldAt(index: PlanIndex, path: string): Field {
  let record: string | null = null;
  let field: Field | undefined;
  for (const step of stepsOfPath(path)) {
    if (typeof step === 'number') continue;
    field = fieldOf(index, record, step);
    if (field?.type.kind === 'record') record = field.type.name;
    if (field?.type.kind === 'list') record = field.type.of;
  }
  if (field === undefined) throw new Error(`the plan has no fact ${path}`);
  return field;
}
