/** Which fields of the vocabulary expressions read, whichever instance they read them of. */
import type { Expr, Field, Path } from '../6-plan/plan.ts';
import { children } from '../6-plan/expr.ts';
import { definitionOf, fieldOf, type PlanIndex } from './plan-index.ts';

/** `Letter.receivedOn` of a record, `.message` of the case: a field of any instance of the record. */
export type FieldKey = string;

/** The key of a field of a record, or of the case where `record` is null. */
export function fieldKey(record: string | null, field: string): FieldKey {
  return `${record ?? ''}.${field}`;
}

/** The fields on the way of slice paths such as `letters[].receivedOn`, the containers included. */
export function fieldsOnPaths(index: PlanIndex, paths: readonly string[]): Set<FieldKey> {
  const keys = new Set<FieldKey>();
  for (const path of paths) addPath(index, keys, null, path.replaceAll('[]', '').split('.'));
  return keys;
}

/** The fields that an expression reads, through definitions; `variables` says which record each variable is. */
export function fieldsRead(
  index: PlanIndex,
  expr: Expr,
  variables: ReadonlyMap<string, string>,
  keys: Set<FieldKey> = new Set(),
): Set<FieldKey> {
  const read = (at: Path): string | undefined =>
    addPath(index, keys, at.base === null ? null : (variables.get(at.base) ?? null), at.path);
  let bound = variables;
  switch (expr.kind) {
    case 'fact':
    case 'has':
      read(expr.at);
      break;
    case 'atLeastIn':
    case 'extremeIn': {
      const record = read(expr.in);
      if (record !== undefined) bound = new Map([...variables, [expr.as, record]]);
      break;
    }
    case 'ref': {
      const { param, expr: of } = definitionOf(index, expr.id);
      if (expr.of !== undefined) read(expr.of);
      fieldsRead(index, of, new Map(param === undefined ? [] : [[param.name, param.record]]), keys);
      break;
    }
    default:
      break;
  }
  for (const child of children(expr)) fieldsRead(index, child, bound, keys);
  return keys;
}

/** Adds every field on a path and gives the record that the path ends at, if it ends at records. */
function addPath(
  index: PlanIndex,
  keys: Set<FieldKey>,
  from: string | null,
  steps: readonly string[],
): string | undefined {
  let record: string | null = from;
  for (const step of steps) {
    const field = fieldOf(index, record, step);
    if (field === undefined) throw new Error(`the plan has no fact ${fieldKey(record, step)}`);
    keys.add(fieldKey(record, step));
    record = recordIn(field.type) ?? null;
  }
  return record ?? undefined;
}

function recordIn(type: Field['type']): string | undefined {
  return type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
}
