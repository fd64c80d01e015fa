/** What the answers of an interview come to: the facts of the case, and what nobody knows. */
import { checkAsked, checkPath } from './given.ts';
import { stepsOfPath, withFact } from '@proviso/runtime';

/** A question that was answered. */
export interface Asked {
  readonly path: string;
  /** Whether it asked for one more member of a list; then the answer is a yes or a no. */
  readonly list: boolean;
  /** `null` for "I don't know". */
  readonly answer: unknown;
}

/** The case as far as it was told. */
export interface CaseSoFar {
  readonly facts: unknown;
  /** The paths that were asked and are not known; they are not asked again. */
  readonly unknown: ReadonlySet<string>;
}

/** The case that these answers tell of, in the order they were given. */
export function caseOf(asked: readonly Asked[]): CaseSoFar {
  checkAsked(asked);
  const unknown = new Set<string>();
  let facts: unknown = {};
  for (const { path, list, answer } of asked) {
    if (answer === null) unknown.add(path);
    else facts = withFact(facts, path, list ? listAfter(facts, path, answer === true) : answer);
  }
  return { facts, unknown };
}

/** The list with one more member of which nothing is known, or as complete. */
function listAfter(facts: unknown, path: string, more: boolean): unknown {
  const members = membersAt(facts, path);
  return more ? { atLeast: [...members, {}] } : members;
}

/** The members that a list has so far. */
export function membersAt(facts: unknown, path: string): readonly unknown[] {
  const list = valueAt(facts, path);
  if (Array.isArray(list)) return list;
  const some = typeof list === 'object' && list !== null && 'atLeast' in list ? list.atLeast : undefined;
  return Array.isArray(some) ? some : [];
}

/** What facts say at a path; undefined where nothing. Members of an incomplete list are found as of a complete one. */
export function valueAt(facts: unknown, path: string): unknown {
  checkPath(path);
  let value = facts;
  for (const step of stepsOfPath(path)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const holder: object =
      typeof step === 'number' && 'atLeast' in value && Array.isArray(value.atLeast) ? value.atLeast : value;
    value = Object.hasOwn(holder, step)
      ? (holder as Readonly<Record<string | number, unknown>>)[step]
      : undefined;
  }
  return value;
}
