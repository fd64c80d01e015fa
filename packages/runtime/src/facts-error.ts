/** What can be wrong with the facts or the options of an evaluation. Permanent names. */
export type FactProblemCode =
  | 'wrong-type'
  | 'unknown-fact'
  | 'forbidden-key'
  | 'not-plain'
  | 'unknown-member'
  | 'duplicate-member'
  | 'impossible-date'
  | 'impossible-duration'
  | 'number-out-of-range'
  | 'too-many-decimals'
  | 'too-long'
  | 'too-deep'
  | 'too-many-problems'
  | 'missing'
  | 'only-if'
  | 'constraint-violated'
  | 'outside-period'
  | 'unknown-option'
  | 'unknown-ambiguity'
  | 'unknown-goal';

/** One thing wrong with the facts or the options of an evaluation. */
export interface FactProblem {
  readonly code: FactProblemCode;
  /** `letters[0].receivedOn`, `asOf`, `readings.noticePeriod`; empty for the facts as a whole. */
  readonly path: string;
  /** Lower case, one line. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/**
 * Thrown where the facts or the options of an evaluation cannot be used, with everything that is wrong with them. Every
 * function that takes facts as JSON gives them (`assess…`, `complete…`, `screen`, `readFacts`) throws this, so that no answer is
 * ever given on facts that were not understood. `decide…` takes what `complete…` gives, and checks nothing.
 */
export class FactsError extends Error {
  override readonly name: string = 'FactsError';
  readonly problems: readonly FactProblem[];

  constructor(problems: readonly FactProblem[]) {
    super(problems.map(describe).join('\n'));
    this.problems = problems;
  }
}

function describe({ path, message, help }: FactProblem): string {
  return `${path === '' ? '' : `${path}: `}${message}${help === undefined ? '' : ` (${help})`}`;
}
