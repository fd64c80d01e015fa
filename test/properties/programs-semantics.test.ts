/** Generated programs × generated cases: the syntax evaluated directly, the interpreter and the emitted code say the same. */
import { parseFile } from '@proviso/language';
import { type Assessment, formatDuration, parseDuration } from '@proviso/runtime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Case, optionsOf } from '../generators/case-arbitrary.ts';
import { type Program, programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import type { SurfaceRun } from '../generators/surface-case.ts';
import { type Surface, surfaceOf } from '../generators/surface-semantics.ts';
import { beforeAll } from '../generators/surface-values.ts';
import { expectSameAssessment, expectSameDecision } from '../support/emit-check.ts';
import { answersOf, isOpen, unlessRefused } from '../support/program-answers.ts';
import { runsOfPrograms } from '../support/seed.ts';

const runs = runsOfPrograms(300);
const surfaces = new Map<Program, Surface>();

function surface(program: Program): Surface {
  const known = surfaces.get(program);
  if (known !== undefined) return known;
  const made = surfaceOf([...program.texts].map(([path, text]) => parseFile(text, path).value));
  surfaces.set(program, made);
  return made;
}

/** The direct evaluation writes durations and the date before all dates plainly. */
function inJson(value: string | number): string | number {
  if (value === beforeAll) return 'beforeAll';
  const duration = typeof value === 'string' && /^P\d+M\d+D$/.test(value) ? parseDuration(value) : undefined;
  return duration === undefined ? value : formatDuration(duration);
}

function isNo(value: string | number): boolean {
  return value === 'no' || value === 'doesNotApply';
}

function sorted(
  entries: Iterable<readonly [string, string | number]>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    [...entries]
      .map(([key, value]) => [key, inJson(value)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Values, statuses, due dates, what is presumed, what depends on a reading or is a no only by a law out of force, and the verdict. */
function expectSurface(program: Program, facts: Case['complete'], sent: Case, assessment: Assessment): void {
  const { ambiguities, evaluate } = surface(program);
  const readings = new Map([...ambiguities].map(([name, one]) => [name, sent.readings[name] ?? one.default]));
  const inRun = (run: Partial<SurfaceRun>): ReturnType<typeof evaluate> =>
    evaluate(facts, { asOf: sent.asOf, readings, assume: false, lawOpen: false, ...run });
  const [value, unread, presumed, lawOpen] = [
    inRun({}),
    inRun({ readings: new Map() }),
    inRun({ assume: true }),
    inRun({ lawOpen: true }),
  ];
  const answers = [...answersOf(assessment)];
  const some = (key: 'presumed' | 'dueOn'): Readonly<Record<string, string | number>> =>
    sorted(
      answers.flatMap(([name, answer]) => (answer[key] === undefined ? [] : [[name, answer[key]] as const])),
    );
  const dependent = [...value.values].filter(
    ([name, one]) => !isOpen(one) && isOpen(unread.values.get(name)),
  );
  expect({
    values: sorted(answers.map(([name, answer]) => [name, answer.value] as const)),
    due: some('dueOn'),
    presumed: some('presumed'),
    dependent: answers
      .filter(([, { dependsOn }]) => dependsOn !== undefined)
      .map(([name]) => name)
      .toSorted(),
    outOfForce: answers
      .flatMap(([name, { notInForce }]) => (notInForce === undefined ? [] : [name]))
      .toSorted(),
    verdict: assessment.verdict,
  }).toEqual({
    values: sorted(value.values),
    due: sorted(value.due),
    presumed: sorted([...presumed.values].filter(([name, one]) => one !== value.values.get(name))),
    dependent: dependent.map(([name]) => name).toSorted(),
    outOfForce: [...value.values]
      .flatMap(([name, one]) => (isNo(one) && lawOpen.values.get(name) !== one ? [name] : []))
      .toSorted(),
    verdict: value.verdict,
  });
}

test('the interpreter of the plan gives what the syntax says, evaluated directly', () => {
  const seen = { assessed: 0, refused: 0 };
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      for (const sent of cases) {
        for (const facts of [sent.complete, sent.partial, sent.less]) {
          const assessment = unlessRefused(() => program.loaded.assess(facts, optionsOf(sent)));
          seen[assessment === undefined ? 'refused' : 'assessed'] += 1;
          if (assessment !== undefined) expectSurface(program, facts, sent, assessment);
        }
      }
    }),
    runs,
  );
  console.log(`seed ${runs.seed}, cases evaluated directly:`, seen);
  expect(seen.assessed).toBeGreaterThan(2000);
});

test('emitted code gives the value, status and trace of the interpreter, and decides complete facts alike', () => {
  const seen = { assessed: 0, decided: 0 };
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      for (const goal of program.pack.plan.goals) {
        const emitted = program.emitted(goal.name);
        for (const sent of cases) {
          for (const facts of [sent.complete, sent.partial]) {
            expectSameAssessment(program.loaded, emitted, goal.name, { ...sent, facts });
            seen.assessed += 1;
          }
          if (expectSameDecision(program.loaded, emitted, goal, { ...sent, facts: sent.complete }))
            seen.decided += 1;
        }
      }
    }),
    runs,
  );
  console.log(`seed ${runs.seed}, cases of goals through emitted code:`, seen);
  expect(seen.assessed).toBeGreaterThan(2000);
  expect(seen.decided).toBeGreaterThan(1000);
});
