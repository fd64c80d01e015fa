import type { Name } from '../ast/ast.ts';

/**
 * What the names of a pack stand for. A thing is what was declared: the syntax node of a declaration, the symbol of a
 * statement, and of a label, reading, member of an enum or variable the name where it is (first) declared.
 */
export class Mentions {
  readonly #used = new Set<object>();
  readonly #named: Map<Name, object> | undefined;

  /** `named` takes the thing of every name; left out, only what is used is noted, which is quicker. */
  constructor(named?: Map<Name, object>) {
    this.#named = named;
  }

  /** Notes that a name stands for a thing, which is used with it. */
  add(name: Name, thing: object): void {
    this.#used.add(thing);
    this.#named?.set(name, thing);
  }

  /** Notes that a thing is used though its name is not written. */
  use(thing: object): void {
    this.#used.add(thing);
  }

  /** Notes that a name stands for a thing, where that is no use of it: a scenario or an acceptance speaks of it. */
  refer(name: Name, thing: object): void {
    this.#named?.set(name, thing);
  }

  /** Whether some expression, type, citation or goal uses the thing. */
  uses(thing: object): boolean {
    return this.#used.has(thing);
  }
}
