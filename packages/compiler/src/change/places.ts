/** Places of a case by their paths: the way to them, what they hold with one value replaced, variables bound anew. */
import { type FactValue, type RecordValue, stepsOfPath } from '@proviso/runtime';
import type { Field } from '../6-plan/plan.ts';
import type { Environment, Instance } from '../interpret/locate.ts';
import { fieldOf, type PlanIndex } from '../interpret/plan-index.ts';

/** A field on the way to a place, with the record that has it. */
export interface OnWay {
  readonly holder: Instance;
  readonly field: Field;
}

/** The fields on the way to a path, its own last, and the instance that it ends at, where it ends at one. */
export function wayTo(
  index: PlanIndex,
  facts: RecordValue,
  path: string,
): { readonly fields: readonly OnWay[]; readonly instance: Instance | undefined } {
  const fields: OnWay[] = [];
  let instance: Instance | undefined = { path: '', record: null, value: facts };
  let list: { readonly path: string; readonly of: string; readonly value: FactValue } | undefined;
  for (const step of path === '' ? [] : stepsOfPath(path)) {
    if (typeof step === 'number') {
      const element: RecordValue | undefined =
        typeof list?.value === 'object' && list.value.kind === 'list' ? list.value.elements[step] : undefined;
      if (list === undefined || element === undefined) return { fields, instance: undefined };
      instance = { path: `${list.path}[${step}]`, record: list.of, value: element };
      continue;
    }
    const field: Field | undefined =
      instance === undefined ? undefined : fieldOf(index, instance.record, step);
    if (instance === undefined || field === undefined) return { fields, instance: undefined };
    fields.push({ holder: instance, field });
    const at: string = instance.path === '' ? step : `${instance.path}.${step}`;
    const value: FactValue = instance.value.fields.get(step);
    list = field.type.kind === 'list' ? { path: at, of: field.type.of, value } : undefined;
    instance =
      field.type.kind === 'record' && typeof value === 'object' && value.kind === 'record'
        ? { path: at, record: field.type.name, value }
        : undefined;
  }
  return { fields, instance };
}

/** The facts with another value at a path; shares everything else. */
export function replaced(
  facts: RecordValue,
  steps: readonly (string | number)[],
  value: FactValue,
): RecordValue {
  const [step, next, ...rest] = steps;
  if (typeof step !== 'string') throw new Error('a path begins with a field');
  const held = facts.fields.get(step);
  const within = (): FactValue => {
    if (next === undefined) return value;
    if (typeof held !== 'object') throw new Error(`${step} holds no others`);
    if (typeof next === 'string' && held.kind === 'record') return replaced(held, [next, ...rest], value);
    if (typeof next !== 'number' || held.kind !== 'list') throw new Error(`${step} has no ${next}`);
    const elements = held.elements.map((element, i) =>
      i === next ? replaced(element, rest, value) : element,
    );
    return { ...held, elements };
  };
  return { kind: 'record', fields: new Map(facts.fields).set(step, within()) };
}

/** The same variables bound to the same places of other facts. */
export function rebound(index: PlanIndex, facts: RecordValue, variables: Environment): Environment {
  return new Map(
    [...variables].map(([name, { path }]) => {
      const { instance } = wayTo(index, facts, path);
      if (instance === undefined) throw new Error(`the case has no ${path}`);
      return [name, instance];
    }),
  );
}
