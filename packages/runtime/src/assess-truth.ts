/**
 * Three-valued truth as emitted `assess` functions compute it: two bits, "may be yes" and "is yes", so that `and` is `&`
 * and `or` is `|`. (`kleene.ts` has the same tables in the plain form; a test holds them together.)
 */
import { beforeAll, type Day, notYet } from './calendar.ts';

/** `no` 0, `unknown` 1, `yes` 3. Conjunction is `&`, disjunction `|`. */
export type Truth = number;

/** A yes/no fact as given; negative where it is neither true, false nor left out. */
export function truthOf(given: unknown): Truth {
  return given === true ? 3 : given === false ? 0 : given === undefined ? 1 : -1;
}

/** A yes/no fact that is given; negative where it is neither true nor false. */
export function givenTruth(given: unknown): Truth {
  return given === true ? 3 : given === false ? 0 : -1;
}

/** `no` 0, `unknown` 1, `yes` 2: a digit of a place in a table. */
export function truthDigit(truth: Truth): number {
  return truth - (truth >> 1);
}

/** Negation: the bits change places and are inverted. */
export function negate(a: Truth): Truth {
  return a === 1 ? 1 : 3 - a;
}

/** At least `n`, where `yes` are yes and `possible` are yes or unknown. */
export function truthOfCount(n: number, yes: number, possible: number): Truth {
  return yes >= n ? 3 : possible < n ? 0 : 1;
}

// Of the comparisons of dates, those with a stated day are small enough for an engine to put in line wherever they stand.

/** `a <= b` on dates: the infinities compare without the other side. */
export function notAfter(a: Day | undefined, b: Day | undefined): Truth {
  if (a === undefined || b === undefined) return a === beforeAll || b === notYet ? 3 : 1;
  // The sign of the difference, with no branch to guess: dates and infinities are small integers, a day apart or more.
  return ((a - b - 1) >> 31) & 3;
}

/** `date <= day`, where the day is known and no infinity. */
export function byDay(date: Day | undefined, day: Day): Truth {
  return date === undefined ? 1 : ((date - day - 1) >> 31) & 3;
}

/** `day <= date`, where the day is known and no infinity. */
export function fromDay(date: Day | undefined, day: Day): Truth {
  return date === undefined ? 1 : ((day - date - 1) >> 31) & 3;
}

/** `a <= b` on numbers. */
export function notAbove(a: number | undefined, b: number | undefined): Truth {
  return a === undefined || b === undefined ? 1 : a <= b ? 3 : 0;
}

/** `a = b` on numbers, dates, enums and texts. */
export function equal(a: number | string | undefined, b: number | string | undefined): Truth {
  return a === undefined || b === undefined ? 1 : a === b ? 3 : 0;
}

/** `a = b` on yes/no values. */
export function equalTruths(a: Truth, b: Truth): Truth {
  return a === 1 || b === 1 ? 1 : a === b ? 3 : 0;
}

/** One branch of a `case` on yes/no values, `rest` being the value of the branches after it. */
export function chooseTruth(guard: Truth, then: Truth, rest: Truth): Truth {
  return guard === 3 ? then : guard === 0 ? rest : then === rest ? then : 1;
}

/** One branch of a `case`, `rest` being the value of the branches after it. */
export function choose<A, B>(guard: Truth, then: A, rest: B): A | B | undefined {
  return guard === 3 ? then : guard === 0 ? rest : Object.is(then, rest) ? then : undefined;
}

/** A sum of numbers of the same units. */
export function sumOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** A multiple of a number. */
export function multipleOf(by: number, a: number | undefined): number | undefined {
  return a === undefined ? undefined : by * a + 0;
}

/** Whether this reading of an ambiguity is the one taken; unknown where none is. */
export function isReading(taken: string | undefined, reading: string): Truth {
  return taken === undefined ? 1 : taken === reading ? 3 : 0;
}
