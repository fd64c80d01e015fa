/** What parts of a screening turn on: where all of that is as when nothing is known, so is what they give. */
import type { Inside, Property } from './inside.ts';
import { registry } from './assess-read.ts';
import { type Doc, group, line, list } from './layout.ts';
import { ambiguitiesOf } from './slice.ts';
import { key } from './spelling.ts';
import { mentions } from './unused.ts';

/** By property of the facts inside: the parts that turn on it. */
interface FactTurning extends Map<string, number[] | FactTurning> {}

/** Which parts turn on what. */
export class Inputs {
  readonly #inside: Inside;
  readonly #asOf: number[] = [];
  readonly #readings = new Map<string, number[]>();
  readonly #facts: FactTurning = new Map();
  readonly #values: number[][] = [];

  constructor(inside: Inside) {
    this.#inside = inside;
  }

  /** Takes a place for a value that parts may turn on. */
  place(): number {
    this.#values.push([]);
    return this.#values.length - 1;
  }

  /** How many places have been taken. */
  get places(): number {
    return this.#values.length;
  }

  /** Notes what the text of a part mentions, and the values of earlier parts that it takes. */
  note(part: number, text: string, takes: readonly number[]): void {
    // What reports a date outside the period does so in every case.
    if (['asOf', 'today', 'problems'].some((name) => mentions(text, name))) this.#asOf.push(part);
    for (const { name } of ambiguitiesOf(this.#inside.slice)) {
      if (!new RegExp(`\\breadings\\.${name}\\b`).test(text)) continue;
      this.#readings.set(name, [...(this.#readings.get(name) ?? []), part]);
    }
    const paths = new Set(
      [...text.matchAll(/(?<![\w$.])facts((?:\.[A-Za-z_$][\w$]*)+)/g)].map(([, path]) => path ?? ''),
    );
    for (const path of paths) this.#noteFact(part, path.slice(1).split('.'));
    for (const at of takes) this.#values[at]?.push(part);
  }

  /** JavaScript for the whole. */
  text(): Doc {
    const numbers = (parts: readonly number[]): string => `[${parts.join(', ')}]`;
    const facts = (turning: FactTurning): Doc =>
      list(
        '{',
        [...turning].map(([name, parts]) =>
          group(`${key(name)}: `, Array.isArray(parts) ? numbers(parts) : facts(parts)),
        ),
        '}',
        line,
      );
    const readings = [...this.#readings].map(([name, parts]) => `${key(name)}: ${numbers(parts)}`);
    return list(
      '{',
      [
        ['facts: ', facts(this.#facts)],
        `asOf: ${numbers(this.#asOf)}`,
        ['readings: ', list('{', readings, '}', line)],
        ['values: ', list('[', this.#values.map(numbers), ']')],
      ],
      '}',
      line,
    );
  }

  #noteFact(part: number, path: readonly string[]): void {
    let record = '';
    let turning = this.#facts;
    for (const step of path) {
      const { properties } = this.#inside.owner(record);
      const found = properties.find(({ name, text }) => name === step || text === step);
      if (found?.field.type.kind !== 'record') {
        // An instance has another place among all where there are others.
        if (found === undefined && record !== '') add(this.#facts, registry(record), part);
        else add(turning, found?.name ?? step, part);
        return;
      }
      record = found.record ?? '';
      const inner = turning.get(step);
      const next: FactTurning = inner instanceof Map ? inner : new Map();
      turning.set(step, next);
      turning = next;
    }
    throw new Error(`a part turns on the whole of \`${path.join('.')}\``);
  }
}

function add(turning: FactTurning, name: string, part: number): void {
  const parts = turning.get(name);
  if (!Array.isArray(parts)) turning.set(name, [part]);
  else if (parts.at(-1) !== part) parts.push(part);
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
