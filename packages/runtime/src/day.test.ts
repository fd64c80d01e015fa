import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import { FactsError } from './facts-error.ts';

describe('day', () => {
  it('counts from the first of January 1970', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(day('2026-02-05')).toBe(20489);
  });

  it.each(['2026-02-30', '5 February 2026', '', '2026-2-5', '0000-01-01'])('refuses %j', (text) => {
    expect(() => day(text)).toThrow(FactsError);
  });
});
