import { beforeAll, type Day, notYet } from './calendar.ts';
import type { Tri } from './kleene.ts';

/** `a <= b` on dates: the infinities compare without the other side; else unknown where either is. */
export function dayLe(a: Day | undefined, b: Day | undefined): Tri {
  return a === beforeAll || b === notYet ? true : a === undefined || b === undefined ? undefined : a <= b;
}

/** `a < b` on dates: not `b <= a`. */
export function dayLt(a: Day | undefined, b: Day | undefined): Tri {
  return b === beforeAll || a === notYet ? false : a === undefined || b === undefined ? undefined : a < b;
}

/** `a <= b` on numbers of the same number of decimals; unknown where either is. */
export function numberLe(a: number | undefined, b: number | undefined): Tri {
  return a === undefined || b === undefined ? undefined : a <= b;
}

/** `a < b` on numbers of the same number of decimals; unknown where either is. */
export function numberLt(a: number | undefined, b: number | undefined): Tri {
  return a === undefined || b === undefined ? undefined : a < b;
}

/** `a = b` on any type; unknown where either is. */
export function same<V extends boolean | number | string>(a: V | undefined, b: V | undefined): Tri {
  return a === undefined || b === undefined ? undefined : a === b;
}

/** The earlier of two dates; unknown where either is, unless one is `beforeAll`. Fold it over a list from `notYet`. */
export function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === beforeAll || b === beforeAll) return beforeAll;
  return a === undefined || b === undefined ? undefined : a <= b ? a : b;
}

/** The later of two dates; unknown where either is, unless one is `notYet`. Fold it over a list from `beforeAll`. */
export function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === notYet || b === notYet) return notYet;
  return a === undefined || b === undefined ? undefined : a >= b ? a : b;
}
