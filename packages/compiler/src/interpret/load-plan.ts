import { checkPlanGiven } from '../6-plan/check-plan-given.ts';
import {
  type Assessment,
  type Changes,
  type ChangeTarget,
  type FactProblem,
  FactsError,
  type Need,
  readCheckedFacts,
  type ResultValue,
  withOrigin,
} from '@proviso/runtime';
import type { Plan } from '../6-plan/plan.ts';
import { readPlan } from '../6-plan/read-plan.ts';
import { assembleAssessment } from './assess.ts';
import { checkCase } from './check-case.ts';
import { allInstances, evaluateDefinition } from './evaluate.ts';
import { neededBy } from './needs.ts';
import { checkTarget } from '../change/target.ts';
import { type ChangeOptions, searchChanges } from '../change/what-would-change.ts';
import { type AssessOptions, checkGoals, readOptions } from './options.ts';
import { indexPlan, type PlanIndex } from './plan-index.ts';
import { reasonsOfDefinition } from './reasons.ts';
import { holderOf } from './results.ts';
import { type Runs, startRuns } from './runs.ts';
import { type Slice, sliceOf } from './slice.ts';
import { renderValue } from './values.ts';

/** The bare answers of a goal on complete facts, by name; one per instance where the statement has a parameter. */
export type Decision = Readonly<
  Record<string, ResultValue | readonly { readonly of: string; readonly value: ResultValue }[]>
>;

/** A pack ready to assess cases, through the interpreter: no code is generated. */
export interface LoadedPack {
  readonly plan: Plan;
  /** Assesses a case, complete or not. Throws `FactsError` with everything wrong with the facts and the options. */
  readonly assess: (facts: unknown, options: AssessOptions) => Assessment;
  /**
   * What would change an answer of that assessment: the minimal sets of changes to facts that are not fixed. Throws
   * `FactsError` as `assess` does, and where the assessment has no such answer.
   */
  readonly whatWouldChange: (
    facts: unknown,
    options: AssessOptions,
    target: ChangeTarget,
    search?: ChangeOptions,
  ) => Changes;
  /**
   * The bare answers of a goal on complete facts. Throws `FactsError` as `assess` does, and with code `missing` for each
   * fact that an answer still needs.
   */
  readonly decide: (
    goal: string,
    facts: unknown,
    asOf: string,
    readings?: AssessOptions['readings'],
  ) => Decision;
}

/**
 * Loads a plan from JSON. Throws `PlanError` where it is no plan of the format that this build reads. Its digests are not
 * made anew: whether it is the plan that they name, `digestsOf` of `@proviso/compiler/plan` tells.
 */
export function loadPlan(json: unknown): LoadedPack {
  return interpretPlan(readPlan(json));
}

/** Makes a plan ready that has been built here, or read: it is not checked again. */
export function interpretPlan(plan: Plan): LoadedPack {
  checkPlanGiven(plan);
  const index = indexPlan(plan);
  const sliceFor = slices(index);
  const assess: LoadedPack['assess'] = (facts, options) => {
    const { runs, slice } = prepare(index, sliceFor, facts, options);
    return withOrigin(assembleAssessment(runs, slice), {
      vocabulary: slice.vocabulary,
      facts,
      assess: (others) => assess(others, options),
    });
  };
  return {
    plan,
    assess,
    whatWouldChange: (facts, options, target, search = {}) => {
      const { runs, slice } = prepare(index, sliceFor, facts, options);
      const assessment = assembleAssessment(runs, slice);
      if (typeof target?.name !== 'string')
        throw new TypeError('a target was expected: `{ name, of?, to? }`, the name of a definition or rule');
      const problems = checkTarget(index, assessment, target);
      if (problems.length > 0) throw new FactsError(problems);
      const { asOf, run } = runs.value;
      const setting = { index, slice, facts, asOf, run, name: target.name, of: target.of };
      return searchChanges(setting, target, assessment, search);
    },
    decide: (goal, facts, asOf, readings) => {
      const options = { asOf, goals: [goal], ...(readings === undefined ? {} : { readings }) };
      const { runs, slice } = prepare(index, sliceFor, facts, options);
      return decideSlice(runs, slice);
    },
  };
}

/** The slice of the goals of these names; adds names that are unknown to `problems`. */
type SliceFor = (names: unknown, problems: FactProblem[]) => Slice;

/** So many slices are kept: whoever asks for the same goals case after case has theirs taken once. */
const maxSlices = 64;

function slices(index: PlanIndex): SliceFor {
  const kept = new Map<string, Slice>();
  return (names, problems) => {
    const key = keyOf(names);
    const known = key === undefined ? undefined : kept.get(key);
    if (known !== undefined) return known;
    const before = problems.length;
    const slice = sliceOf(index, checkGoals(index.plan, names, problems));
    if (key === undefined || problems.length > before) return slice;
    if (kept.size === maxSlices) kept.clear();
    kept.set(key, slice);
    return slice;
  };
}

/** Undefined for what names no goals; that is refused. */
function keyOf(names: unknown): string | undefined {
  if (names === undefined) return '';
  if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) return undefined;
  return JSON.stringify(names);
}

/** Checks options and facts and starts the runs; throws where anything is wrong. */
function prepare(
  index: PlanIndex,
  sliceFor: SliceFor,
  facts: unknown,
  options: AssessOptions,
): { readonly runs: Runs; readonly slice: Slice } {
  const problems: FactProblem[] = [];
  const { asOf, readings } = readOptions(index.plan, options, problems);
  // A caller without types may leave the options out; then the date is what is missing.
  const named = (options as Partial<AssessOptions> | null | undefined)?.goals;
  const slice = sliceFor(named, problems);
  const read = readCheckedFacts(slice.vocabulary, facts, problems);
  if (asOf === undefined || problems.length > 0) throw new FactsError(problems);
  const runs = startRuns(index, slice, read, asOf, readings);
  const wrong = checkCase(runs.value, slice);
  if (wrong.length > 0) throw new FactsError(wrong);
  return { runs, slice };
}

function decideSlice(runs: Runs, slice: Slice): Decision {
  const { index } = runs.value;
  const missing = new Map<string, Need['kind']>();
  const valueOf = (
    id: string,
    type: Parameters<typeof renderValue>[1],
    of?: Parameters<typeof evaluateDefinition>[2],
  ): ResultValue => {
    const value = evaluateDefinition(runs.value, id, of);
    if (value === undefined) {
      for (const [path, kind] of neededBy(runs.value, reasonsOfDefinition(runs.value, id, of)))
        missing.set(path, kind);
    }
    return renderValue(value, type);
  };
  const decision = Object.fromEntries(
    slice.answers.map((name) => {
      const { id, type, param } = holderOf(index, name);
      if (param === undefined) return [name, valueOf(id, type)];
      const { instances, openLists } = allInstances(runs.value, param.record);
      for (const list of openLists) missing.set(list, 'list');
      return [name, instances.map((of) => ({ of: of.path, value: valueOf(id, type, of) }))];
    }),
  );
  if (missing.size > 0) {
    throw new FactsError(
      [...missing].map(([path, kind]) => ({
        code: 'missing',
        path,
        message:
          kind === 'list' ? 'the complete list is needed to decide' : `this ${kind} is needed to decide`,
        help: 'give it, or use `assess`, which takes incomplete facts',
      })),
    );
  }
  return decision;
}
