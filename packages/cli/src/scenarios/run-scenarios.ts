/** Runs the scenarios of a pack and compares what comes out with what they expect. */
import { interpretPlan } from '@proviso/compiler/interpret';
import {
  type Expectation,
  type Goal,
  type Plan,
  type Scenario,
  slicerOf,
  statementNames,
} from '@proviso/compiler/plan';
import {
  type Assessment,
  type Day,
  type FactProblem,
  FactsError,
  formatDay,
  type Result,
  type RuleResult,
} from '@proviso/runtime';

/** One expectation that was not met. */
export interface Mismatch {
  readonly name: string;
  readonly of?: string;
  /** What of it: the value (or status), what is presumed, the readings it depends on. */
  readonly about: 'value' | 'presumed' | 'dependsOn' | 'exists';
  readonly expected: string;
  readonly got: string;
}

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

/** Runs every scenario, telling of each. A scenario is assessed over the statements that it names. */
export function runScenarios(plan: Plan, about: (name: string) => void): readonly ScenarioRun[] {
  const goals = new Map<string, Goal>();
  const slice = slicerOf(plan);
  const known = new Set(statementNames(plan));
  const goalNames = plan.scenarios.map((scenario) => {
    const answers = answersOf(plan, known, scenario);
    const key = answers.join(' ');
    const name = goals.get(key)?.name ?? `scenario${goals.size + 1}`;
    if (!goals.has(key)) goals.set(key, { name, answers, ...slice(answers) });
    return name;
  });
  const pack = interpretPlan({ ...plan, goals: [...goals.values()] });
  return plan.scenarios.map((scenario, i) => {
    about(scenario.name);
    // The plan is plain JSON, so that its day numbers bear no brand.
    const asOf = formatDay(scenario.asOf as Day);
    try {
      const assessment = pack.assess(scenario.facts, {
        asOf,
        goals: [goalNames[i] ?? ''],
        readings: scenario.readings,
      });
      const mismatches = scenario.expect.flatMap((expectation) => mismatchesOf(expectation, assessment));
      return { scenario, asOf, passed: mismatches.length === 0, mismatches, refused: [], assessment };
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      return { scenario, asOf, passed: false, mismatches: [], refused: error.problems };
    }
  });
}

/** The statements that a scenario names; every answer of every goal where it names none (a verdict alone). */
function answersOf(plan: Plan, known: ReadonlySet<string>, scenario: Scenario): readonly string[] {
  const named = new Set(scenario.expect.map(({ name }) => name).filter((name) => known.has(name)));
  return named.size > 0 ? [...named] : [...new Set(plan.goals.flatMap(({ answers }) => answers))];
}

function mismatchesOf(expectation: Expectation, assessment: Assessment): readonly Mismatch[] {
  const { name, of } = expectation;
  const at = of === undefined ? { name } : { name, of };
  if (name === 'verdict') return compare(at, 'value', expectation.value, assessment.verdict);
  const result = resultOf(assessment, name, of);
  if (result === undefined)
    return [
      { ...at, about: 'exists', expected: shown(expectation.value), got: 'no such result in this case' },
    ];
  const value = 'status' in result ? result.status : result.value;
  // A rule that is not settled is `undetermined`; a scenario may say unknown of it all the same.
  const expected = 'status' in result && expectation.value === 'unknown' ? 'undetermined' : expectation.value;
  const depends = new Set((result.dependsOn ?? []).map(({ ambiguity }) => ambiguity));
  const missing = (expectation.dependsOn ?? []).filter((ambiguity) => !depends.has(ambiguity));
  return [
    ...compare(at, 'value', expected, value),
    ...(expectation.presumed === undefined
      ? []
      : compare(at, 'presumed', expectation.presumed, result.presumed ?? value)),
    ...missing.map((ambiguity) => ({
      ...at,
      about: 'dependsOn' as const,
      expected: ambiguity,
      got: depends.size === 0 ? 'no reading' : [...depends].join(', '),
    })),
  ];
}

function compare(
  at: Pick<Mismatch, 'name' | 'of'>,
  about: Mismatch['about'],
  expected: unknown,
  got: string | number,
): readonly Mismatch[] {
  const wanted = typeof expected === 'boolean' ? (expected ? 'yes' : 'no') : expected;
  return wanted === got ? [] : [{ ...at, about, expected: shown(wanted), got: String(got) }];
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The result of a statement, of one instance where it has several. */
export function resultOf(
  assessment: Assessment,
  name: string,
  of: string | undefined,
): Result | RuleResult | undefined {
  const found = Object.hasOwn(assessment.rules, name)
    ? assessment.rules[name]
    : Object.hasOwn(assessment.definitions, name)
      ? assessment.definitions[name]
      : undefined;
  if (found === undefined) return undefined;
  if (!('instances' in found)) return of === undefined ? found : undefined;
  return found.instances.find((instance) => instance.of === of);
}
