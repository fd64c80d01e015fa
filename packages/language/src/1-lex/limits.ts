/** Bytes of UTF-8 in one file. */
export const maxFileBytes: number = 1024 * 1024;

/**
 * Brackets of any kind within one another. A chain such as `a + b - c` or `1 day after 2 days before d` counts as one
 * level for each operator, since it nests as deep. Far more than anyone can read, and a third of what the parser can
 * take on a small stack, such as a browser's worker has.
 */
export const maxNesting: number = 64;

/** Declarations in one file: facts of records and members of sections included. */
export const maxDeclarations: number = 5000;

/** Findings reported for one file by one phase. */
export const maxFindings: number = 200;
