/** Random plans: what is proved of a condition holds of every case that is tried, and what is found is confirmed. */
import { loadPlan } from '@proviso/compiler/interpret';
import type { Condition } from '@proviso/compiler/plan';
import { defaultBounds, type Prover, proverOf, seek, Translation } from '@proviso/verify';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseOf, optionsOf } from '../generators/case-arbitrary.ts';
import { plans } from '../generators/plan-arbitrary.ts';
import { tapes } from '../generators/tape.ts';
import { answersOf, unlessRefused } from '../support/program-answers.ts';

// The generated cases have lists of up to three elements.
const bounds = { ...defaultBounds, listLength: 3 };
const casesPerPlan = 40;

let prover: Prover;
beforeAll(() => {
  prover = proverOf();
});
afterAll(async () => prover.close());

test('a condition that is proved never to hold, or never to fail, does neither in any case that is tried', async () => {
  const seen = { none: 0, found: 0, notDecided: 0, held: 0 };
  await fc.assert(
    fc.asyncProperty(
      plans,
      fc.array(tapes(600), { minLength: casesPerPlan, maxLength: casesPerPlan }),
      async (plan, caseTapes) => {
        const conditions = plan.definitions
          .filter(({ visible, param, type }) => visible && param === undefined && type.kind === 'yesno')
          .slice(0, 3)
          .map(({ id }): Condition => ({ name: `asked.${id}`, expr: { kind: 'ref', id }, cites: [] }));
        const sought = conditions.flatMap((condition) =>
          [true, false].map((holds) => ({ condition, holds })),
        );
        // A case that is found has been confirmed by the interpreter, or `seek` would have thrown.
        const shown = await seek(Translation.of(plan, bounds), prover, sought);
        const never = shown.flatMap((each, i) => {
          seen[each.kind] += 1;
          const { condition, holds } = sought[i]!;
          return each.kind === 'none'
            ? [`${condition.name.slice('asked.'.length)}: ${holds ? 'yes' : 'no'}`]
            : [];
        });
        const loaded = loadPlan(plan);
        for (const tape of caseTapes) {
          const each = caseOf(plan, tape);
          const assessment = unlessRefused(() => loaded.assess(each.complete, optionsOf(each)));
          if (assessment === undefined) continue;
          seen.held += never.length;
          const answers = new Set([...answersOf(assessment)].map(([name, { value }]) => `${name}: ${value}`));
          expect(never.filter((result) => answers.has(result))).toEqual([]);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(seen.none).toBeGreaterThan(100);
  expect(seen.found).toBeGreaterThan(100);
  expect(seen.held).toBeGreaterThan(1000);
  // A few turn on a fact that does not exist where its `only if` is no.
  expect(seen.notDecided).toBeLessThan(seen.found / 20);
});
