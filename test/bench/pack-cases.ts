// Cases of a pack, taken from its own scenarios: what an average case is, is not made up.

import { loadPlan } from '@proviso/compiler/interpret';
import type { Plan, Scenario } from '@proviso/compiler/plan';
import { type Assessment, FactsError } from '@proviso/runtime';
import { isoDate } from './dates.ts';
import { median } from './statistics.ts';

/** Facts and a date, as an application gives them to `assess…`. */
export interface PackCase {
  readonly facts: object;
  readonly options: { readonly asOf: string };
}

export interface Cases {
  /** How many facts the middle scenario gives. */
  readonly given: number;
  /** The scenarios that give so many, or the nearest to it: each is assessed by every goal. */
  readonly average: readonly PackCase[];
  /** For each goal, of the scenarios that expect one of its answers, the one with the middle number of facts. */
  readonly own: ReadonlyMap<string, PackCase & { readonly given: number }>;
}

/** How many of the average scenarios are taken. */
const taken = 16;

/** The cases that are timed; those that name readings or that some goal refuses are passed over. */
export function casesOf(plan: Plan): Cases {
  const usable = plan.scenarios.filter(({ readings }) => Object.keys(readings).length === 0);
  const sizes = usable.map(({ facts }) => given(facts));
  const middle = Math.floor(median(sizes));
  const { assess } = loadPlan(plan);
  const every = interpreted(plan);
  const average: PackCase[] = [];
  for (const of of nearest(usable, middle).map(packCase)) {
    if (average.length === taken) break;
    if (accepted(() => assess(of.facts, of.options))) average.push(of);
  }
  const own = plan.goals.flatMap(({ name, answers }) => {
    const expecting = usable.filter(({ expect }) => expect.some((each) => answers.includes(each.name)));
    const found = nearest(expecting, Math.floor(median(expecting.map(({ facts }) => given(facts))))).find(
      (scenario) => accepted(() => every(name, packCase(scenario))),
    );
    return found === undefined ? [] : [[name, { ...packCase(found), given: given(found.facts) }] as const];
  });
  return { given: middle, average, own: new Map(own) };
}

/** `assess` of one goal through the reference interpreter: what the emitted code is compared with. */
export function interpreted(plan: Plan): (goal: string, of: PackCase) => Assessment {
  const { assess } = loadPlan(plan);
  return (goal, { facts, options }) => assess(facts, { ...options, goals: [goal] });
}

function packCase({ facts, asOf }: Scenario): PackCase {
  return { facts, options: { asOf: isoDate(asOf) } };
}

/** The scenarios by how far they are from giving so many facts; as they stand in the pack where that is the same. */
function nearest(scenarios: readonly Scenario[], size: number): readonly Scenario[] {
  const distance = ({ facts }: Scenario): number => Math.abs(given(facts) - size);
  return scenarios.toSorted((a, b) => distance(a) - distance(b));
}

/** How many facts are given: values that hold no others. */
function given(facts: unknown): number {
  if (typeof facts !== 'object' || facts === null) return 1;
  return Object.values(facts).reduce((sum: number, value: unknown) => sum + given(value), 0);
}

function accepted(assess: () => unknown): boolean {
  try {
    assess();
    return true;
  } catch (error) {
    if (error instanceof FactsError) return false;
    throw error;
  }
}
