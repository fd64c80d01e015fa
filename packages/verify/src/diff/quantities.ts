/** Numbers and days that a condition compares, in terms of the vocabulary. */
import {
  beforeAll,
  type Day,
  formatDay,
  formatDuration,
  notYet,
  numberOf,
  packDuration,
} from '@proviso/runtime';
import { variablesUnder } from '../form/cone.ts';
import type { Form, NodeId } from '../form/form.ts';
import { type Meaning, pathOf, type Step, type Variables } from '../translate/variables.ts';
import { unmarked } from './beside.ts';

/** A fact of a case. `newOnly`: as the new side alone takes it, whose type of the same path is another one. */
export interface Place {
  readonly path: string;
  readonly newOnly?: true;
}

/** A number or a day. */
export type Quantity =
  | { readonly kind: 'constant'; readonly value: string | number }
  | { readonly kind: 'day' }
  | { readonly kind: 'fact'; readonly at: Place }
  | { readonly kind: 'sum'; readonly left: Quantity; readonly right: Quantity }
  | { readonly kind: 'times'; readonly by: number; readonly of: Quantity }
  /** A day so much after another. */
  | { readonly kind: 'after'; readonly of: Quantity; readonly by: Quantity }
  /** Something that turns on these facts. */
  | { readonly kind: 'turnsOn'; readonly facts: readonly Place[] };

/** The two sides of a comparison, told in one unit. */
export function quantitiesOf(
  form: Form,
  variables: Variables,
  left: NodeId,
  right: NodeId,
): { readonly left: Quantity; readonly right: Quantity } {
  return new Terms(form, variables).sides(left, right);
}

class Terms {
  readonly #form: Form;
  readonly #variables: Variables;

  constructor(form: Form, variables: Variables) {
    this.#form = form;
    this.#variables = variables;
  }

  sides(left: NodeId, right: NodeId): { readonly left: Quantity; readonly right: Quantity } {
    const unit = this.#isDate(left) || this.#isDate(right) ? 'day' : this.#placesUnder([left, right]);
    return { left: this.#quantity(left, unit), right: this.#quantity(right, unit) };
  }

  /** `unit`: a day, or the places of a number. */
  #quantity(id: NodeId, unit: 'day' | number): Quantity {
    const node = this.#form.node(id);
    switch (node.op) {
      case 'int':
        return { kind: 'constant', value: unit === 'day' ? dayWord(node.value) : numberOf(node.value, unit) };
      case 'intVar': {
        const meaning = this.#meaningOf(id);
        return 'at' in meaning ? { kind: 'fact', at: placeOf(meaning.at) } : { kind: 'day' };
      }
      case 'add': {
        const [left, right] = [node.left, node.right];
        if (unit !== 'day')
          return { kind: 'sum', left: this.#quantity(left, unit), right: this.#quantity(right, unit) };
        const [day, days] = this.#isDate(left) ? [left, right] : [right, left];
        return { kind: 'after', of: this.#quantity(day, 'day'), by: this.#duration(days, 'days') };
      }
      case 'scale': {
        const places = this.#placesUnder([node.of]);
        // A fact of fewer places is brought to those of the comparison.
        const by = unit === 'day' ? node.by : node.by / 10 ** (unit - places);
        const of = this.#quantity(node.of, unit === 'day' ? 0 : unit);
        return by === 1 ? of : { kind: 'times', by, of };
      }
      case 'addMonths':
        return {
          kind: 'after',
          of: this.#quantity(node.date, 'day'),
          by: this.#duration(node.months, 'months'),
        };
      default:
        return { kind: 'turnsOn', facts: this.#factsUnder(id) };
    }
  }

  /** The most places that a number among these has. */
  #placesUnder(ids: readonly NodeId[]): number {
    const places = variablesUnder(this.#form, ids).map((variable) => {
      const meaning = this.#meaningOf(variable);
      return meaning.kind === 'number' ? meaning.places : 0;
    });
    return Math.max(0, ...places);
  }

  #duration(id: NodeId, unit: 'months' | 'days'): Quantity {
    const node = this.#form.node(id);
    if (node.op !== 'int') return this.#quantity(id, 0);
    // A negative number of days is that many before.
    const iso = (value: number): string =>
      formatDuration(unit === 'months' ? packDuration(value, 0) : packDuration(0, value));
    return { kind: 'constant', value: node.value < 0 ? `-${iso(-node.value)}` : iso(node.value) };
  }

  #isDate(id: NodeId): boolean {
    const node = this.#form.node(id);
    switch (node.op) {
      case 'intVar': {
        const { kind } = this.#meaningOf(id);
        return kind === 'date' || kind === 'asOf';
      }
      case 'addMonths':
        return true;
      case 'add':
        return this.#isDate(node.left) || this.#isDate(node.right);
      case 'intIte':
        return this.#isDate(node.then) || this.#isDate(node.otherwise);
      default:
        return false;
    }
  }

  #factsUnder(id: NodeId): readonly Place[] {
    const places = variablesUnder(this.#form, [id]).flatMap((variable) => {
      const meaning = this.#meaningOf(variable);
      return 'at' in meaning ? [placeOf(meaning.at)] : [];
    });
    return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  }

  #meaningOf(id: NodeId): Meaning {
    const meaning = this.#variables.meanings.get(id);
    if (meaning === undefined) throw new Error(`node ${id} is no variable of a case`);
    return meaning;
  }
}

/** A place of a case, in the name that its side has for it. */
export function placeOf(at: readonly Step[]): Place {
  const { at: steps, isMarked } = unmarked(at);
  return { path: pathOf(steps), ...(isMarked ? { newOnly: true } : {}) };
}

function dayWord(value: number): string {
  if (value === notYet) return 'notYet';
  return value === beforeAll ? 'beforeAll' : formatDay(value as Day);
}
