/** The syntax, evaluated directly, runs the suite, as far as it goes: values, statuses, due dates, what is presumed or depends, and verdicts. */
import { goalsNamed, type JsonObject, type Plan, statementNames } from '@proviso/compiler/plan';
import { expect, test } from 'vitest';
import { expectSurface, surfaceOfTexts } from '../support/surface-check.ts';
import { asSent } from './back-end.ts';
import { wholeSuite } from './expectations.ts';
import { interpreterOfPlan } from './interpreter.ts';
import type { SuiteCase } from './suite.ts';

const suites = wholeSuite();
let compared = 0;

test.each(suites)('$id', ({ program, cases, reviewed }) => {
  const surface = surfaceOfTexts(Object.entries(program.files));
  const interpreter = interpreterOfPlan(program);
  for (const line of [...cases, ...reviewed] as readonly SuiteCase[]) {
    const assessed = interpreter.assess(line);
    if (assessed === undefined || 'problems' in assessed) continue;
    const { asOf, readings } = asSent(line);
    const facts = line.facts as JsonObject;
    const { assessment } = assessed;
    expectSurface(surface, { facts, asOf, readings }, assessment, listed(program.plan, line.options));
    expect(assessment.asOf).toBe(asOf);
    compared += 1;
  }
});

test('most of the suite can be evaluated so', () => {
  expect(compared).toBeGreaterThan(100);
});

/** The names of the statements that an assessment of these goals lists; undefined where it lists all. */
function listed(plan: Plan, { goals }: JsonObject): ReadonlySet<string> | undefined {
  const asked = goals === undefined ? plan.goals : goalsNamed(plan, goals as readonly string[]);
  const names = new Set(asked.flatMap(({ definitions, rules }) => [...definitions, ...rules]));
  return statementNames(plan).every((name) => names.has(name)) ? undefined : names;
}
