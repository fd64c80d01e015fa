import { caseOf, valueAt } from '@proviso/interview';
import { FactsError } from '@proviso/runtime';
import { expect, test } from 'vitest';
import type { Told, Walk } from '../walk.ts';
import type { Engine, Standing } from './engine.ts';
import { revise } from './revise.ts';

/** A pack in which how it was sent is asked only of what was sent, and nothing is sent by pigeon. */
const engine = {
  standing: ({ told }: Walk): Standing => {
    const { facts } = caseOf(told);
    const problem = (path: string, message: string) => new FactsError([{ code: 'only-if', path, message }]);
    if (valueAt(facts, 'sent') === false && valueAt(facts, 'channel') !== undefined)
      throw problem('channel', 'only of what was sent');
    if (valueAt(facts, 'channel') === 'pigeon') throw problem('channel', 'not by pigeon');
    return {} as Standing;
  },
} as unknown as Engine;

const fact = (path: string, answer: unknown): Told => ({ path, list: false, answer });
const list = (path: string, answer: boolean): Told => ({ path, list: true, answer });
const walkOf = (...told: readonly Told[]): Walk => ({ goals: ['goal'], asOf: '2026-01-15', told });

test('an answer is changed in its place', () => {
  const walk = walkOf(fact('sent', true), fact('channel', 'post'));
  const { walk: after, dropped } = revise(engine, walk, 1, fact('channel', 'email'));
  expect(after.told).toEqual([fact('sent', true), fact('channel', 'email')]);
  expect(dropped).toEqual([]);
});

test('an answer that has no meaning beside the new one goes, and is named', () => {
  const walk = walkOf(fact('sent', true), fact('channel', 'post'), fact('other', true));
  const { walk: after, dropped } = revise(engine, walk, 0, fact('sent', false));
  expect(after.told).toEqual([fact('sent', false), fact('other', true)]);
  expect(dropped).toEqual([fact('channel', 'post')]);
});

test('what was told of a member goes with the member', () => {
  const walk = walkOf(list('letters', true), fact('letters[0].objects', true), list('letters', false));
  const { walk: after, dropped } = revise(engine, walk, 0, list('letters', false));
  expect(caseOf(after.told).facts).toEqual({ letters: [] });
  expect(dropped).toEqual([fact('letters[0].objects', true)]);
});

test('a new answer that cannot be is refused, and nothing else goes for it', () => {
  const walk = walkOf(fact('sent', true), fact('channel', 'post'));
  expect(() => revise(engine, walk, 1, fact('channel', 'pigeon'))).toThrow(FactsError);
});
