/** What the suite expects of a back end, program by program. */
import { expect } from 'vitest';
import type { JsonObject } from '@proviso/compiler/plan';
import type { BackEnd, Said } from './back-end.ts';
import { differences } from './differences.ts';
import {
  type CaseLine,
  type ProgramLine,
  readCases,
  readPrograms,
  readReviewed,
  type ReviewedLine,
} from './suite.ts';

/** A program with its cases: generated ones, or the one that was reviewed. */
export interface ProgramAndLines {
  readonly id: string;
  readonly program: ProgramLine;
  readonly cases: readonly CaseLine[];
  readonly reviewed: readonly ReviewedLine[];
}

/** The whole suite. */
export function wholeSuite(): readonly ProgramAndLines[] {
  const cases = Map.groupBy(readCases(), ({ program }) => program);
  const reviewed = Map.groupBy(readReviewed(), ({ id }) => id);
  return readPrograms().map((program) => ({
    id: program.id,
    program,
    cases: cases.get(program.id) ?? [],
    reviewed: reviewed.get(program.id) ?? [],
  }));
}

/** The back end says of every case of the program what the suite says. Returns how many cases it has a way to ask. */
export function expectAnswers({ assess }: BackEnd, { cases, reviewed }: ProgramAndLines): number {
  let asked = 0;
  for (const { id, assessment, problems, facts, options } of cases) {
    const said = assess({ facts, options });
    if (said === undefined) continue;
    asked += 1;
    expect({ id, ...said }).toEqual({ id, ...(problems === undefined ? { assessment } : { problems }) });
  }
  for (const line of reviewed) {
    const said = assess(line);
    if (said === undefined) continue;
    asked += 1;
    const { id, why } = line;
    expect({ id, why, wrong: wrongIn(said, line) }).toEqual({ id, why, wrong: [] });
  }
  return asked;
}

function wrongIn(said: Said, { expected, problems }: ReviewedLine): readonly string[] {
  if (expected === undefined)
    return differences([...(problems as readonly JsonObject[])], 'problems' in said ? said.problems : []);
  return 'problems' in said
    ? said.problems.map(({ code, path }) => `${path}: ${code}`)
    : differences(expected, said.assessment);
}

/** The codes of the problems for which something was refused. */
export function codesIn(said: object): readonly string[] {
  const problems = 'problems' in said ? (said.problems as readonly { readonly code: string }[]) : [];
  return [...new Set(problems.map(({ code }) => code))];
}

/** Whether the suite says what is decided. */
export function isDecided({ decision }: CaseLine): boolean {
  return decision !== undefined;
}

/** Whether an answer of the one goal of the case is open. */
export function isOpen({ assessment }: CaseLine): boolean {
  return assessment !== undefined && assessment.needs.length > 0;
}
