/** Where the facts of a case are: paths resolved to values, and the instances of a record. */
import type { FactValue, ListValue, RecordValue } from '@proviso/runtime';
import type { Field, Path } from '../6-plan/plan.ts';
import { fieldOf, fieldsOf, type PlanIndex } from './plan-index.ts';

/** A record of the case, or the case itself (`record` null, path empty). */
export interface Instance {
  /** `letters[0]`, `message`. */
  readonly path: string;
  readonly record: string | null;
  readonly value: RecordValue;
}

/** What the variables of quantifiers and parameters stand for. */
export type Environment = ReadonlyMap<string, Instance>;

/** The environment in which no variable is bound. */
export const noVariables: Environment = new Map();

/** A field of the case with its path and what it holds. */
export interface Place {
  readonly path: string;
  readonly field: Field;
  readonly value: FactValue;
}

/** The path of a field of an instance. */
export function pathWithin(instance: Instance, field: string): string {
  return instance.path === '' ? field : `${instance.path}.${field}`;
}

/** The place of a path with at least one step. */
export function locate(index: PlanIndex, facts: RecordValue, at: Path, variables: Environment): Place {
  const steps = at.path.slice(0, -1);
  const last = at.path.at(-1);
  if (last === undefined) throw new Error('a path to a fact has at least one step');
  const holder = locateInstance(index, facts, { base: at.base, path: steps }, variables);
  const field = fieldOf(index, holder.record, last);
  if (field === undefined) throw new Error(`the plan has no fact ${pathWithin(holder, last)}`);
  return { path: pathWithin(holder, last), field, value: holder.value.fields.get(last) };
}

/** The record instance at a path: a variable, or a record held by it or by the case. */
export function locateInstance(
  index: PlanIndex,
  facts: RecordValue,
  at: Path,
  variables: Environment,
): Instance {
  let instance = at.base === null ? { path: '', record: null, value: facts } : variables.get(at.base);
  if (instance === undefined) throw new Error(`the plan uses an unbound variable ${String(at.base)}`);
  for (const step of at.path) {
    const field: Field | undefined = fieldOf(index, instance.record, step);
    if (field?.type.kind !== 'record') throw new Error(`${pathWithin(instance, step)} is no record`);
    const value: FactValue = instance.value.fields.get(step);
    instance = { path: pathWithin(instance, step), record: field.type.name, value: asRecord(value) };
  }
  return instance;
}

/** The elements of the list at a place, as instances. */
export function elementsOf(place: Place): {
  readonly instances: readonly Instance[];
  readonly complete: boolean;
} {
  const { type } = place.field;
  if (type.kind !== 'list') throw new Error(`${place.path} is no list`);
  const list = asList(place.value);
  return {
    instances: list.elements.map((value, i) => ({ path: `${place.path}[${i}]`, record: type.of, value })),
    complete: list.complete,
  };
}

/** The instances of a record in a case, in vocabulary order, and the lists that may hold further ones. */
export interface Instances {
  readonly instances: readonly Instance[];
  readonly openLists: readonly string[];
}

/** Looks for every instance of a record. */
export function instancesOf(index: PlanIndex, facts: RecordValue, record: string): Instances {
  const instances: Instance[] = [];
  const openLists: string[] = [];
  const mayBeIn = (outer: string): boolean => index.holds.get(outer)?.has(record) === true;
  const visit = (instance: Instance): void => {
    if (instance.record === record) instances.push(instance);
    for (const field of fieldsOf(index, instance.record)) {
      const { name, type } = field;
      const value = instance.value.fields.get(name);
      if (value === undefined) continue;
      if (type.kind === 'record' && mayBeIn(type.name)) {
        visit({ path: pathWithin(instance, name), record: type.name, value: asRecord(value) });
      } else if (type.kind === 'list' && mayBeIn(type.of)) {
        const path = pathWithin(instance, name);
        const elements = elementsOf({ path, field, value });
        if (!elements.complete) openLists.push(path);
        for (const element of elements.instances) visit(element);
      }
    }
  };
  visit({ path: '', record: null, value: facts });
  return { instances, openLists };
}

function asRecord(value: FactValue): RecordValue {
  if (typeof value === 'object' && value.kind === 'record') return value;
  throw new Error('a record of the vocabulary was not read as one');
}

function asList(value: FactValue): ListValue {
  if (typeof value === 'object' && value.kind === 'list') return value;
  throw new Error('a list of the vocabulary was not read as one');
}
