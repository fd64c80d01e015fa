/** Generated programs × generated cases: the syntax evaluated directly, the interpreter and the emitted code say the same. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { optionsOf } from '../generators/case-arbitrary.ts';
import { type Program, programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import type { Surface } from '../generators/surface-semantics.ts';
import { expectSameAssessment, expectSameDecision } from '../support/emit-check.ts';
import { unlessRefused } from '../support/program-answers.ts';
import { runsOfPrograms } from '../support/seed.ts';
import { expectSurface, surfaceOfTexts } from '../support/surface-check.ts';

const runs = runsOfPrograms(300);
const surfaces = new Map<Program, Surface>();

function surface(program: Program): Surface {
  const known = surfaces.get(program) ?? surfaceOfTexts(program.texts);
  surfaces.set(program, known);
  return known;
}

test('the interpreter of the plan gives what the syntax says, evaluated directly', () => {
  const seen = { assessed: 0, refused: 0 };
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      for (const sent of cases) {
        for (const facts of [sent.complete, sent.partial, sent.less]) {
          const assessment = unlessRefused(() => program.loaded.assess(facts, optionsOf(sent)));
          seen[assessment === undefined ? 'refused' : 'assessed'] += 1;
          if (assessment !== undefined)
            expectSurface(surface(program), { ...optionsOf(sent), facts }, assessment);
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
