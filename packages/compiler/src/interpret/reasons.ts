/**
 * The operative reasons of a value, W(e) of section 8 of `docs/semantics.md`: every reason that suffices, in source order,
 * whatever a machine would have evaluated first.
 */
import type { Day } from '@proviso/runtime';
import { assertNever } from '../6-plan/assert-never.ts';
import type { Expr } from '../6-plan/plan.ts';
import {
  definitionKey,
  type Evaluation,
  evaluate,
  evaluateDefinition,
  evaluateElements,
  hasMember,
  instanceOf,
  isSilent,
  parameterOf,
  placeOf,
  possibleBranches,
  valueOfFact,
} from './evaluate.ts';
import { type Environment, elementsOf, type Instance, type Place } from './locate.ts';
import { statementOf } from '../6-plan/ids.ts';
import { definitionOf } from './plan-index.ts';
import { typeOfExpr, type Value } from './values.ts';
import type { Why } from './why.ts';

/** The reasons of a definition, for the instance where it has a parameter. */
export function reasonsOfDefinition(evaluation: Evaluation, id: string, of?: Instance): readonly Why[] {
  const key = definitionKey(id, of);
  const known = evaluation.explained.get(key);
  if (known !== undefined) return known;
  const { expr } = definitionOf(evaluation.index, id);
  const variables = parameterOf(evaluation.index, id, of);
  const why = reasons({ evaluation, statement: statementOf(id) }, expr, variables);
  evaluation.explained.set(key, why);
  return why;
}

/** The reasons of an expression by itself, its variables bound. */
export function reasonsOf(evaluation: Evaluation, expr: Expr, variables: Environment): readonly Why[] {
  return reasons({ evaluation, statement: '' }, expr, variables);
}

/** Where the reasons are asked: the evaluation, and the statement that the expression belongs to. */
interface Context {
  readonly evaluation: Evaluation;
  readonly statement: string;
}

function reasons(context: Context, expr: Expr, variables: Environment): readonly Why[] {
  const { evaluation } = context;
  const because = (of: Expr): readonly Why[] => reasons(context, of, variables);
  const value = (of: Expr): Value => evaluate(evaluation, of, variables);
  switch (expr.kind) {
    case 'literal':
      return [];
    case 'asOf':
      return [{ kind: 'asOf', value: evaluation.asOf }];
    case 'fact': {
      const place = placeOf(evaluation, expr.at, variables);
      const known = valueOfFact(evaluation, place);
      const presumed = place.value === undefined && known !== undefined;
      return [
        { kind: 'fact', path: place.path, field: place.field, value: known, type: expr.type, presumed },
      ];
    }
    case 'has': {
      const place = placeOf(evaluation, expr.at, variables);
      return [
        {
          kind: 'fact',
          path: place.path,
          field: place.field,
          value: hasMember(place, expr.member),
          type: { kind: 'yesno' },
          member: expr.member,
          presumed: false,
        },
      ];
    }
    case 'ref':
      return reasonsOfReference(context, expr, variables);
    case 'reading':
      return [
        {
          kind: 'ambiguity',
          ambiguity: expr.ambiguity,
          reading: evaluation.run.readings?.get(expr.ambiguity),
        },
      ];
    case 'not':
      return because(expr.of);
    case 'atLeast': {
      const whole = value(expr);
      return expr.of.filter((of) => value(of) === whole).flatMap(because);
    }
    case 'atLeastIn': {
      const whole = value(expr);
      const { place, steps, complete } = reasonsOfElements(context, expr, variables, whole);
      const listMatters = whole === false || (whole === undefined && !complete);
      return listMatters ? [...steps, listReason(place)] : steps;
    }
    case 'le':
    case 'eq':
    case 'sum':
      return reasonsOfOperands(value(expr), [expr.left, expr.right], value, because);
    case 'scale':
      return because(expr.of);
    case 'addDuration':
      return reasonsOfOperands(value(expr), [expr.date, expr.duration], value, because);
    case 'extreme': {
      const whole = value(expr);
      return expr.of.filter((of) => value(of) === whole).flatMap(because);
    }
    case 'extremeIn': {
      const whole = value(expr);
      const { place, steps, complete } = reasonsOfElements(context, expr, variables, whole);
      const listMatters = whole === undefined ? !complete : steps.length === 0;
      return listMatters ? [...steps, listReason(place)] : steps;
    }
    case 'case':
      return reasonsOfCase(context, expr, variables);
    case 'inForce': {
      const on = value(expr.on);
      const inForce = value(expr);
      return [
        {
          kind: 'law',
          statement: context.statement,
          value: inForce,
          on: typeof on === 'number' ? (on as Day) : undefined,
          from: expr.from,
          ceasing: expr.ceasing,
          silent: inForce === false,
          because: withoutRepeats(because(expr.on)),
        },
      ];
    }
    case 'mark': {
      const type = typeOfExpr(expr.of, evaluation.index.definitions);
      return [{ kind: 'step', mark: expr.mark, value: value(expr.of), type, because: because(expr.of) }];
    }
    default:
      return assertNever(expr);
  }
}

/** A governing date is asked twice, whether it is `notYet` and what it is; the reader wants it once. */
function withoutRepeats(reasons: readonly Why[]): readonly Why[] {
  const keys = reasons.map((why) => {
    if (why.kind === 'fact') return `fact ${why.path} ${why.member ?? ''}`;
    if (why.kind === 'definition') return `definition ${why.id} ${why.of?.path ?? ''}`;
    return why.kind === 'asOf' ? 'asOf' : null;
  });
  return reasons.filter((_, i) => keys[i] === null || keys.indexOf(keys[i] ?? null) === i);
}

function reasonsOfReference(
  { evaluation }: Context,
  expr: Extract<Expr, { kind: 'ref' }>,
  variables: Environment,
): readonly Why[] {
  const definition = definitionOf(evaluation.index, expr.id);
  const of = instanceOf(evaluation, expr.of, variables);
  if (!definition.visible) return reasonsOfDefinition(evaluation, expr.id, of);
  return [
    {
      kind: 'definition',
      id: expr.id,
      ...(of === undefined ? {} : { of }),
      value: evaluateDefinition(evaluation, expr.id, of),
      type: definition.type,
    },
  ];
}

/** Comparisons and arithmetic: the settled operands of a settled whole, the unknown ones of an unknown whole. */
function reasonsOfOperands(
  whole: Value,
  operands: readonly Expr[],
  value: (of: Expr) => Value,
  because: (of: Expr) => readonly Why[],
): readonly Why[] {
  return operands.filter((of) => (value(of) === undefined) === (whole === undefined)).flatMap(because);
}

function reasonsOfElements(
  context: Context,
  expr: Extract<Expr, { kind: 'atLeastIn' | 'extremeIn' }>,
  variables: Environment,
  whole: Value,
): { readonly place: Place; readonly steps: readonly Why[]; readonly complete: boolean } {
  const { place, elements, values, complete } = evaluateElements(context.evaluation, expr, variables);
  const type = typeOfExpr(expr.of, context.evaluation.index.definitions);
  const steps = elements.flatMap((element, i): readonly Why[] => {
    if (values[i] !== whole) return [];
    const bound = new Map([...variables, [expr.as, element]]);
    return [
      {
        kind: 'element',
        path: element.path,
        value: values[i],
        type,
        because: reasons(context, expr.of, bound),
      },
    ];
  });
  return { place, steps, complete };
}

function listReason(place: Place): Why {
  const { instances, complete } = elementsOf(place);
  return { kind: 'list', path: place.path, complete, length: instances.length };
}

function reasonsOfCase(
  context: Context,
  expr: Extract<Expr, { kind: 'case' }>,
  variables: Environment,
): readonly Why[] {
  const because = (of: Expr): readonly Why[] => reasons(context, of, variables);
  const value = (of: Expr): Value => evaluate(context.evaluation, of, variables);
  const silent = isSilent(context.evaluation, expr, variables);
  const guard = (when: Expr): readonly Why[] =>
    because(when).map((why) => (when.kind === 'inForce' && why.kind === 'law' ? { ...why, silent } : why));
  const { branches, failed } = possibleBranches(context.evaluation, expr, variables);
  const [only, ...others] = branches;
  if (only === undefined) throw new Error('a case always has a branch that is possible');
  if (value(expr) === undefined) {
    return branches.flatMap(({ when, certain, then }) => [
      ...(when === null || certain ? [] : guard(when)),
      ...(value(then) === undefined ? because(then) : []),
    ]);
  }
  if (others.length > 0) {
    const last = branches.at(-1);
    // In source order: a guard that failed, or that is the first true one, is why no other branch had to agree.
    return [
      ...expr.branches.flatMap(({ when, then }) => {
        if (failed.includes(when)) return expr.exclusive === true ? [] : guard(when);
        const branch = branches.find((each) => each.when === when);
        return branch === undefined ? [] : [...(branch.certain ? guard(when) : []), ...because(then)];
      }),
      ...(last?.when === null ? because(last.then) : []),
    ];
  }
  const saysFailed = expr.exclusive !== true || only.when === null;
  return [
    ...(saysFailed ? failed.flatMap(guard) : []),
    ...(only.when === null ? [] : guard(only.when)),
    ...because(only.then),
  ];
}
