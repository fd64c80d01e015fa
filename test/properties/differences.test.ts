/** Random plans and mutants of them: what is called the same agrees on every case tried, and every witness differs. */
import { interpretPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { type Assessment, type Day, formatDay, parseDay } from '@proviso/runtime';
import {
  type Case,
  type DifferenceClass,
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
import { answersOf, unlessRefused } from '../support/program-answers.ts';

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

/** What of all that was found the interpreter does not bear out; counts what was found. */
function wrongIn(
  differences: Differences,
  plans: { readonly old: Plan; readonly new: Plan },
  given: { readonly old: Case; readonly new: Case },
  seen: Record<string, number>,
): readonly string[] {
  const count = (what: string): void => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  const [before, after] = [assessed(plans.old, given.old), assessed(plans.new, given.new)];
  const [olds, news] = [before, after].map((one) => (one === undefined ? new Map() : answersOf(one)));
  return differences.statements.flatMap((statement): readonly string[] => {
    const { name } = statement;
    count(statement.outcome);
    if (statement.outcome === 'notDecided') count(statement.because);
    if (statement.outcome === 'differs')
      return statement.classes.flatMap((one) => {
        count('witnessed');
        return isBorneOut(name, one, plans) ? [] : [`${name}: ${JSON.stringify(one)}`];
      });
    if (statement.outcome !== 'same' || before === undefined || after === undefined) return [];
    const own = [...(news?.keys() ?? [])].filter((key) => key === name || key.startsWith(`${name} `));
    return own.flatMap((key) => {
      count('compared');
      const [was, is] = [olds?.get(key), news?.get(key)];
      return was?.value === is?.value ? [] : [`${key}: ${was?.value}, then ${is?.value}`];
    });
  });
}

/** Whether the interpreter gives what the witness of a class says, on either side. */
function isBorneOut(
  name: string,
  { aspect, of, witness }: DifferenceClass,
  plans: { readonly old: Plan; readonly new: Plan },
): boolean {
  const key = of === undefined ? name : `${name} ${of}`;
  const [a, b] = (['old', 'new'] as const).map((side) => {
    const assessment = assessed(plans[side], witness[side], [name]);
    const answer = assessment && answersOf(assessment).get(key);
    if (answer === undefined) return undefined;
    return aspect === 'dueOn' ? (answer.dueOn ?? 'notYet') : answer.value;
  });
  return a === witness.oldValue && b === witness.newValue && a !== b;
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
      expect(wrongIn(found, { old: one.plan, new: mutant }, { old: given, new: given }, seen)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  console.log(seen);
  expect(seen['compared']).toBeGreaterThan(200);
  expect(seen['witnessed']).toBeGreaterThan(100);
  // Plans may use a fact where it does not exist.
  expect(seen['unconfirmed'] ?? 0).toBeLessThan((seen['witnessed'] ?? 0) / 20);
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
        expect(wrongIn(await compare(...sides), { old: plan, new: plan }, cases, seen)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
  console.log(seen);
  expect(seen['compared']).toBeGreaterThan(200);
  expect(seen['witnessed']).toBeGreaterThan(100);
  // Plans may use a fact where it does not exist.
  expect(seen['unconfirmed'] ?? 0).toBeLessThan((seen['witnessed'] ?? 0) / 20);
});
