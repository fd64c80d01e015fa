/** Values, dates and the three truths of the direct evaluation of a policy: the plainest representation of each. */

import { assertNever } from './assert-never.ts';

/** Yes, no, or unknown. */
export type Truth = boolean | undefined;

/** Numbers count 10^-9; dates are ISO texts, so that their order is that of texts; enum members are texts too. */
export type Value = boolean | bigint | string | Period | undefined;

/** Months and days. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/** Before every date, and later than every date. */
export const beforeAll = '!';
export const notYet = '~';

/** A value, with the choices that comparisons distribute over still in it. */
export type Choice =
  | { readonly kind: 'value'; readonly value: Value }
  | {
      readonly kind: 'extreme';
      readonly which: 'earliest' | 'latest';
      readonly of: readonly Choice[];
      /** The operands are the members of a list, all of them or not. */
      readonly list?: 'complete' | 'open';
    }
  | { readonly kind: 'case'; readonly branches: readonly Branch[]; readonly otherwise: Choice }
  /** A sum, multiple or shifted date: strict as a value, while a comparison looks into its operands. */
  | {
      readonly kind: 'operation';
      readonly left: Choice;
      readonly right: Choice;
      readonly apply: (left: Value, right: Value) => Value;
    };

/** One branch of a `case`, its guard already decided. */
export interface Branch {
  readonly when: Truth;
  readonly then: Choice;
}

/** A single value. */
export const just = (value: Value): Choice => ({ kind: 'value', value });

export const not = (a: Truth): Truth => (a === undefined ? undefined : !a);

/** Yes where n are yes, no where fewer than n can be; `open`: any number of unknown ones beside. */
export function atLeast(n: number, of: readonly Truth[], open = false): Truth {
  const yes = of.filter((one) => one === true).length;
  const unknown = of.filter((one) => one === undefined).length;
  if (yes >= n) return true;
  return !open && yes + unknown < n ? false : undefined;
}

export const or = (of: readonly Truth[], open = false): Truth => atLeast(1, of, open);
export const and = (of: readonly Truth[], open = false): Truth => not(or(of.map(not), open));

/** The value that is left when the choices are made. */
export function settled(choice: Choice): Value {
  switch (choice.kind) {
    case 'value':
      return choice.value;
    case 'extreme': {
      const values = choice.of.map(settled);
      const [limit, empty] = choice.which === 'earliest' ? [beforeAll, notYet] : [notYet, beforeAll];
      if (values.includes(limit)) return limit;
      if (choice.list === 'open' || values.includes(undefined)) return undefined;
      const sorted = (values as readonly string[]).toSorted();
      return (choice.which === 'earliest' ? sorted[0] : sorted.at(-1)) ?? empty;
    }
    case 'operation':
      return choice.apply(settled(choice.left), settled(choice.right));
    case 'case': {
      const possible: Value[] = [];
      for (const { when, then } of choice.branches) {
        if (when === false) continue;
        possible.push(settled(then));
        if (when === true) return agreed(possible);
      }
      return agreed([...possible, settled(choice.otherwise)]);
    }
    default:
      return assertNever(choice);
  }
}

/** The value that all have, if they have one. */
function agreed(values: readonly Value[]): Value {
  const [first] = values;
  return first !== undefined && values.every((one) => same(one, first) === true) ? first : undefined;
}

/** Whether two values are the same. */
export function same(a: Value, b: Value): Truth {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === 'object' && typeof b === 'object') return a.months === b.months && a.days === b.days;
  return a === b;
}

/** `a <= b`, distributed over the choices in both, those on the left first. */
export function notAbove(a: Choice, b: Choice): Truth {
  if (a.kind === 'operation') return notAbove(lifted(a), b);
  if (a.kind === 'case') return overCase(a, (one) => notAbove(one, b));
  if (a.kind === 'extreme') {
    const parts = a.of.map((one) => notAbove(one, b));
    if (a.which === 'latest') return and(parts, a.list === 'open');
    // The earliest of a list is the least of `notYet` and its members.
    return a.list === undefined ? or(parts) : or([...parts, notAbove(just(notYet), b)], a.list === 'open');
  }
  if (b.kind === 'operation') return notAbove(a, lifted(b));
  if (b.kind === 'case') return overCase(b, (one) => notAbove(a, one));
  if (b.kind === 'extreme') {
    const parts = b.of.map((one) => notAbove(a, one));
    return b.which === 'earliest' ? and(parts, b.list === 'open') : or(parts, b.list === 'open');
  }
  const [x, y] = [a.value, b.value];
  if (x === beforeAll || y === notYet) return true;
  if (x === undefined || y === undefined) return undefined;
  return x <= y;
}

function overCase(choice: Extract<Choice, { readonly kind: 'case' }>, of: (one: Choice) => Truth): Truth {
  const branches = choice.branches.map(({ when, then }) => ({ when, then: just(of(then)) }));
  return settled({ kind: 'case', branches, otherwise: just(of(choice.otherwise)) }) as Truth;
}

/** An operation on each of the choices in its operands. */
function lifted({ left, right, apply }: Extract<Choice, { readonly kind: 'operation' }>): Choice {
  return mapChoice(left, (a) => mapChoice(right, (b) => just(apply(a, b))));
}

/** A choice with every value in it replaced. */
function mapChoice(choice: Choice, map: (value: Value) => Choice): Choice {
  switch (choice.kind) {
    case 'value':
      return map(choice.value);
    case 'operation':
      return mapChoice(lifted(choice), map);
    case 'extreme':
      return { ...choice, of: choice.of.map((one) => mapChoice(one, map)) };
    case 'case':
      return {
        kind: 'case',
        branches: choice.branches.map(({ when, then }) => ({ when, then: mapChoice(then, map) })),
        otherwise: mapChoice(choice.otherwise, map),
      };
    default:
      return assertNever(choice);
  }
}

/** A date so long after another: the months first, then the days, one after the other. */
export function shifted(date: Value, by: Value, sign: 1 | -1): Value {
  if (date === beforeAll || date === notYet) return date;
  if (typeof date !== 'string' || typeof by !== 'object') return undefined;
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const months = y * 12 + (m - 1) + sign * by.months;
  let [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  // Beyond the calendar's ends a sum is its last day, or its first.
  if (year < 1 || year > 9999) return year < 1 ? '0001-01-01' : '9999-12-31';
  let day = Math.min(d, daysIn(year, month));
  for (let left = by.days; left > 0; left--) {
    day += sign;
    if (day > daysIn(year, month)) {
      [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
      day = 1;
    } else if (day < 1) {
      [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
      day = daysIn(year, month);
    }
  }
  if (year < 1 || year > 9999) return year < 1 ? '0001-01-01' : '9999-12-31';
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A number as written, in the units of all numbers here. */
export function unitsOfText(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
  return text.startsWith('-') ? -units : units;
}

/** An ISO duration of years, months, weeks and days. */
export function periodOfText(text: string): Period {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
  return { months: part('Y') * 12 + part('M'), days: part('W') * 7 + part('D') };
}
