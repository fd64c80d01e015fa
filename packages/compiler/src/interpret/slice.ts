/** What some goals of a plan can depend on: the part of the plan that an assessment of them evaluates. */
import type { FieldTypes, Vocabulary } from '@proviso/runtime';
import type { Condition, Definition, Expr, Field, Goal, Rule, Type } from '../6-plan/plan.ts';
import { anyPart } from '../6-plan/expr.ts';
import { type FieldKey, fieldKey, fieldsOnPaths, fieldsRead } from './fields-used.ts';
import { fieldsOf, type PlanIndex } from './plan-index.ts';

export interface Slice {
  /** In the order of the plan. */
  readonly goals: readonly Goal[];
  /** Names of the definitions and rules asked for, in the order of the goals. */
  readonly answers: readonly string[];
  /** In the order of the plan. */
  readonly definitions: readonly Definition[];
  readonly rules: readonly Rule[];
  readonly ambiguities: readonly string[];
  readonly vocabulary: Vocabulary;
  /** The constraints, and the fields with an `only if`, all of whose facts are in the slice. */
  readonly constraints: readonly Condition[];
  readonly onlyIf: readonly { readonly record: string | null; readonly field: Field }[];
  /** Whether some fact in it has an assumption, and whether some law in it has dates. */
  readonly assumes: boolean;
  readonly dated: boolean;
}

/** The slice of some goals together. */
export function sliceOf(index: PlanIndex, goals: readonly Goal[]): Slice {
  const ids = new Set(goals.flatMap((goal) => goal.definitions));
  const ruleNames = new Set(goals.flatMap((goal) => goal.rules));
  const ambiguities = new Set(goals.flatMap((goal) => goal.ambiguities));
  const definitions = index.plan.definitions.filter(({ id }) => ids.has(id));
  const used = fieldsOnPaths(
    index,
    goals.flatMap((goal) => goal.facts),
  );
  const isRead = (read: ReadonlySet<FieldKey>): boolean => [...read].every((key) => used.has(key));
  const allFields = [
    ...index.plan.facts.map((field) => ({ record: null, field })),
    ...index.plan.records.flatMap(({ name, fields }) => fields.map((field) => ({ record: name, field }))),
  ].filter(({ record, field }) => used.has(fieldKey(record, field.name)));
  return {
    goals,
    answers: [...new Set(goals.flatMap((goal) => goal.answers))],
    definitions,
    rules: index.plan.rules.filter(({ name }) => ruleNames.has(name)),
    ambiguities: index.plan.ambiguities.map(({ name }) => name).filter((name) => ambiguities.has(name)),
    vocabulary: vocabularyOf(index, used),
    constraints: index.plan.constraints.filter(({ expr, param }) =>
      isRead(readBy(index, expr, param === undefined ? [] : [[param.name, param.record]])),
    ),
    onlyIf: allFields.filter(
      ({ record, field: { onlyIf } }) =>
        onlyIf !== undefined && isRead(readBy(index, onlyIf, record === null ? [] : [['self', record]])),
    ),
    assumes: allFields.some(({ field }) => field.assume !== undefined),
    dated: definitions.some(({ expr }) => anyPart(expr, ({ kind }) => kind === 'inForce')),
  };
}

/** The fields that conditions read, found once for all slices of a plan. */
const read = new WeakMap<PlanIndex, Map<Expr, ReadonlySet<FieldKey>>>();

function readBy(
  index: PlanIndex,
  condition: Expr,
  variables: readonly (readonly [name: string, record: string])[],
): ReadonlySet<FieldKey> {
  const known = read.get(index) ?? new Map<Expr, ReadonlySet<FieldKey>>();
  read.set(index, known);
  const fields = known.get(condition) ?? fieldsRead(index, condition, new Map(variables));
  known.set(condition, fields);
  return fields;
}

/** The vocabulary of a plan for the boundary, the fields that are not used as `other`. */
export function vocabularyOf(index: PlanIndex, used: ReadonlySet<FieldKey>): Vocabulary {
  const fieldTypes = (record: string | null): FieldTypes =>
    Object.fromEntries(
      fieldsOf(index, record).map((field) => [
        field.name,
        used.has(fieldKey(record, field.name)) ? factTypeOf(field.type, field.kind) : 'other',
      ]),
    );
  return {
    facts: fieldTypes(null),
    records: Object.fromEntries(index.plan.records.map(({ name }) => [name, fieldTypes(name)])),
    enums: Object.fromEntries(index.plan.enums.map(({ name, members }) => [name, members])),
  };
}

function factTypeOf(type: Type, kind: Field['kind']): FieldTypes[string] {
  switch (type.kind) {
    case 'number':
      return `number:${type.places}`;
    case 'enum':
      return `enum:${type.name}`;
    case 'set':
      return `set:${type.of}`;
    case 'record':
      return `record:${type.name}`;
    case 'list':
      return `list:${type.of}`;
    case 'date':
      return kind === 'event' ? 'event' : 'date';
    default:
      return type.kind;
  }
}
