/** The part of a plan that one goal needs, with its paths resolved: what emission of a goal starts from. */
import type { PlanIndex } from '../../interpret/plan-index.ts';
import { type Slice as PlanSlice, sliceOf as planSlice } from '../../interpret/slice.ts';
import type { Definition, Field, Goal, Path, Plan, RecordType, Rule, Type } from '../../6-plan/plan.ts';

type Vocabulary = PlanSlice['vocabulary'];
type FieldTypes = Vocabulary['facts'];

/** The records of the variables in scope. */
export type Scope = ReadonlyMap<string, string>;

/** One goal's slice of a plan. */
export interface Slice {
  readonly plan: Plan;
  readonly goal: Goal;
  /** In plan order. */
  readonly definitions: readonly Definition[];
  readonly definition: (id: string) => Definition;
  readonly rules: readonly Rule[];
  /** The top-level facts that the goal can depend on, in vocabulary order. */
  readonly facts: readonly Field[];
  /** The same for each record that the slice touches, in vocabulary order. */
  readonly records: readonly RecordType[];
  readonly record: (name: string) => RecordType;
  /** The constraints, conditions of facts and vocabulary that every evaluator of the goal keeps to. */
  readonly parts: PlanSlice;
}

/** Cuts the slice of a goal. */
export function sliceOf(index: PlanIndex, goal: Goal): Slice {
  const { plan } = index;
  const parts = planSlice(index, [goal]);
  const { vocabulary } = parts;
  const isUsed = (types: FieldTypes | undefined, field: Field): boolean =>
    (types?.[field.name] ?? 'other') !== 'other';
  const reached = reachable(plan, vocabulary);
  const records = plan.records
    .map(({ name, fields }) => ({
      name,
      fields: fields.filter((field) => isUsed(vocabulary.records[name], field)),
    }))
    .filter(({ name }) => reached.has(name));
  const byName = new Map(records.map((record) => [record.name, record]));
  return {
    plan,
    goal,
    definitions: parts.definitions,
    definition: (id) => found(index.definitions.get(id), id),
    rules: parts.rules,
    facts: plan.facts.filter((field) => isUsed(vocabulary.facts, field)),
    records,
    record: (name) => found(byName.get(name), name),
    parts,
  };
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the plan has no \`${name}\``);
  return value;
}

/** The records that hold facts of the slice. */
function reachable(plan: Plan, vocabulary: Vocabulary): ReadonlySet<string> {
  const seen = new Set<string>();
  const fieldsOf = new Map(plan.records.map(({ name, fields }) => [name, fields]));
  const visit = (fields: readonly Field[], types: FieldTypes | undefined): void => {
    for (const field of fields) {
      const of = recordOf(field.type);
      if (of === undefined || (types?.[field.name] ?? 'other') === 'other' || seen.has(of)) continue;
      seen.add(of);
      visit(fieldsOf.get(of) ?? [], vocabulary.records[of]);
    }
  };
  visit(plan.facts, vocabulary.facts);
  return seen;
}

/** The fields along a path, or undefined where the slice does not hold it. */
export function fieldsAlong(slice: Slice, scope: Scope, path: Path): readonly Field[] | undefined {
  const along: Field[] = [];
  let fields = path.base === null ? slice.facts : slice.record(found(scope.get(path.base), path.base)).fields;
  for (const step of path.path) {
    const field = byName(fields).get(step);
    if (field === undefined) return undefined;
    along.push(field);
    fields = field.type.kind === 'record' ? slice.record(field.type.name).fields : [];
  }
  return along;
}

const indexed = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

function byName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = indexed.get(fields) ?? new Map(fields.map((field) => [field.name, field]));
  indexed.set(fields, known);
  return known;
}

/** The record of the elements of the list at a path, or undefined where the slice does not hold it. */
export function elementRecord(slice: Slice, scope: Scope, path: Path): string | undefined {
  const type = fieldsAlong(slice, scope, path)?.at(-1)?.type;
  return type?.kind === 'list' ? type.of : undefined;
}

/** A place in the vocabulary where instances of a record stand: `message`, `letters[]`, `cases[].letters[]`. */
export type Place = readonly {
  readonly name: string;
  readonly record: string;
  readonly many: boolean;
  readonly optional: boolean;
}[];

/** Every place of a record, in vocabulary order. */
export function placesOf(slice: Slice, record: string): readonly Place[] {
  const visit = (fields: readonly Field[], before: Place, open: ReadonlySet<string>): Place[] =>
    fields.flatMap((field) => {
      const of = recordOf(field.type);
      if (of === undefined || open.has(of)) return [];
      const place = [
        ...before,
        {
          name: field.name,
          record: of,
          many: field.type.kind === 'list',
          optional: field.onlyIf !== undefined,
        },
      ];
      return [
        ...(of === record ? [place] : []),
        ...visit(slice.record(of).fields, place, new Set([...open, of])),
      ];
    });
  return visit(slice.facts, [], new Set());
}

/** The record of a record or list type. */
export function recordOf(type: Type): string | undefined {
  return type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
}

/** The ambiguities of the slice, in plan order. */
export function ambiguitiesOf(slice: Slice): Plan['ambiguities'] {
  return slice.plan.ambiguities.filter(({ name }) => slice.goal.ambiguities.includes(name));
}

/** Whether a definition's value is worth no name of its own. */
export function isTrivial(definition: Definition): boolean {
  let e = definition.expr;
  while (e.kind === 'mark' || e.kind === 'not') e = e.of;
  return e.kind === 'literal' || e.kind === 'fact' || e.kind === 'asOf';
}
