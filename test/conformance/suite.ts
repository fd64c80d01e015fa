/** The lines of the suite, as `README.md` tells them, and where they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '@proviso/compiler/interpret';
import type { Json, JsonObject, Plan } from '@proviso/compiler/plan';
import type { Assessment, FactProblem } from '@proviso/runtime';

/** A line of `programs.jsonl`: a program as text, and its plan. */
export interface ProgramLine {
  readonly id: string;
  /** The path of the file that the program begins with. */
  readonly entry: string;
  /** The texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly plan: Plan;
}

/** What is wrong with a case: of the problems, what another implementation can be held to. */
export type ProblemLine = Pick<FactProblem, 'code' | 'path'>;

/** A case as it is sent. */
export interface SuiteCase {
  readonly facts: Json;
  /** As they are given, wrong ones among them. */
  readonly options: JsonObject;
}

/** A line of `cases.jsonl`: a case of a program, with either the assessment or the problems for which it is refused. */
export interface CaseLine extends SuiteCase {
  readonly id: string;
  readonly program: string;
  readonly assessment?: Assessment;
  readonly problems?: readonly ProblemLine[];
  /** What is decided, where all facts are given and one goal is asked for. */
  readonly decision?: Decision;
  /** What the case is in the suite for, for readers. */
  readonly covers: readonly string[];
}

/** A line of `reviewed.jsonl`: a case written by hand. What `expected` does not mention is not compared. */
export interface ReviewedLine {
  readonly id: string;
  /** The section of `docs/semantics.md` that it is derived from. */
  readonly section: string;
  /** How the expectation follows from the section. */
  readonly why: string;
  readonly program: string;
  readonly facts: JsonObject;
  readonly options: JsonObject;
  readonly expected?: JsonObject;
  readonly problems?: readonly ProblemLine[];
}

/** The file that the program of a reviewed case is in. */
export const entryOfReviewed = 'pack.policy';

/** The path of a file of the suite. */
export function pathOf(name: string): string {
  return join(import.meta.dirname, name);
}

/** The text of a file of the suite. */
export function readText(name: string): string {
  return readFileSync(pathOf(name), 'utf8');
}

/** The lines of `programs.jsonl`. */
export function readPrograms(): readonly ProgramLine[] {
  return readLines('programs.jsonl') as readonly ProgramLine[];
}

/** The lines of `cases.jsonl`. */
export function readCases(): readonly CaseLine[] {
  return readLines('cases.jsonl') as readonly CaseLine[];
}

/** The lines of `reviewed.jsonl`. */
export function readReviewed(): readonly ReviewedLine[] {
  return readLines('reviewed.jsonl') as readonly ReviewedLine[];
}

function readLines(name: string): readonly unknown[] {
  return readText(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
