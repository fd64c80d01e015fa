/** Emitted code runs the suite: `assess`, `decide` and `complete`. */
import { loadPlan } from '@proviso/compiler/interpret';
import type { Goal } from '@proviso/compiler/plan';
import { expect, test } from 'vitest';
import { entryName, expectSameDecision } from '../support/emit-check.ts';
import { asSent, oneGoal, said } from './back-end.ts';
import { emittedCode } from './emitted-code.ts';
import { codesIn, expectAnswers, isDecided, isOpen, wholeSuite } from './expectations.ts';
import type { CaseLine } from './suite.ts';

const suites = wholeSuite();
const seen = { asked: 0, decided: 0, open: 0 };

test.each(suites)('$id', (suite) => {
  const { program, cases } = suite;
  const code = emittedCode(program);
  seen.asked += expectAnswers(code, suite);
  const loaded = loadPlan(program.plan);
  const goalOf = (line: CaseLine): Goal | undefined =>
    program.plan.goals.find(({ name }) => name === oneGoal(program.plan, line.options['goals']));
  for (const line of cases.filter(isDecided)) {
    const goal = goalOf(line);
    if (goal === undefined) continue;
    expect(expectSameDecision(loaded, code.goal(goal.name), goal, asSent(line))).toBe(true);
    seen.decided += 1;
  }
  for (const line of cases.filter(isOpen)) {
    const goal = goalOf(line);
    if (goal === undefined) continue;
    const complete = code.goal(goal.name)[entryName('complete', goal.name)];
    expect([line.id, codesIn(said(() => complete?.(line.facts) as object))]).toEqual([line.id, ['missing']]);
    seen.open += 1;
  }
});

test('most of the suite asks for one goal, which is what emitted code has entries for', () => {
  const all = suites.reduce((sum, { cases, reviewed }) => sum + cases.length + reviewed.length, 0);
  expect(seen.asked).toBeGreaterThan(0.8 * all);
  expect(Math.min(seen.decided, seen.open)).toBeGreaterThan(20);
});
