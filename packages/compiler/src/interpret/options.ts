/** The options of an assessment, checked: the date, the goals and the readings. */
import {
  allChecks,
  checkOptions,
  type Day,
  didYouMean,
  type FactProblem,
  formatDay,
  type OptionsOf,
  parseDay,
  type Period,
} from '@proviso/runtime';
import type { Goal, Plan } from '../6-plan/plan.ts';
import { goalsNamed, statementNames } from '../6-plan/goals-named.ts';

export interface AssessOptions {
  /** The day of the assessment, `2026-02-05`. */
  readonly asOf: string;
  /** Names of goals, or of definitions and rules by themselves, one at least; every goal of the pack where absent. */
  readonly goals?: readonly string[];
  /** The reading to take of an ambiguity, by name; the pack's default where absent. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** Reads the date and a reading for every ambiguity, the default where none is chosen; adds what is wrong to `problems`. */
export function readOptions(
  plan: Plan,
  options: unknown,
  problems: FactProblem[],
): { readonly asOf: Day | undefined; readonly readings: ReadonlyMap<string, string> } {
  const { asOf, readings } = checkOptions(options, optionsOf(plan), problems, ['goals']);
  const defaults = plan.ambiguities.map((ambiguity) => [ambiguity.name, ambiguity.default] as const);
  const day = asOf === undefined ? undefined : parseDay(asOf);
  return { asOf: day, readings: new Map([...defaults, ...Object.entries(readings)]) };
}

/** The period of a pack, as ISO dates. */
export function periodOfPack({ period: { from, ceasing } }: Plan['pack']): Period {
  const first = formatDay(from as Day);
  return ceasing === null ? [first] : [first, formatDay(ceasing as Day)];
}

function optionsOf({ pack, ambiguities }: Plan): OptionsOf {
  return {
    period: periodOfPack(pack),
    readings: Object.fromEntries(
      ambiguities.map(({ name, readings }) => [name, readings.map((each) => each.name)]),
    ),
    checks: allChecks,
  };
}

/** The goals of these names, definitions and rules by themselves among them; adds unknown names to `problems`. */
export function checkGoals(plan: Plan, names: unknown, problems: FactProblem[]): readonly Goal[] {
  if (names === undefined) return plan.goals;
  if (!Array.isArray(names)) {
    problems.push({ code: 'wrong-type', path: 'goals', message: 'expected an array of goal names' });
    return [];
  }
  const declared = plan.goals.map(({ name }) => name);
  // Nothing examined would come out as nothing found wrong.
  if (names.length === 0 && declared.length > 0) {
    problems.push({
      code: 'unknown-goal',
      path: 'goals',
      message: 'no goal is named',
      help: 'name one at least, or leave `goals` out for all of them',
    });
    return [];
  }
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

function quote(name: unknown): string {
  return typeof name === 'string' ? `\`${name.slice(0, 60)}\`` : `that is a ${typeof name}`;
}

/** What may be meant, of `possible`; otherwise what there is. */
function suggestion(name: unknown, known: Iterable<string>, possible: Iterable<string> = known): string {
  const names = [...known];
  const meant = typeof name === 'string' ? didYouMean(name, possible) : undefined;
  if (meant !== undefined) return meant;
  return names.length === 0
    ? 'this pack has none'
    : `there are ${names.map((each) => `\`${each}\``).join(', ')}`;
}
