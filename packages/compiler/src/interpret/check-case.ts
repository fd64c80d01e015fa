/**
 * What can be wrong with well-formed facts as a case: facts given where their `only if` is no, violated constraints, and
 * governing dates outside the pack's period.
 */
import {
  constraintProblem,
  type Day,
  type FactProblem,
  type FactValue,
  formatDay,
  notYet,
  onlyIfProblem,
  periodProblem,
} from '@proviso/runtime';
import { assertNever } from '../6-plan/assert-never.ts';
import type { Expr, Plan } from '../6-plan/plan.ts';
import { children } from '../6-plan/expr.ts';
import { allInstances, type Evaluation, evaluate, evaluateElements } from './evaluate.ts';
import { type Environment, type Instance, noVariables, pathWithin } from './locate.ts';
import { periodOfPack } from './options.ts';
import { inVocabularyOrder } from './order.ts';
import { reasonsOf } from './reasons.ts';
import type { Slice } from './slice.ts';

/** One thing wrong with a case, with the condition at fault: while that keeps its value the case stays wrong. */
export interface Fault {
  readonly problem: FactProblem;
  readonly expr: Expr;
  readonly variables: Environment;
}

/** Everything wrong with a case, evaluated in the run V: `only if`, constraints, dates; the first and the last in vocabulary order. */
export function checkCase(evaluation: Evaluation, slice: Slice): readonly FactProblem[] {
  return faultsOfCase(evaluation, slice).map(({ problem }) => problem);
}

/** The same with the conditions at fault. */
export function faultsOfCase(evaluation: Evaluation, slice: Slice): readonly Fault[] {
  return [
    ...onlyIfFaults(evaluation, slice),
    ...constraintFaults(evaluation, slice),
    ...periodFaults(evaluation, slice),
  ];
}

/** Facts given where the condition of their `only if` is no. */
export function onlyIfFaults(evaluation: Evaluation, slice: Pick<Slice, 'onlyIf'>): readonly Fault[] {
  const faults = slice.onlyIf.flatMap(({ record, field }) =>
    holdersOf(evaluation, record).flatMap((holder) => {
      const variables: Environment = record === null ? noVariables : new Map([['self', holder]]);
      const { onlyIf } = field;
      const isGiven = saysSomething(holder.value.fields.get(field.name));
      return isGiven && onlyIf !== undefined && evaluate(evaluation, onlyIf, variables) === false
        ? [{ path: pathWithin(holder, field.name), expr: onlyIf, variables }]
        : [];
    }),
  );
  return inVocabularyOrder(evaluation.index, faults).map(({ path, expr, variables }) => ({
    problem: onlyIfProblem(path),
    expr,
    variables,
  }));
}

/** Whether a field says that something exists: an empty list or set says that nothing does. */
function saysSomething(value: FactValue): boolean {
  if (typeof value !== 'object') return value !== undefined;
  switch (value.kind) {
    case 'record':
      return [...value.fields.values()].some(saysSomething);
    case 'set':
      return [...value.members.values()].includes(true);
    case 'list':
      return value.elements.length > 0;
    default:
      return assertNever(value);
  }
}

function constraintFaults(evaluation: Evaluation, { constraints }: Slice): readonly Fault[] {
  return constraints.flatMap(({ name, param, expr }) =>
    holdersOf(evaluation, param?.record ?? null).flatMap((holder) => {
      const variables: Environment = param === undefined ? noVariables : new Map([[param.name, holder]]);
      return evaluate(evaluation, expr, variables) === false
        ? [{ problem: constraintProblem(name, holder.path), expr, variables }]
        : [];
    }),
  );
}

/** The instances of a record, or the case itself. */
function holdersOf(evaluation: Evaluation, record: string | null): readonly Instance[] {
  return record === null
    ? [{ path: '', record, value: evaluation.facts }]
    : allInstances(evaluation, record).instances;
}

function periodFaults(evaluation: Evaluation, { definitions }: Slice): readonly Fault[] {
  const { pack } = evaluation.index.plan;
  const faults = new Map<string, Fault>();
  const visit = (expr: Expr, variables: Environment): void => {
    if (expr.kind === 'inForce') {
      const on = evaluate(evaluation, expr.on, variables);
      if (typeof on === 'number' && isOutside(pack.period, on)) {
        const path =
          reasonsOf(evaluation, expr.on, variables).find((why) => why.kind === 'fact')?.path ?? 'asOf';
        if (!faults.has(path)) {
          const problem = periodProblem(path, formatDay(on as Day), periodOfPack(pack));
          faults.set(path, { problem, expr, variables });
        }
      }
    }
    if (expr.kind === 'atLeastIn' || expr.kind === 'extremeIn') {
      for (const element of evaluateElements(evaluation, expr, variables).elements) {
        visit(expr.of, new Map([...variables, [expr.as, element]]));
      }
    } else for (const child of children(expr)) visit(child, variables);
  };
  for (const { param, expr } of definitions) {
    for (const holder of holdersOf(evaluation, param?.record ?? null)) {
      visit(expr, param === undefined ? noVariables : new Map([[param.name, holder]]));
    }
  }
  return inVocabularyOrder(
    evaluation.index,
    [...faults].map(([path, fault]) => ({ path, fault })),
  ).map(({ fault }) => fault);
}

/** Whether a date is outside a pack's period: what has not happened yet is, however long the period. */
function isOutside({ from, ceasing }: Plan['pack']['period'], date: number): boolean {
  return date < from || date >= (ceasing ?? notYet);
}
