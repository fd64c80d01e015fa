/** Where the facts of a case come from. No answer depends on it. */
import type { Provenance } from '@proviso/runtime';

/** What is said of a fact, or else of what holds it: the record or list around it, the nearest first. */
export function attributionOf(provenance: Provenance, path: string): Provenance[string] | undefined {
  for (let at = path; at !== ''; at = outer(at)) {
    if (Object.hasOwn(provenance, at)) return provenance[at];
  }
  return undefined;
}

function outer(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
}
