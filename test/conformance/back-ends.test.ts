/** Every back end runs the suite: the interpreter from the plan and from the text, the emitted code, and the syntax evaluated directly. */
import type { AssessOptions } from '@proviso/compiler/interpret';
import { goalsNamed, type JsonObject, type Plan } from '@proviso/compiler/plan';
import type { Assessment } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { entryName, expectSameDecision, type SentCase } from '../support/emit-check.ts';
import { expectSurface, surfaceOfTexts } from '../support/surface-check.ts';
import {
  decisionOf,
  emittedCode,
  interpreterOfPlan,
  interpreterOfText,
  oneGoal,
  said,
  type Said,
} from './back-ends.ts';
import { differences } from './differences.ts';
import { readCases, readPrograms, readReviewed, type ReviewedLine, type SuiteCase } from './suite.ts';

const programs = readPrograms();
const cases = readCases();
const reviewed = readReviewed();
const withPlan = programs.map((program) => ({
  program,
  plan: interpreterOfPlan(program),
  text: interpreterOfText(program),
  code: emittedCode(program),
  surface: surfaceOfTexts(Object.entries(program.files)),
}));
type Ready = (typeof withPlan)[number];

function readyFor(id: string): Ready {
  const found = withPlan.find(({ program }) => program.id === id);
  if (found === undefined) throw new Error(`programs.jsonl has no ${id}`);
  return found;
}

/** Back ends by name, and of how many cases each can say something. */
const backEnds = {
  'the interpreter, from the plan': { of: ({ plan }: Ready) => plan, atLeast: 1 },
  'the interpreter, from the text': { of: ({ text }: Ready) => text, atLeast: 1 },
  'the emitted code': { of: ({ code }: Ready) => code, atLeast: 0.8 },
};

test.each(programs)('$id: the text compiles to the plan', (program) => {
  expect(readyFor(program.id).text.loaded.plan).toEqual(program.plan);
});

test.each(Object.entries(backEnds))(
  '%s gives the assessments and problems of all cases',
  (_, { of, atLeast }) => {
    let compared = 0;
    for (const { id, program, assessment, problems, ...sent } of cases) {
      const given = of(readyFor(program)).assess(sent);
      if (given === undefined) continue;
      compared += 1;
      expect({ id, ...given }).toEqual({ id, ...(problems === undefined ? { assessment } : { problems }) });
    }
    expect(compared).toBeGreaterThanOrEqual(atLeast * cases.length);
  },
);

test.each(Object.entries(backEnds))('%s gives what the reviewed cases expect', (_, { of }) => {
  for (const line of reviewed) {
    const given = of(readyFor(line.id)).assess(line);
    expect({ id: line.id, why: line.why, wrong: wrongIn(given, line) }).toEqual({
      id: line.id,
      why: line.why,
      wrong: [],
    });
  }
});

function wrongIn(given: Said | undefined, { expected, problems }: ReviewedLine): readonly string[] {
  if (given === undefined) return ['the back end has no such goal'];
  if (expected === undefined)
    return differences([...(problems as readonly JsonObject[])], 'problems' in given ? given.problems : []);
  return 'problems' in given
    ? given.problems.map(({ code, path }) => `${path}: ${code}`)
    : differences(expected, given.assessment);
}

test('interpreter and emitted code decide the complete cases', () => {
  const decided = cases.filter(({ decision }) => decision !== undefined);
  let emitted = 0;
  for (const { id, program, decision, ...sent } of decided) {
    const { plan, code } = readyFor(program);
    expect({ id, decision: decisionOf(plan, sent) }).toEqual({ id, decision });
    const name = oneGoal(plan.loaded.plan, sent.options['goals']);
    const goal = plan.loaded.plan.goals.find((each) => each.name === name);
    if (goal === undefined) continue;
    emitted += 1;
    expect(expectSameDecision(plan.loaded, code.goal(goal.name), goal, asSent(sent))).toBe(true);
  }
  expect(decided.length).toBeGreaterThan(20);
  expect(emitted).toBeGreaterThan(20);
});

test('neither decides where an answer is open: `missing`', () => {
  let open = 0;
  for (const { id, program, assessment, ...sent } of cases) {
    const { plan, code } = readyFor(program);
    const name = oneGoal(plan.loaded.plan, sent.options['goals']);
    if (assessment === undefined || assessment.needs.length === 0 || name === undefined) continue;
    open += 1;
    const codes = (given: object): readonly string[] => [
      ...new Set(
        'problems' in given ? (given.problems as { readonly code: string }[]).map(({ code }) => code) : [],
      ),
    ];
    expect([id, codes(decisionOf(plan, sent))]).toEqual([id, ['missing']]);
    expect([
      id,
      codes(said(() => code.goal(name)[entryName('complete', name)]?.(sent.facts) as object)),
    ]).toEqual([id, ['missing']]);
  }
  expect(open).toBeGreaterThan(20);
});

test('the syntax, evaluated directly, gives the values, statuses, due dates and verdicts', () => {
  let compared = 0;
  for (const { program, facts, options, assessment } of cases) {
    if (assessment === undefined) continue;
    compared += 1;
    const { plan, surface } = readyFor(program);
    expectSurface(
      surface,
      { ...asSent({ facts, options }), facts: facts as JsonObject },
      assessment,
      listed(plan.loaded.plan, options),
    );
  }
  for (const { id, facts, options, expected } of reviewed) {
    if (expected === undefined) continue;
    const { plan, surface } = readyFor(id);
    const { asOf, readings } = asSent({ facts, options });
    const { assessment } = plan.assess({ facts, options }) as { readonly assessment: Assessment };
    expectSurface(surface, { asOf, readings, facts }, assessment, listed(plan.loaded.plan, options));
  }
  expect(compared).toBeGreaterThan(80);
});

/** The options as they are where they are right. */
function asSent({ facts, options }: SuiteCase): SentCase {
  const { asOf, readings = {} } = options as unknown as AssessOptions;
  return { facts, asOf, readings };
}

/** The names of the statements that an assessment of these goals lists. */
function listed(plan: Plan, { goals }: JsonObject): ReadonlySet<string> {
  const asked = goals === undefined ? plan.goals : goalsNamed(plan, goals as readonly string[]);
  return new Set(asked.flatMap(({ definitions, rules }) => [...definitions, ...rules]));
}
