/**
 * Random cases of a pack, made from its plan alone: from its vocabulary, and from the facts of its own scenarios, altered. The
 * scenarios bring cases in which something is decided; the vocabulary brings those nobody thought of.
 */
import type { LoadedPack } from '@proviso/compiler/interpret';
import type { Field, Json, JsonObject, Plan } from '@proviso/compiler/plan';
import { type Assessment, FactsError } from '@proviso/runtime';
import * as fc from 'fast-check';

/** Facts that can be altered. */
export type Facts = Record<string, Json>;

const dates = fc.oneof(
  fc.constantFrom(
    '2018-05-25',
    '2019-08-01',
    '2019-09-01',
    '2019-09-02',
    '2019-09-05',
    '2019-10-01',
    '2020-01-30',
  ),
  fc.constantFrom('2020-01-31', '2020-12-31', '2021-01-01', '2026-02-04', '2026-02-05', '2026-11-22'),
  fc
    .tuple(
      fc.integer({ min: 2018, max: 2026 }),
      fc.integer({ min: 6, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `${year}-${pad(month)}-${pad(day)}`),
);

/** Days on which a case is assessed. */
export const days: fc.Arbitrary<string> = dates;

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** A value of a fact; records and the elements of lists lack each of their fields with the chance `gap`. */
function valueOf(plan: Plan, { kind, type }: Field, gap: number): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'yesno':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: 0, max: 100_000 });
    case 'date':
      return kind === 'event'
        ? fc.oneof({ weight: 4, arbitrary: dates }, { weight: 1, arbitrary: fc.constant('notYet') })
        : dates;
    case 'duration':
      return fc.constantFrom('P0D', 'P7D', 'P28D', 'P1M', 'P3M');
    case 'text':
      return fc.constantFrom('a', 'b');
    case 'enum':
      return fc.constantFrom(...membersOf(plan, type.name));
    case 'set':
      return fc.subarray([...membersOf(plan, type.of)]);
    case 'record':
      return recordOf(plan, type.name, gap);
    case 'list':
      return fc.array(recordOf(plan, type.of, gap / 3), { maxLength: 2 });
    default:
      throw new Error(`no values of type ${String(type satisfies never)}`);
  }
}

function membersOf(plan: Plan, name: string): readonly string[] {
  return plan.enums.find((each) => each.name === name)?.members ?? [];
}

function fieldsOf(plan: Plan, record: string): readonly Field[] {
  return plan.records.find(({ name }) => name === record)?.fields ?? [];
}

function recordOf(plan: Plan, record: string, gap: number): fc.Arbitrary<Facts> {
  return objectOf(plan, fieldsOf(plan, record), gap);
}

function objectOf(plan: Plan, fields: readonly Field[], gap: number): fc.Arbitrary<Facts> {
  const open = fields.filter(({ kind }) => kind === 'otherwise');
  const model: Record<string, fc.Arbitrary<Json | undefined>> = {};
  for (const field of fields) model[field.name] = sometimes(valueOf(plan, field, gap), gap);
  return fc.record(model).map((given) => {
    const grounds = Object.fromEntries(
      open.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]])),
    );
    const facts = Object.entries(given).flatMap(([name, value]) =>
      value === undefined || open.some((ground) => ground.name === name) ? [] : [[name, value]],
    );
    return Object.fromEntries(open.length === 0 ? facts : [...facts, ['otherwise', grounds]]) as Facts;
  });
}

function sometimes<T>(arbitrary: fc.Arbitrary<T>, gap: number): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: Math.round((1 - gap) * 100), arbitrary },
    { weight: Math.round(gap * 100), arbitrary: fc.constant(undefined) },
  );
}

/** The facts of a case with some groups of them replaced, field by field. */
function altered(facts: JsonObject, others: Facts, fields: readonly (readonly [string, number])[]): Facts {
  const out: Facts = { ...structuredClone(facts) };
  for (const [group, pick] of fields) {
    const from = others[group];
    if (from === undefined) continue;
    if (typeof from !== 'object' || from === null || Array.isArray(from)) {
      out[group] = from;
      continue;
    }
    const names = Object.keys(from);
    const name = names[pick % Math.max(1, names.length)];
    if (name === undefined) continue;
    out[group] = { ...(out[group] as Facts | undefined), [name]: (from as Facts)[name]! };
  }
  return out;
}

/** Cases of a pack, most of them a scenario's with a few facts altered. */
export function casesOfPack(plan: Plan): fc.Arbitrary<Facts> {
  const random = objectOf(plan, plan.facts, 0.3);
  const groups = plan.facts.map(({ name }) => name);
  const fields = fc.array(fc.tuple(fc.constantFrom(...groups), fc.nat(200)), { maxLength: 5 });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...plan.scenarios), random, fields)
        .map(([scenario, others, which]) => altered(scenario.facts, others, which)),
    },
    { weight: 1, arbitrary: random },
  );
}

/** Readings for some of the ambiguities. */
export function readingsOf(plan: Plan): fc.Arbitrary<Record<string, string>> {
  const each = plan.ambiguities.map(({ name, readings }) =>
    fc.tuple(
      fc.constant(name),
      fc.constantFrom(undefined, undefined, ...readings.map((reading) => reading.name)),
    ),
  );
  return fc
    .tuple(...each)
    .map((chosen) =>
      Object.fromEntries(chosen.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    );
}

/**
 * Assesses a case, leaving out what cannot stand in it: a fact that exists only under a condition that is not met. Returns the
 * facts that were used; undefined where the case cannot be mended.
 */
export function assessMended(
  pack: LoadedPack,
  facts: Facts,
  options: Parameters<LoadedPack['assess']>[1],
): { readonly facts: Facts; readonly assessment: Assessment } | undefined {
  const mended = structuredClone(facts);
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return { facts: mended, assessment: pack.assess(mended, options) };
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      const removed = error.problems.filter(({ path }) => forget(mended, path));
      if (removed.length === 0) return undefined;
    }
  }
  return undefined;
}

/** Takes the fact at a path (`letters[0].period`) out of a case; false where there is none. An open list goes as a whole. */
export function forget(facts: Facts, path: string): boolean {
  if (path.endsWith('.atLeast')) return forget(facts, path.slice(0, -'.atLeast'.length));
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop();
  let at: unknown = facts;
  for (const key of keys)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  if (last === undefined || typeof at !== 'object' || at === null || !(last in at)) return false;
  delete (at as Record<string, unknown>)[last];
  return true;
}

/** The facts with a fact put in at a path of names. */
export function withFacts(facts: JsonObject, given: Readonly<Record<string, Json>>): Facts {
  const out: Facts = { ...structuredClone(facts) };
  for (const [path, value] of Object.entries(given)) {
    const [group = '', name] = path.split('.');
    if (name === undefined) out[group] = value;
    else out[group] = { ...(out[group] as Facts | undefined), [name]: value };
  }
  return out;
}
