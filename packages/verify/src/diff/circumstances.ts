/** The conditions of a class of cases, in terms of the vocabulary: what a person can be told. */
import { type Day, formatDay, formatDuration, numberOf, packDuration } from '@proviso/runtime';
import type { Form, NodeId } from '../form/form.ts';
import type { Meaning, Variables } from '../translate/variables.ts';
import type { Given } from './cube.ts';
import { type Place, placeOf, quantitiesOf, type Quantity } from './quantities.ts';

/** Something that all cases of a class have in common. */
export type Circumstance =
  | { readonly kind: 'fact'; readonly at: Place; readonly holds: boolean }
  | { readonly kind: 'member'; readonly at: Place; readonly member: string; readonly holds: boolean }
  /** One of these values, of an enum or a text. */
  | { readonly kind: 'oneOf'; readonly at: Place; readonly values: readonly string[] }
  /** None of these values. */
  | { readonly kind: 'noneOf'; readonly at: Place; readonly values: readonly string[] }
  /** Whether an event has happened. */
  | { readonly kind: 'happened'; readonly at: Place; readonly holds: boolean }
  /** Numbers and ISO dates, ends included. */
  | {
      readonly kind: 'range';
      readonly at: Place;
      readonly from?: string | number;
      readonly to?: string | number;
    }
  /** The day of the assessment. ISO dates, ends included. */
  | { readonly kind: 'day'; readonly from?: string; readonly to?: string }
  /** The number of members of a list. */
  | { readonly kind: 'length'; readonly at: Place; readonly atLeast?: number; readonly atMost?: number }
  | { readonly kind: 'reading'; readonly ambiguity: string; readonly readings: readonly string[] }
  /** The rule applied, or the definition was yes, on the old side: whenever it did, the rest makes the change. */
  | { readonly kind: 'formerly' }
  /** `side`: what only that side says of it, where they differ. */
  | {
      readonly kind: 'definition';
      readonly name: string;
      readonly of?: string;
      readonly side?: 'old' | 'new';
      readonly holds: boolean;
    }
  | {
      readonly kind: 'comparison';
      readonly left: Quantity;
      readonly relation: Relation;
      readonly right: Quantity;
    };

/** `notAfter`, `after`: of numbers, not more, more. */
export type Relation = 'notAfter' | 'after' | 'same' | 'other';

/** A definition that a node says the same as. */
export interface Named {
  readonly name: string;
  readonly of?: string;
  /** The side on which it says that, where the sides differ. */
  readonly side?: 'old' | 'new';
  /** Whether the definition holds where the node does. */
  readonly holds: boolean;
}

/** Tells the conditions of a class; those about one fact together. `formerly`: the nodes of the statement's own old outcome. */
export function circumstancesOf(
  form: Form,
  variables: Variables,
  named: ReadonlyMap<NodeId, Named>,
  formerly: ReadonlySet<NodeId>,
  cube: readonly Given[],
): readonly Circumstance[] {
  const teller = new Teller(form, variables);
  if (cube.some(({ node }) => formerly.has(node))) teller.told.push({ kind: 'formerly' });
  for (const { node, holds } of cube) {
    if (formerly.has(node)) continue;
    const definition = named.get(node);
    if (definition === undefined) teller.add(node, holds);
    else {
      const { holds: positive, ...about } = definition;
      teller.told.push({ kind: 'definition', ...about, holds: positive === holds });
    }
  }
  return teller.all();
}

/** What is left of the values of a whole-number variable. */
interface Rest {
  min: number;
  max: number;
  readonly not: Set<number>;
}

class Teller {
  readonly told: Circumstance[] = [];
  readonly #form: Form;
  readonly #variables: Variables;
  readonly #rests = new Map<NodeId, Rest>();
  readonly #lengths = new Map<string, { at: Place; atLeast?: number; atMost?: number }>();

  constructor(form: Form, variables: Variables) {
    this.#form = form;
    this.#variables = variables;
  }

  add(id: NodeId, holds: boolean): void {
    const node = this.#form.node(id);
    if (node.op === 'boolVar') this.#addTruth(this.#meaningOf(id), holds);
    else if (node.op === 'le' || node.op === 'eq') this.#addComparison(node, holds);
    else throw new Error(`node ${id} is no condition`);
  }

  all(): readonly Circumstance[] {
    return [
      ...this.told.filter((one) => one.kind !== 'happened' || !one.holds || !this.#isBounded(one.at)),
      ...[...this.#rests].flatMap(([id, rest]) => this.#restOf(id, rest)),
      ...[...this.#lengths.values()].map((each) => ({ kind: 'length' as const, ...each })),
    ];
  }

  #addTruth(meaning: Meaning, holds: boolean): void {
    if (!('at' in meaning)) throw new Error(`a ${meaning.kind} is no truth`);
    const at = placeOf(meaning.at);
    if (meaning.kind === 'member') this.told.push({ kind: 'member', at, member: meaning.member, holds });
    else if (meaning.kind === 'notYet') this.told.push({ kind: 'happened', at, holds: !holds });
    else if (meaning.kind === 'longer') {
      const length = this.#lengths.get(at.path) ?? { at };
      this.#lengths.set(at.path, length);
      if (holds) length.atLeast = Math.max(length.atLeast ?? 0, meaning.than + 1);
      else length.atMost = Math.min(length.atMost ?? Number.POSITIVE_INFINITY, meaning.than);
    } else this.told.push({ kind: 'fact', at, holds });
  }

  #addComparison(
    { op, left, right }: { readonly op: 'le' | 'eq'; readonly left: NodeId; readonly right: NodeId },
    holds: boolean,
  ): void {
    const [a, b] = [this.#form.node(left), this.#form.node(right)];
    const known = a.op === 'intVar' && b.op === 'int' ? ([left, b.value, true] as const) : undefined;
    const swapped = b.op === 'intVar' && a.op === 'int' ? ([right, a.value, false] as const) : undefined;
    const simple = known ?? swapped;
    if (simple === undefined) {
      const relation = op === 'eq' ? (holds ? 'same' : 'other') : holds ? 'notAfter' : 'after';
      const sides = quantitiesOf(this.#form, this.#variables, left, right);
      this.told.push({ kind: 'comparison', relation, ...sides });
      return;
    }
    const [id, value, isLeft] = simple;
    const range = this.#form.rangeOf(id);
    const rest = this.#rests.get(id) ?? { min: range.min, max: range.max, not: new Set<number>() };
    this.#rests.set(id, rest);
    if (op === 'eq') {
      if (holds) [rest.min, rest.max] = [value, value];
      else rest.not.add(value);
    } else if (isLeft === holds) {
      // variable <= value, or not value <= variable
      rest.max = Math.min(rest.max, holds ? value : value - 1);
    } else rest.min = Math.max(rest.min, holds ? value : value + 1);
  }

  /** Whether it is told between which days something happened, so that it need not be told that it did. */
  #isBounded({ path, newOnly }: Place): boolean {
    return [...this.#rests.keys()].some((id) => {
      const meaning = this.#meaningOf(id);
      if (meaning.kind !== 'date') return false;
      const at = placeOf(meaning.at);
      return at.path === path && at.newOnly === newOnly;
    });
  }

  #restOf(id: NodeId, rest: Rest): readonly Circumstance[] {
    const meaning = this.#meaningOf(id);
    const range = this.#form.rangeOf(id);
    const isLeft = (value: number): boolean => value >= rest.min && value <= rest.max && !rest.not.has(value);
    const left = (names: readonly string[]): readonly string[] => names.filter((_, i) => isLeft(i));
    const ends = <T>(write: (value: number) => T): { readonly from?: T; readonly to?: T } => ({
      ...(rest.min > range.min ? { from: write(rest.min) } : {}),
      ...(rest.max < range.max ? { to: write(rest.max) } : {}),
    });
    const within = (at: Place, write: (value: number) => string | number): readonly Circumstance[] => {
      const bounds = ends(write);
      const others = [...rest.not].filter((value) => value >= rest.min && value <= rest.max);
      return [
        ...(Object.keys(bounds).length === 0 ? [] : [{ kind: 'range' as const, at, ...bounds }]),
        ...others.map((value) => ({
          kind: 'comparison' as const,
          left: { kind: 'fact' as const, at },
          relation: 'other' as const,
          right: { kind: 'constant' as const, value: write(value) },
        })),
      ];
    };
    const day = (value: number): string => formatDay(value as Day);
    switch (meaning.kind) {
      case 'reading':
        return [{ kind: 'reading', ambiguity: meaning.ambiguity, readings: left(meaning.readings) }];
      case 'asOf':
        return [{ kind: 'day', ...ends(day) }];
      case 'enum':
        return [valuesOf(placeOf(meaning.at), meaning.members, isLeft)];
      case 'text': {
        const at = placeOf(meaning.at);
        const others = meaning.texts.filter((_, i) => rest.not.has(i));
        return rest.min === rest.max
          ? [{ kind: 'oneOf', at, values: left(meaning.texts) }]
          : [{ kind: 'noneOf', at, values: others }];
      }
      case 'number':
        return within(placeOf(meaning.at), (value) => numberOf(value, meaning.places));
      case 'date':
        return within(placeOf(meaning.at), day);
      case 'months':
        return within(placeOf(meaning.at), (value) => formatDuration(packDuration(value, 0)));
      case 'days':
        return within(placeOf(meaning.at), (value) => formatDuration(packDuration(0, value)));
      default:
        throw new Error(`a ${meaning.kind} is no number`);
    }
  }

  #meaningOf(id: NodeId): Meaning {
    const meaning = this.#variables.meanings.get(id);
    if (meaning === undefined) throw new Error(`node ${id} is no variable of a case`);
    return meaning;
  }
}

/** The values that are left of an enum, or those that are not, whichever are fewer. */
function valuesOf(at: Place, members: readonly string[], isLeft: (value: number) => boolean): Circumstance {
  const [left, others] = [members.filter((_, i) => isLeft(i)), members.filter((_, i) => !isLeft(i))];
  return left.length > 2 && others.length < left.length
    ? { kind: 'noneOf', at, values: others }
    : { kind: 'oneOf', at, values: left };
}
