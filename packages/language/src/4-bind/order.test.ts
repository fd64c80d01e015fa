import { expect, test } from 'vitest';
import { dependencyOrder } from './order.ts';

const uses = (graph: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(graph).map(([name, used]) => [name, new Set(used)]));

test('keeps the given order where nothing else is asked', () => {
  expect(dependencyOrder(uses({ c: [], a: [], b: [] }), () => expect.unreachable())).toEqual(['c', 'a', 'b']);
});

test('puts what is used before what uses it, in the given order', () => {
  expect(
    dependencyOrder(uses({ a: ['d', 'b'], b: [], c: [], d: ['c'] }), () => expect.unreachable()),
  ).toEqual(['b', 'c', 'd', 'a']);
});

test('names a circle once, closed, from its first name', () => {
  const circles: (readonly string[])[] = [];
  dependencyOrder(uses({ x: ['a'], a: ['b'], b: ['c'], c: ['a', 'b'] }), (path) => circles.push(path));
  expect(circles).toEqual([['a', 'b', 'c', 'a']]);
});

test('passes over names that are not there', () => {
  expect(dependencyOrder(uses({ a: ['gone'] }), () => expect.unreachable())).toEqual(['a']);
});

test('a chain of a hundred thousand does not exhaust the stack', () => {
  const chain = Array.from({ length: 100_000 }, (_, i): [string, Set<string>] => [
    `n${i}`,
    new Set([`n${i + 1}`]),
  ]);
  const order = dependencyOrder(new Map(chain), () => expect.unreachable());
  expect([order[0], order.at(-1)]).toEqual(['n99999', 'n0']);
});
