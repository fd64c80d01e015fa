/**
 * Levers: the facts that a value stands on. While none of them changes, neither does the value, whatever else does; so
 * whoever wants another value has to begin with one of them.
 *
 * They are more than the reasons of a trace (section 8 of `docs/semantics.md`): of an unknown value the known operands are
 * levers too, since "a or b" with a unknown is settled by b as well, and of an `earliest` the operands that did not win.
 */
import { assertNever } from '../6-plan/assert-never.ts';
import type { Expr } from '../6-plan/plan.ts';
import {
  definitionKey,
  evaluate,
  evaluateElements,
  type Evaluation,
  instanceOf,
  parameterOf,
  placeOf,
  possibleBranches,
} from '../interpret/evaluate.ts';
import { type Environment, noVariables, type Place } from '../interpret/locate.ts';
import { definitionOf } from '../interpret/plan-index.ts';
import { wayTo } from './places.ts';

/** An expression of the plan with its variables bound. */
export interface Bound {
  readonly expr: Expr;
  readonly variables: Environment;
}

/** A fact, a member of a set or a list on which a value stands. */
export interface Lever {
  readonly place: Place;
  readonly member?: string;
  /** The comparisons that a date, a number or a text stands in. */
  readonly comparisons: readonly Bound[];
}

interface Search {
  readonly evaluation: Evaluation;
  readonly found: Map<string, { readonly lever: Lever; readonly comparisons: Set<Bound> }>;
  /** Definitions entered, each once for the comparisons it stands in. */
  readonly entered: Set<string>;
  readonly numbers: Map<Bound, number>;
}

/** The levers of expressions, in the order in which the expressions read them; none that is fixed. */
export function leversOf(
  evaluation: Evaluation,
  of: readonly { readonly bound: Bound; readonly comparisons: readonly Bound[] }[],
): readonly Lever[] {
  const search: Search = { evaluation, found: new Map(), entered: new Set(), numbers: new Map() };
  for (const { bound, comparisons } of of) visit(search, bound.expr, bound.variables, comparisons);
  return [...search.found.values()].flatMap(({ lever, comparisons }) => {
    const { fields } = wayTo(evaluation.index, evaluation.facts, lever.place.path);
    const isFixed = fields.some(({ field }) => field.fixed === true);
    return isFixed ? [] : [{ ...lever, comparisons: [...comparisons] }];
  });
}

function visit(search: Search, expr: Expr, variables: Environment, comparisons: readonly Bound[]): void {
  const { evaluation } = search;
  const within = (of: Expr, among = comparisons): void => visit(search, of, variables, among);
  switch (expr.kind) {
    case 'literal':
    case 'asOf':
    case 'reading':
      return;
    case 'fact':
      addPlace(search, placeOf(evaluation, expr.at, variables), undefined, comparisons);
      return;
    case 'has':
      addPlace(search, placeOf(evaluation, expr.at, variables), expr.member, []);
      return;
    case 'ref': {
      const of = instanceOf(evaluation, expr.of, variables);
      const key = `${definitionKey(expr.id, of)} ${comparisons.map((each) => numberOf(search, each)).join()}`;
      if (search.entered.has(key)) return;
      search.entered.add(key);
      const definition = definitionOf(evaluation.index, expr.id);
      visit(search, definition.expr, parameterOf(evaluation.index, expr.id, of), comparisons);
      return;
    }
    case 'not':
    case 'mark':
      within(expr.of);
      return;
    case 'atLeast': {
      const whole = evaluate(evaluation, expr, variables);
      for (const of of expr.of) {
        if (whole === undefined || evaluate(evaluation, of, variables) === whole) within(of);
      }
      return;
    }
    case 'atLeastIn':
    case 'extremeIn':
      visitElements(search, expr, variables, comparisons);
      return;
    case 'le':
      within(expr.left, [{ expr, variables }]);
      within(expr.right, [{ expr, variables }]);
      return;
    case 'eq': {
      const among = equalityOf(expr, variables);
      within(expr.left, among);
      within(expr.right, among);
      return;
    }
    case 'sum':
      within(expr.left);
      within(expr.right);
      return;
    case 'scale':
      within(expr.of);
      return;
    case 'addDuration':
      within(expr.date);
      within(expr.duration);
      return;
    case 'extreme':
      for (const of of expr.of) within(of);
      return;
    case 'case':
      visitCase(search, expr, variables, comparisons);
      return;
    case 'inForce':
      within(
        expr.on,
        [expr.from, expr.ceasing].flatMap((day) =>
          day === null ? [] : [{ expr: begun(day, expr.on), variables }],
        ),
      );
      return;
    default:
      assertNever(expr);
  }
}

/** Elements whose value decides, then the list, where its members or their number do. */
function visitElements(
  search: Search,
  expr: Extract<Expr, { kind: 'atLeastIn' | 'extremeIn' }>,
  variables: Environment,
  comparisons: readonly Bound[],
): void {
  const { evaluation } = search;
  const { elements, values, place } = evaluateElements(evaluation, expr, variables);
  const whole = evaluate(evaluation, expr, variables);
  const decides = (i: number): boolean =>
    expr.kind === 'extremeIn' || whole === undefined || values[i] === whole;
  if (expr.kind === 'extremeIn' || whole !== true) addPlace(search, place, undefined, []);
  elements.forEach((element, i) => {
    if (decides(i)) visit(search, expr.of, new Map([...variables, [expr.as, element]]), comparisons);
  });
}

/** The guards up to the first that is yes, and the branches that may be taken. */
function visitCase(
  search: Search,
  expr: Extract<Expr, { kind: 'case' }>,
  variables: Environment,
  comparisons: readonly Bound[],
): void {
  const { branches, failed } = possibleBranches(search.evaluation, expr, variables);
  // Of guards of which exactly one holds, another can only hold where the one that does fails.
  const isChosen = expr.exclusive === true && branches.length === 1;
  for (const guard of isChosen ? [] : failed) visit(search, guard, variables, []);
  for (const { when, then } of branches) {
    if (when !== null) visit(search, when, variables, []);
    visit(search, then, variables, comparisons);
  }
}

/** Two days or numbers are equal where neither exceeds the other: what moves either moves one of these. */
function equalityOf(expr: Extract<Expr, { kind: 'eq' }>, variables: Environment): readonly Bound[] {
  const { on, left, right } = expr;
  if (on !== 'date' && on !== 'number') return [{ expr, variables }];
  return [
    { expr: { kind: 'le', left, right, on }, variables },
    { expr: { kind: 'le', left: right, right: left, on }, variables },
  ];
}

function begun(from: number, on: Expr): Expr {
  return {
    kind: 'le',
    left: { kind: 'literal', value: { kind: 'date', value: from } },
    right: on,
    on: 'date',
  };
}

function numberOf({ numbers }: Search, bound: Bound): number {
  const number = numbers.get(bound) ?? numbers.size;
  numbers.set(bound, number);
  return number;
}

/** A place, and with it what decides whether the question arises at all. */
function addPlace(
  search: Search,
  place: Place,
  member: string | undefined,
  comparisons: readonly Bound[],
): void {
  const key = `${place.path} ${member ?? ''}`;
  const known = search.found.get(key);
  if (known !== undefined) {
    for (const each of comparisons) known.comparisons.add(each);
    return;
  }
  const lever: Lever = { place, ...(member === undefined ? {} : { member }), comparisons: [] };
  search.found.set(key, { lever, comparisons: new Set(comparisons) });
  const { evaluation } = search;
  for (const { holder, field } of wayTo(evaluation.index, evaluation.facts, place.path).fields) {
    if (field.onlyIf === undefined) continue;
    visit(search, field.onlyIf, holder.record === null ? noVariables : new Map([['self', holder]]), []);
  }
}
