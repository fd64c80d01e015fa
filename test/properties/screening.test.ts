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
import { trialPack } from '../support/trial-record.ts';

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

test('of facts given one at a time and all but one, of empty lists, on two days in turn, refused ones among them', () => {
  const seen = { told: 0, refused: 0 };
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      const screen = screenOf(program.pack.plan);
      const days = cases.map(({ asOf }) => asOf);
      for (const [at, { readings, complete }] of cases.entries()) {
        const [day, other] = [days[at] ?? '', days.at(at - 1) ?? ''];
        const sent = [
          ...alone(complete).slice(0, 20),
          {},
          { noSuchFact: true },
          ...emptied(complete),
          ...without(complete),
        ];
        for (const [turn, facts] of sent.slice(0, 50).entries()) {
          const asOf = turn % 2 === 0 ? day : other;
          const isRefused = expectSameScreening(program.loaded, screen, {
            facts,
            asOf,
            readings: turn % 3 === 0 ? {} : readings,
          });
          seen[isRefused ? 'refused' : 'told'] += 1;
        }
      }
    }),
    { numRuns: 60, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  );
  expect(seen.told).toBeGreaterThan(1000);
  expect(seen.refused).toBeGreaterThan(100);
});

test('a governing date is asked where there is an instance or an element to ask it of, and told in vocabulary order', () => {
  const { plan } = trialPack(`pack trial.dates { title "Dates" version "1.0.0" period from 2018-05-25 }
source act "An Act" { status statute }
event sold { ask "When was it sold?" }
event bought { ask "When was it bought?" }
record Letter "the letter" {
  fact ok: yesno { ask "Is it so?" say "it {is|is not} so" }
  event sent { ask "When was it sent?" }
}
fact letters: list of Letter
define own for l: Letter governed by l.sent from 2019-01-01 { say "it {is|is not} own" means l.ok cite act s.1 }
define each for l: Letter governed by sold from 2019-01-01 { say "it {is|is not} so" means l.ok cite act s.1 }
define other governed by bought from 2019-01-01 { say "it {is|is not} other" means some l in letters has (l.own) cite act s.1 }
`);
  const screen = screenOf(plan);
  const sent = (facts: object): boolean =>
    expectSameScreening(loadPlan(plan), screen, { facts, asOf: '2020-01-01', readings: {} });
  const [sold, bought] = ['2001-01-01', '2002-02-02'];
  expect(sent({ sold })).toBe(false);
  expect(sent({ sold, letters: [] })).toBe(false);
  expect(sent({ sold, letters: [{}] })).toBe(true);
  expect(sent({ sold, bought, letters: [{ sent: '2003-03-03' }, { sent: '2004-04-04' }] })).toBe(true);
});

test('and nobody can change what other screenings tell', () => {
  const { plan } = readPack('tenancy-deposits');
  const screen = screenOf(plan)['screen'];
  const options = { asOf: '2026-01-15' };
  for (const facts of [{}, { deposits: [] }, { deposits: [{}] }]) {
    const first = screen?.(facts, options) as { readonly rules: object; readonly definitions: object };
    const told = JSON.stringify(first);
    for (const part of [first.rules, first.definitions]) spoil(part as Record<string, unknown>);
    expect(JSON.stringify(first)).not.toBe(told);
    expect(JSON.stringify(screen?.(facts, options))).toBe(told);
  }
});

test('nor what one tells that begins while another reads its facts, or after one that is cut short', () => {
  const { plan } = readPack('tenancy-deposits');
  const screen = screenOf(plan)['screen'] as (facts: object, options: object) => object;
  const scenarios = plan.scenarios.map(({ facts, asOf }) => ({
    facts,
    options: { asOf: formatDay(asOf as Day) },
  }));
  const told = scenarios.map(({ facts, options }) => screen(facts, options));
  for (const [at, { facts, options }] of scenarios.entries()) {
    const other = scenarios.at(at - 1);
    expect(() =>
      screen(
        reading(facts, () => {
          throw new Error('cut short');
        }),
        options,
      ),
    ).toThrow('cut short');
    const within = reading(facts, () =>
      expect(screen(other?.facts ?? {}, other?.options ?? {})).toEqual(told.at(at - 1)),
    );
    expect(screen(within, options)).toEqual(told[at]);
  }
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

/** Each value that holds no others, with nothing but what leads to it. */
function alone(facts: unknown): readonly unknown[] {
  if (typeof facts !== 'object' || facts === null || Object.keys(facts).length === 0) return [facts];
  if (Array.isArray(facts))
    return typeof facts[0] === 'object' ? facts.flatMap(alone).map((one) => [one]) : [facts];
  return Object.entries(facts).flatMap(([key, value]) => alone(value).map((one) => ({ [key]: one })));
}

/** The facts without one of them. */
function without(facts: object): readonly unknown[] {
  return Object.keys(facts).map((left) =>
    Object.fromEntries(Object.entries(facts).filter(([key]) => key !== left)),
  );
}

/** Overwrites all that is not frozen. */
function spoil(value: Record<string, unknown>): void {
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null) spoil(part as Record<string, unknown>);
    if (!Object.isFrozen(value)) value[key] = 'spoilt';
  }
}

/** The facts with a list empty, or with nothing known of it, each list in turn; and with all of them empty. */
function emptied(facts: object): readonly unknown[] {
  const lists = Object.entries(facts).flatMap(([key, value]) => (Array.isArray(value) ? [key] : []));
  const none = Object.fromEntries(lists.map((list) => [list, []]));
  return [
    ...lists.flatMap((list) => [
      { [list]: [] },
      { ...facts, [list]: [] },
      { ...facts, [list]: { atLeast: [] } },
    ]),
    none,
    { ...facts, ...none },
  ];
}

/** The facts, of which to read the last does something first. */
function reading(facts: object, first: () => void): object {
  const [key, value] = Object.entries(facts).at(-1) ?? ['deposits', []];
  return Object.defineProperty({ ...facts }, key, {
    enumerable: true,
    get() {
      first();
      return value as unknown;
    },
  });
}
