/** Random plans × random cases: emitted code and the interpreter agree on everything. */
import { emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plansAndCases } from '../generators/plan-arbitrary.ts';
import { expectSameAssessment, expectSameDecision } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';

const numRuns = 1000;

test('emitted code agrees with the interpreter', () => {
  const seen = { assessed: 0, decided: 0, unknown: 0, refused: 0 };
  fc.assert(
    fc.property(plansAndCases, ({ plan, asOf, readings, complete, partial, less }) => {
      const loaded = loadPlan(plan);
      const files = emitPack(plan);
      for (const goal of plan.goals) {
        const text = files.find(({ path }) => path === `goal/${goal.name}.ts`)?.text ?? '';
        const emitted = loadEmitted(text);
        for (const facts of [complete, partial, less]) {
          expectSameAssessment(loaded, emitted, goal.name, { facts, asOf, readings });
          seen.assessed += 1;
        }
        const compared = expectSameDecision(loaded, emitted, goal, { facts: complete, asOf, readings });
        seen[compared ? 'decided' : 'refused'] += 1;
      }
    }),
    { numRuns, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  );
  expect(seen.decided).toBeGreaterThan(numRuns);
  expect(seen.assessed).toBeGreaterThan(3 * numRuns);
});

test('emitted code refuses what the interpreter refuses, in the same words', () => {
  let refused = 0;
  const junk = fc.oneof(
    fc.constantFrom(
      null,
      1,
      'yes',
      [],
      {},
      true,
      '2021-13-01',
      '2021-01-05',
      { atLeast: [] },
      { atLeast: 1 },
      [{}],
      [null],
      1e13,
      0.123,
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  fc.assert(
    fc.property(
      plansAndCases,
      fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 3 }),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom('x', '2021-02-30', '1900-01-01') },
      ),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constantFrom({ ambiguity0: 'z' }, { nothing: 'a' }) },
      ),
      ({ plan, asOf, complete }, changes, day, readings) => {
        const loaded = loadPlan(plan);
        const goals = plan.goals.slice(0, 1);
        const goal = goals[0]?.name ?? '';
        const text = emitPack({ ...plan, goals }).find(({ path }) => path === `goal/${goal}.ts`)?.text ?? '';
        const facts: Record<string, unknown> = { ...complete };
        const names = [...Object.keys(complete), 'nosuch', 'constructor', 'toString'];
        for (const [at, value] of changes) facts[names[at % names.length] ?? ''] = value;
        const isRefused = expectSameAssessment(loaded, loadEmitted(text), goal, {
          facts,
          asOf: day ?? asOf,
          readings,
        });
        if (isRefused) refused += 1;
      },
    ),
    { numRuns, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  );
  expect(refused).toBeGreaterThan(numRuns / 4);
});
