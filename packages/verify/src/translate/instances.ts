/** Where the records of a case are: its instances up to the bounds, and when each is there. */
import type { Field, Path, Plan, Type } from '@proviso/compiler/plan';
import type { Form, NodeId } from '../form/form.ts';
import type { Step, Variables } from './variables.ts';

/** A record of the case, or the case itself (`record` null, no steps). */
export interface Instance {
  readonly at: readonly Step[];
  readonly record: string | null;
  /** Holds where the lists that it stands in are long enough. */
  readonly present: NodeId;
}

/** What the variables of quantifiers and parameters stand for. */
export type Environment = ReadonlyMap<string, Instance>;

/** The records of a plan's cases, as its vocabulary lays them out. */
export interface Layout {
  readonly whole: Instance;
  /** The fields of a record, of the case where null. */
  fieldsOf(record: string | null): readonly Field[];
  fieldOf(record: string | null, name: string): Field;
  /** The record at a field of an instance. */
  within(instance: Instance, name: string): Instance;
  /** The elements of the list at a field of an instance, present or not. */
  elements(instance: Instance, name: string): readonly Instance[];
  /** The record at a path: a variable, or a record held by it or by the case. */
  instanceAt(at: Path, environment: Environment): Instance;
  /** The record that holds the field at the end of a path, and the name of that field. */
  holderAt(at: Path, environment: Environment): { readonly holder: Instance; readonly name: string };
  /** Every instance of a record, in vocabulary order. */
  instancesOf(record: string): readonly Instance[];
}

/** Lays out the vocabulary of a plan, each list with as many elements as the bounds allow. */
export function layOut(
  plan: Pick<Plan, 'facts' | 'records'>,
  form: Form,
  variables: Variables,
  listLength: number,
): Layout {
  const records = new Map(plan.records.map(({ name, fields }) => [name, fields]));
  const byName = new Map<string | null, ReadonlyMap<string, Field>>(
    [[null, plan.facts] as const, ...records].map(([record, fields]) => [
      record,
      new Map(fields.map((field) => [field.name, field])),
    ]),
  );
  const whole: Instance = { at: [], record: null, present: form.yes };
  const fieldsOf = (record: string | null): readonly Field[] =>
    record === null ? plan.facts : (records.get(record) ?? []);
  const fieldOf = (record: string | null, name: string): Field => {
    const field = byName.get(record)?.get(name);
    if (field === undefined) throw new Error(`the plan has no field ${name} of ${record ?? 'the case'}`);
    return field;
  };
  const within = (instance: Instance, name: string): Instance => ({
    at: [...instance.at, name],
    record: recordOf(fieldOf(instance.record, name).type),
    present: instance.present,
  });
  const elements = (instance: Instance, name: string): readonly Instance[] => {
    const at = [...instance.at, name];
    const record = recordOf(fieldOf(instance.record, name).type);
    return Array.from({ length: listLength }, (_, i) => ({
      at: [...at, i],
      record,
      present: form.and([instance.present, variables.longer(at, i)]),
    }));
  };
  const instanceAt: Layout['instanceAt'] = ({ base, path }, environment) => {
    const start = base === null ? whole : environment.get(base);
    if (start === undefined) throw new Error(`the plan uses an unbound variable ${String(base)}`);
    return path.reduce(within, start);
  };
  const holderAt: Layout['holderAt'] = ({ base, path }, environment) => ({
    holder: instanceAt({ base, path: path.slice(0, -1) }, environment),
    name: path.at(-1) ?? '',
  });
  const found = new Map<string, Instance[]>();
  const visit = (instance: Instance, outer: readonly string[]): void => {
    for (const { name, type } of fieldsOf(instance.record)) {
      if (type.kind !== 'record' && type.kind !== 'list') continue;
      const record = recordOf(type);
      // A record that holds itself is followed once, as the vocabulary is.
      if (outer.includes(record)) continue;
      const inner = type.kind === 'record' ? [within(instance, name)] : elements(instance, name);
      for (const each of inner) {
        found.set(record, [...(found.get(record) ?? []), each]);
        visit(each, [...outer, record]);
      }
    }
  };
  visit(whole, []);
  return {
    whole,
    fieldsOf,
    fieldOf,
    within,
    elements,
    instanceAt,
    holderAt,
    instancesOf: (record) => found.get(record) ?? [],
  };
}

function recordOf(type: Type): string {
  if (type.kind === 'record') return type.name;
  if (type.kind === 'list') return type.of;
  throw new Error(`a ${type.kind} is no record`);
}
