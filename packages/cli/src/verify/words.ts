/** What is said of a proof. */

/** How a proof was made. */
export const byWords = {
  form: 'the form of the condition alone',
  enumeration: 'trying every case',
  solver: 'the solver',
} as const;

/** Why something was not decided, and what to do. */
export const undecidedWords = {
  noSolver:
    'the cases are too many to try, and no solver is installed or asked; install the package z3-solver',
  unconfirmed:
    'a case was found that turns on a fact which does not exist in it, so that the answer to it is unknown',
  listLength:
    'it counts more elements of a list than the lists of the proof have; say with --list-length how many to look at',
  budget: 'the solver used up its budget; give more with --budget',
} as const;
