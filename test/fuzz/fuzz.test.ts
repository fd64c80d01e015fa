/**
 * Each target tries a fixed number of inputs from a fixed seed, so that a run is repeated by the next one and ends when it
 * is done and not when a clock says so. `pnpm fuzz` goes on for longer, from another seed.
 */
import { expect, test } from 'vitest';
import { seed } from '../support/seed.ts';
import { keep } from './keep.ts';
import { targets } from './targets.ts';
import { watch } from './watch.ts';

const all = new URL('targets.ts', import.meta.url).href;
const trial = new URL('trial-targets.ts', import.meta.url).href;

test.each(Object.entries(targets))('%s: nothing is found', async (target, { inCi: count }) => {
  const outcome = await watch({ targets: all, target, seed, count });
  expect(outcome.kind === 'nothing' ? outcome.tried : keep(target, seed, outcome)).toBe(count);
});

test('a fault is found, with the smallest input that shows it', async () => {
  const found = await watch({ targets: trial, target: 'throwing', seed, count: 1000 });
  expect(found).toMatchObject({ kind: 'failed', input: 'a' });
  expect(found).toHaveProperty('error', expect.stringContaining('there is an a in it'));
});

test('an input that brings the process down is found', async () => {
  const found = await watch({ targets: trial, target: 'crashing', seed, count: 1000 });
  expect(found).toMatchObject({
    kind: 'failed',
    input: expect.stringContaining('a'),
    error: expect.stringContaining('SIGABRT'),
  });
});

test('an input that hangs is found, and its process ended', async () => {
  const patience = { start: 60_000, input: 1000 };
  const found = await watch({ targets: trial, target: 'hanging', seed, count: 1000 }, patience);
  expect(found).toMatchObject({ kind: 'hung', error: 'no answer within 1 seconds' });
  const input = 'input' in found ? found.input : '';
  expect(input.length).toBeGreaterThan(20);
  const again = await watch({ targets: trial, target: 'hanging', seed, inputs: [input] }, patience);
  expect(again).toMatchObject({ kind: 'hung', index: 0, input });
});

test('where there is no fault nothing is found', async () => {
  expect(await watch({ targets: trial, target: 'sound', seed, count: 50 })).toEqual({
    kind: 'nothing',
    tried: 50,
  });
});
