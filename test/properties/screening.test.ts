/** `screen` of all goals says what the interpreter's assessment of all goals says: plans, programs and packs. */
import { emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { type Day, formatDay } from '@proviso/runtime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plansAndCases } from '../generators/plan-arbitrary.ts';
import { programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import { expectSameScreening } from '../support/emit-check.ts';
import { type EmittedGoal, loadEmitted } from '../support/load-emitted.ts';
import { readPack } from '../support/read-pack.ts';

function screenOf(plan: Plan): EmittedGoal {
  return loadEmitted(emitPack(plan).find(({ path }) => path === 'screen.ts')?.text ?? '');
}

test('of generated plans', () => {
  let told = 0;
  fc.assert(
    fc.property(plansAndCases, ({ plan, asOf, readings, complete, partial, less }) => {
      const [loaded, screen] = [loadPlan(plan), screenOf(plan)];
      for (const facts of [complete, partial, less]) {
        if (!expectSameScreening(loaded, screen, { facts, asOf, readings })) told += 1;
      }
    }),
    { numRuns: 400, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  );
  expect(told).toBeGreaterThan(1000);
});

test('of generated programs', () => {
  const seen = { told: 0, refused: 0 };
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      const screen = screenOf(program.pack.plan);
      for (const { asOf, readings, complete, partial } of cases) {
        for (const facts of [complete, partial]) {
          const isRefused = expectSameScreening(program.loaded, screen, { facts, asOf, readings });
          seen[isRefused ? 'refused' : 'told'] += 1;
        }
      }
    }),
    { numRuns: 250, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  );
  expect(seen.told).toBeGreaterThan(1000);
  expect(seen.refused).toBeGreaterThan(10);
});

test.each([
  ['tenancy-deposits', 1],
  ['ico-political-campaigning', 12],
])('of every scenario of %s, or of one in so many: %i', (name, step) => {
  const { plan } = readPack(name);
  const [loaded, screen] = [loadPlan(plan), screenOf(plan)];
  const taken = plan.scenarios.filter((_, index) => index % step === 0);
  expect(taken.length).toBeGreaterThan(10);
  for (const { facts, asOf, readings } of taken)
    expectSameScreening(loaded, screen, { facts, asOf: formatDay(asOf as Day), readings });
});
