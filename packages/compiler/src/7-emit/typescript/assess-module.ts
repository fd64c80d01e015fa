/** What an `assess` function is written into: statements, constants, names and imports. */
import type { Cite, Plan } from '../../6-plan/plan.ts';
import { type Doc, hardline, indent, join, list, marked } from './layout.ts';
import type { Inside } from './inside.ts';
import type { Constants } from './constants.ts';
import type { Names } from './names.ts';
import { quote } from './spelling.ts';
import { cast, typed } from './erasable.ts';
import type { Imports } from './imports.ts';

/** Statements are written into the innermost open block. */
export class AssessModule {
  readonly inside: Inside;
  readonly names: Names;
  readonly imports: Imports;
  readonly types: Set<string>;
  /** The constant of what shared results have in common, and the names of these, where all results are shared. */
  shared: { readonly constant: string; readonly results: readonly string[] } | undefined;
  #block: string[] = [];
  /** The values that have names in the open blocks, innermost last. */
  #named: Map<string, string>[] = [];
  readonly #constants: Constants;
  /** The constants of citations, by their numbers. */
  readonly #cited = new Map<string, string>();

  constructor(inside: Inside, names: Names, constants: Constants, imports: Imports, types: Set<string>) {
    this.#constants = constants;
    this.inside = inside;
    this.names = names;
    this.imports = imports;
    this.types = types;
  }

  /** A value of the runtime, imported: what it stands in is part of the module. */
  use(name: string): string {
    this.imports.used.add(name);
    return name;
  }

  /** The same in a text that may be left out: imported where it stays. */
  mayUse(name: string): string {
    this.imports.perhaps.add(name);
    return name;
  }

  /** A type of the runtime, imported. */
  type(name: string): string {
    this.types.add(name);
    return name;
  }

  /** Adds a statement. */
  emit(statement: Doc): void {
    this.#block.push(marked(statement));
  }

  /** The statements that `write` adds, taken apart from those around them. */
  statements(write: () => void): readonly string[] {
    const outer = this.#block;
    const inner: string[] = [];
    this.#block = inner;
    this.#named.push(new Map());
    write();
    this.#named.pop();
    this.#block = outer;
    return inner;
  }

  /** `head { … }`; nothing where the block would be empty. */
  block(head: string, write: () => void): void {
    const inner = this.statements(write);
    if (inner.length === 0) return;
    this.emit([`${head} {`, indent(hardline, join(inner, hardline)), hardline, '}']);
  }

  /** A local constant, named after `hint`; the same value has one name in a block and those inside it. */
  local(hint: string, value: Doc, type?: string): string {
    const text = marked(value);
    for (let i = this.#named.length - 1; i >= 0; i -= 1) {
      const known = this.#named[i]?.get(text);
      if (known !== undefined) return known;
    }
    const name = this.names.take(hint);
    this.#named.at(-1)?.set(text, name);
    this.emit([`const ${type === undefined ? name : typed(name, type)} = `, value, ';']);
    return name;
  }

  /** Whether this is said for the first time in a block and those around it. */
  isNew(what: string): boolean {
    if (this.#named.some((names) => names.has(what))) return false;
    this.#named.at(-1)?.set(what, what);
    return true;
  }

  /** A constant of the module; the same value has one name. */
  constant(hint: string, value: string): string {
    return this.#constants.take(hint, value);
  }

  /** A constant of the module with a name of its own. */
  ownConstant(hint: string, value: string): string {
    return this.#constants.own(hint, value);
  }

  /** The constant of these citations. */
  cites(indexes: readonly number[]): string {
    if (indexes.length === 0) return this.use('none');
    const which = indexes.join(' ');
    const known = this.#cited.get(which) ?? this.#citedConstant(indexes);
    this.#cited.set(which, known);
    return known;
  }

  #citedConstant(indexes: readonly number[]): string {
    const cited = indexes.map((i) => citeText(this.inside.slice.plan, i)).join(', ');
    // A result that is shared freezes what it holds.
    return this.constant(
      'cited',
      this.shared === undefined
        ? `/* @__PURE__ */ ${this.use('citations')}(${cited})`
        : cast(`[${cited}]`, `readonly ${this.type('CiteInfo')}[]`),
    );
  }

  /** A call of a function of the runtime. */
  call(name: string, ...args: readonly Doc[]): string {
    return list(`${this.use(name)}(`, args, ')');
  }
}

/** The texts of citations: each goal has those that it shares with others. */
const citeTexts = new WeakMap<Cite, string>();

/** A citation as an object literal. */
export function citeText(plan: Plan, index: number): string {
  const cite = plan.cites[index];
  if (cite === undefined) throw new Error(`the plan has no citation ${index}`);
  const known = citeTexts.get(cite) ?? citeObject(plan, cite);
  citeTexts.set(cite, known);
  return known;
}

function citeObject(plan: Plan, cite: Cite): string {
  const secondary = plan.sources.some(({ name, basis }) => name === cite.source && basis === 'secondary');
  const parts = [
    `source: ${quote(cite.source)}`,
    `pinpoint: ${quote(cite.pinpoint)}`,
    ...(cite.anchor === undefined ? [] : [`anchor: ${quote(cite.anchor)}`]),
    ...(secondary ? [`basis: 'secondary'`] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}
