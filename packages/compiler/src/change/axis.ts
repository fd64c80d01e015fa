/** Days, numbers and durations as places in a row, one next to the other. */
import {
  type Day,
  type Duration,
  type FactChange,
  firstDay,
  formatDay,
  formatDuration,
  lastDay,
  maxDays,
  maxUnits,
  notYet,
  numberOf,
  packDuration,
  parseDay,
  parseDuration,
  unitsOf,
} from '@proviso/runtime';
import type { Field } from '../6-plan/plan.ts';
import type { Value } from '../interpret/values.ts';

/** A value as facts give it. */
export function jsonOf({ type }: Field, value: NonNullable<Value>): boolean | number | string {
  if (typeof value !== 'number') return value;
  switch (type.kind) {
    case 'number':
      return numberOf(value, type.places);
    case 'date':
      return formatDay(value as Day);
    case 'duration':
      return formatDuration(value as Duration);
    default:
      throw new Error(`a number is no value of type ${type.kind}`);
  }
}

/** The values that a fact can take, in a row: the way from a place in the row to the value. */
export interface Axis {
  readonly first: number;
  readonly last: number;
  readonly valueAt: (place: number) => number;
  readonly placeOf: (value: number) => number;
  /** Where nothing says which: a day is that of the assessment, a number or duration is nothing. */
  readonly origin: number;
}

/** The axis of a day, a number or a duration. */
export function axisOf({ type }: Field, asOf: Day): Axis {
  const same = (value: number): number => value;
  switch (type.kind) {
    case 'date':
      return { first: firstDay, last: lastDay, valueAt: same, placeOf: same, origin: asOf };
    case 'duration':
      // In whole days: a month has no fixed place among them, so that a duration of months is taken for its end.
      return {
        first: 0,
        last: maxDays,
        valueAt: (place) => packDuration(0, place),
        placeOf: (value) => Math.min(maxDays, daysAbout(value)),
        origin: 0,
      };
    default:
      return { first: -maxUnits, last: maxUnits, valueAt: same, placeOf: same, origin: 0 };
  }
}

/** A month counted as 31 days. */
function daysAbout(duration: number): number {
  const months = Math.trunc(duration / packDuration(1, 0));
  return months * 31 + (duration % packDuration(1, 0));
}

/** The value next to one that facts give; undefined where there is none. */
export function nextTo(
  field: Field,
  given: FactChange['to'],
  which: NonNullable<FactChange['bound']>,
): FactChange['to'] | undefined {
  const value = valueOfJson(field, given);
  if (value === undefined) return undefined;
  const axis = axisOf(field, 0 as Day);
  const place = axis.placeOf(value) + (which === 'orLess' ? -1 : 1);
  return place < axis.first || place > axis.last ? undefined : jsonOf(field, axis.valueAt(place));
}

/** The order of two values that facts give: below 0 where the first is less. `notYet` is after every day. */
export function compareGiven(field: Field, left: FactChange['to'], right: FactChange['to']): number {
  const [a, b] = [left, right].map((given) => valueOfJson(field, given) ?? notYet);
  return a === undefined || b === undefined || a === b ? 0 : a - b;
}

function valueOfJson({ type }: Field, given: FactChange['to']): number | undefined {
  if (typeof given === 'number') return type.kind === 'number' ? unitsOf(given, type.places) : undefined;
  if (typeof given !== 'string') return undefined;
  return type.kind === 'date' ? parseDay(given) : parseDuration(given);
}
