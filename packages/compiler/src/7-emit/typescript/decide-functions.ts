/** The functions that `decide` calls. Two that say the same are one. */
import { typed } from './erasable.ts';
import { type Doc, hardline, indent, list, print } from './layout.ts';
import type { Names } from './names.ts';
import { mentions, used } from './unused.ts';

/** Collects the functions of a module, by their text. */
export class DecideFunctions {
  readonly #names: Names;
  readonly #namesOfDefinitions: ReadonlyMap<string, string>;
  readonly #byText = new Map<string, { readonly name: string; readonly text: string }>();
  readonly #taken = new Set<string>();

  constructor(names: Names, namesOfDefinitions: ReadonlyMap<string, string>) {
    this.#names = names;
    this.#namesOfDefinitions = namesOfDefinitions;
  }

  /** The name of a function with this body, and which of the parameters it has, in order. */
  declare(
    wanted: string,
    params: readonly (readonly [name: string, type: string])[],
    type: string,
    body: Doc,
    first = false,
  ): readonly [name: string, ...args: string[]] {
    const written = indent(hardline, body);
    // The instance that a function is about stays; what folding has left unused goes.
    const own = params.filter(([name], index) => (index === 0 && first) || mentions(written, name));
    const args = own.map(([name]) => name);
    const open = list(
      '(',
      own.map(([name, of]) => typed(name, of)),
      ')',
    );
    const text = `${print([open, `${typed('', type)} {`])}${written}${hardline}}`;
    const known = this.#byText.get(text);
    if (known !== undefined) return [known.name, ...args];
    const name = this.#nameFor(wanted);
    this.#taken.add(name);
    this.#byText.set(text, { name, text: `function ${name}${text}` });
    return [name, ...args];
  }

  /** The name of a definition is its function's, where that is the first of it. */
  #nameFor(wanted: string): string {
    const isFree = !this.#taken.has(wanted) && [...this.#namesOfDefinitions.values()].includes(wanted);
    return isFree ? wanted : this.#names.take(wanted);
  }

  /** The functions that the code mentions, and those that they mention, in the order in which they were first wanted. */
  wantedBy(code: string): readonly string[] {
    return used([...this.#byText.values()], code).map(({ text }) => text);
  }
}
