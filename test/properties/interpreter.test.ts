/** What `docs/semantics.md`, section 10, says holds for every program and case, tried on the reference interpreter. */
import { type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import type { JsonObject, Plan } from '@proviso/compiler/plan';
import {
  type Assessment,
  FactsError,
  type Instances,
  type Need,
  rankNeeds,
  withFact,
} from '@proviso/runtime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlanAndCase, plansAndCases } from '../generators/plan-arbitrary.ts';
import { unlessRefused } from '../support/program-answers.ts';

// Shrinking stops after a while, so that the seed and the smallest case found are printed before the test times out.
const runs = { numRuns: 1000, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true };

interface Answer {
  readonly value: string | number;
  readonly presumed?: string | number;
  readonly dependsOn?: readonly unknown[];
}

/** Every result of an assessment by name and instance, rules by their status. */
function answersOf({ definitions, rules }: Assessment): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  const add = <R extends object>(
    name: string,
    result: R | Instances<R>,
    value: (each: R) => string | number,
  ): void => {
    const all = 'instances' in result ? result.instances : [result];
    for (const each of all) {
      const of = 'of' in each ? each.of : '';
      answers.set(`${name} ${of}`, { ...each, value: value(each) });
    }
  };
  for (const [name, result] of Object.entries(definitions)) add(name, result, ({ value }) => value);
  for (const [name, result] of Object.entries(rules)) {
    add(name, result, ({ status }) => (status === 'undetermined' ? 'unknown' : status));
  }
  return answers;
}

/** The values of an assessment by name and instance. */
function valuesOf(assessment: Assessment): ReadonlyMap<string, string | number> {
  return new Map([...answersOf(assessment)].map(([name, { value }]) => [name, value]));
}

/** The values that are settled. */
function settledIn(assessment: Assessment): ReadonlyMap<string, string | number> {
  return new Map([...valuesOf(assessment)].filter(([, value]) => value !== 'unknown'));
}

/** The names, with instance, of the results that are not. */
function unknownIn(assessment: Assessment): readonly string[] {
  return [...valuesOf(assessment)].filter(([, value]) => value === 'unknown').map(([name]) => name);
}

/** What one map says otherwise than another of the names that are in both. */
function differences(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] {
  return [...a].filter(([name, value]) => b.has(name) && b.get(name) !== value).map(([name]) => name);
}

/** Whether a result, named with its instance, is one of these answers. */
function isOneOf(answers: readonly string[], name: string): boolean {
  return answers.some((answer) => name.startsWith(`${answer} `));
}

const counts = { settled: 0, unknown: 0, presumed: 0, dependsOnReading: 0, notInForce: 0, needs: 0 };

function count(assessment: Assessment): void {
  for (const { value, presumed, dependsOn } of answersOf(assessment).values()) {
    if (value === 'unknown') counts.unknown++;
    else counts.settled++;
    if (presumed !== undefined) counts.presumed++;
    if (dependsOn !== undefined) counts.dependsOnReading++;
  }
  counts.notInForce += JSON.stringify(assessment).split('"notInForce"').length - 1;
  counts.needs += assessment.needs.length;
}

/** Asserts a property of every case of every plan that is not refused. */
function everyCase(property: (pack: LoadedPack, given: PlanAndCase) => void): void {
  fc.assert(
    fc.property(plansAndCases, (given) => {
      const { plan, complete, asOf, readings } = given;
      const pack = loadPlan(plan);
      fc.pre(unlessRefused(() => pack.assess(complete, { asOf, readings })) !== undefined);
      property(pack, given);
    }),
    runs,
  );
}

test('total: complete facts with closed lists settle everything', () => {
  everyCase((pack, { complete, asOf, readings }) => {
    const assessment = pack.assess(complete, { asOf, readings });
    expect(unknownIn(assessment)).toEqual([]);
    expect(assessment.needs).toEqual([]);
  });
});

test('monotone: more facts never change what is settled', () => {
  everyCase((pack, { complete, partial, less, asOf, readings }) => {
    const [most, more, fewest] = [complete, partial, less].map((facts) =>
      pack.assess(facts, { asOf, readings }),
    );
    count(more!);
    for (const [fewer, richer] of [
      [fewest!, more!],
      [more!, most!],
    ] as const) {
      expect(differences(settledIn(fewer), valuesOf(richer))).toEqual([]);
      expect([richer.verdict, 'undetermined']).toContain(fewer.verdict);
    }
  });
});

test('the partial cases above were a fair mix of settled and unknown, presumed, read and dated', () => {
  console.log('results of partial cases:', counts);
  const all = counts.settled + counts.unknown;
  for (const share of [counts.settled, counts.unknown]) expect(share / all).toBeGreaterThan(0.2);
  for (const share of [counts.presumed, counts.dependsOnReading, counts.notInForce]) {
    expect(share / all).toBeGreaterThan(0.01);
  }
});

test('presumption is apart: it never differs from a settled value', () => {
  everyCase((pack, { partial, asOf }) => {
    const assessment = pack.assess(partial, { asOf });
    const presumed = [...answersOf(assessment).values()].filter((answer) => answer.presumed !== undefined);
    expect(presumed.filter(({ value }) => value !== 'unknown')).toEqual([]);
    expect(assessment.restsOn.assumptions.length > 0).toBe(presumed.length > 0);
  });
});

/** Every way to choose readings. */
function choices(plan: Plan): readonly Readonly<Record<string, string>>[] {
  return plan.ambiguities.reduce<readonly Readonly<Record<string, string>>[]>(
    (all, { name, readings }) =>
      all.flatMap((choice) => readings.map((each) => ({ ...choice, [name]: each.name }))),
    [{}],
  );
}

test('readings: what depends on none is the same on every choice of them', () => {
  everyCase((pack, { partial, asOf, readings }) => {
    const assessment = pack.assess(partial, { asOf, readings });
    const answers = answersOf(assessment);
    const independent = new Map(
      [...settledIn(assessment)].filter(([name]) => answers.get(name)?.dependsOn === undefined),
    );
    for (const choice of choices(pack.plan)) {
      const other = valuesOf(pack.assess(partial, { asOf, readings: choice }));
      expect(differences(independent, other)).toEqual([]);
    }
  });
});

test('sufficient needs: what is needed, once given, settles the goal', () => {
  everyCase((pack, { complete, partial, asOf, readings }) => {
    for (const { name } of pack.plan.goals) {
      let facts: unknown = partial;
      let assessment = pack.assess(facts, { asOf, readings, goals: [name] });
      // Members of a list just given may open further needs, and they those of their lists; nothing else may.
      let mayOpen = true;
      for (let round = 0; round < 4 && mayOpen; round++) {
        const { needs } = assessment;
        mayOpen = needs.some(({ kind }) => kind === 'list');
        for (const need of needs) facts = give(facts, complete, need);
        assessment = pack.assess(facts, { asOf, readings, goals: [name] });
      }
      expect(assessment.needs).toEqual([]);
      const { answers } = pack.plan.goals.find((goal) => goal.name === name)!;
      expect(unknownIn(assessment).filter((each) => isOneOf(answers, each))).toEqual([]);
    }
  });
});

/** The facts with a need supplied from the complete case. A list is closed, its further members given without facts. */
function give(facts: unknown, complete: JsonObject, { path, kind }: Need): unknown {
  const whole = lookUp(complete, path);
  if (kind !== 'list') return whole === undefined ? facts : withFact(facts, path, whole);
  const known = lookUp(facts, path);
  const members = Array.isArray(known) ? known : [];
  return withFact(
    facts,
    path,
    (whole as readonly unknown[]).map((_, i) => (members[i] as unknown) ?? {}),
  );
}

function lookUp(facts: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).reduce<unknown>((value, step) => {
    if (step === '' || typeof value !== 'object' || value === null) return value;
    const open = 'atLeast' in value ? value.atLeast : value;
    const found = (open as Readonly<Record<string, unknown>>)[step];
    return typeof found === 'object' && found !== null && 'atLeast' in found ? found.atLeast : found;
  }, facts);
}

test('an unsettled answer has needs, a settled one has none', () => {
  everyCase((pack, { partial, asOf }) => {
    for (const { name, answers } of pack.plan.goals) {
      const assessment = pack.assess(partial, { asOf, goals: [name] });
      const open = new Set(assessment.needs.flatMap((need) => need.for));
      for (const answer of answers) {
        const result = assessment.definitions[answer] ?? assessment.rules[answer];
        const incomplete = result !== undefined && 'instances' in result && !result.complete;
        const unknown = unknownIn(assessment).some((each) => isOneOf([answer], each));
        expect([answer, open.has(answer)]).toEqual([answer, unknown || incomplete]);
      }
    }
  });
});

test('a goal alone is answered as among all goals', () => {
  everyCase((pack, { partial, asOf, readings }) => {
    const all = valuesOf(pack.assess(partial, { asOf, readings }));
    for (const { name, answers } of pack.plan.goals) {
      const alone = valuesOf(pack.assess(partial, { asOf, readings, goals: [name] }));
      const asked = new Map([...alone].filter(([each]) => isOneOf(answers, each)));
      expect(differences(asked, all)).toEqual([]);
    }
  });
});

test('decide gives the values that assess gives on complete facts', () => {
  everyCase((pack, { complete, asOf, readings }) => {
    for (const { name } of pack.plan.goals) {
      const decision = pack.decide(name, complete, asOf, readings);
      const answers = answersOf(pack.assess(complete, { asOf, readings, goals: [name] }));
      for (const [answer, value] of Object.entries(decision)) {
        const instances = Array.isArray(value) ? value : [{ of: '', value }];
        for (const each of instances) expect(answers.get(`${answer} ${each.of}`)?.value).toBe(each.value);
      }
    }
  });
});

test('an assessment is plain JSON, the same every time, and leaves the facts alone', () => {
  everyCase((pack, { partial, asOf, readings }) => {
    const before = JSON.stringify(partial);
    const assessment = pack.assess(partial, { asOf, readings });
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
    expect(JSON.stringify(pack.assess(JSON.parse(before), { asOf, readings }))).toBe(
      JSON.stringify(assessment),
    );
    expect(JSON.stringify(partial)).toBe(before);
  });
});

test('needs are ranked alike from JSON, up to what their answers settle', () => {
  everyCase((pack, { partial, asOf }) => {
    const goals = [pack.plan.goals[0]!.name];
    const assessment = pack.assess(partial, { asOf, goals });
    const ranked = rankNeeds(assessment);
    const parsed = rankNeeds(JSON.parse(JSON.stringify(assessment)) as Assessment);
    expect(ranked.map((need) => need.for.length)).toEqual(parsed.map((need) => need.for.length));
    expect(new Set(ranked.map(({ path }) => path))).toEqual(
      new Set(assessment.needs.map(({ path }) => path)),
    );
    for (const { path, settles } of ranked.slice(0, 2)) {
      for (const { answer, settles: settled } of settles ?? []) {
        const after = answersOf(pack.assess(withFact(partial, path, answer), { asOf, goals }));
        for (const name of settled)
          expect(after.get(`${name} `)?.value ?? 'of instances').not.toBe('unknown');
      }
    }
  });
});

test('hostile facts are refused, whatever the plan, and pollute nothing', () => {
  const keys = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
  );
  fc.assert(
    fc.property(
      plansAndCases,
      keys,
      fc.constantFrom('f0', 'items', 'otherwise', null),
      ({ plan, asOf, partial }, key, under) => {
        const pack = loadPlan(plan);
        const payload = `{${JSON.stringify(key)}: {"polluted": true}}`;
        const text = under === null ? payload : `{${JSON.stringify(under)}: ${payload}}`;
        const facts = { ...partial, ...(JSON.parse(text) as object) };
        if (under === null) Object.defineProperty(facts, key, { value: {}, enumerable: true });
        // What no goal uses is not looked at; then the case is assessed as if it were not there.
        const refused = refusalOf(() => pack.assess(facts, { asOf }));
        expect(refused === undefined || refused instanceof FactsError).toBe(true);
        expect(refused !== undefined || under !== null).toBe(true);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      },
    ),
    runs,
  );
});

/** What a function throws, if anything. */
function refusalOf(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}
