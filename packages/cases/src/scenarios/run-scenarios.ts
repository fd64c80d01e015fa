/** Runs the scenarios of a pack and compares what comes out with what they expect. */
import {
  answersOfScenario,
  interpretPlan,
  type LoadedPack,
  type Mismatch,
  mismatchesOf,
  type Outcome,
  resultOf,
} from '@proviso/compiler/interpret';
import { checkPlanGiven, type Goal, type Plan, type Scenario, slicerOf } from '@proviso/compiler/plan';
import { type Assessment, type Day, type FactProblem, FactsError, formatDay } from '@proviso/runtime';

/** How one scenario went. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  readonly asOf: string;
  readonly passed: boolean;
  readonly mismatches: readonly Mismatch[];
  /** Its facts or date were refused. */
  readonly refused: readonly FactProblem[];
  /** Absent where the facts were refused. */
  readonly assessment?: Assessment;
}

/** Runs every scenario, telling of each before it is run. */
export function runScenarios(plan: Plan, about: (name: string) => void): readonly ScenarioRun[] {
  checkPlanGiven(plan);
  if (typeof about !== 'function')
    throw new TypeError('a function that is told of each scenario was expected');
  const runs = scenarioRuns(plan);
  return plan.scenarios.flatMap(({ name }) => {
    about(name);
    const { value } = runs.next();
    return value === undefined ? [] : [value];
  });
}

/**
 * Runs the scenarios one after another, in source order, each when it is asked for. A scenario is assessed over the
 * statements that it names.
 */
export function* scenarioRuns(plan: Plan): Generator<ScenarioRun, undefined> {
  checkPlanGiven(plan);
  const goals = new Map<string, Goal>();
  const slice = slicerOf(plan);
  const answersOf = answersOfScenario(plan);
  const goalNames = plan.scenarios.map((scenario) => {
    const answers = answersOf(scenario);
    const key = answers.join(' ');
    const name = goals.get(key)?.name ?? `scenario${goals.size + 1}`;
    if (!goals.has(key)) goals.set(key, { name, answers, ...slice(answers) });
    return name;
  });
  const pack = interpretPlan({ ...plan, goals: [...goals.values()] });
  for (const [i, scenario] of plan.scenarios.entries()) yield runOf(scenario, goalNames[i] ?? '', pack);
}

function runOf(scenario: Scenario, goal: string, { assess }: LoadedPack): ScenarioRun {
  // The plan is plain JSON, so that its day numbers bear no brand.
  const asOf = formatDay(scenario.asOf as Day);
  try {
    const assessment = assess(scenario.facts, { asOf, goals: [goal], readings: scenario.readings });
    const outcome = outcomeOf(assessment);
    const mismatches = scenario.expect.flatMap((expectation) => mismatchesOf(expectation, outcome));
    return { scenario, asOf, passed: mismatches.length === 0, mismatches, refused: [], assessment };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return { scenario, asOf, passed: false, mismatches: [], refused: error.problems };
  }
}

function outcomeOf(assessment: Assessment): Outcome {
  return {
    verdict: () => assessment.verdict,
    resultOf: (name, of) => {
      const result = resultOf(assessment, name, of);
      if (result === undefined) return undefined;
      const value = 'status' in result ? result.status : result.value;
      return {
        isRule: 'status' in result,
        value: () => value,
        presumed: () => result.presumed ?? value,
        dependsOn: () => (result.dependsOn ?? []).map(({ ambiguity }) => ambiguity),
      };
    },
  };
}
