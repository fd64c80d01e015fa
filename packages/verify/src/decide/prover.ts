/** Asking whether something can be: the one way to a solver, an enumeration or a lucky sample. */
import type { Assignment } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';

/** Is there an assignment under which all of these hold? */
export interface Question {
  readonly form: Form;
  readonly all: readonly NodeId[];
  /** Assignments that may hold or come near, such as cases that are at hand; tried early. Values may be missing. */
  readonly seeds?: readonly Assignment[];
}

/**
 * - `found`: an assignment of every variable under the nodes asked for; they all hold under it (checked by evaluation).
 * - `none`: proved that there is no such assignment, and how.
 * - `notDecided`: neither was shown. Never to be read as `none`.
 */
export type Answer =
  | { readonly kind: 'found'; readonly assignment: Assignment }
  | { readonly kind: 'none'; readonly by: ProvedBy }
  | { readonly kind: 'notDecided'; readonly because: 'noSolver' | 'budget' };

/** How it was proved that there is no assignment. */
export type ProvedBy = 'form' | 'enumeration' | 'solver';

/** Answers questions. The same questions get the same answers on every machine, whatever else runs. */
export interface Prover {
  /** The answers, in the order of the questions. What one answer is does not depend on the other questions. */
  ask(questions: readonly Question[], progress?: (done: number) => void): Promise<readonly Answer[]>;
  /** Ends the workers. */
  close(): Promise<void>;
}
