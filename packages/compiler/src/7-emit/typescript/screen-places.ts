/** Places of a screening's network: what units turn on. Where all of that is as when nothing is known, so is what they give. */
import type { Inside, Property } from './inside.ts';
import { registry } from './assess-read.ts';
import { type Doc, group, line, list } from './layout.ts';
import { ambiguitiesOf } from './slice.ts';
import { key } from './spelling.ts';
import { mentions } from './unused.ts';

/** What is given with a case: the day, a reading, a fact by its path inside. */
type Given = 'asOf' | `readings.${string}` | `facts.${string}`;

/** By property of the facts inside: its place. */
interface FactPlaces extends Map<string, number | FactPlaces> {}

/** Something to be evaluated: a node of the logic, or code. */
type Unit =
  | { readonly node: readonly number[] }
  | { readonly gives: number; readonly takes: readonly (number | Given)[] };

/** The places of a network, in the order in which the runtime counts them. */
export class Places {
  readonly #inside: Inside;
  readonly #units: Unit[] = [];
  /** The places of what is given with a case, as far as they are known. */
  readonly #given = new Map<Given, number>();
  /** The place of what the first unit gives. */
  readonly #first: number;
  #next: number;

  /** Facts that logic is about have places that come before all that is evaluated, and after the first ones, for constants. */
  constructor(inside: Inside, constants: number, facts: readonly string[]) {
    this.#inside = inside;
    this.#next = constants;
    for (const fact of facts)
      if (!this.#given.has(this.#fact(fact))) this.#given.set(this.#fact(fact), this.#take());
    this.#first = this.#next;
  }

  /** The place of a fact that logic is about, by JavaScript for it. */
  ofFact(text: string): number {
    const place = this.#given.get(this.#fact(text));
    if (place === undefined) throw new Error(`\`${text}\` has no place`);
    return place;
  }

  /** Adds a node; gives its place. */
  node(node: readonly number[]): number {
    this.#units.push({ node });
    return this.#take();
  }

  /** Takes a place for something that code gives, which is added next. */
  gift(): number {
    return this.#take();
  }

  /** Adds code that gives to so many places: what its text mentions, and the places of what it takes beside that. */
  code(text: string, takes: readonly number[], gives: number): void {
    const given: Given[] = [];
    // What reports a date outside the period does so in every case.
    if (['asOf', 'today', 'problems'].some((name) => mentions(text, name))) given.push('asOf');
    for (const { name } of ambiguitiesOf(this.#inside.slice))
      if (new RegExp(`\\breadings\\.${name}\\b`).test(text)) given.push(`readings.${name}`);
    const facts = [...text.matchAll(/(?<![\w$.])facts(?:\.[A-Za-z_$][\w$]*)+/g)].map(([path]) =>
      this.#fact(path),
    );
    this.#units.push({ gives, takes: [...new Set([...takes, ...given, ...facts])] });
  }

  /** JavaScript for the fields of the network that state it. */
  fields(): readonly Doc[] {
    const placeOf = (each: number | Given): number => {
      if (typeof each === 'number') return each;
      const place = this.#given.get(each) ?? this.#take();
      this.#given.set(each, place);
      return place;
    };
    const units = this.#units.flatMap((unit) =>
      'node' in unit ? unit.node : [0, unit.gives, unit.takes.length, ...unit.takes.map(placeOf)],
    );
    const asOf = placeOf('asOf');
    const facts: FactPlaces = new Map();
    const readings: Doc[] = [];
    for (const [given, place] of this.#given) {
      const [kind, ...path] = given.split('.');
      if (kind === 'readings') readings.push(`${key(path.join('.'))}: ${place}`);
      if (kind === 'facts') enter(facts, path, place);
    }
    return [
      ['facts: ', factsText(facts)],
      `asOf: ${asOf}`,
      ['readings: ', list('{', readings, '}', line)],
      `first: ${this.#first}`,
      ['units: ', list('[', units.map(String), ']')],
    ];
  }

  #take(): number {
    this.#next += 1;
    return this.#next - 1;
  }

  /** What JavaScript for a fact, or something of it, turns on. */
  #fact(text: string): Given {
    const [, ...path] = text.split('.');
    let record = '';
    const steps: string[] = [];
    for (const step of path) {
      const { properties } = this.#inside.owner(record);
      const found = properties.find(({ name, text: own }) => name === step || own === step);
      if (found?.field.type.kind !== 'record') {
        // An instance has another place among all where there are others.
        return found === undefined && record !== ''
          ? `facts.${registry(record)}`
          : `facts.${[...steps, found?.name ?? step].join('.')}`;
      }
      record = found.record ?? '';
      steps.push(step);
    }
    throw new Error(`a part turns on the whole of \`${path.join('.')}\``);
  }
}

function enter(facts: FactPlaces, [step = '', ...rest]: readonly string[], place: number): void {
  if (rest.length === 0) {
    facts.set(step, place);
    return;
  }
  const inner = facts.get(step);
  const next: FactPlaces = inner instanceof Map ? inner : new Map();
  facts.set(step, next);
  enter(next, rest, place);
}

function factsText(facts: FactPlaces): Doc {
  const fields = [...facts].map(([name, of]) =>
    group(`${key(name)}: `, typeof of === 'number' ? String(of) : factsText(of)),
  );
  return list('{', fields, '}', line);
}
/** JavaScript for what a property holds where nothing is known; undefined where that is an object. */
export function unknownValue({ field, text }: Property, name: string): string | undefined {
  if (text === name) return 'undefined';
  switch (field.type.kind) {
    case 'yesno':
      return '1';
    case 'set':
    case 'list':
    case 'record':
      return undefined;
    default:
      return 'undefined';
  }
}
