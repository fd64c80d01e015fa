/** Trying some thousands of assignments drawn by a fixed rule. They only ever find; that none of them fits proves nothing. */
import { beforeAll, notYet } from '@proviso/runtime';
import type { Assignment } from '../form/assignment.ts';
import { coneOf } from '../form/cone.ts';
import type { Form, NodeId } from '../form/form.ts';
import { type Choice, isValueOf } from './choices.ts';
import { Lanes } from './lanes.ts';

const words = 32;
/** Blocks of `words` × 32 samples without a seed. */
const blocks = 3;
/** A seed is tried as it is, and so many times less one with some of its values drawn anew. */
const perSeed = 32;

/**
 * The first of the samples under which all hold. Those from seeds come first, values that a seed does not give being drawn.
 * The same question always has the same samples.
 */
export function sample(
  form: Form,
  all: readonly NodeId[],
  choices: readonly Choice[],
  seeds: readonly Assignment[],
): Assignment | undefined {
  // Where a variable has no value left to try, nothing can hold.
  if (choices.some(({ values }) => values?.length === 0)) return undefined;
  const lanes = new Lanes(form, all, words);
  const random = randomNumbers();
  const fill = filler(form, all, choices, random);
  const seeded = seeds.length * perSeed;
  for (let block = 0; block < Math.ceil(seeded / lanes.size) + blocks; block += 1) {
    fill(lanes);
    for (let lane = 0; lane < lanes.size; lane += 1) {
      const at = block * lanes.size + lane;
      const seed = seeds[Math.floor(at / perSeed)];
      if (seed === undefined) break;
      for (const { variable } of choices) {
        const value = seed.get(variable);
        if (value === undefined || !isValueOf(form, variable, value)) continue;
        if (at % perSeed === 0 || random() < 0.9) lanes.set(variable, lane, value);
      }
    }
    const lane = lanes.firstWhereAllHold();
    if (lane !== undefined) return lanes.assignmentIn(lane);
  }
  return undefined;
}

/** Gives every variable values in all lanes: drawn from its choices where they are few, else near constants of the question. */
function filler(
  form: Form,
  all: readonly NodeId[],
  choices: readonly Choice[],
  random: () => number,
): (lanes: Lanes) => void {
  const upTo = (count: number): number => Math.floor(random() * count);
  const word = (): number => upTo(2 ** 32) | 0;
  // Most conditions need many facts that are all yes, or all no: a half, a quarter or an eighth of them are the other.
  const mixes = [
    (): number => word(),
    (): number => word() & word(),
    (): number => word() | word(),
    (): number => word() & word() & word(),
    (): number => word() | word() | word(),
  ];
  const constants = coneOf(form, all).flatMap((id) => {
    const node = form.node(id);
    const isFinite = node.op === 'int' && node.value !== notYet && node.value !== beforeAll;
    return isFinite ? [node.value - 1, node.value, node.value + 1] : [];
  });
  const numbers = choices.map(({ variable, values }): (() => number) | undefined => {
    const node = form.node(variable);
    if (node.op !== 'intVar') return undefined;
    const { min, max } = node.range;
    if (values !== undefined) return () => Number(values[upTo(values.length)]);
    const near = [min, max, ...constants.filter((value) => min <= value && value <= max)];
    return () => {
      const how = random();
      if (how < 0.2) return min + upTo(max - min + 1);
      // An offset of some days or months, or of as much as another constant.
      const offset = how < 0.6 ? 0 : how < 0.8 ? upTo(801) - 400 : (constants[upTo(constants.length)] ?? 0);
      return Math.min(max, Math.max(min, (near[upTo(near.length)] ?? min) + offset));
    };
  });
  return (lanes) => {
    for (const [i, { variable, values }] of choices.entries()) {
      const number = numbers[i];
      if (number !== undefined) {
        for (let lane = 0; lane < lanes.size; lane += 1) lanes.set(variable, lane, number());
        continue;
      }
      for (let at = 0; at < words; at += 1) {
        const bits = mixes[at % mixes.length]?.() ?? 0;
        lanes.setWord(variable, at, values?.length === 1 ? (values[0] === true ? -1 : 0) : bits);
      }
    }
  };
}

/** Numbers from 0 up to 1 that look drawn by chance and are always the same (mulberry32). */
function randomNumbers(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
