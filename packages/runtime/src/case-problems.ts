/**
 * What can be wrong with facts that are each well formed: the case as a whole. Compiled code and the interpreter find these
 * in their own ways and word them here.
 */
import type { FactProblem } from './facts-error.ts';

/** A fact is given where the condition of its `only if` is no. */
export function onlyIfProblem(path: string): FactProblem {
  return {
    code: 'only-if',
    path,
    message: 'given where the condition of its `only if` is no',
    help: 'leave it out, or correct the facts that the condition reads',
  };
}

/** A constraint does not hold; `path` is the record instance that it is about, empty for the case. */
export function constraintProblem(name: string, path: string): FactProblem {
  return {
    code: 'constraint-violated',
    path,
    message: `this cannot be: the facts violate the constraint \`${name}\``,
    help: 'correct one of the facts that the constraint reads',
  };
}

/** The period of a pack, as ISO dates; without the second where it is open. */
export type Period = readonly [from: string, ceasing?: string];

/** A date that the law is chosen by is outside the pack's period; `path` is the fact that states it, or `asOf`. */
export function periodProblem(path: string, date: string, period: Period): FactProblem {
  return {
    code: 'outside-period',
    path,
    message: `${date} is outside the period of this pack, which is from ${period.join(' until before ')}`,
  };
}
