/** The plan with its parts by name: built once per loaded pack. */
import { type FieldsByName, fieldsByName } from '../6-plan/fields-by-name.ts';
import type { Definition, Field, Plan, RecordType, Rule } from '../6-plan/plan.ts';

export interface PlanIndex {
  readonly plan: Plan;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly records: ReadonlyMap<string, RecordType>;
  /** The fields of each record by name; those of the case under null. */
  readonly fields: FieldsByName;
  /** The records that an instance of each record is or holds, however deep. */
  readonly holds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Indexes a plan. */
export function indexPlan(plan: Plan): PlanIndex {
  return {
    plan,
    definitions: new Map(plan.definitions.map((definition) => [definition.id, definition])),
    rules: new Map(plan.rules.map((rule) => [rule.name, rule])),
    records: new Map(plan.records.map((record) => [record.name, record])),
    fields: fieldsByName(plan),
    holds: new Map(plan.records.map(({ name }) => [name, heldBy(plan, name)])),
  };
}

function heldBy({ records }: Plan, record: string): ReadonlySet<string> {
  const held = new Set([record]);
  // A set grows while it is walked.
  for (const outer of held) {
    for (const { type } of records.find(({ name }) => name === outer)?.fields ?? []) {
      if (type.kind === 'record') held.add(type.name);
      if (type.kind === 'list') held.add(type.of);
    }
  }
  return held;
}

/** A field of a record type, or of the case where `record` is null; undefined where there is none of that name. */
export function fieldOf(index: PlanIndex, record: string | null, name: string): Field | undefined {
  return index.fields.get(record)?.get(name);
}

/** The fields of a record type, or of the case where `record` is null. */
export function fieldsOf(index: PlanIndex, record: string | null): readonly Field[] {
  if (record === null) return index.plan.facts;
  const type = index.records.get(record);
  if (type === undefined) throw new Error(`the plan has no record ${record}`);
  return type.fields;
}

/** The definition of an id that the plan is known to have. */
export function definitionOf(index: PlanIndex, id: string): Definition {
  const definition = index.definitions.get(id);
  if (definition === undefined) throw new Error(`the plan has no definition ${id}`);
  return definition;
}
