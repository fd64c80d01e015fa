/** What a scenario expects, compared with what comes out. */
import type { ResultValue, Verdict } from '@proviso/runtime';
import { statementNames } from '../6-plan/goals-named.ts';
import type { Expectation, Plan, Scenario } from '../6-plan/plan.ts';

/** One expectation that was not met. */
export interface Mismatch {
  readonly name: string;
  readonly of?: string;
  /** What of it: the value (or status), what is presumed, the readings it depends on. */
  readonly about: 'value' | 'presumed' | 'dependsOn' | 'exists';
  readonly expected: string;
  readonly got: string;
}

/** One result of a case, each part of it worked out when it is asked for. */
export interface OutcomeResult {
  readonly isRule: boolean;
  /** The value; of a rule its status. */
  readonly value: () => ResultValue;
  /** The same where nothing else is presumed. */
  readonly presumed: () => ResultValue;
  /** Names of the ambiguities that it depends on. */
  readonly dependsOn: () => readonly string[];
}

/** What came out of a case, as far as expectations ask. */
export interface Outcome {
  readonly verdict: () => Verdict;
  /** Undefined where the case has no such result. */
  readonly resultOf: (name: string, of: string | undefined) => OutcomeResult | undefined;
}

/** What of an expectation is not met. */
export function mismatchesOf(expectation: Expectation, outcome: Outcome): readonly Mismatch[] {
  const { name, of } = expectation;
  const at = of === undefined ? { name } : { name, of };
  if (name === 'verdict') return compare(at, 'value', expectation.value, outcome.verdict());
  const result = outcome.resultOf(name, of);
  if (result === undefined)
    return [
      { ...at, about: 'exists', expected: shown(expectation.value), got: 'no such result in this case' },
    ];
  // A rule that is not settled is `undetermined`; a scenario may say unknown of it all the same.
  const expected = result.isRule && expectation.value === 'unknown' ? 'undetermined' : expectation.value;
  return [
    ...compare(at, 'value', expected, result.value()),
    ...(expectation.presumed === undefined
      ? []
      : compare(at, 'presumed', expectation.presumed, result.presumed())),
    ...(expectation.dependsOn === undefined ? [] : dependenceMismatches(at, expectation.dependsOn, result)),
  ];
}

function dependenceMismatches(
  at: Pick<Mismatch, 'name' | 'of'>,
  expected: readonly string[],
  result: OutcomeResult,
): readonly Mismatch[] {
  const depends = result.dependsOn();
  return expected
    .filter((ambiguity) => !depends.includes(ambiguity))
    .map((ambiguity) => ({
      ...at,
      about: 'dependsOn' as const,
      expected: ambiguity,
      got: depends.length === 0 ? 'no reading' : depends.join(', '),
    }));
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

/**
 * The statements that a scenario is assessed over: those that it names; every answer of every goal where it names none (a
 * verdict alone).
 */
export function answersOfScenario(plan: Plan): (scenario: Scenario) => readonly string[] {
  const known = new Set(statementNames(plan));
  return (scenario) => {
    const named = new Set(scenario.expect.map(({ name }) => name).filter((name) => known.has(name)));
    return named.size > 0 ? [...named] : [...new Set(plan.goals.flatMap(({ answers }) => answers))];
  };
}
