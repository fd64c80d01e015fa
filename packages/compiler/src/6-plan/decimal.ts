/** Numbers of the policy as exact integers: `12.50` is 1250 of two places. */
import type { Expr } from './plan.ts';

export interface Decimal {
  readonly value: number;
  readonly places: number;
}

/** Reads a number as written, a leading minus included. */
export function parseDecimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  // `+ 0` turns the −0 of `-0` into 0, which JSON cannot tell apart.
  return { value: Number(whole + fraction) + 0, places: fraction.length };
}

/** The same number in units of more places. */
export function rescale(e: Expr, from: number, to: number): Expr {
  if (from === to) return e;
  if (to < from) throw new Error(`${from} places cannot become ${to}`);
  const by = 10 ** (to - from);
  return e.kind === 'literal' && e.value.kind === 'number'
    ? { kind: 'literal', value: { kind: 'number', value: e.value.value * by, places: to } }
    : { kind: 'scale', by, of: e };
}
