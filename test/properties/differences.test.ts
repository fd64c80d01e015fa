/** Random plans and mutants of them: what is called the same agrees on every case tried, and every witness differs. */
import { interpretPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { type Assessment, type Day, formatDay, parseDay } from '@proviso/runtime';
import {
  type Case,
  defaultBounds,
  differencesOf,
  type Differences,
  type Prover,
  proverOf,
  type Side,
} from '@proviso/verify';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { mutantOf } from '../generators/mutant-arbitrary.ts';
import { type PlanAndCase, plansAndCases } from '../generators/plan-arbitrary.ts';
import { type FlatAnswer, answersOf, unlessRefused } from '../support/program-answers.ts';

const bounds = { ...defaultBounds, listLength: 3 };
const prover: Prover = proverOf({ solver: 'none', enumerateUpTo: 2 ** 12 });
afterAll(() => prover.close());

const compare = async (old: Side, now: Side): Promise<Differences> =>
  differencesOf(old, now, prover, { classes: 2, bounds });

function assessed(
  plan: Plan,
  { facts, asOf, readings }: Case,
  goals?: readonly string[],
): Assessment | undefined {
  const options = goals === undefined ? { asOf, readings } : { asOf, readings, goals };
  return unlessRefused(() => interpretPlan(plan).assess(facts, options));
}

const told = (one: FlatAnswer | undefined): unknown => one?.value;

/** Checks everything that was found against the interpreter; counts what was found. */
function check(
  differences: Differences,
  plans: { readonly old: Plan; readonly new: Plan },
  given: { readonly old: Case; readonly new: Case },
  seen: Record<string, number>,
): void {
  const [before, after] = [assessed(plans.old, given.old), assessed(plans.new, given.new)];
  const [olds, news] = [before, after].map((one) => (one === undefined ? new Map() : answersOf(one)));
  for (const statement of differences.statements) {
    seen[statement.outcome] = (seen[statement.outcome] ?? 0) + 1;
    if (statement.outcome === 'same' && before !== undefined && after !== undefined) {
      for (const [key, answer] of news ?? []) {
        if (key !== statement.name && !key.startsWith(`${statement.name} `)) continue;
        seen['compared'] = (seen['compared'] ?? 0) + 1;
        expect([key, told(answer)]).toEqual([key, told(olds?.get(key))]);
      }
    }
    if (statement.outcome !== 'differs') continue;
    for (const { aspect, of, witness } of statement.classes) {
      const key = of === undefined ? statement.name : `${statement.name} ${of}`;
      const [one, other] = [
        assessed(plans.old, witness.old, [statement.name]),
        assessed(plans.new, witness.new, [statement.name]),
      ];
      if (one === undefined || other === undefined) throw new Error('a witness is refused');
      const [a, b] = [answersOf(one).get(key), answersOf(other).get(key)];
      seen['witnessed'] = (seen['witnessed'] ?? 0) + 1;
      if (aspect === 'dueOn') expect(a?.dueOn ?? 'notYet').not.toEqual(b?.dueOn ?? 'notYet');
      else {
        expect(a?.value).toEqual(witness.oldValue);
        expect(b?.value).toEqual(witness.newValue);
        expect(a?.value).not.toEqual(b?.value);
      }
    }
  }
}

const chosen = ({ plan, readings }: PlanAndCase): Readonly<Record<string, string>> =>
  Object.fromEntries(plan.ambiguities.map((each) => [each.name, readings[each.name] ?? each.default]));

test('a plan and a mutant of it', async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(plansAndCases, fc.nat(1000), fc.nat(1000), async (one, place, which) => {
      const mutant = mutantOf(one.plan, place, which);
      fc.pre(mutant !== undefined);
      if (mutant === undefined) return;
      const given = { facts: one.complete, asOf: one.asOf, readings: chosen(one) };
      const found = await compare({ plan: one.plan, readings: {} }, { plan: mutant, readings: {} });
      check(found, { old: one.plan, new: mutant }, { old: given, new: given }, seen);
    }),
    { numRuns: 300 },
  );
  console.log(seen);
  expect(seen['compared']).toBeGreaterThan(200);
  expect(seen['witnessed']).toBeGreaterThan(100);
});

test('a plan on two days, or by two readings', async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      plansAndCases,
      fc.integer({ min: 1, max: 900 }),
      fc.boolean(),
      async (one, later, byDay) => {
        const { plan, complete, asOf } = one;
        const readings = chosen(one);
        const given = { facts: complete, asOf, readings };
        const [ambiguity] = plan.ambiguities;
        const day = parseDay(asOf) as Day;
        const { ceasing } = plan.pack.period;
        const otherDay = Math.min(day + later, (ceasing ?? Number.POSITIVE_INFINITY) - 1) as Day;
        fc.pre(byDay ? day >= plan.pack.period.from && otherDay > day : ambiguity !== undefined);
        const [a, b] = [ambiguity?.readings[0]?.name ?? '', ambiguity?.readings[1]?.name ?? ''];
        const name = ambiguity?.name ?? '';
        const sides: readonly [Side, Side] = byDay
          ? [
              { plan, day, readings: {} },
              { plan, day: otherDay, readings: {} },
            ]
          : [
              { plan, readings: { [name]: a } },
              { plan, readings: { [name]: b } },
            ];
        const cases = byDay
          ? { old: given, new: { ...given, asOf: formatDay(otherDay) } }
          : {
              old: { ...given, readings: { ...readings, [name]: a } },
              new: { ...given, readings: { ...readings, [name]: b } },
            };
        check(await compare(...sides), { old: plan, new: plan }, cases, seen);
      },
    ),
    { numRuns: 300 },
  );
  console.log(seen);
  expect(seen['compared']).toBeGreaterThan(200);
  expect(seen['witnessed']).toBeGreaterThan(100);
});
