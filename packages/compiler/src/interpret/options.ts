/** The options of an assessment, checked: the date, the goals and the readings. */
import {
  asOfProblems,
  closestName,
  type Day,
  type FactProblem,
  parseDay,
  readingProblems,
} from '@proviso/runtime';
import type { Goal, Plan } from '../6-plan/plan.ts';
import { goalsNamed, statementNames } from '../6-plan/goals-named.ts';

export interface AssessOptions {
  /** The day of the assessment, `2026-02-05`. */
  readonly asOf: string;
  /** Names of goals, or of definitions and rules by themselves; every goal of the pack where absent. */
  readonly goals?: readonly string[];
  /** The reading to take of an ambiguity, by name; the pack's default where absent. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** Reads a date; adds what is wrong with it to `problems`. */
export function checkAsOf(plan: Plan, asOf: unknown, problems: FactProblem[]): Day | undefined {
  problems.push(...asOfProblems(asOf, plan.pack.period));
  return typeof asOf === 'string' ? parseDay(asOf) : undefined;
}

/** The goals of these names, definitions and rules by themselves among them; adds unknown names to `problems`. */
export function checkGoals(plan: Plan, names: unknown, problems: FactProblem[]): readonly Goal[] {
  if (names === undefined) return plan.goals;
  if (!Array.isArray(names)) {
    problems.push({ code: 'wrong-type', path: 'goals', message: 'expected an array of goal names' });
    return [];
  }
  const declared = plan.goals.map(({ name }) => name);
  const known = new Set([...declared, ...statementNames(plan)]);
  const asked: string[] = [];
  names.forEach((name: unknown, i) => {
    if (typeof name === 'string' && known.has(name)) {
      asked.push(name);
      return;
    }
    problems.push({
      code: 'unknown-goal',
      path: `goals[${i}]`,
      message: `there is no goal ${quote(name)}`,
      help: suggestion(name, declared, known),
    });
  });
  return goalsNamed(plan, asked);
}

/** A reading for every ambiguity of the plan, the default where none is chosen; adds what is wrong to `problems`. */
export function checkReadings(
  plan: Plan,
  chosen: unknown,
  problems: FactProblem[],
): ReadonlyMap<string, string> {
  const known = plan.ambiguities.map(
    ({ name, readings }) => [name, readings.map((each) => each.name)] as const,
  );
  const wrong = readingProblems(chosen, Object.fromEntries(known));
  problems.push(...wrong);
  const defaults = plan.ambiguities.map((ambiguity) => [ambiguity.name, ambiguity.default] as const);
  return new Map([
    ...defaults,
    ...(chosen === undefined || wrong.length > 0
      ? []
      : Object.entries(chosen as Readonly<Record<string, string>>)),
  ]);
}

function quote(name: unknown): string {
  return typeof name === 'string' ? `\`${name.slice(0, 60)}\`` : `that is a ${typeof name}`;
}

/** What may be meant, of `possible`; otherwise what there is. */
function suggestion(name: unknown, known: Iterable<string>, possible: Iterable<string> = known): string {
  const names = [...known];
  const closest = typeof name === 'string' ? closestName(name, [...possible]) : undefined;
  if (closest !== undefined) return `did you mean \`${closest}\`?`;
  return names.length === 0
    ? 'this pack has none'
    : `there are ${names.map((each) => `\`${each}\``).join(', ')}`;
}
