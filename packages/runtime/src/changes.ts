/**
 * What would change an answer: sets of changes to the facts of a case, each of which is enough and of which nothing can be
 * left out. Plain JSON, as an assessment is.
 */
import type { Assessment, FactReason, ResultValue } from './assessment.ts';

/** The format of `Changes`; raised when its shape changes. */
export const CHANGES_FORMAT = 1;

/** An answer, and how it should come out. */
export interface ChangeTarget {
  /** A definition or a rule. */
  readonly name: string;
  /** Which instance, where the statement has a parameter: `letters[0]`. */
  readonly of?: string;
  /** The value or status wanted; where absent, any that is settled and not the present one. */
  readonly to?: ResultValue;
}

/** What was found for one target, and how far it was looked for. */
export interface Changes {
  readonly format: typeof CHANGES_FORMAT;
  readonly pack: Assessment['pack'];
  /** ISO date. */
  readonly asOf: string;
  readonly target: ChangeTarget;
  /** How the answer comes out now. */
  readonly from: ResultValue;
  /** Fewest changes first, then least effort, then in vocabulary order. */
  readonly sets: readonly ChangeSet[];
  readonly searched: Searched;
}

/** Changes that together are enough; no part of them is. */
export interface ChangeSet {
  /** In vocabulary order. */
  readonly changes: readonly Change[];
  /** Facts given that then no longer arise, because the condition of their `only if` becomes no. */
  readonly dropped: readonly string[];
  /** How the answer then comes out. */
  readonly to: ResultValue;
  /** The sum of what the changes take, by kind of fact. */
  readonly effort: number;
}

export interface Searched {
  /** Sets of at most so many changes were asked for. */
  readonly size: number;
  /** Every set of at most so many changes has been tried. */
  readonly complete: number;
  /** How many cases were tried. */
  readonly tried: number;
  /** Why the search ended before `size`: so many cases tried (`budget`), or as many sets found as were asked for (`count`). */
  readonly stopped?: 'budget' | 'count';
}

export type Change = FactChange | CompleteChange | MemberChange;

/** A fact would be otherwise, or would be known. */
export interface FactChange {
  readonly kind: 'fact';
  readonly path: string;
  /** Which member of a set would be in it, or not. */
  readonly member?: string;
  readonly input: FactReason['input'];
  /** As facts are given; null where it is not known. */
  readonly from: boolean | number | string | null;
  readonly to: boolean | number | string;
  /** The next value below (above) is enough too: `to` is the nearest that is. */
  readonly bound?: 'orLess' | 'orMore';
}

/** A list that may have more members would be known to have none but those given. */
export interface CompleteChange {
  readonly kind: 'complete';
  readonly path: string;
  readonly length: number;
}

/** A list would have one more member, at this path (`letters[2]`), of which nothing is known but what else the set says. */
export interface MemberChange {
  readonly kind: 'member';
  readonly path: string;
}
