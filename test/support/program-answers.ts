/** What an assessment answers, laid out flat, for properties of generated programs. */
import { type Assessment, FactsError, type Instances, type Need, withFact } from '@proviso/runtime';
import type { Json, JsonObject } from '@proviso/compiler/plan';

/** One result: of a definition its value, of a rule its status. */
export interface FlatAnswer {
  readonly value: string | number;
  readonly presumed?: string | number;
  readonly dueOn?: string;
  readonly dependsOn?: readonly unknown[];
  readonly notInForce?: readonly unknown[];
}

/** Every result by name and instance: `definition1`, `rule2 items[0]`. */
export function answersOf({ definitions, rules }: Assessment): ReadonlyMap<string, FlatAnswer> {
  const answers = new Map<string, FlatAnswer>();
  const add = <R extends object>(
    name: string,
    result: R | Instances<R>,
    value: (each: R) => string | number,
  ): void => {
    const all = 'instances' in result ? result.instances : [result];
    for (const each of all) {
      const key = 'of' in each && typeof each.of === 'string' ? `${name} ${each.of}` : name;
      answers.set(key, { ...each, value: value(each) });
    }
  };
  for (const [name, result] of Object.entries(definitions)) add(name, result, ({ value }) => value);
  for (const [name, result] of Object.entries(rules)) add(name, result, ({ status }) => status);
  return answers;
}

/** Whether a value or status leaves the answer open. */
export function isOpen(value: string | number | undefined): boolean {
  return value === undefined || value === 'unknown' || value === 'undetermined';
}

/** What the call gives, or undefined where it refuses the facts; any other error is thrown on. */
export function unlessRefused<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof FactsError) return undefined;
    throw error;
  }
}

/** The facts with a need supplied from the complete case. A list is closed, its further members given without facts. */
export function supplied(facts: unknown, complete: JsonObject, { path, kind }: Need): unknown {
  const whole = lookUp(complete, path);
  if (kind !== 'list') return whole === undefined ? facts : withFact(facts, path, whole);
  const known = lookUp(facts, path);
  const members: readonly unknown[] = Array.isArray(known) ? known : [];
  return withFact(
    facts,
    path,
    (whole as readonly Json[]).map((_, i) => members[i] ?? {}),
  );
}

function lookUp(facts: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).reduce<unknown>((value, step) => {
    if (step === '' || typeof value !== 'object' || value === null) return value;
    const found = (value as Readonly<Record<string, unknown>>)[step];
    return typeof found === 'object' && found !== null && 'atLeast' in found ? found.atLeast : found;
  }, facts);
}
