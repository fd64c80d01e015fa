/** A case as an application sends it, and as an assignment of the variables of a form. */
import type { Json, JsonObject } from '@proviso/compiler/plan';
import {
  type Day,
  type Duration,
  daysOf,
  formatDay,
  formatDuration,
  monthsOf,
  numberOf,
  packDuration,
  parseDay,
  parseDuration,
  unitsOf,
} from '@proviso/runtime';
import type { Assignment } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import type { Meaning, Step, Variables } from '../translate/variables.ts';

/** A case with the date and the readings it is assessed by. */
export interface Case {
  /** Facts in the JSON form of applications; facts that are left out may be anything. */
  readonly facts: JsonObject;
  /** ISO date. */
  readonly asOf: string;
  /** The readings that matter. */
  readonly readings: Readonly<Record<string, string>>;
}

/**
 * The case that an assignment describes; what has no value is left out. A date or duration of which only one part has a
 * value is left out, and an assignment without `asOf` gets the day `otherwise`.
 */
export function caseOf(variables: Variables, assignment: Assignment, otherwise: Day): Case {
  const known = new Map<string, { readonly meaning: Meaning; readonly value: boolean | number }[]>();
  let asOf: Day = otherwise;
  const readings: [string, string][] = [];
  // The most elements that each list may have within the bounds.
  const longest = new Map<string, number>();
  for (const [id, meaning] of variables.meanings) {
    if (meaning.kind === 'longer') {
      const key = JSON.stringify(meaning.at);
      longest.set(key, Math.max(longest.get(key) ?? 0, meaning.than + 1));
    }
    const value = assignment.get(id);
    if (value === undefined) continue;
    if (meaning.kind === 'asOf') asOf = Number(value) as Day;
    else if (meaning.kind === 'reading')
      readings.push([meaning.ambiguity, meaning.readings[Number(value)] ?? '']);
    else {
      const key = JSON.stringify(meaning.at);
      known.set(key, [...(known.get(key) ?? []), { meaning, value }]);
    }
  }
  const facts: Draft = {};
  // Lists first, so that the elements find them.
  for (const [key, parts] of known) {
    if (parts[0]?.meaning.kind !== 'longer') continue;
    const list: Draft[] = [];
    const longer = new Map(parts.map(({ meaning, value }) => [Reflect.get(meaning, 'than'), value]));
    while (longer.get(list.length) === true) list.push({});
    const isComplete = longer.get(list.length) === false || list.length === longest.get(key);
    put(facts, JSON.parse(key) as Step[], isComplete ? list : { atLeast: list });
  }
  for (const [key, parts] of known) {
    const value = factOf(parts);
    if (value !== undefined) put(facts, JSON.parse(key) as Step[], value);
  }
  return { facts, asOf: formatDay(asOf), readings: Object.fromEntries(readings) };
}

type Draft = { [key: string]: Json | Draft | Draft[] } & JsonObject;

/** Puts a value at a path; what stands in a list that is not that long is not put. */
function put(facts: Draft, at: readonly Step[], value: Json | Draft | Draft[]): void {
  let holder: unknown = facts;
  for (const [i, step] of at.entries()) {
    if (typeof holder !== 'object' || holder === null) return;
    const record = holder as Record<Step, unknown>;
    if (typeof step === 'number') {
      const list = Array.isArray(holder)
        ? (holder as unknown[])
        : (record['atLeast'] as unknown[] | undefined);
      holder = list?.[step];
      continue;
    }
    if (i === at.length - 1) record[step] = value;
    else {
      // A list that nothing is known of holds no elements to speak of.
      if (typeof at[i + 1] === 'number' && record[step] === undefined) return;
      record[step] ??= {};
      holder = record[step];
    }
  }
}

function factOf(
  parts: readonly { readonly meaning: Meaning; readonly value: boolean | number }[],
): Json | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const { meaning, value } = first;
  const part = (kind: Meaning['kind']): boolean | number | undefined =>
    parts.find((each) => each.meaning.kind === kind)?.value;
  switch (meaning.kind) {
    case 'yesno':
      return value;
    case 'enum':
      return meaning.members[Number(value)];
    case 'text':
      return meaning.texts[Number(value)];
    case 'number':
      return numberOf(Number(value), meaning.places);
    case 'date':
    case 'notYet': {
      if (part('notYet') === true) return 'notYet';
      const date = part('date');
      return date === undefined ? undefined : formatDay(Number(date) as Day);
    }
    case 'months':
    case 'days': {
      const [months, days] = [part('months'), part('days')];
      return months === undefined || days === undefined
        ? undefined
        : formatDuration(packDuration(Number(months), Number(days)));
    }
    case 'member':
      return Object.fromEntries(
        parts.map((each) => [
          each.meaning.kind === 'member' ? each.meaning.member : '',
          each.value as boolean,
        ]),
      );
    default:
      return undefined;
  }
}

/**
 * The assignment that a case describes: a value for each variable of which the case says something. Facts that are of
 * another form than the vocabulary says count as not given. Texts that no rule names are told apart and not kept.
 */
export function assignmentOf(variables: Variables, given: Case): Assignment {
  const assignment = new Map<NodeId, boolean | number>();
  const others = new Map<string, number>();
  for (const [id, meaning] of variables.meanings) {
    const value = valueIn(meaning, given, others);
    if (value !== undefined) assignment.set(id, value);
  }
  return assignment;
}

function valueIn(
  meaning: Meaning,
  { facts, asOf, readings }: Case,
  others: Map<string, number>,
): boolean | number | undefined {
  if (meaning.kind === 'asOf') return parseDay(asOf);
  if (meaning.kind === 'reading') return indexIn(meaning.readings, readings[meaning.ambiguity]);
  const given = lookUp(facts, meaning.at);
  if (given === undefined || given === null) return undefined;
  switch (meaning.kind) {
    case 'yesno':
      return typeof given === 'boolean' ? given : undefined;
    case 'enum':
      return indexIn(meaning.members, given);
    case 'text':
      return typeof given === 'string' ? textNumber(given, meaning.texts, others) : undefined;
    case 'number':
      return typeof given === 'number' ? unitsOf(given, meaning.places) : undefined;
    case 'date':
      return typeof given === 'string' && given !== 'notYet' ? parseDay(given) : undefined;
    case 'notYet':
      return given === 'notYet';
    case 'months':
    case 'days': {
      const duration: Duration | undefined = typeof given === 'string' ? parseDuration(given) : undefined;
      if (duration === undefined) return undefined;
      return meaning.kind === 'months' ? monthsOf(duration) : daysOf(duration);
    }
    case 'member': {
      if (Array.isArray(given)) return given.includes(meaning.member);
      const member = typeof given === 'object' ? (given as JsonObject)[meaning.member] : undefined;
      return typeof member === 'boolean' ? member : undefined;
    }
    case 'longer': {
      if (Array.isArray(given)) return given.length > meaning.than;
      const atLeast = typeof given === 'object' ? (given as JsonObject)['atLeast'] : undefined;
      return Array.isArray(atLeast) && atLeast.length > meaning.than ? true : undefined;
    }
    default:
      return meaning satisfies never;
  }
}

/** The number of a text; one that no rule names gets a number from the end, where `text 1`, `text 2` … stand. */
function textNumber(text: string, texts: readonly string[], others: Map<string, number>): number {
  const named = texts.indexOf(text);
  if (named >= 0) return named;
  const known = others.get(text) ?? texts.length - 1 - others.size;
  others.set(text, known);
  return known;
}

function indexIn(names: readonly string[], name: Json | undefined): number | undefined {
  const found = typeof name === 'string' ? names.indexOf(name) : -1;
  return found < 0 ? undefined : found;
}

function lookUp(facts: JsonObject, at: readonly Step[]): Json | undefined {
  let value: Json | undefined = facts;
  for (const step of at) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (typeof step === 'number') {
      const list: Json | undefined = Array.isArray(value) ? value : (value as JsonObject)['atLeast'];
      value = Array.isArray(list) ? (list as readonly Json[])[step] : undefined;
    } else value = Array.isArray(value) ? undefined : (value as JsonObject)[step];
  }
  return value;
}
