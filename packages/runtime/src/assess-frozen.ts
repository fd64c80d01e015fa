/** Results that assessments share: frozen, and kept by the truths that they depend on. */
import type { Result, RuleResult } from './assessment.ts';

/** No needs, reasons, judgements or whatever else there may be several of. */
export const none: readonly never[] = Object.freeze([]);

/** Freezes a value and all that it holds. */
export function freezeAll<T>(value: T): T {
  // What is no object counts as frozen.
  if (!Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value as object)) freezeAll(part);
  }
  return value;
}

/** Freezes a result that others will share. */
export function shareResult<R extends Result | RuleResult>(result: R): R {
  return freezeAll(result);
}

/** A table of results by the truths they depend on, empty as yet. */
export function resultTable<R>(size: number): (R | undefined)[] {
  return Array.from<R | undefined>({ length: size });
}
