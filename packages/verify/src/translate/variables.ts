/** The variables of a case: one or more of the form for every fact, and what each stands for. */
import type { Plan } from '@proviso/compiler/plan';
import { declaredPath, firstDay, lastDay, maxUnits, notYet, parseDay } from '@proviso/runtime';
import type { Form, NodeId, Range } from '../form/form.ts';

/**
 * How far a proof looks. What is beyond is not proved, and every result states it: lists of more elements, dates
 * outside, longer durations. Numbers are those that a fact may be, 10¹² units either way.
 */
export interface Bounds {
  /** Elements of each list, at most. */
  readonly listLength: number;
  /** The first and the last day that a date fact may be. Day numbers. */
  readonly dates: Range;
  /** The longest duration that a duration fact may be. */
  readonly durations: { readonly months: number; readonly days: number };
}

/** Two elements of each list, dates from 1900-01-01 to 2199-12-31, durations to 100 years and 3,660 days. */
export const defaultBounds: Bounds = {
  listLength: 2,
  dates: { min: parseDay('1900-01-01') ?? firstDay, max: parseDay('2199-12-31') ?? lastDay },
  durations: { months: 1200, days: 3660 },
};

/** A step of the path of a fact: a field, or the number of an element. */
export type Step = string | number;

/** What a variable stands for in a case. Enum members, readings and texts are numbered from 0, in order. */
export type Meaning =
  | { readonly kind: 'asOf' }
  | { readonly kind: 'reading'; readonly ambiguity: string; readonly readings: readonly string[] }
  | { readonly kind: 'yesno'; readonly at: readonly Step[] }
  | { readonly kind: 'member'; readonly at: readonly Step[]; readonly member: string }
  | { readonly kind: 'enum'; readonly at: readonly Step[]; readonly members: readonly string[] }
  | { readonly kind: 'number'; readonly at: readonly Step[]; readonly places: number }
  | { readonly kind: 'date'; readonly at: readonly Step[] }
  | { readonly kind: 'notYet'; readonly at: readonly Step[] }
  | { readonly kind: 'months' | 'days'; readonly at: readonly Step[] }
  | { readonly kind: 'text'; readonly at: readonly Step[]; readonly texts: readonly string[] }
  /** Whether the list has more than so many elements, where it has as many. */
  | { readonly kind: 'longer'; readonly at: readonly Step[]; readonly than: number };

/** A duration, as the two numbers it is made of. */
export interface DurationTerm {
  readonly months: NodeId;
  readonly days: NodeId;
}

/** `letters[0].receivedOn` */
export function pathOf(at: readonly Step[]): string {
  return at.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** The path of a place as the vocabulary has it, its elements as `[]`. */
export function declaredPathOf(at: readonly Step[]): string {
  return declaredPath(pathOf(at));
}

/** The variables of a plan's cases, made when they are first asked for. */
export interface Variables {
  readonly asOf: NodeId;
  /** The number of the reading taken. */
  reading(ambiguity: string): NodeId;
  yesno(at: readonly Step[]): NodeId;
  member(at: readonly Step[], member: string): NodeId;
  enumValue(at: readonly Step[], enumName: string): NodeId;
  number(at: readonly Step[], places: number): NodeId;
  date(at: readonly Step[], isEvent: boolean): NodeId;
  duration(at: readonly Step[]): DurationTerm;
  text(at: readonly Step[]): NodeId;
  /** Whether a list has more than so many elements. */
  longer(at: readonly Step[], than: number): NodeId;
  /** What every variable asked for so far stands for, by its node. */
  readonly meanings: ReadonlyMap<NodeId, Meaning>;
}

/** Starts the variables of a plan. `texts` are the constants that its expressions compare texts with. */
export function variablesOf(
  plan: Pick<Plan, 'pack' | 'ambiguities' | 'enums'>,
  form: Form,
  bounds: Bounds,
  texts: readonly string[],
): Variables {
  const meanings = new Map<NodeId, Meaning>();
  const means = (id: NodeId, meaning: Meaning): NodeId => {
    if (!meanings.has(id) && isVariable(form, id)) meanings.set(id, meaning);
    return id;
  };
  const { from, ceasing } = plan.pack.period;
  const lastOfPeriod = Math.min((ceasing ?? notYet) - 1, Math.max(bounds.dates.max, from));
  const enums = new Map(plan.enums.map(({ name, members }) => [name, members]));
  const readings = new Map(
    plan.ambiguities.map(({ name, readings }) => [name, readings.map((reading) => reading.name)]),
  );
  const upTo = (count: number): Range => ({ min: 0, max: count - 1 });
  return {
    meanings,
    asOf: means(form.intVar('asOf', { min: from, max: lastOfPeriod }), { kind: 'asOf' }),
    reading: (ambiguity) => {
      const names = readings.get(ambiguity) ?? [];
      const id = form.intVar(`reading ${ambiguity}`, upTo(names.length));
      return means(id, { kind: 'reading', ambiguity, readings: names });
    },
    yesno: (at) => means(form.boolVar(pathOf(at)), { kind: 'yesno', at }),
    member: (at, member) =>
      means(form.boolVar(`${pathOf(at)} has ${member}`), { kind: 'member', at, member }),
    enumValue: (at, enumName) => {
      const members = enums.get(enumName) ?? [];
      return means(form.intVar(pathOf(at), upTo(members.length)), { kind: 'enum', at, members });
    },
    number: (at, places) =>
      means(form.intVar(pathOf(at), { min: -maxUnits, max: maxUnits }), { kind: 'number', at, places }),
    date: (at, isEvent) => {
      const date = means(form.intVar(pathOf(at), bounds.dates), { kind: 'date', at });
      if (!isEvent) return date;
      const pending = means(form.boolVar(`${pathOf(at)} is notYet`), { kind: 'notYet', at });
      return form.ite(pending, form.int(notYet), date);
    },
    duration: (at) => {
      const part = (kind: 'months' | 'days'): NodeId =>
        means(form.intVar(`${kind} of ${pathOf(at)}`, { min: 0, max: bounds.durations[kind] }), { kind, at });
      return { months: part('months'), days: part('days') };
    },
    text: (at) => means(form.intVar(pathOf(at), upTo(texts.length)), { kind: 'text', at, texts }),
    longer: (at, than) => {
      const each = Array.from({ length: than + 1 }, (_, i) =>
        means(form.boolVar(`${pathOf(at)} longer than ${i}`), { kind: 'longer', at, than: i }),
      );
      return form.and(each);
    },
  };
}

function isVariable(form: Form, id: NodeId): boolean {
  const { op } = form.node(id);
  return op === 'boolVar' || op === 'intVar';
}
