/** The most members that a list of facts may have. */
export const maxListLength = 10_000;
/** The most UTF-16 code units that a text may have. */
export const maxTextLength = 10_000;
/** The deepest that records and lists may nest: only a vocabulary that contains itself could go further. */
export const maxDepth = 32;
/** A case with more problems than this is reported up to here. */
export const maxProblems = 100;
