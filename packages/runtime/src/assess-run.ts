/** What emitted `assess` functions share around the evaluation: the goal, refusals, the assessment as a whole. */
import {
  ASSESSMENT_FORMAT,
  type Assessment,
  type Instances,
  type Need,
  type Reason,
  type RestsOn,
  type Result,
  type RuleResult,
  type SourceInfo,
  type Verdict,
} from './assessment.ts';
import { checkOptions, type ReadingNames } from './assess-options.ts';
import { comparePaths } from './assess-order.ts';
import type { Day } from './calendar.ts';
import { type Period, periodProblem } from './case-problems.ts';
import { checkFacts, type FactChecks } from './check-facts.ts';
import { type FactProblem, FactsError } from './facts-error.ts';
import { formatDay } from './iso-date.ts';
import { withOrigin } from './rank-needs.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is constant of a goal. */
export interface GoalInfo {
  readonly pack: Assessment['pack'];
  /** The name of the goal, as an assessment tells it. */
  readonly goals: readonly [string];
  readonly answers: readonly string[];
  readonly rules: readonly string[];
  readonly period: Period;
  readonly vocabulary: Vocabulary;
  /** The checks of the kinds of facts that the vocabulary has, and of readings where the pack has ambiguities. */
  readonly checks: FactChecks;
  /** Every source that the slice cites. */
  readonly sources: Readonly<Record<string, SourceInfo>>;
  /** Every ambiguity of the pack. */
  readonly readings: ReadingNames;
}

/** One evaluation of a case. */
export interface Evaluated {
  readonly definitions: Readonly<Record<string, Result | Instances<Result>>>;
  readonly rules: Readonly<Record<string, RuleResult | Instances<RuleResult>>>;
  readonly verdict: Verdict;
  /** Whether every answer is settled and no list that instances come from may have more members. */
  readonly settled: boolean;
  /** Of the results whose value turns on a law's dates: those that are a no only because a law is not in force. */
  readonly turned?: readonly (string | false)[];
  /** The judgements in the traces of the answers, in vocabulary order, where they are told beside the results. */
  readonly judgements?: RestsOn['judgements'];
  /** By record: the lists that may hold more instances. */
  readonly open?: Readonly<Record<string, readonly string[]>>;
}

/** Throws what is wrong with facts or options; where nothing is, gives the facts in their plainest form. */
export function refuseFacts(goal: GoalInfo, facts: unknown, options: unknown): unknown {
  const problems: FactProblem[] = [];
  checkOptions(options, goal, problems);
  const plain = checkFacts(goal, facts, problems);
  refuseCase(problems);
  return plain;
}

/** The value and the reasons of a statement for one instance. */
export interface Answer<V> {
  readonly value: V;
  readonly because: readonly Reason[];
}

/** Adds the problem of a governing date outside the pack's period, once for each fact that states one, in vocabulary order. */
export function addPeriodProblem(
  problems: FactProblem[],
  because: readonly Reason[],
  on: Day,
  { period, vocabulary }: GoalInfo,
): void {
  const path = because.find((reason) => reason.kind === 'fact')?.path ?? 'asOf';
  const at = problems.findIndex(
    (each) => each.code === 'outside-period' && comparePaths(vocabulary, each.path, path) >= 0,
  );
  if (problems[at]?.path === path) return;
  problems.splice(at < 0 ? problems.length : at, 0, periodProblem(path, formatDay(on), period));
}

/** Puts problems in vocabulary order. */
export function sortProblems(problems: FactProblem[], { vocabulary }: GoalInfo): void {
  if (problems.length > 1) problems.sort((a, b) => comparePaths(vocabulary, a.path, b.path));
}

/** Throws where there are problems. */
export function refuseCase(problems: readonly FactProblem[]): void {
  if (problems.length > 0) throw new FactsError(problems);
}

/** Assembles an assessment. */
export function assessment(
  goal: GoalInfo,
  asOf: string,
  run: Evaluated,
  needs: readonly Need[],
  restsOn: RestsOn,
  sources: Readonly<Record<string, SourceInfo>>,
): Assessment {
  return {
    format: ASSESSMENT_FORMAT,
    pack: goal.pack,
    asOf,
    goals: goal.goals,
    verdict: run.verdict,
    rulesExamined: goal.rules,
    definitions: run.definitions,
    rules: run.rules,
    needs,
    restsOn,
    sources,
  };
}

/** Lets `rankNeeds` ask what each answer would settle. */
export function rankable(
  assessed: Assessment,
  goal: GoalInfo,
  facts: unknown,
  assess: (facts: unknown) => Assessment,
): Assessment {
  return withOrigin(assessed, { vocabulary: goal.vocabulary, facts, assess });
}
