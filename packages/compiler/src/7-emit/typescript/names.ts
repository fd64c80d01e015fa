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
  /** By what was wanted and by the name made of that: the next number to try, those before it being taken for good. */
  readonly #tried = new Map<string, Tried>();

  /** The wanted name, or the first of `name2`, `name3` … that is free. */
  take(wanted: string): string {
    const tried = this.#tried.get(wanted) ?? this.#begin(wanted);
    let name = tried.name();
    while (this.#taken.has(name)) name = tried.name();
    this.#taken.add(name);
    return name;
  }

  #begin(wanted: string): Tried {
    const base = identifier(wanted);
    const tried = this.#tried.get(base) ?? new Tried(base);
    this.#tried.set(base, tried).set(wanted, tried);
    return tried;
  }
}

/** The names made of one: itself, then with numbers. */
class Tried {
  readonly #base: string;
  #next: number;

  constructor(base: string) {
    this.#base = base;
    this.#next = reserved.has(base) ? 2 : 1;
  }

  name(): string {
    const n = this.#next;
    this.#next += 1;
    return n === 1 ? this.#base : `${this.#base}${n}`;
  }
}
