/** Values of the runtime that a part of a module names. */
export interface Imports {
  readonly used: Set<string>;
  /** Those of texts that may have been left out: looked for in what stayed. */
  readonly perhaps: Set<string>;
}

/** Those given, and none yet that may not stay. */
export function importsOf(...used: readonly string[]): Imports {
  return { used: new Set(used), perhaps: new Set() };
}
