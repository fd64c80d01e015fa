import type { Day } from './calendar.ts';
import { FactsError } from './facts-error.ts';
import { parseDay } from './iso-date.ts';

/**
 * The day that an ISO date (`2026-02-05`) names, for the complete facts and the `asOf` of a `decide…`.
 * Throws a `FactsError` for anything of another form and for a day that is not in the calendar.
 */
export function day(iso: string): Day {
  const parsed = typeof iso === 'string' ? parseDay(iso) : undefined;
  if (parsed !== undefined) return parsed;
  const given = typeof iso === 'string' ? `\`${iso}\`` : `a value of the type ${typeof iso}`;
  const message = `${given} is not a date of the calendar`;
  throw new FactsError([{ code: 'impossible-date', path: '', message, help: 'write it as `2026-02-05`' }]);
}

/**
 * What a `decide…` asks of its `asOf`, and of nothing else: facts as JSON gives them come with a date as text, which compares
 * with no day, so that the answer would silently be another. Throws a `TypeError`.
 */
export function requireDay(asOf: unknown): void {
  if (typeof asOf !== 'number') throw new TypeError('`decide…` takes what `complete…` and `day` give');
}
