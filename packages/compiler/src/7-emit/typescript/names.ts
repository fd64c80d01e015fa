/** Names in emitted code: unique in their module, never a reserved word, as close to the policy's as can be. */

import { identifier } from './spelling.ts';

const reserved: ReadonlySet<string> = new Set(
  `arguments as async await boolean break case catch class const continue debugger default delete do else enum eval export
  extends false finally for from function get if implements import in instanceof interface let new null number object of
  package private protected public return set static string super switch symbol this throw true try type typeof
  undefined unknown var void while with yield Array JSON Math Number Object String NaN Infinity facts options asOf
  readings path given`.split(/\s+/),
);

/** Hands out the names of one emitted module. */
export class Names {
  readonly #taken = new Set<string>();
  /** The last number tried for a name: those before it are taken for good. */
  readonly #tried = new Map<string, number>();

  /** The wanted name, or the first of `name2`, `name3` … that is free. */
  take(wanted: string): string {
    const base = identifier(wanted);
    let n = this.#tried.get(base) ?? (reserved.has(base) ? 2 : 1);
    let name = n === 1 ? base : `${base}${n}`;
    while (this.#taken.has(name)) name = `${base}${(n += 1)}`;
    this.#tried.set(base, n + 1);
    this.#taken.add(name);
    return name;
  }
}
