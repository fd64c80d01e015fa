import { expect, test } from 'vitest';
import { chooseTruth, type Truth } from './assess-truth.ts';
import {
  type Cells,
  freshCells,
  giveBack,
  giveTruth,
  mark,
  runUnits,
  screenNetwork,
  takeCells,
} from './screen-network.ts';

const [a, b, c, day] = [2, 3, 4, 8];
/** `a and not b`, a choice by `c` between that and `compliedWith`, and code that turns on the day. */
const network = screenNetwork({
  statuses: ['compliedWith'],
  facts: { a, b, c },
  asOf: day,
  readings: {},
  first: 5,
  units: [2, 2 * a, 2 * b + 1, 1, 2 * c, 2 * 5, 2, 0, 1, 1, day],
  binding: [],
  bearings: [],
});
const truths: readonly Truth[] = [0, 1, 3];
const compliedWith = 2;

function evaluated(cells: Cells): {
  readonly values: readonly (number | undefined)[];
  readonly calls: number;
} {
  let calls = 0;
  runUnits(cells, [
    (run): void => {
      calls += 1;
      giveTruth(run, 7, 3);
    },
  ]);
  return { values: [5, 6, 7].map((place) => cells.cells[2 * place]), calls };
}

const nothing = freshCells(network);
const known = evaluated(nothing);

test('of nothing known all is evaluated', () => {
  expect(known).toEqual({ values: [1, 1, 3], calls: 1 });
  expect(nothing.words[compliedWith]).toBe('compliedWith');
});

test('what is given comes to what it comes to on its own, whatever was given before', () => {
  for (const first of truths) {
    for (const second of truths) {
      for (const third of truths) {
        const cells = takeCells(network, nothing.cells);
        for (const [place, truth] of [[a, first] as const, [b, second] as const, [c, third] as const])
          giveTruth(cells, place, truth);
        const both = first & (second === 1 ? 1 : 3 - second);
        const chosen = chooseTruth(third, both, compliedWith);
        expect(evaluated(cells)).toEqual({ values: [both, chosen, 3], calls: 0 });
        giveBack(cells);
      }
    }
  }
});

test('code is evaluated where what it turns on is marked', () => {
  const cells = takeCells(network, nothing.cells);
  mark(cells, day);
  expect(evaluated(cells)).toEqual({ ...known, calls: 1 });
  giveBack(cells);
});

test('cells are lent to one at a time', () => {
  const [one, other] = [takeCells(network, nothing.cells), takeCells(network, nothing.cells)];
  expect(one.cells).not.toBe(other.cells);
  giveBack(one);
  expect(takeCells(network, nothing.cells).cells).toBe(one.cells);
});
