import type { Names } from './names.ts';

/** The constants of an emitted module: the same value has one name. */
export class Constants {
  readonly #names: Names;
  readonly #byValue = new Map<string, string>();
  readonly #declared: { readonly name: string; readonly value: string }[] = [];

  constructor(names: Names) {
    this.#names = names;
  }

  /** The name of the constant with this value, named after `hint` where it is new. */
  take(hint: string, value: string): string {
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const name = this.own(hint, value);
    this.#byValue.set(value, name);
    return name;
  }

  /** The name of a new constant, whatever others have the same value. */
  own(hint: string, value: string): string {
    const name = this.#names.take(hint);
    this.#declared.push({ name, value });
    return name;
  }

  /** The declarations, each after those it uses. */
  declarations(): readonly string[] {
    return this.#declared.map(({ name, value }) => `const ${name} = ${value};`);
  }
}
