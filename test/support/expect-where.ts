/** An expectation of some cases of a property. */
import { expect } from 'vitest';

/** Expects a value where a condition holds, and nothing where it does not; who uses it counts the cases in which it holds. */
export function expectWhere(holds: boolean, actual: unknown, wanted: unknown, what?: string): void {
  if (holds) expect(actual, what).toEqual(wanted);
}
