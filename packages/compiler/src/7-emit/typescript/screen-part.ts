/** The parts of a screening that are code: what is no yes/no logic, some definitions at a time. */
import type { Definition } from '../../6-plan/plan.ts';
import type { AssessModule } from './assess-module.ts';
import type { Node } from './assess-node.ts';
import { type Doc, hardline, indent, print } from './layout.ts';
import type { Cell } from './screen-logic.ts';
import type { Places } from './screen-places.ts';
import { isAskedApart, subjectOf } from './screen-apart.ts';
import { partsOf, partsOfKind } from './parts.ts';
import type { Slice } from './slice.ts';

/** A definition as it has been written: its value, or the array of its values for each instance. */
export type Written =
  | {
      readonly node: Node;
      /** The array of its reasons, where they are wanted. */
      readonly because?: string;
    }
  | { readonly answers: string };

/** What later code may take: JavaScript for it, and the place that it turns on then. */
export interface Taken {
  readonly read: string;
  readonly place: number;
  /** The cell of a truth. */
  readonly cell?: Cell;
}

/** Statements of a part, and the text of what they turn on. */
export interface Body {
  readonly text: string;
  readonly turning: string;
}

/** What a part gives to later units. */
export class Gifts {
  readonly #module: AssessModule;
  readonly #places: Places;
  readonly #statements: Doc[] = [];

  constructor(module: AssessModule, places: Places) {
    this.#module = module;
    this.#places = places;
  }

  /** Adds one that a function of the runtime gives; its place. */
  add(how: 'give' | 'giveAll' | 'giveTruth', ...args: readonly Doc[]): number {
    const place = this.#places.gift();
    this.#statements.push([this.#module.call(how, 'run', String(place), ...args), ';']);
    return place;
  }

  get count(): number {
    return this.#statements.length;
  }

  text(): string {
    return print(this.#statements.map((each) => indent(hardline, each)));
  }
}

/** How many expressions a part has before the next begins. */
const partSize = 50;

/** Definitions that stand together in the policy, or ask about the same, and so mostly turn on the same. */
export class OpenPart {
  readonly definitions: Definition[] = [];
  readonly #ids = new Set<string>();
  #size = 0;

  /** Whether a definition belongs with those before it. */
  isFor(definition: Definition): boolean {
    const [first] = this.definitions;
    return first === undefined || (this.#size < partSize && subject(first) === subject(definition));
  }

  add(definition: Definition): void {
    this.definitions.push(definition);
    this.#ids.add(definition.id);
    this.#size += partsOf(definition.expr).length;
  }

  /** Whether a definition refers to one of these. */
  isNeededBy({ expr }: Definition): boolean {
    return partsOfKind(expr, 'ref').some((e) => this.#ids.has(e.id));
  }
}

function subject(definition: Definition): string {
  return isAskedApart(definition) ? subjectOf(definition.expr) : '';
}

/** By definition: those that refer to it. */
export function usersOf({ definitions }: Slice): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { id, expr } of definitions) {
    for (const e of partsOfKind(expr, 'ref')) {
      const of = users.get(e.id) ?? new Set();
      users.set(e.id, of.add(id));
    }
  }
  return users;
}
