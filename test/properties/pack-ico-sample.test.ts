/** How far the generated cases of the pack on political campaigning reach, which is the measure of every other property; and what only its rules together show. */
import type { Scenario } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, answersOf, type Asked, askGoals, statementsOf } from '../support/asked-goals.ts';
import { caseMaker } from '../support/pack-cases.ts';
import { readPack } from '../support/read-pack.ts';
import { seed } from '../support/seed.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const inGoals = new Set(plan.goals.flatMap(({ definitions, rules }) => [...definitions, ...rules]));
const goals: Readonly<Record<string, Asked>> = askGoals(
  compiled,
  Object.fromEntries(
    [
      ...plan.goals.map(({ name, answers }) => [name, answers] as const),
      ['noGoal', statementsOf(plan).filter((name) => !inGoals.has(name))] as const,
    ].filter(([, answers]) => answers.length > 0),
  ),
);
const bySize = Object.values(goals).toSorted((a, b) => a.goal.definitions.length - b.goal.definitions.length);

interface Seen {
  applies: number;
  breached: number;
  undetermined: number;
}

/** Two rules of one bearer, of which one asks for something and one forbids something, where both apply. */
interface Together {
  onlyAsked: number;
  onlyForbidden: number;
  alike: number;
}

const rules = new Map(plan.rules.map((rule) => [rule.name, rule]));
const seen = new Map(
  plan.rules.map(({ name }): [string, Seen] => [name, { applies: 0, breached: 0, undetermined: 0 }]),
);
const together = new Map<string, Together>();
let tried = 0;

/** Cases from scenarios, assessed for the smallest goal that has what they are about. */
function look(names: readonly string[], scenarios: readonly Scenario[], numRuns: number): void {
  const asked = goalOf(names);
  const cases = fc.oneof(
    { weight: 2, arbitrary: make.casesOf(asked.goal, scenarios) },
    { weight: 1, arbitrary: make.completeCasesOf(asked.goal, scenarios) },
  );
  for (const each of fc.sample(cases, { numRuns, seed: seed + tried })) {
    tried++;
    const answers = answersOf(asked.mended(each).assessment);
    for (const { name, value } of answers) count(name, value);
    pairUp(answers);
  }
}

function goalOf(names: readonly string[]): Asked {
  const has = ({ goal }: Asked, some: readonly string[]): boolean =>
    some.every((name) => goal.rules.includes(name) || goal.definitions.includes(name));
  const found =
    bySize.find((asked) => has(asked, names)) ?? bySize.find((asked) => has(asked, names.slice(0, 1)));
  if (found === undefined) throw new Error(`no goal has ${names.join(', ')}`);
  return found;
}

function count(name: string, value: string | number): void {
  const counts = seen.get(name);
  if (counts === undefined) return;
  if (value === 'undetermined') counts.undetermined++;
  else if (value !== 'doesNotApply') counts.applies++;
  if (value === 'breached' || value === 'departedFrom') counts.breached++;
}

/** Where a thing is asked for and forbidden, doing it keeps the one rule and breaks the other, and so does leaving it. */
function pairUp(answers: readonly Answer[]): void {
  const applying = answers.filter(({ value }) =>
    ['compliedWith', 'breached', 'departedFrom'].includes(String(value)),
  );
  for (const asks of applying.filter(({ name }) => isDuty(name)))
    for (const forbids of applying.filter(({ name }) => isProhibition(name))) {
      if (rules.get(asks.name)?.bearer !== rules.get(forbids.name)?.bearer) continue;
      const key = `${asks.name} and ${forbids.name}`;
      const pair = together.get(key) ?? { onlyAsked: 0, onlyForbidden: 0, alike: 0 };
      const [asked, forbidden] = [asks, forbids].map(({ value }) => value === 'compliedWith');
      if (asked === forbidden) pair.alike++;
      else if (asked === true) pair.onlyAsked++;
      else pair.onlyForbidden++;
      together.set(key, pair);
    }
}

function isDuty(name: string): boolean {
  return ['must', 'should'].includes(rules.get(name)?.modality ?? '');
}

/** A prohibition of what its own condition describes cannot be kept where it applies, so that it says nothing here. */
function isProhibition(name: string): boolean {
  const rule = rules.get(name);
  return rule?.met !== undefined && ['mustNot', 'shouldNot'].includes(rule.modality);
}

function unseen(): readonly (readonly [string, string])[] {
  return [...seen].flatMap(([name, counts]) =>
    (['applies', 'breached', 'undetermined'] as const)
      .filter((what) => counts[what] === 0 && !(what === 'breached' && rules.get(name)?.modality === 'may'))
      .map((what) => [name, what] as const),
  );
}

function torn(): readonly string[] {
  return [...together]
    .filter(([, { onlyAsked, onlyForbidden, alike }]) => onlyAsked >= 2 && onlyForbidden >= 2 && alike === 0)
    .map(([key]) => key);
}

function scenariosOf(name: string): readonly Scenario[] {
  const found = plan.scenarios.filter(({ expect: all }) => all.some((each) => each.name === name));
  return found.length > 0 ? found : plan.scenarios;
}

/** From every scenario, altered; then more from the scenarios of those rules that were not seen. */
test('the sample reaches every rule: each applies, is breached and is left open', () => {
  for (const scenario of plan.scenarios) {
    const expected = scenario.expect.map(({ name }) => name).filter((name) => name !== 'verdict');
    if (expected.length > 0) look(expected, [scenario], 1);
  }
  for (let round = 0; round < 100 && unseen().length > 0; round++)
    for (const name of new Set(unseen().map(([each]) => each))) look([name], scenariosOf(name), 8);
  console.log(
    `of ${tried} cases each rule applies in / is breached in / is undetermined in:\n${[...seen]
      .map(([name, { applies, breached, undetermined }]) => `${name} ${applies}/${breached}/${undetermined}`)
      .join(', ')}`,
  );
  expect(unseen()).toEqual([]);
});

/** No page of the code asks for what another forbids: of a duty and a prohibition that apply together it is not so that one is always kept by breaking the other. */
test('no rule stands beside its contrary', () => {
  for (let round = 0; round < 40 && torn().length > 0; round++)
    for (const key of torn()) {
      const names = key.split(' and ');
      look(names, names.flatMap(scenariosOf), 12);
    }
  expect(together.size).toBeGreaterThan(100);
  expect(torn()).toEqual([]);
});
