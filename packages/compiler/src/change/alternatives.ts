/**
 * The other values that a lever can take. What has a few values is tried with each. A day, a number or a duration has too
 * many: of those the ones are tried at which a comparison turns, the nearest first.
 */
import { type Change, type FactChange, notYet, stepsOfPath } from '@proviso/runtime';
import { evaluate, type Evaluation, hasMember } from '../interpret/evaluate.ts';
import type { Value } from '../interpret/values.ts';
import { type Axis, axisOf, jsonOf } from './axis.ts';
import type { Bound, Lever } from './levers.ts';
import { rebound, replaced } from './places.ts';

/** What may be tried beside changes of facts. */
export interface AlternativesAllowed {
  /** Lists may have one member more. */
  readonly addMembers: boolean;
}

/** Every change to try of a lever, always in the same order. */
export function alternativesOf(
  evaluation: Evaluation,
  lever: Lever,
  { addMembers }: AlternativesAllowed,
): readonly Change[] {
  const { place, member } = lever;
  const { field, path, value } = place;
  if (typeof value === 'object' && value.kind === 'list') {
    const length = value.elements.length;
    return [
      ...(value.complete ? [] : [{ kind: 'complete', path, length } as const]),
      ...(addMembers ? [{ kind: 'member', path: `${path}[${length}]` } as const] : []),
    ];
  }
  const now: Value = member === undefined ? scalar(value) : hasMember(place, member);
  const change = (to: FactChange['to'], bound?: FactChange['bound']): FactChange => ({
    kind: 'fact',
    path,
    ...(member === undefined ? {} : { member }),
    input: field.kind,
    from: now === undefined ? null : jsonOf(field, now),
    to,
    ...(bound === undefined ? {} : { bound }),
  });
  const { type } = field;
  switch (type.kind) {
    case 'yesno':
    case 'set':
      return [true, false].filter((to) => to !== now).map((to) => change(to));
    case 'enum':
      return membersOf(evaluation, type.name)
        .filter((to) => to !== now)
        .map((to) => change(to));
    case 'text':
      return textsCompared(evaluation, lever)
        .filter((to) => to !== now)
        .map((to) => change(to));
    case 'date':
    case 'number':
    case 'duration':
      return pointsOf(evaluation, lever, now).map(({ to, bound }) => change(jsonOf(field, to), bound));
    case 'record':
    case 'list':
      return [];
    default:
      throw new Error(`unknown type: ${String(type satisfies never)}`);
  }
}

function scalar(value: Lever['place']['value']): Value {
  return typeof value === 'object' ? undefined : value;
}

function membersOf({ index }: Evaluation, name: string): readonly string[] {
  return index.plan.enums.find((each) => each.name === name)?.members ?? [];
}

/** A text is only ever compared for equality: what it is compared with is what it can be. */
function textsCompared(evaluation: Evaluation, { comparisons }: Lever): readonly string[] {
  const texts = comparisons.flatMap(({ expr, variables }) =>
    expr.kind === 'eq' ? [expr.left, expr.right].map((side) => evaluate(evaluation, side, variables)) : [],
  );
  return [...new Set(texts)].filter((text) => typeof text === 'string').toSorted();
}

interface Point {
  readonly to: number;
  readonly bound?: FactChange['bound'];
}

/** The values at which a comparison turns, in ascending order; `notYet` last, where it can be that. */
function pointsOf(evaluation: Evaluation, lever: Lever, now: Value): readonly Point[] {
  const { field } = lever.place;
  const axis = axisOf(field, evaluation.asOf);
  const points = new Map<number, Point>();
  const add = (place: number, bound?: FactChange['bound']): void => {
    const to = axis.valueAt(place);
    if (to !== now && points.get(to)?.bound === undefined)
      points.set(to, bound === undefined ? { to } : { to, bound });
  };
  for (const comparison of lever.comparisons) {
    const truthAt = truthOf(evaluation, lever, comparison, axis);
    const atNow = typeof now === 'number' ? evaluateBound(evaluation, comparison) : undefined;
    const from = typeof now === 'number' ? Math.min(axis.placeOf(now), axis.last + 1) : undefined;
    for (const { place, bound } of turns(axis, truthAt, from, atNow)) add(place, bound);
  }
  if (points.size === 0 && now === undefined) add(axis.origin);
  const sorted = [...points.values()].toSorted((a, b) => a.to - b.to);
  return field.kind === 'event' && now !== notYet ? [...sorted, { to: notYet }] : sorted;
}

function evaluateBound(evaluation: Evaluation, { expr, variables }: Bound): Value {
  return evaluate(evaluation, expr, variables);
}

/** How a comparison comes out with the lever at a place of its axis. */
function truthOf(
  evaluation: Evaluation,
  { place: { path } }: Lever,
  { expr, variables }: Bound,
  { valueAt }: Axis,
): (place: number) => Value {
  const steps = stepsOfPath(path);
  return (place) => {
    const facts = replaced(evaluation.facts, steps, valueAt(place));
    const moved: Evaluation = {
      ...evaluation,
      facts,
      known: new Map(),
      instances: new Map(),
      explained: new Map(),
    };
    return evaluate(moved, expr, rebound(evaluation.index, facts, variables));
  };
}

interface Turn {
  readonly place: number;
  readonly bound: NonNullable<FactChange['bound']>;
}

/** Where a comparison turns below and above `from`; where that is not known, on both sides of where it turns at all. */
function turns(
  axis: Axis,
  truthAt: (place: number) => Value,
  from: number | undefined,
  atNow: Value,
): readonly Turn[] {
  const { first, last, origin } = axis;
  if (from === undefined) {
    const atFirst = truthAt(first);
    if (atFirst === undefined || truthAt(last) === atFirst) return [];
    const place = lastLike(first, last, (each) => truthAt(each) === atFirst);
    return [
      { place, bound: 'orLess' },
      { place: place + 1, bound: 'orMore' },
    ];
  }
  const found: Turn[] = [];
  const differs = (place: number): boolean => {
    const truth = truthAt(place);
    return truth !== undefined && truth !== atNow;
  };
  if (from > first && differs(first)) {
    // From an event that has not happened everything is below: the day of the assessment is near enough.
    const near = from > last && differs(origin) ? origin : undefined;
    found.push({
      place: near ?? lastLike(first, Math.min(from - 1, last), differs),
      bound: 'orLess',
    });
  }
  if (from < last && differs(last)) {
    const alike = lastLike(from, last, (place) => !differs(place));
    found.push({ place: alike + 1, bound: 'orMore' });
  }
  return found;
}

/** The last place from `low` (where it holds) to `high` up to which a condition holds that, once it fails, fails on. */
function lastLike(low: number, high: number, holds: (place: number) => boolean): number {
  let [from, to] = [low, high + 1];
  while (to - from > 1) {
    const middle = from + Math.floor((to - from) / 2);
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return from;
}
