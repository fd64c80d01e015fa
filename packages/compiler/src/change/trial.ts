/** A case with some changes made: what falls away with them, how the answer comes out, and what is then wrong. */
import {
  type Change,
  type Day,
  type FactProblem,
  FactsError,
  readCheckedFacts,
  type RecordValue,
  type ResultValue,
} from '@proviso/runtime';
import { type Fault, faultsOfCase, onlyIfFaults } from '../interpret/check-case.ts';
import {
  evaluateDefinition,
  type Evaluation,
  parameterOf,
  type Run,
  startEvaluation,
} from '../interpret/evaluate.ts';
import type { Instance } from '../interpret/locate.ts';
import { definitionOf, type PlanIndex } from '../interpret/plan-index.ts';
import { holderOf } from '../interpret/results.ts';
import type { Slice } from '../interpret/slice.ts';
import { renderValue, type Value } from '../interpret/values.ts';
import type { Bound } from './levers.ts';
import { wayTo } from './places.ts';
import { withChanges } from './with-changes.ts';

/** The case that changes are made to, and the answer that is looked at. */
export interface Setting {
  readonly index: PlanIndex;
  /** The goals asked for: what is wrong with a case is wrong with all of it. */
  readonly slice: Slice;
  readonly facts: unknown;
  readonly asOf: Day;
  /** The run V: readings as chosen. */
  readonly run: Run;
  readonly name: string;
  readonly of: string | undefined;
}

/** A case with changes made. */
export interface Trial {
  readonly evaluation: Evaluation;
  readonly dropped: readonly string[];
  readonly value: Value;
  /** The expression that gives the value. */
  readonly root: Bound;
}

/** Makes changes and evaluates the answer; undefined where the case has no such instance. */
export function trialOf(setting: Setting, changes: readonly Change[]): Trial | undefined {
  const { index, name, of } = setting;
  const { evaluation, dropped } = withoutWhatFalls(setting, changes);
  const { id } = holderOf(index, name);
  const instance: Instance | undefined =
    of === undefined ? undefined : wayTo(index, evaluation.facts, of).instance;
  if (of !== undefined && instance === undefined) return undefined;
  return {
    evaluation,
    dropped,
    value: evaluateDefinition(evaluation, id, instance),
    root: { expr: definitionOf(index, id).expr, variables: parameterOf(index, id, instance) },
  };
}

/** How a value of the answer is published. */
export function renderAnswer({ index, name }: Pick<Setting, 'index' | 'name'>, value: Value): ResultValue {
  if (value === undefined) return index.rules.has(name) ? 'undetermined' : 'unknown';
  return renderValue(value, holderOf(index, name).type);
}

/** What is wrong with the case, if anything: what an assessment of it would refuse it for. */
export function faultOf({ slice }: Setting, { evaluation }: Trial): Fault | undefined {
  return faultsOfCase(evaluation, slice)[0];
}

/** Drops the given facts that no longer arise, unless they are what is changed or are fixed. */
function withoutWhatFalls(
  setting: Setting,
  changes: readonly Change[],
): { readonly evaluation: Evaluation; readonly dropped: readonly string[] } {
  const dropped: string[] = [];
  for (;;) {
    const evaluation = evaluationOf(setting, withChanges(setting.facts, { changes, dropped }));
    const falls = onlyIfFaults(evaluation, setting.slice)
      .map(({ problem }) => problem.path)
      .filter((path) => !dropped.includes(path) && isLoose(evaluation, changes, path));
    if (falls.length === 0) return { evaluation, dropped };
    dropped.push(...falls);
  }
}

function evaluationOf({ index, slice, asOf, run }: Setting, facts: unknown): Evaluation {
  const problems: FactProblem[] = [];
  const read = readCheckedFacts(slice.vocabulary, facts, problems);
  if (problems.length > 0) throw new FactsError(problems);
  return startEvaluation(index, read, asOf, run);
}

/** May what is given at a path be dropped? */
function isLoose({ index, facts }: Evaluation, changes: readonly Change[], path: string): boolean {
  const isChanged = changes.some(
    (change) =>
      change.path === path || change.path.startsWith(`${path}.`) || change.path.startsWith(`${path}[`),
  );
  if (isChanged) return false;
  const { fields } = wayTo(index, facts, path);
  const last = fields.at(-1);
  if (last === undefined || fields.some(({ field }) => field.fixed === true)) return false;
  return !holdsFixed(index, last.holder.value, last.holder.record, last.field.name);
}

/** Does a field hold a fixed fact that is given? */
function holdsFixed(index: PlanIndex, holder: RecordValue, record: string | null, name: string): boolean {
  const field = index.fields.get(record)?.get(name);
  const value = holder.fields.get(name);
  if (field === undefined || value === undefined) return false;
  if (typeof value !== 'object') return field.fixed === true;
  if (value.kind === 'set') return field.fixed === true && [...value.members.values()].includes(true);
  const of = field.type.kind === 'record' ? field.type.name : field.type.kind === 'list' ? field.type.of : '';
  const records = value.kind === 'list' ? value.elements : [value];
  const isGiven = value.kind === 'list' && value.elements.length > 0;
  return (
    (isGiven && field.fixed === true) ||
    records.some((each) => [...each.fields.keys()].some((inner) => holdsFixed(index, each, of, inner)))
  );
}
