/**
 * The value of every kind of expression: sections 2, 3, 6 and 7 of `docs/semantics.md`. Nothing is short-circuited: what a
 * machine would skip is evaluated too, since every expression has a value in every case.
 */
import {
  and,
  atLeast,
  beforeAll,
  type Day,
  dayLe,
  dayLt,
  type Duration,
  earlier,
  later,
  not,
  notYet,
  numberLe,
  plusDuration,
  type RecordValue,
  same,
  type Tri,
} from '@proviso/runtime';
import { assertNever } from '../6-plan/assert-never.ts';
import type { Expr, Path } from '../6-plan/plan.ts';
import {
  elementsOf,
  type Environment,
  type Instance,
  type Instances,
  instancesOf,
  locate,
  locateInstance,
  noVariables,
  type Place,
} from './locate.ts';
import { definitionOf, type PlanIndex } from './plan-index.ts';
import { type Value, valueOfLiteral } from './values.ts';
import type { Why } from './why.ts';

/** What a run takes the place of (section 7). */
export interface Run {
  /** The reading taken of each ambiguity; null where every reading is unknown. */
  readonly readings: ReadonlyMap<string, string> | null;
  /** Whether missing facts that have an assumption are presumed. */
  readonly assuming: boolean;
  /** Whether a law not in force counts as unknown, where no other version of it is. */
  readonly lawOpen: boolean;
}

/** The values of definitions that have been evaluated. */
export interface Known {
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => Value;
  readonly set: (key: string, value: Value) => unknown;
}

/** One evaluation of a case in one run. */
export interface Evaluation {
  readonly index: PlanIndex;
  readonly facts: RecordValue;
  readonly asOf: Day;
  readonly run: Run;
  /** Definitions evaluated so far, by `definitionKey`. */
  readonly known: Known;
  /** The instances of each record, once they have been looked for. */
  readonly instances: Map<string, Instances>;
  /** Reasons of definitions given so far: many answers lead through the same ones. By `reasonsOfDefinition`. */
  readonly explained: Map<string, readonly Why[]>;
}

/** Starts an evaluation with nothing evaluated. */
export function startEvaluation(index: PlanIndex, facts: RecordValue, asOf: Day, run: Run): Evaluation {
  return { index, facts, asOf, run, known: new Map(), explained: new Map(), instances: new Map() };
}

/** The value of a definition, for the instance where it has a parameter. */
export function evaluateDefinition(evaluation: Evaluation, id: string, of?: Instance): Value {
  const key = definitionKey(id, of);
  if (evaluation.known.has(key)) return evaluation.known.get(key);
  const definition = definitionOf(evaluation.index, id);
  const value = evaluate(evaluation, definition.expr, parameterOf(evaluation.index, id, of));
  evaluation.known.set(key, value);
  return value;
}

/** Every instance of a record in the case. */
export function allInstances({ index, facts, instances }: Evaluation, record: string): Instances {
  const known = instances.get(record);
  if (known !== undefined) return known;
  const found = instancesOf(index, facts, record);
  instances.set(record, found);
  return found;
}

/** One definition, for one instance where it has a parameter. */
export function definitionKey(id: string, of: Instance | undefined): string {
  return of === undefined ? id : `${id} ${of.path}`;
}

/** The environment of a definition's expression: its parameter bound to the instance. */
export function parameterOf(index: PlanIndex, id: string, of?: Instance): Environment {
  const { param } = definitionOf(index, id);
  if (param === undefined) return noVariables;
  if (of === undefined) throw new Error(`${id} has a parameter and is used without one`);
  return new Map([[param.name, of]]);
}

/** The value of an expression, its variables bound. */
export function evaluate(evaluation: Evaluation, expr: Expr, variables: Environment): Value {
  const value = (of: Expr): Value => evaluate(evaluation, of, variables);
  const truth = (of: Expr): Tri => asTruth(value(of));
  switch (expr.kind) {
    case 'literal':
      return valueOfLiteral(expr.value);
    case 'fact':
      return valueOfFact(evaluation, placeOf(evaluation, expr.at, variables));
    case 'has':
      return hasMember(placeOf(evaluation, expr.at, variables), expr.member);
    case 'asOf':
      return evaluation.asOf;
    case 'ref':
      return evaluateDefinition(evaluation, expr.id, instanceOf(evaluation, expr.of, variables));
    case 'reading': {
      const { readings } = evaluation.run;
      return readings === null ? undefined : readings.get(expr.ambiguity) === expr.reading;
    }
    case 'not':
      return not(truth(expr.of));
    case 'atLeast':
      return count(expr.n, expr.of.map(truth), true);
    case 'atLeastIn': {
      const { values, complete } = evaluateElements(evaluation, expr, variables);
      return count(expr.n, values.map(asTruth), complete);
    }
    case 'le':
      return expr.on === 'date'
        ? dayLe(asDay(value(expr.left)), asDay(value(expr.right)))
        : numberLe(asNumber(value(expr.left)), asNumber(value(expr.right)));
    case 'eq':
      return same(value(expr.left), value(expr.right));
    case 'sum': {
      const left = asNumber(value(expr.left));
      const right = asNumber(value(expr.right));
      return left === undefined || right === undefined ? undefined : left + right;
    }
    case 'scale': {
      const number = asNumber(value(expr.of));
      return number === undefined ? undefined : expr.by * number + 0;
    }
    case 'addDuration':
      return plusDuration(asDay(value(expr.date)), asDuration(value(expr.duration)), expr.sign);
    case 'extreme':
      return extreme(expr.which, expr.of.map(value), true);
    case 'extremeIn': {
      const { values, complete } = evaluateElements(evaluation, expr, variables);
      return extreme(expr.which, values, complete);
    }
    case 'case': {
      const { branches } = possibleBranches(evaluation, expr, variables);
      const [first, ...rest] = branches.map(({ then }) => value(then));
      return rest.every((other) => other === first) ? first : undefined;
    }
    case 'inForce': {
      const law = evaluateLaw(evaluation, expr, variables);
      return law === false && evaluation.run.lawOpen ? undefined : law;
    }
    case 'mark':
      return value(expr.of);
    default:
      return assertNever(expr);
  }
}

/** A branch of a case that may still be taken. */
export interface PossibleBranch {
  /** Null for the last expression. */
  readonly when: Expr | null;
  /** Whether the guard is yes; the last expression needs none. */
  readonly certain: boolean;
  readonly then: Expr;
}

/** The branches of a case up to the first true guard, or the last: those whose guards have not failed, and the guards that have. */
export function possibleBranches(
  evaluation: Evaluation,
  expr: Extract<Expr, { kind: 'case' }>,
  variables: Environment,
): { readonly branches: readonly PossibleBranch[]; readonly failed: readonly Expr[] } {
  const branches: PossibleBranch[] = [];
  const failed: Expr[] = [];
  const silent = isSilent(evaluation, expr, variables);
  for (const { when, then } of expr.branches) {
    const guard =
      when.kind === 'inForce' && !silent
        ? evaluateLaw(evaluation, when, variables)
        : asTruth(evaluate(evaluation, when, variables));
    if (guard === false) failed.push(when);
    else branches.push({ when, then, certain: guard === true });
    if (guard === true) return { branches, failed };
  }
  // Of an exclusive case one guard holds: where one still may, the last expression is out of the question.
  if (expr.exclusive !== true || branches.length === 0)
    branches.push({ when: null, then: expr.otherwise, certain: true });
  return { branches, failed };
}

/**
 * Whether none of the laws that guard a case is in force. Where one is, or may be, the others are not left open: they are
 * not why there is no answer, but versions that another one stands in for.
 */
export function isSilent(
  evaluation: Evaluation,
  { branches }: Extract<Expr, { kind: 'case' }>,
  variables: Environment,
): boolean {
  return branches.every(
    ({ when }) => when.kind !== 'inForce' || evaluateLaw(evaluation, when, variables) === false,
  );
}

/** Whether a law is in force, whatever the run leaves open of it. */
function evaluateLaw(
  evaluation: Evaluation,
  { on, from, ceasing }: Extract<Expr, { kind: 'inForce' }>,
  variables: Environment,
): Tri {
  return isInForce(asDay(evaluate(evaluation, on, variables)), from, ceasing);
}

/** The body of a quantifier for each element of its list, the variable bound. */
export function evaluateElements(
  evaluation: Evaluation,
  expr: Extract<Expr, { kind: 'atLeastIn' | 'extremeIn' }>,
  variables: Environment,
): {
  readonly place: Place;
  readonly elements: readonly Instance[];
  readonly values: readonly Value[];
  readonly complete: boolean;
} {
  const place = placeOf(evaluation, expr.in, variables);
  const { instances, complete } = elementsOf(place);
  const values = instances.map((element) =>
    evaluate(evaluation, expr.of, new Map([...variables, [expr.as, element]])),
  );
  return { place, elements: instances, values, complete };
}

/** The place of a path in the case of an evaluation. */
export function placeOf(evaluation: Evaluation, at: Path, variables: Environment): Place {
  return locate(evaluation.index, evaluation.facts, at, variables);
}

/** The instance that a reference is to; undefined where the definition has no parameter. */
export function instanceOf(
  evaluation: Evaluation,
  of: Path | undefined,
  variables: Environment,
): Instance | undefined {
  return of === undefined ? undefined : locateInstance(evaluation.index, evaluation.facts, of, variables);
}

/** The value of a scalar fact, presumed where the run assumes and nothing is given. */
export function valueOfFact({ run }: Evaluation, { field, value, path }: Place): Value {
  if (typeof value === 'object') throw new Error(`${path} is used as a value and is none`);
  return value === undefined && run.assuming && field.assume !== undefined
    ? valueOfLiteral(field.assume.value)
    : value;
}

/** Whether the set at a place has a member. */
export function hasMember({ value, path }: Place, member: string): Tri {
  if (typeof value !== 'object' || value.kind !== 'set') throw new Error(`${path} is no set`);
  return value.members.get(member);
}

/** from <= on < ceasing; a bound that is null is not asked. */
function isInForce(on: Day | undefined, from: number | null, ceasing: number | null): Tri {
  const begun = from === null ? true : dayLe(from as Day, on);
  const notCeased = ceasing === null ? true : dayLt(on, ceasing as Day);
  return and(begun, notCeased);
}

function count(n: number, values: readonly Tri[], complete: boolean): Tri {
  const yes = values.filter((value) => value === true).length;
  const unknown = values.filter((value) => value === undefined).length;
  return atLeast(n, yes, complete ? unknown : Number.POSITIVE_INFINITY);
}

/** A list that may have more members counts as having an unknown one. */
function extreme(which: 'earliest' | 'latest', values: readonly Value[], complete: boolean): Day | undefined {
  const days = complete ? values.map(asDay) : [...values.map(asDay), undefined];
  return which === 'earliest'
    ? days.reduce((least, day) => earlier(least, day), notYet)
    : days.reduce((greatest, day) => later(greatest, day), beforeAll);
}

function asTruth(value: Value): Tri {
  if (value === undefined || typeof value === 'boolean') return value;
  throw new Error(`expected yes or no, the plan gives ${value}`);
}

function asNumber(value: Value): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  throw new Error(`expected a number, the plan gives ${String(value)}`);
}

function asDay(value: Value): Day | undefined {
  return asNumber(value) as Day | undefined;
}

function asDuration(value: Value): Duration | undefined {
  return asNumber(value) as Duration | undefined;
}
