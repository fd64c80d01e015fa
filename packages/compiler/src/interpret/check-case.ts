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

/** Everything wrong with a case, evaluated in the run V: `only if` in vocabulary order, constraints, then dates. */
export function checkCase(evaluation: Evaluation, slice: Slice): readonly FactProblem[] {
  return [
    ...onlyIfProblems(evaluation, slice),
    ...constraintProblems(evaluation, slice),
    ...periodProblems(evaluation, slice),
  ];
}

function onlyIfProblems(evaluation: Evaluation, slice: Slice): readonly FactProblem[] {
  const paths = slice.onlyIf.flatMap(({ record, field }) =>
    holdersOf(evaluation, record).flatMap((holder) => {
      const variables: Environment = record === null ? noVariables : new Map([['self', holder]]);
      const { onlyIf } = field;
      const isGiven = saysSomething(holder.value.fields.get(field.name));
      return isGiven && onlyIf !== undefined && evaluate(evaluation, onlyIf, variables) === false
        ? [pathWithin(holder, field.name)]
        : [];
    }),
  );
  return inVocabularyOrder(
    evaluation.index,
    paths.map((path) => ({ path })),
  ).map(({ path }) => onlyIfProblem(path));
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

function constraintProblems(evaluation: Evaluation, { constraints }: Slice): readonly FactProblem[] {
  return constraints.flatMap(({ name, param, expr }) =>
    holdersOf(evaluation, param?.record ?? null).flatMap((holder) => {
      const variables: Environment = param === undefined ? noVariables : new Map([[param.name, holder]]);
      return evaluate(evaluation, expr, variables) === false ? [constraintProblem(name, holder.path)] : [];
    }),
  );
}

/** The instances of a record, or the case itself. */
function holdersOf(evaluation: Evaluation, record: string | null): readonly Instance[] {
  return record === null
    ? [{ path: '', record, value: evaluation.facts }]
    : allInstances(evaluation, record).instances;
}

function periodProblems(evaluation: Evaluation, { definitions }: Slice): readonly FactProblem[] {
  const { pack } = evaluation.index.plan;
  const problems = new Map<string, FactProblem>();
  const visit = (expr: Expr, variables: Environment): void => {
    if (expr.kind === 'inForce') {
      const on = evaluate(evaluation, expr.on, variables);
      if (typeof on === 'number' && isOutside(pack.period, on)) {
        const path =
          reasonsOf(evaluation, expr.on, variables).find((why) => why.kind === 'fact')?.path ?? 'asOf';
        if (!problems.has(path))
          problems.set(path, periodProblem(path, formatDay(on as Day), periodOfPack(pack)));
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
  return [...problems.values()];
}

/** Whether a date is outside a pack's period: what has not happened yet is, however long the period. */
function isOutside({ from, ceasing }: Plan['pack']['period'], date: number): boolean {
  return date < from || date >= (ceasing ?? notYet);
}
