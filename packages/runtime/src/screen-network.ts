/**
 * The network that `screen` functions evaluate. What policies say is mostly yes/no logic on yes/no facts, and the statuses of
 * rules: a few numbers a node say it, where code for it was more than a processor keeps at hand. The rest is code.
 *
 * Whatever turns out one way or another has a place. A truth or status at a place has two cells: its value, and the negation
 * of that. Nodes say which cells they take.
 */
import type { Truth } from './assess-truth.ts';
import type { Status } from './assessment.ts';

/** By property of the facts inside: its place. */
export interface FactPlaces {
  readonly [property: string]: number | FactPlaces;
}

/** A network as emitted code states it. Cells are twice the place, one more for the negation. */
export interface NetworkText {
  /** Place 0 holds `no`; these statuses have the places after it. */
  readonly statuses: readonly Status[];
  readonly facts: FactPlaces;
  /** The place of the day of the assessment, on which also turns what has something to report of dates. */
  readonly asOf: number;
  readonly readings: Readonly<Record<string, number>>;
  /** The place of what the first unit gives; what others give follows in their order. */
  readonly first: number;
  /**
   * What is evaluated, in order. A conjunction: how many cells, two or more, and the cells. A choice: 1, the cells of the guard
   * and of what holds with and without it. Code: 0, to how many places it gives, on how many it turns, and these.
   */
  readonly units: readonly number[];
  /** The cells of the statuses of binding rules. */
  readonly binding: readonly number[];
  /** The cells of what binding rules of many instances say to the verdict. */
  readonly bearings: readonly number[];
}

/** Numbers from 0, as short as they may be. */
type Numbers = Uint16Array | Uint32Array;

/** A network made ready to be evaluated. */
export interface Network extends NetworkText {
  readonly cells: number;
  readonly count: number;
  /** By unit: 2 for a conjunction, 1 for a choice, 0 for code. */
  readonly kinds: Uint8Array;
  /** By unit: where its cells begin; with one more at the end. */
  readonly starts: Numbers;
  readonly taken: Numbers;
  /** By unit: the place it gives to; of code, its number. */
  readonly gives: Numbers;
  /** By place: where the units that turn on it begin; with one more at the end. */
  readonly turningStarts: Numbers;
  readonly turning: Numbers;
  /** Cells that no screening is using. */
  readonly spare: Cells[];
}

/** What an evaluation works on: the cells, and one bit for each unit that is to be evaluated. */
export interface Cells {
  readonly network: Network;
  /** By what a cell holds, the status that it is: 1 is undetermined, as it is unknown of a truth; 0 is none. */
  readonly words: readonly Status[];
  readonly cells: Uint8Array;
  readonly due: Int32Array;
}

/** Makes a network ready. */
export function screenNetwork(text: NetworkText): Network {
  const { units, first } = text;
  const kinds: number[] = [];
  const starts: number[] = [];
  const taken: number[] = [];
  const gives: number[] = [];
  const turning: number[][] = [];
  const turn = (place: number): void => {
    const unit = kinds.length;
    const on = (turning[place] ??= []);
    if (on.at(-1) !== unit) on.push(unit);
  };
  let place = first;
  let code = 0;
  for (let at = 0; at < units.length; ) {
    const head = units[at] as number;
    const isCode = head === 0;
    const from = at + (isCode ? 3 : 1);
    const to = from + (isCode ? (units[at + 2] as number) : head === 1 ? 3 : head);
    starts.push(taken.length);
    for (const input of units.slice(from, to)) {
      turn(isCode ? input : input >> 1);
      if (!isCode) taken.push(input);
    }
    gives.push(isCode ? code : place);
    kinds.push(Math.min(head, 2));
    place += isCode ? (units[at + 1] as number) : 1;
    code += isCode ? 1 : 0;
    at = to;
  }
  const places = Math.max(place, turning.length, text.asOf + 1);
  const turningStarts = [0];
  for (let each = 0; each < places; each += 1)
    turningStarts.push((turningStarts.at(-1) ?? 0) + (turning[each]?.length ?? 0));
  return {
    ...text,
    cells: 2 * place,
    count: kinds.length,
    kinds: Uint8Array.from(kinds),
    starts: numbers([...starts, taken.length]),
    taken: numbers(taken),
    gives: numbers(gives),
    turningStarts: numbers(turningStarts),
    turning: numbers(turning.flat()),
    spare: [],
  };
}

function numbers(of: readonly number[]): Numbers {
  return of.some((each) => each > 0xffff) ? Uint32Array.from(of) : Uint16Array.from(of);
}

/** The cells of the case of which nothing is known before it is evaluated: all of it is to be. */
export function freshCells(network: Network): Cells {
  const cells = new Uint8Array(network.cells).fill(1);
  set(cells, 0, 0);
  network.statuses.forEach((_, i) => set(cells, i + 1, i + 2));
  const due = new Int32Array(Math.ceil(network.count / 32));
  for (let unit = 0; unit < network.count; unit += 1) markUnit(due, unit);
  return { network, words: wordsOf(network), cells, due };
}

/**
 * Cells that are as `known` ones, with nothing due: those that another screening gave back, where there are some. One that is
 * cut short gives none back, and one that begins within another takes others.
 */
export function takeCells(network: Network, known: Uint8Array): Cells {
  const taken = network.spare.pop() ?? {
    network,
    words: wordsOf(network),
    cells: new Uint8Array(known.length),
    due: new Int32Array(Math.ceil(network.count / 32)),
  };
  taken.cells.set(known);
  return taken;
}

/** Gives cells back for the next screening, after an evaluation, which leaves nothing due. */
export function giveBack(cells: Cells): void {
  cells.network.spare.push(cells);
}

function wordsOf({ statuses }: Network): readonly Status[] {
  return ['undetermined', 'undetermined', ...statuses];
}

/** By value: its negation. */
const negations = Uint8Array.of(3, 1, 1, 0);

function set(cells: Uint8Array, place: number, value: number): void {
  cells[2 * place] = value;
  cells[2 * place + 1] = negations[value] ?? 1;
}

/** Marks the units that turn on a place. */
export function mark({ network, due }: Cells, place: number): void {
  const { turningStarts, turning } = network;
  const end = turningStarts[place + 1] as number;
  for (let at = turningStarts[place] as number; at < end; at += 1) {
    markUnit(due, turning[at] as number);
  }
}

function markUnit(due: Int32Array, unit: number): void {
  due[unit >> 5] = (due[unit >> 5] as number) | (1 << (unit & 31));
}

/** Gives a truth or status to a place. */
export function giveTruth(of: Cells, place: number, value: Truth): void {
  const { cells } = of;
  if (cells[2 * place] === value) return;
  set(cells, place, value);
  mark(of, place);
}

/** Evaluates the units that are due, or fall due meanwhile; leaves none due. */
export function runUnits<Run extends Cells>(run: Run, parts: readonly ((run: Run) => void)[]): void {
  const { network, cells, due } = run;
  const { kinds, starts, taken, gives } = network;
  for (let word = 0; word < due.length; word += 1) {
    for (let bits = due[word] as number; bits !== 0; bits = due[word] as number) {
      due[word] = bits & (bits - 1);
      const unit = 32 * word + 31 - Math.clz32(bits & -bits);
      const kind = kinds[unit];
      const gift = gives[unit] as number;
      if (kind === 0) {
        parts[gift]?.(run);
        continue;
      }
      let at = starts[unit] as number;
      let value: number;
      if (kind === 2) {
        const end = starts[unit + 1] as number;
        value = 3;
        for (; at < end; at += 1) value &= cells[taken[at] as number] as number;
      } else {
        const guard = cells[taken[at] as number];
        const then = cells[taken[at + 1] as number] as number;
        const rest = cells[taken[at + 2] as number] as number;
        value = guard === 3 ? then : guard === 0 || then === rest ? rest : 1;
      }
      if (cells[2 * gift] === value) continue;
      set(cells, gift, value);
      mark(run, gift);
    }
  }
}
