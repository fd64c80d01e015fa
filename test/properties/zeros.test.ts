/** There is one zero: arithmetic that would make JavaScript's negative zero makes 0, in both back ends. */
import { compilePack, emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { expect, test } from 'vitest';
import { loadEmitted } from '../support/load-emitted.ts';

const text = `
pack test.zeros { title "Zeros" version "1.0.0" period from 2018-05-25 }
source code "A code" { status draft }
fact price: decimal(2) { ask "Price?" }
define negated: decimal(2) { say "{value}" means 0 - 2 * price cite code p.1 }
define lower: decimal(2) { say "{value}" means 0 - price cite code p.1 }
define none: decimal(2) { say "{value}" means 0 * price cite code p.1 }
define both: decimal(2) { say "{value}" means 0 - (price - 3 * price) - 2 * price cite code p.1 }
goal zeros { negated, lower, none, both }
`;
const names = ['negated', 'lower', 'none', 'both'];

test.each([0, -0, 12.5, -12.5])('no negative zero comes of %d', (price) => {
  const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const file = emitPack(value.plan, value.phrases).find(({ path }) => path === 'goal/zeros.ts');
  const { decideZeros, completeZeros, assessZeros } = loadEmitted(file?.text ?? '');
  const options = { asOf: '2026-01-01' };
  const interpreter = loadPlan(value.plan);
  const assessed = interpreter.assess({ price }, { ...options, goals: ['zeros'] });
  expect(assessZeros?.({ price }, options)).toEqual(assessed);
  const decided = decideZeros?.(completeZeros?.({ price }), 20_000) as Readonly<Record<string, number>>;
  for (const name of names) {
    const result = assessed.definitions[name];
    if (result === undefined || 'instances' in result) throw new Error(`${name} has no value`);
    expect(Object.is(result.value, -0)).toBe(false);
    expect(Object.is(decided[name], Math.round(Number(result.value) * 100) + 0)).toBe(true);
  }
});
