/** What a comparison comes to. */
import type { ResultValue } from '@proviso/runtime';
import type { Undecided } from '../prove/conditions.ts';
import type { Circumstance } from './circumstances.ts';
import type { Aspect, Change, Statement } from './outcomes.ts';
import type { VocabularyChange } from './vocabulary.ts';
import type { DifferingCase } from './witness.ts';

/** Everything that was found. */
export interface Differences {
  readonly vocabulary: readonly VocabularyChange[];
  readonly goals: readonly GoalDifference[];
  /** Of the statements that the goals need, in the order of the new plan, then those that only the old has. */
  readonly statements: readonly StatementDifference[];
}

/** `differs` where any of its answers does; `notDecided` where none was shown to differ and one was not decided. */
export type GoalDifference =
  | { readonly name: string; readonly outcome: 'same' | 'notDecided' | 'added' | 'removed' }
  | {
      readonly name: string;
      readonly outcome: 'differs';
      /** Answers that it asks for now and did not before, and those that it no longer asks for. */
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

/** What came of one statement. */
export type StatementDifference = Found & {
  readonly name: string;
  readonly kind: Statement['kind'];
  /** What the old side calls it, where that is something else. */
  readonly oldName?: string;
};

export type Found =
  /** Proved, and how: the plans mean the same, the statement comes to the same form, or the prover showed it. */
  | { readonly outcome: 'same'; readonly by: 'meaning' | 'form' | 'enumeration' | 'solver' }
  | { readonly outcome: 'notDecided'; readonly because: Undecided }
  | { readonly outcome: 'added' | 'removed' }
  /** Of another kind, type or parameter, so that the two cannot be compared. */
  | { readonly outcome: 'another'; readonly of: 'kind' | 'type' | 'parameter' }
  | Differing;

/** A statement that differs. */
export interface Differing {
  readonly outcome: 'differs';
  /** Other statements that it differs because of; empty where it differs of itself. */
  readonly because: readonly string[];
  /** Only the passing of time between the two days makes it differ, not another law. */
  readonly byTimeAlone: boolean;
  readonly terms: readonly TermChange[];
  readonly classes: readonly DifferenceClass[];
  /** Whether these are all classes there are; `notDecided` where that was not shown. */
  readonly complete: boolean | 'notDecided';
}

/** A rule that is on someone else, or of another force. */
export interface TermChange {
  readonly of: 'bearer' | 'modality';
  readonly old: string;
  readonly new: string;
}

/** A class of cases in all of which a statement changes in the same way. */
export interface DifferenceClass {
  readonly aspect: Aspect;
  /** The instance that it is about, where the statement has a parameter. */
  readonly of?: string;
  readonly change: Change;
  /** What all its cases have in common, and no less: whatever else holds, the change is the same. */
  readonly when: readonly Circumstance[];
  /** A case of it, as small as can be, and what either side answers. */
  readonly witness: DifferingCase & { readonly oldValue: ResultValue; readonly newValue: ResultValue };
}
