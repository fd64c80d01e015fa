/** A constant of a plan as a case would give it. */
import { type Day, formatDay, formatDuration, numberOf, packDuration } from '@proviso/runtime';
import type { Literal } from './plan.ts';

/** `2026-02-05` of a day, `P1M` of a duration, 12.5 of a decimal; a word as it is. */
export function literalValue(literal: Literal): string | number | boolean {
  switch (literal.kind) {
    case 'number':
      return numberOf(literal.value, literal.places);
    case 'date':
      return formatDay(literal.value as Day);
    case 'duration':
      return formatDuration(packDuration(literal.months, literal.days));
    case 'beforeAll':
    case 'notYet':
      return literal.kind;
    default:
      return literal.value;
  }
}
