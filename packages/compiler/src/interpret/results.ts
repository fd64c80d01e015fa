/** One result of an assessment: a definition or a rule, for an instance where it has a parameter. */
import type {
  Instances,
  Day,
  NotInForce,
  Reason,
  ReadingDependence,
  Result,
  RuleResult,
  Status,
} from '@proviso/runtime';
import { formatDay } from '@proviso/runtime';
import type { Definition, Rule } from '../6-plan/plan.ts';
import { certaintyOf } from './certainty.ts';
import { allInstances, evaluateDefinition } from './evaluate.ts';
import type { Instance } from './locate.ts';
import { definitionOf, type PlanIndex } from './plan-index.ts';
import { reasonsOfDefinition } from './reasons.ts';
import type { Why } from './why.ts';
import { renderBounds, renderReasons } from './render.ts';
import { dependencesOf, type Runs } from './runs.ts';
import { renderValue, type Value } from './values.ts';
import { allReasons } from './walk.ts';

/** A statement's result with what the assessment as a whole is made from. */
export interface Found<R> {
  /** The definition that holds the value: of a rule, that of its status. */
  readonly id: string;
  readonly of: Instance | undefined;
  readonly value: Value;
  readonly presumed: Value;
  readonly reasons: readonly Why[];
  readonly dependsOn: readonly ReadingDependence[];
  readonly result: R;
}

/** A statement's results: one, or one per instance of its parameter's record. */
export interface FoundAll<R> {
  readonly found: readonly Found<R>[];
  /** Null where the statement has no parameter; else the lists that may hold further instances. */
  readonly openLists: readonly string[] | null;
}

/** The results of a visible definition. */
export function resultsOfDefinition(runs: Runs, definition: Definition): FoundAll<Result> {
  return overInstances(runs, definition.param, (of) => {
    const found = find(runs, definition.id, of);
    const differs = found.presumed !== found.value;
    return {
      ...found,
      result: {
        value: renderValue(found.value, definition.type),
        ...(definition.open === true ? { open: true } : {}),
        ...found.result,
        ...(differs ? { presumed: renderValue(found.presumed, definition.type) } : {}),
      },
    };
  });
}

/** The results of a rule. */
export function resultsOfRule(runs: Runs, rule: Rule): FoundAll<RuleResult> {
  return overInstances(runs, rule.param, (of) => {
    const found = find(runs, rule.status, of);
    const differs = found.presumed !== found.value;
    const due = rule.due === undefined ? undefined : evaluateDefinition(runs.value, rule.due, of);
    return {
      ...found,
      result: {
        modality: rule.modality,
        ...(rule.as === undefined ? {} : { as: rule.as }),
        bearer: rule.bearer,
        status: statusOf(found.value),
        ...(typeof due === 'number' ? { dueOn: formatDay(due as Day) } : {}),
        ...found.result,
        ...(differs ? { presumed: statusOf(found.presumed) } : {}),
      },
    };
  });
}

/** In the form of the assessment: one result, or `Instances`. */
export function published<R>({ found, openLists }: FoundAll<R>): R | Instances<R> {
  const [only] = found;
  if (openLists === null && only !== undefined) return only.result;
  return {
    instances: found.map(({ of, result }) => ({ of: of?.path ?? '', ...result })),
    complete: openLists?.length === 0,
  };
}

function overInstances<R>(
  runs: Runs,
  param: Definition['param'],
  resultOf: (of: Instance | undefined) => Found<R>,
): FoundAll<R> {
  if (param === undefined) return { found: [resultOf(undefined)], openLists: null };
  const { instances, openLists } = allInstances(runs.value, param.record);
  return { found: instances.map(resultOf), openLists };
}

type Common = Pick<Result, 'certainty' | 'notInForce' | 'dependsOn'> & {
  readonly because: readonly Reason[];
};

function find(runs: Runs, id: string, of: Instance | undefined): Found<Common> {
  const value = evaluateDefinition(runs.value, id, of);
  const reasons = reasonsOfDefinition(runs.value, id, of);
  const certainty = certaintyOf(value, reasons);
  const dependsOn = dependencesOf(runs, id, of);
  const notInForce = lawsNotInForce(runs, id, of, reasons);
  return {
    id,
    of,
    value,
    presumed: evaluateDefinition(runs.presumed, id, of),
    reasons,
    dependsOn,
    result: {
      because: renderReasons(runs.value.index.plan, reasons),
      ...(certainty === undefined ? {} : { certainty }),
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
      ...(notInForce.length === 0 ? {} : { notInForce }),
    },
  };
}

/** The laws by which alone a `no` is one, because they have ceased or have not begun (section 7). */
function lawsNotInForce(
  runs: Runs,
  id: string,
  of: Instance | undefined,
  reasons: readonly Why[],
): readonly NotInForce[] {
  const value = evaluateDefinition(runs.value, id, of);
  const isNo = value === false || value === 'doesNotApply';
  if (!isNo || evaluateDefinition(runs.lawOpen, id, of) === value) return [];
  const laws = new Map<string, NotInForce>();
  for (const why of allReasons(runs.value, reasons)) {
    if (why.kind !== 'law' || !why.silent) continue;
    const succeededBy = successorsOf(runs.value.index, why.statement);
    laws.set(`${why.statement} ${why.from} ${why.ceasing}`, {
      name: why.statement,
      ...renderBounds(why.from, why.ceasing),
      ...(succeededBy === undefined ? {} : { succeededBy }),
    });
  }
  return [...laws.values()];
}

function successorsOf(index: PlanIndex, statement: string): readonly string[] | undefined {
  const rule = index.rules.get(statement);
  return rule === undefined ? index.definitions.get(statement)?.succeededBy : rule.succeededBy;
}

/** The status that a value of a status definition stands for. */
export function statusOf(value: Value): Status {
  switch (value) {
    case undefined:
      return 'undetermined';
    case 'doesNotApply':
    case 'compliedWith':
    case 'breached':
    case 'departedFrom':
    case 'notYetDue':
    case 'permitted':
      return value;
    default:
      throw new Error(`the plan gives ${String(value)} for a status`);
  }
}

/** The rule's status definition, or the definition itself: what holds an answer's value. */
export function holderOf(index: PlanIndex, name: string): Definition {
  return definitionOf(index, index.rules.get(name)?.status ?? name);
}
