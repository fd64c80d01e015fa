/** Random plans × their mutants: each is a plan of its own, and the fast run of scenarios agrees with the plain one. */
import { interpretPlan, mismatchesOf, type Outcome, ScenarioBench } from '@proviso/compiler/interpret';
import { checkPlan, type Expectation, type Plan, type Scenario } from '@proviso/compiler/plan';
import { type Assessment, FactsError, parseDay } from '@proviso/runtime';
import { defaultBounds, mutantsOf, mutatedPlan, proverOf, runMutants } from '@proviso/verify';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlanAndCase, plansAndCases } from '../generators/plan-arbitrary.ts';

test('every mutant is a plan that differs from the original', () => {
  let tried = 0;
  fc.assert(
    fc.property(plansAndCases, ({ plan }) => {
      const original = JSON.stringify(plan);
      for (const mutant of sampleOf(mutantsOf(plan), 8)) {
        const mutated = mutatedPlan(plan, mutant);
        expect(checkPlan(mutated), mutant.id).toEqual([]);
        expect(JSON.stringify(mutated), mutant.id).not.toBe(original);
        tried += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(tried).toBeGreaterThan(200);
});

test('a bench of scenarios finds the failure that a plain run finds', () => {
  const found = { failed: 0, passed: 0 };
  fc.assert(
    fc.property(plansAndCases, (given) => {
      const scenario = scenarioOf(given);
      if (scenario === undefined) return;
      const plan: Plan = { ...given.plan, scenarios: [scenario] };
      const bench = new ScenarioBench(plan);
      expect(bench.failing).toEqual([]);
      for (const mutant of sampleOf(mutantsOf(plan), 12)) {
        const mutated = mutatedPlan(plan, mutant);
        const { definitions, default: reading, assume } = mutant.change;
        const failure = bench.firstFailure({
          plan: mutated,
          definitions: [...definitions.keys()],
          ambiguities: reading === undefined ? [] : [reading.ambiguity],
          assumptions: assume !== undefined,
        });
        expect(failure !== undefined, mutant.id).toBe(fails(mutated, scenario));
        found[failure === undefined ? 'passed' : 'failed'] += 1;
      }
    }),
    { numRuns: 80 },
  );
  expect(found.failed).toBeGreaterThan(100);
  expect(found.passed).toBeGreaterThan(50);
});

test('a mutant called equivalent answers complete cases alike', async () => {
  let compared = 0;
  const prover = proverOf({ solver: 'none' });
  await fc.assert(
    fc.asyncProperty(plansAndCases, async ({ plan, complete, asOf, readings }) => {
      const { judged } = await runMutants({ ...plan, scenarios: [] }, bounds, prover, {}, () => {});
      for (const { mutant, fate } of judged) {
        const { default: reading, assume } = mutant.change;
        if (fate.kind !== 'equivalent' || reading !== undefined || assume !== undefined) continue;
        const [before, after] = [plan, mutatedPlan(plan, mutant)].map((each) =>
          resultsOf(each, { facts: complete, asOf, readings }),
        );
        if (before === undefined || after === undefined) continue;
        expect(after, mutant.id).toEqual(before);
        compared += 1;
      }
    }),
    { numRuns: 30 },
  );
  await prover.close();
  expect(compared).toBeGreaterThan(50);
});

const bounds = { ...defaultBounds, listLength: 3 };

/** So many of these, evenly. */
function sampleOf<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, i) => i % step === 0);
}

interface Given {
  readonly facts: unknown;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
}

function assessed(plan: Plan, { facts, asOf, readings }: Given): Assessment | undefined {
  try {
    return interpretPlan(plan).assess(facts, { asOf, readings });
  } catch (error) {
    if (error instanceof FactsError) return undefined;
    throw error;
  }
}

/** Values and statuses by name, without the trace. */
function resultsOf(plan: Plan, given: Given): unknown {
  const assessment = assessed(plan, given);
  if (assessment === undefined) return undefined;
  const bare = (result: object): unknown =>
    'instances' in result
      ? (result.instances as readonly object[]).map(bare)
      : [Reflect.get(result, 'status'), Reflect.get(result, 'value')];
  const all = { ...assessment.definitions, ...assessment.rules };
  return Object.fromEntries(Object.entries(all).map(([name, result]) => [name, bare(result)]));
}

/** A scenario that expects of a generated case what comes out of it; undefined where the case is refused. */
function scenarioOf({ plan, partial, asOf, readings }: PlanAndCase): Scenario | undefined {
  const assessment = assessed(plan, { facts: partial, asOf, readings });
  const day = parseDay(asOf);
  if (assessment === undefined || day === undefined) return undefined;
  const expectations = Object.entries({ ...assessment.definitions, ...assessment.rules }).flatMap(
    ([name, found]): readonly Expectation[] =>
      ('instances' in found ? found.instances : [found]).map((result) => ({
        name,
        ...('of' in result ? { of: result.of } : {}),
        value: 'status' in result ? result.status : result.value,
        ...(result.presumed === undefined ? {} : { presumed: result.presumed }),
        ...(result.dependsOn === undefined
          ? {}
          : { dependsOn: result.dependsOn.map(({ ambiguity }) => ambiguity) }),
      })),
  );
  // A list without members leaves some statements out; without any to name, a verdict is on all of them.
  if (expectations.length === 0) return undefined;
  const named = withGoals(plan, [...new Set(expectations.map(({ name }) => name))]);
  const { verdict } = assessed(named, { facts: partial, asOf, readings }) ?? assessment;
  return {
    name: 'as it is',
    asOf: day,
    readings,
    facts: partial,
    expect: [...expectations, { name: 'verdict', value: verdict }],
    cites: [],
    covers: [],
  };
}

/** Whether a scenario fails, by the whole assessment of the statements that it names. */
function fails(plan: Plan, scenario: Scenario): boolean {
  const names = [...new Set(scenario.expect.map(({ name }) => name))].filter((name) => name !== 'verdict');
  const { facts, readings } = scenario;
  const assessment = assessed(withGoals(plan, names), { facts, asOf: dayOf(scenario), readings });
  if (assessment === undefined) return true;
  return scenario.expect.some((each) => mismatchesOf(each, outcomeOf(assessment)).length > 0);
}

function withGoals(plan: Plan, names: readonly string[]): Plan {
  return mutatedPlan(
    {
      ...plan,
      goals: [{ name: 'all', answers: names, definitions: [], rules: [], facts: [], ambiguities: [] }],
    },
    { change: { definitions: new Map() } },
  );
}

function dayOf({ asOf }: Scenario): string {
  return new Date(asOf * 86_400_000).toISOString().slice(0, 10);
}

function outcomeOf({ verdict, definitions, rules }: Assessment): Outcome {
  return {
    verdict: () => verdict,
    resultOf: (name, of) => {
      const found = rules[name] ?? definitions[name];
      if (found === undefined) return undefined;
      const result = 'instances' in found ? found.instances.find((each) => each.of === of) : found;
      if (result === undefined) return undefined;
      const value = 'status' in result ? result.status : result.value;
      return {
        isRule: 'status' in result,
        value: () => value,
        presumed: () => result.presumed ?? value,
        dependsOn: () => (result.dependsOn ?? []).map(({ ambiguity }) => ambiguity),
      };
    },
  };
}
