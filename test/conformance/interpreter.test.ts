/** The reference interpreter runs the suite from the plans: what it assesses, what it decides, and what it refuses to decide. */
import { expect, test } from 'vitest';
import { oneGoal } from './back-end.ts';
import { codesIn, expectAnswers, isDecided, isOpen, wholeSuite } from './expectations.ts';
import { decisionOf, interpreterOfPlan } from './interpreter.ts';

test.each(wholeSuite())('$id', (suite) => {
  const { program, cases, reviewed } = suite;
  const interpreter = interpreterOfPlan(program);
  expect(expectAnswers(interpreter, suite)).toBe(cases.length + reviewed.length);
  for (const { id, decision, ...sent } of cases.filter(isDecided))
    expect({ id, decision: decisionOf(interpreter, sent) }).toEqual({ id, decision });
  for (const open of cases.filter(isOpen)) {
    if (oneGoal(program.plan, open.options['goals']) === undefined) continue;
    expect([open.id, codesIn(decisionOf(interpreter, open))]).toEqual([open.id, ['missing']]);
  }
});
