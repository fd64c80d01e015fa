/** The part of the vocabulary that a goal's facts can use: what schemas, types and validators of facts are made from. */
import type { EnumType, Field, Goal, Plan, RecordType } from '../6-plan/plan.ts';

/** Records and enums in use, and the fields in use of each. */
export interface FactsSlice {
  readonly facts: readonly Field[];
  readonly records: readonly RecordType[];
  readonly enums: readonly EnumType[];
}

/**
 * The facts that a goal can depend on, with the factors to consider for its judgements; the whole vocabulary without a
 * goal. A field of a record is in where it is used of any instance.
 */
export function factsSlice(plan: Plan, goal?: Goal): FactsSlice {
  const known = slices.get(goal ?? plan) ?? cutSlice(plan, goal);
  slices.set(goal ?? plan, known);
  return known;
}

/** By goal, or by plan where it is the whole: the schema, the types and the validators of the facts each ask. */
const slices = new WeakMap<Plan | Goal, FactsSlice>();

function cutSlice(plan: Plan, goal: Goal | undefined): FactsSlice {
  const used = goal === undefined ? undefined : usedFields(plan, goal);
  const keep = (record: string | null, fields: readonly Field[]): readonly Field[] =>
    used === undefined ? fields : fields.filter((f) => used.has(keyOf(record, f.name)));
  const facts = keep(null, plan.facts);
  const records = plan.records.map((r): RecordType => ({ name: r.name, fields: keep(r.name, r.fields) }));
  const reached = reachedRecords(facts, records);
  const inUse = records.filter((r) => reached.has(r.name));
  const enumNames = new Set(
    [...facts, ...inUse.flatMap((r) => r.fields)].flatMap(({ type }) =>
      type.kind === 'enum' ? [type.name] : type.kind === 'set' ? [type.of] : [],
    ),
  );
  return { facts, records: inUse, enums: plan.enums.filter((e) => enumNames.has(e.name)) };
}

function keyOf(record: string | null, field: string): string {
  return `${record ?? ''} ${field}`;
}

const fieldsIn = new WeakMap<Plan, ReadonlyMap<string | null, ReadonlyMap<string, Field>>>();

/** The fields of a plan by record and name, those of the case under null. */
function fieldsByRecord(plan: Plan): ReadonlyMap<string | null, ReadonlyMap<string, Field>> {
  const known =
    fieldsIn.get(plan) ??
    new Map<string | null, ReadonlyMap<string, Field>>([
      [null, new Map(plan.facts.map((f) => [f.name, f]))],
      ...plan.records.map((r) => [r.name, new Map(r.fields.map((f) => [f.name, f]))] as const),
    ]);
  fieldsIn.set(plan, known);
  return known;
}

/** Fields on the paths of the goal's facts, and on those of what their judgements consider, to any depth. */
function usedFields(plan: Plan, goal: Goal): ReadonlySet<string> {
  const fields = fieldsByRecord(plan);
  const used = new Set<string>();
  const add = (start: string | null, steps: readonly string[]): void => {
    let record: string | null = start;
    for (const step of steps) {
      const field: Field | undefined = record === undefined ? undefined : fields.get(record)?.get(step);
      if (field === undefined) return;
      const isNew = !used.has(keyOf(record, step));
      used.add(keyOf(record, step));
      if (isNew) {
        for (const path of field.consider ?? []) {
          const [first, ...rest] = path.split('.');
          if (first === 'self') add(record, rest);
          else add(null, path.split('.'));
        }
      }
      const inner = innerRecord(field);
      if (inner === undefined) return;
      record = inner;
    }
  };
  for (const path of goal.facts) add(null, path.replaceAll('[]', '').split('.'));
  return used;
}

function innerRecord({ type }: Field): string | undefined {
  return type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
}

function reachedRecords(facts: readonly Field[], records: readonly RecordType[]): ReadonlySet<string> {
  const byName = new Map(records.map((r) => [r.name, r.fields]));
  const reached = new Set<string>();
  const pending = [...facts];
  for (let field = pending.pop(); field !== undefined; field = pending.pop()) {
    const inner = innerRecord(field);
    if (inner === undefined || reached.has(inner)) continue;
    reached.add(inner);
    pending.push(...(byName.get(inner) ?? []));
  }
  return reached;
}

/** A name as that of a type: `Letter`, and for implicit judgements `LetterOtherwise`. */
export function typeName(name: string): string {
  return name
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** What schemas, types and validators call the records, enums and sets of a slice. */
export interface TypeNames {
  readonly root: string;
  readonly record: (name: string) => string;
  readonly enum: (name: string) => string;
  /** A set of the enum. */
  readonly set: (name: string) => string;
}

/**
 * Names that differ from one another, also where the policy's differ only in their first letter; the same for every goal
 * of a plan, but for the root.
 */
export function typeNames(plan: Plan, goal?: Goal): TypeNames {
  const given = givenNames.get(plan) ?? giveNames(plan);
  givenNames.set(plan, given);
  const find = (key: string): string => {
    const name = given.get(key);
    if (name === undefined) throw new Error(`no type for ${key}`);
    return name;
  };
  return {
    root: rootName(goal),
    record: (name) => find(`record ${name}`),
    enum: (name) => find(`enum ${name}`),
    set: (name) => find(`set ${name}`),
  };
}

const givenNames = new WeakMap<Plan, ReadonlyMap<string, string>>();

function giveNames(plan: Plan): ReadonlyMap<string, string> {
  const slice = factsSlice(plan);
  const taken = new Set([undefined, ...plan.goals].map(rootName));
  const given = new Map<string, string>();
  const give = (key: string, wish: string): void => {
    let name = wish;
    for (let n = 2; taken.has(name); n += 1) name = `${wish}${n}`;
    taken.add(name);
    given.set(key, name);
  };
  for (const r of slice.records) give(`record ${r.name}`, typeName(r.name));
  for (const e of slice.enums) give(`enum ${e.name}`, typeName(e.name));
  for (const name of setsIn(slice)) give(`set ${name}`, `${typeName(name)}Set`);
  return given;
}

/** The enums of which there is a set, in the order of the enums. */
export function setsIn(slice: FactsSlice): readonly string[] {
  const used = new Set(
    [...slice.facts, ...slice.records.flatMap((r) => r.fields)].flatMap(({ type }) =>
      type.kind === 'set' ? [type.of] : [],
    ),
  );
  return slice.enums.map((e) => e.name).filter((name) => used.has(name));
}

/** `Facts`, and for a goal `DirectMarketingFacts`. */
export function rootName(goal: Goal | undefined): string {
  return goal === undefined ? 'Facts' : `${typeName(goal.name)}Facts`;
}

/** Dates as facts give them: a day of some month; whether that month has it is for the reader of facts to say. */
export const datePattern = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
/** ISO 8601 in whole years, months, weeks and days. */
export const durationPattern = 'P(?=[0-9])([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?';
/** The largest number of a fact, in its own units. */
export const MAX_UNITS = 1e12;
/** The longest text, in characters, and the longest list. */
export const MAX_LENGTH = 10_000;
