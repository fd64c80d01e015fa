/** From the texts of a pack to answers, with no code generated in between: for editors and playgrounds. */
import type { Phrasebook } from '@proviso/runtime';
import type { Diagnostic } from './6-plan/syntax.ts';
import { compilePack } from './compile-pack.ts';
import { interpretPlan, type LoadedPack } from './interpret/load-plan.ts';

/** `value` is absent where the diagnostics hold an error. */
export interface LoadResult {
  readonly value?: LoadedPack & { readonly phrases: Phrasebook };
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, checks and plans a pack and makes it ready to assess cases through the interpreter. `files` are the texts by
 * path, `entry` the path of the file to start from. An author's mistake is a diagnostic; facts that cannot be used throw
 * a `FactsError` from `assess`, as everywhere.
 */
export function loadPack(files: ReadonlyMap<string, string>, entry: string): LoadResult {
  const { value, diagnostics } = compilePack(files, entry);
  if (value === undefined) return { diagnostics };
  return { value: { ...interpretPlan(value.plan), phrases: value.phrases }, diagnostics };
}
