/** Cases of a generated program, made from the vocabulary of its plan. */
import type { Expr, Field, Json, JsonObject, Path, Plan } from '@proviso/compiler/plan';
import { assertNever } from './assert-never.ts';
import { type Case, farDays } from './case-arbitrary.ts';
import type { Tape } from './tape.ts';

const days = [
  '2020-06-30',
  '2020-07-01',
  '2020-12-31',
  '2021-01-31',
  '2021-02-01',
  '2021-03-25',
  '2021-03-26',
  '2019-11-05',
  '2020-02-29',
];

/** The case of a plan that a tape describes. */
export function caseOfProgram(plan: Plan, tape: Tape): Case {
  const complete = wholeRecord(plan, tape, plan.facts);
  const rates = [0.25, 0.5, 0.1, 0.35, 0.8];
  const partial = fewer(plan, tape, plan.facts, complete, tape.pick(rates));
  const less = fewer(plan, tape, plan.facts, partial, tape.pick(rates));
  const readings = plan.ambiguities
    .filter(() => tape.chance(0.4))
    .map(({ name, readings }): [string, string] => [name, tape.pick(readings).name]);
  return {
    asOf: tape.pick(days.slice(0, 7)),
    readings: Object.fromEntries(readings),
    complete,
    partial,
    less,
  };
}

function fieldsOf(plan: Plan, record: string): readonly Field[] {
  return plan.records.find(({ name }) => name === record)?.fields ?? [];
}

function membersOf(plan: Plan, name: string): readonly string[] {
  return plan.enums.find((one) => one.name === name)?.members ?? [];
}

/** Every fact of a record; none that cannot exist beside the others. */
function wholeRecord(plan: Plan, tape: Tape, fields: readonly Field[]): JsonObject {
  const all = Object.fromEntries(fields.map((field) => [field.name, whole(plan, tape, field)]));
  const exists = fields.filter(({ onlyIf }) => onlyIf === undefined || holds(onlyIf, all) === true);
  return Object.fromEntries(exists.map(({ name }) => [name, all[name] ?? null]));
}

function whole(plan: Plan, tape: Tape, { type, kind }: Field): Json {
  switch (type.kind) {
    case 'yesno':
      return tape.chance(0.55);
    case 'number':
      if (tape.chance(0.02)) return tape.pick([-1, 1]) * 10 ** (12 - type.places);
      return tape.below(8) - 1 + (type.places > 0 ? tape.pick([0, 0.5, 0.25]) : 0);
    case 'date':
      return kind === 'event' && tape.chance(0.2) ? 'notYet' : day(tape);
    case 'duration':
      return tape.pick(['P1M', 'P0D', 'P10D', 'P2W', 'P1Y', 'P1M5D', 'P833Y', 'P9999M99999D']);
    case 'text':
      return tape.pick(['a', 'b', '']);
    case 'enum':
      return tape.pick(membersOf(plan, type.name));
    case 'set': {
      const members = membersOf(plan, type.of).map((member): [string, boolean] => [member, tape.chance(0.5)]);
      return tape.chance(0.5)
        ? members.filter(([, held]) => held).map(([member]) => member)
        : Object.fromEntries(members);
    }
    case 'record':
      return wholeRecord(plan, tape, fieldsOf(plan, type.name));
    case 'list':
      return tape.times(tape.below(4) % 3, () => wholeRecord(plan, tape, fieldsOf(plan, type.of)));
    default:
      return assertNever(type);
  }
}

function day(tape: Tape): string {
  if (tape.chance(0.01)) return tape.pick(farDays);
  if (tape.chance(0.6)) return tape.pick(days);
  return `${2019 + tape.below(3)}-${String(1 + tape.below(12)).padStart(2, '0')}-${String(1 + tape.below(28)).padStart(2, '0')}`;
}

/** A condition over the fields of one record, all of them given. */
function holds(e: Expr, given: JsonObject): Json {
  switch (e.kind) {
    case 'fact':
      return at(e.at, given);
    case 'not':
      return holds(e.of, given) !== true;
    case 'literal':
      return 'value' in e.value ? e.value.value : null;
    case 'eq':
      return holds(e.left, given) === holds(e.right, given);
    case 'atLeast':
      return e.of.filter((one) => holds(one, given) === true).length >= e.n;
    default:
      throw new Error(`no fact of a generated program exists only if ${e.kind}`);
  }
}

function at({ path }: Path, given: JsonObject): Json {
  return given[path[0] ?? ''] ?? null;
}

/** The same with facts left out, lists left open, and some said to be null. */
function fewer(
  plan: Plan,
  tape: Tape,
  fields: readonly Field[],
  facts: JsonObject,
  rate: number,
): JsonObject {
  const kept: Record<string, Json> = {};
  for (const field of fields) {
    const value = facts[field.name];
    if (value === undefined || value === null) continue;
    if (field.type.kind === 'record')
      kept[field.name] = fewer(plan, tape, fieldsOf(plan, field.type.name), value as JsonObject, rate);
    else if (!tape.chance(rate)) kept[field.name] = partOf(plan, tape, field, value, rate);
    else if (tape.chance(0.3)) kept[field.name] = null;
  }
  return kept;
}

function partOf(plan: Plan, tape: Tape, { type }: Field, value: Json, rate: number): Json {
  if (type.kind === 'set' && tape.chance(rate)) {
    const held = (member: string): Json =>
      Array.isArray(value) ? value.includes(member) : ((value as JsonObject)[member] ?? null);
    return Object.fromEntries(
      membersOf(plan, type.of)
        .filter(() => !tape.chance(rate))
        .map((member) => [member, held(member)]),
    );
  }
  if (type.kind !== 'list') return value;
  const known = (
    Array.isArray(value) ? value : (value as { readonly atLeast: readonly Json[] }).atLeast
  ) as readonly JsonObject[];
  const closed = Array.isArray(value) && !tape.chance(rate);
  const length = closed ? known.length : known.length - tape.below(known.length + 1);
  const elements = known
    .slice(0, length)
    .map((element) => fewer(plan, tape, fieldsOf(plan, type.of), element, rate));
  return closed ? elements : { atLeast: elements };
}
