/** Bytes of UTF-8 in one file. */
export const maxFileBytes: number = 1024 * 1024;

/**
 * Brackets of any kind within one another. A chain such as `a + b - c` or `1 day after 2 days before d` counts as one
 * level for each operator, since it nests as deep.
 */
export const maxNesting: number = 200;

/** Declarations in one file: facts of records and members of sections included. */
export const maxDeclarations: number = 5000;

/** Findings reported for one file by one phase. */
export const maxFindings: number = 200;
