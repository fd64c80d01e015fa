/** The fields of a plan by name: those of each record, and under null those of the case. */
import type { Field, Plan } from './plan.ts';

/** By the record, then by the name. */
export type FieldsByName = ReadonlyMap<string | null, ReadonlyMap<string, Field>>;

/** Indexes the fields of a plan. */
export function fieldsByName({ facts, records }: Pick<Plan, 'facts' | 'records'>): FieldsByName {
  return new Map<string | null, ReadonlyMap<string, Field>>([
    [null, byName(facts)],
    ...records.map(({ name, fields }) => [name, byName(fields)] as const),
  ]);
}

function byName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name, field]));
}
