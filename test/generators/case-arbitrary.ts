/** Random cases of a plan: complete, and the same with facts left out. */
import type { Field, Json, JsonObject, Plan } from '@proviso/compiler/plan';
import { type Day, formatDay, numberOf } from '@proviso/runtime';
import { assertNever } from './assert-never.ts';
import type { Tape } from './tape.ts';
import { dateSpan, firstDate, membersOf } from './vocabulary-arbitrary.ts';

/** A case: facts as an application sends them. */
export interface Case {
  /** ISO date. */
  readonly asOf: string;
  /** A reading for some ambiguities. */
  readonly readings: Readonly<Record<string, string>>;
  /** Every fact given, every list complete. */
  readonly complete: JsonObject;
  /** `complete` with facts left out and lists left open. */
  readonly partial: JsonObject;
  /** `partial` with more left out. */
  readonly less: JsonObject;
}

/** Days at the ends of the calendar, and outside the period of any generated pack. */
export const farDays: readonly string[] = [
  '0001-01-01',
  '0001-03-01',
  '2014-12-31',
  '2040-02-29',
  '9999-11-30',
  '9999-12-31',
];

/** The options of a case: its date and readings, without its facts. */
export function optionsOf({ asOf, readings }: Case): Pick<Case, 'asOf' | 'readings'> {
  return { asOf, readings };
}

/** The case of a plan that a tape describes. */
export function caseOf(plan: Plan, tape: Tape): Case {
  const complete = completeRecord(plan, tape, plan.facts, true);
  const rates = [0.3, 0.6, 0.1, 0.45, 0.9];
  const partial = forgetRecord(plan, tape, plan.facts, complete, tape.pick(rates));
  const less = forgetRecord(plan, tape, plan.facts, partial, tape.pick(rates));
  const readings = plan.ambiguities
    .filter(() => tape.chance(0.3))
    .map((ambiguity) => [ambiguity.name, tape.pick(ambiguity.readings).name]);
  return {
    asOf: isoDay(firstDate + 10 + tape.below(40)),
    readings: Object.fromEntries(readings),
    complete,
    partial,
    less,
  };
}

function isoDay(day: number): string {
  return formatDay(day as Day);
}

function completeRecord(plan: Plan, tape: Tape, fields: readonly Field[], isCase: boolean): JsonObject {
  const given: Record<string, Json> = {};
  for (const field of fields) given[field.name] = completeValue(plan, tape, field);
  if (isCase) meetConstraints(plan, given);
  for (const { name, onlyIf } of fields) {
    // The generated conditions read one yes/no of the same holder, or its negation.
    const negated = onlyIf?.kind === 'not';
    const condition = onlyIf?.kind === 'not' ? onlyIf.of : onlyIf;
    if (condition?.kind !== 'fact') continue;
    if (given[condition.at.path[0] ?? ''] === negated) delete given[name];
  }
  return given;
}

/** The generated constraints forbid two facts to be yes together: the second gives way. */
function meetConstraints(plan: Plan, given: Record<string, Json>): void {
  for (const { expr } of plan.constraints) {
    const both = expr.kind === 'not' && expr.of.kind === 'atLeast' ? expr.of.of : [];
    const names = both.map((each) => (each.kind === 'fact' ? (each.at.path[0] ?? '') : ''));
    if (names.every((name) => given[name] === true)) given[names.at(-1) ?? ''] = false;
  }
}

function completeValue(plan: Plan, tape: Tape, { type, kind }: Field): Json {
  switch (type.kind) {
    case 'yesno':
      return tape.chance(0.5);
    case 'number':
      return numberOf(tape.below(9) - 3, type.places);
    case 'date':
      if (tape.chance(0.02)) return tape.pick(farDays);
      return kind === 'event' && tape.chance(0.2) ? 'notYet' : isoDay(firstDate + tape.below(dateSpan));
    case 'duration':
      return tape.pick(['P0D', 'P1M', 'P10D', 'P1W', 'P1M5D', 'P1Y2M', 'P833Y', 'P9999M99999D']);
    case 'text':
      return tape.pick(['a', 'b', '']);
    case 'enum':
      return tape.pick(membersOf(type.name));
    case 'set': {
      const members = membersOf(type.of);
      const held = members.map(() => tape.chance(0.5));
      return tape.chance(0.5)
        ? members.filter((_, i) => held[i])
        : Object.fromEntries(members.map((member, i) => [member, held[i] === true]));
    }
    case 'record':
      return completeRecord(plan, tape, recordFields(plan, type.name), false);
    case 'list':
      return tape.times(tape.below(4), () => completeRecord(plan, tape, recordFields(plan, type.of), false));
    default:
      return assertNever(type);
  }
}

function recordFields(plan: Plan, record: string): readonly Field[] {
  return plan.records.find(({ name }) => name === record)?.fields ?? [];
}

function forgetRecord(
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
    if (field.type.kind === 'record') {
      kept[field.name] = forgetRecord(
        plan,
        tape,
        recordFields(plan, field.type.name),
        value as JsonObject,
        rate,
      );
    } else if (!tape.chance(rate)) kept[field.name] = forgetWithin(plan, tape, field, value, rate);
    else if (tape.chance(0.2)) kept[field.name] = null;
  }
  return kept;
}

function forgetWithin(plan: Plan, tape: Tape, { type }: Field, value: Json, rate: number): Json {
  if (type.kind === 'set') return forgetMembers(tape, membersOf(type.of), value, rate);
  if (type.kind !== 'list') return value;
  const wasComplete = Array.isArray(value);
  const elements = (
    wasComplete ? value : (value as { atLeast: JsonObject[] }).atLeast
  ) as readonly JsonObject[];
  const fields = recordFields(plan, type.of);
  const isComplete = wasComplete && !tape.chance(rate / 2);
  // Members of an open list are forgotten from the end, so that those kept keep their place.
  const known = isComplete ? elements.length : elements.length - tape.below(elements.length + 1);
  const kept = elements.slice(0, known).map((element) => forgetRecord(plan, tape, fields, element, rate));
  return isComplete ? kept : { atLeast: kept };
}

function forgetMembers(tape: Tape, members: readonly string[], value: Json, rate: number): Json {
  if (!tape.chance(rate)) return value;
  const holds = (member: string): Json =>
    Array.isArray(value) ? value.includes(member) : ((value as JsonObject)[member] ?? null);
  const kept = members.filter(() => !tape.chance(rate)).map((member) => [member, holds(member)]);
  return Object.fromEntries(kept);
}
