/**
 * The scenarios of a pack, got ready once and then run against many variants of its plan. Of a variant only what the change
 * can reach is evaluated again, and of a scenario only the results that it expects something of, without a trace.
 */
import {
  type Day,
  type FactProblem,
  formatDay,
  readCheckedFacts,
  type RecordValue,
  type Verdict,
} from '@proviso/runtime';
import { statementOf } from '../6-plan/ids.ts';
import type { Definition, Expectation, Goal, Plan, Scenario } from '../6-plan/plan.ts';
import { slicerOf, type Slicer } from '../6-plan/slice.ts';
import { checkCase } from '../interpret/check-case.ts';
import { allInstances, type Evaluation, evaluateDefinition } from '../interpret/evaluate.ts';
import { instancesOf } from '../interpret/locate.ts';
import { readOptions } from '../interpret/options.ts';
import { indexPlan, type PlanIndex } from '../interpret/plan-index.ts';
import { holderOf, statusOf } from '../interpret/results.ts';
import { dependencesOf, type Runs, startRuns } from '../interpret/runs.ts';
import { type Slice, sliceOf } from '../interpret/slice.ts';
import { renderValue } from '../interpret/values.ts';
import { verdictOn } from '../interpret/verdict.ts';
import { answersOfScenario, type Mismatch, mismatchesOf, type Outcome } from './expectations.ts';
import { type Reach, reachOf } from './reach.ts';
import { variantRuns } from './variant-runs.ts';

/** A plan that differs in a few places from the one that the scenarios were prepared for; the vocabulary is the same. */
export interface Variant {
  readonly plan: Plan;
  /** Ids of the definitions whose expressions differ. What they refer to, the original refers to as well. */
  readonly definitions: readonly string[];
  /** Names of the ambiguities with another default. */
  readonly ambiguities: readonly string[];
  /** Whether some fact has another assumption. */
  readonly assumptions: boolean;
}

/** A scenario that does not pass, and the first thing about it that is otherwise. */
export interface ScenarioFailure {
  readonly scenario: Scenario;
  /** Absent where its facts are refused. */
  readonly mismatch?: Mismatch;
  readonly refused: readonly FactProblem[];
}

/** A scenario with everything that does not change from variant to variant. */
interface Prepared {
  readonly scenario: Scenario;
  readonly answers: readonly string[];
  readonly slice: Slice;
  readonly definitions: ReadonlySet<string>;
  readonly facts: RecordValue;
  readonly runs: Runs;
  /** The definitions that hold what it expects something of. */
  readonly holders: ReadonlyMap<Expectation, string>;
  readonly asksPresumed: boolean;
  readonly asksReadings: boolean;
  readonly asksVerdict: boolean;
}

/** All scenarios of a plan, ready to be run against variants of it. */
export class ScenarioBench {
  /** The scenarios that fail as the plan stands: nothing can be told by them. */
  readonly failing: readonly ScenarioFailure[];
  readonly #prepared: readonly Prepared[];
  readonly #reach: Reach;
  readonly #nearest = new Map<string, readonly Prepared[]>();

  constructor(plan: Plan) {
    const index = indexPlan(plan);
    const slicer = slicerOf(plan);
    const sliceFor = slices(index, slicer);
    const answersOf = answersOfScenario(plan);
    const failing: ScenarioFailure[] = [];
    this.#reach = reachOf(plan);
    this.#prepared = plan.scenarios.flatMap((scenario) => {
      const prepared = prepare(index, scenario, answersOf(scenario), sliceFor);
      const failure = 'refused' in prepared ? prepared : outcomeFailure(prepared, prepared.runs, slicer);
      if (failure !== undefined) failing.push(failure);
      return 'refused' in prepared ? [] : [prepared];
    });
    this.failing = failing;
  }

  /**
   * The first scenario that fails under the variant, undefined where all pass. Those that name the changed statement go
   * first, then the others that it can matter to, each in the order of the plan.
   */
  firstFailure(variant: Variant): ScenarioFailure | undefined {
    const index = indexPlan(variant.plan);
    const slicer = lazily(variant.plan);
    const touched = this.#reach.dependents(variant.definitions);
    const mayRefuse = this.#reach.governs(variant.definitions);
    for (const prepared of this.#candidates(variant)) {
      const runs = variantRuns(prepared, index, variant, touched);
      if (!mayRefuse && !this.#isNoticeable(prepared, runs, variant)) continue;
      const refused = mayRefuse
        ? checkCase(runs.value, sliceOf(index, [goalOf(slicer, prepared.answers)]))
        : [];
      if (refused.length > 0) return { scenario: prepared.scenario, refused };
      const isTouched = variant.ambiguities.length > 0 || variant.assumptions ? undefined : touched;
      const failure = outcomeFailure(prepared, runs, slicer, isTouched);
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  #candidates({ definitions, ambiguities, assumptions }: Variant): readonly Prepared[] {
    if (assumptions) return this.#prepared.filter(({ slice, asksPresumed }) => slice.assumes && asksPresumed);
    if (ambiguities.length > 0) {
      return this.#prepared.filter(({ slice, scenario }) =>
        ambiguities.some(
          (name) => slice.ambiguities.includes(name) && !Object.hasOwn(scenario.readings, name),
        ),
      );
    }
    const key = definitions.join(' ');
    const known = this.#nearest.get(key);
    if (known !== undefined) return known;
    const statements = new Set(definitions.map(statementOf));
    const near = this.#prepared.filter((each) => definitions.some((id) => each.definitions.has(id)));
    const names = ({ scenario }: Prepared): boolean =>
      scenario.expect.some(({ name }) => statements.has(name));
    const found = [...near.filter(names), ...near.filter((each) => !names(each))];
    this.#nearest.set(key, found);
    return found;
  }

  /** Whether the changed definitions come to anything else; where they do not, nothing that refers to them does. */
  #isNoticeable(prepared: Prepared, runs: Runs, { definitions }: Variant): boolean {
    // The readings that an answer depends on, and the rules that a verdict is on, may change where no value does.
    if (definitions.length === 0 || prepared.asksReadings || prepared.asksVerdict) return true;
    const differs = (before: Evaluation, after: Evaluation): boolean =>
      definitions.some(
        (id) =>
          prepared.definitions.has(id) &&
          instancesFor(after, id).some(
            (of) => evaluateDefinition(before, id, of) !== evaluateDefinition(after, id, of),
          ),
      );
    return (
      differs(prepared.runs.value, runs.value) ||
      (prepared.asksPresumed && differs(prepared.runs.presumed, runs.presumed))
    );
  }
}

function instancesFor(
  evaluation: Evaluation,
  id: string,
): readonly Parameters<typeof evaluateDefinition>[2][] {
  const param = evaluation.index.definitions.get(id)?.param;
  return param === undefined ? [undefined] : allInstances(evaluation, param.record).instances;
}

function slices(index: PlanIndex, slicer: Slicer): (answers: readonly string[]) => Slice {
  const kept = new Map<string, Slice>();
  return (answers) => {
    const key = answers.join(' ');
    const known = kept.get(key) ?? sliceOf(index, [goalOf(slicer, answers)]);
    kept.set(key, known);
    return known;
  };
}

function goalOf(slicer: Slicer, answers: readonly string[]): Goal {
  return { name: 'scenario', answers, ...slicer(answers) };
}

/** Slices of a variant, which may leave parts of the original unread: prepared once, where any is asked for. */
function lazily(plan: Plan): Slicer {
  let slicer: Slicer | undefined;
  return (answers) => {
    slicer ??= slicerOf(plan);
    return slicer(answers);
  };
}

function prepare(
  index: PlanIndex,
  scenario: Scenario,
  answers: readonly string[],
  sliceFor: (answers: readonly string[]) => Slice,
): Prepared | ScenarioFailure {
  const refused: FactProblem[] = [];
  const slice = sliceFor(answers);
  // The plan is plain JSON, so that its day numbers bear no brand.
  const given = { asOf: formatDay(scenario.asOf as Day), readings: scenario.readings };
  const { asOf, readings } = readOptions(index.plan, given, refused);
  const facts = readCheckedFacts(slice.vocabulary, scenario.facts, refused);
  if (asOf === undefined || refused.length > 0) return { scenario, refused };
  const runs = startRuns(index, slice, facts, asOf, readings);
  const wrong = checkCase(runs.value, slice);
  if (wrong.length > 0) return { scenario, refused: wrong };
  const expects = (of: (expectation: Expectation) => boolean): boolean => scenario.expect.some(of);
  return {
    scenario,
    answers,
    slice,
    definitions: new Set(slice.definitions.map(({ id }) => id)),
    facts,
    runs,
    holders: new Map(
      scenario.expect.flatMap((each) =>
        each.name === 'verdict' ? [] : [[each, holderOf(index, each.name).id] as const],
      ),
    ),
    asksPresumed: expects(({ presumed }) => presumed !== undefined),
    asksReadings: expects(({ dependsOn }) => dependsOn !== undefined),
    asksVerdict: expects(({ name }) => name === 'verdict'),
  };
}

/** The first expectation that is not met; those of definitions that are not touched are not looked at. */
function outcomeFailure(
  prepared: Prepared,
  runs: Runs,
  slicer: Slicer,
  touched?: ReadonlySet<string>,
): ScenarioFailure | undefined {
  const { scenario, holders } = prepared;
  const outcome = outcomeOf(prepared, runs, slicer);
  for (const expectation of scenario.expect) {
    const holder = holders.get(expectation);
    if (touched !== undefined && holder !== undefined && !touched.has(holder)) continue;
    const [mismatch] = mismatchesOf(expectation, outcome);
    if (mismatch !== undefined) return { scenario, mismatch, refused: [] };
  }
  return undefined;
}

function outcomeOf(prepared: Prepared, runs: Runs, slicer: Slicer): Outcome {
  const { index } = runs.value;
  return {
    verdict: () => verdictOf(runs.value, slicer(prepared.answers).rules),
    resultOf: (name, path) => {
      const { id, type, param }: Definition = holderOf(index, name);
      const isRule = type.kind === 'status';
      const of =
        param === undefined
          ? undefined
          : instancesOf(index, prepared.facts, param.record).instances.find((each) => each.path === path);
      if ((param === undefined) !== (path === undefined) || (param !== undefined && of === undefined))
        return undefined;
      const value = (evaluation: Evaluation): ReturnType<typeof renderValue> => {
        const found = evaluateDefinition(evaluation, id, of);
        return isRule ? statusOf(found) : renderValue(found, type);
      };
      return {
        isRule,
        value: () => value(runs.value),
        presumed: () => value(runs.presumed),
        dependsOn: () => dependencesOf(runs, id, of).map(({ ambiguity }) => ambiguity),
      };
    },
  };
}

function verdictOf(evaluation: Evaluation, rules: readonly string[]): Verdict {
  return verdictOn(
    rules.flatMap((name) => {
      const rule = evaluation.index.rules.get(name);
      if (rule === undefined) return [];
      const of = instancesFor(evaluation, rule.status);
      const open =
        rule.param !== undefined && allInstances(evaluation, rule.param.record).openLists.length > 0;
      const statuses = of.map((each) => statusOf(evaluateDefinition(evaluation, rule.status, each)));
      return [{ rule, statuses, open }];
    }),
  );
}
