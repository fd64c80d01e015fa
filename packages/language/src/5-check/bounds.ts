import type { Define, Expr } from '../ast/ast.ts';
import { placesOf, unitsOf } from './arithmetic.ts';
import type { Checker } from './checker.ts';
import { childrenOf, expressionsOf, expressionsOfClaim, expressionsOfExceptions } from './children.ts';
import { largestFact } from './givens.ts';

/** The least and the greatest value of a number, in units of its last decimal place. */
interface Interval {
  readonly min: bigint;
  readonly max: bigint;
}

const safest = BigInt(Number.MAX_SAFE_INTEGER);
const ofFact: Interval = { min: -largestFact, max: largestFact };

/**
 * No number that can come out of a sum or a multiple leaves the integers that are exact, whatever the facts. `order` has
 * every definition after those it refers to.
 */
export function checkBounds(checker: Checker, order: readonly string[]): void {
  const { symbols } = checker;
  const definitions = new Map<string, Interval>();
  for (const name of order) {
    const symbol = symbols.statements.get(name);
    if (symbol === undefined) continue;
    for (const { node } of symbol.versions) {
      for (const expr of expressionsOf(node)) visit(checker, expr, definitions);
    }
    if (symbol.kind !== 'define' || symbol.type?.kind !== 'number') continue;
    const interval = union(
      symbol.versions
        .flatMap(({ node }) => valuesOf(node))
        .map((value) => visit(silent(checker), value, definitions)),
    );
    if (interval !== null) definitions.set(name, interval);
  }
  for (const { node } of symbols.exceptions) {
    visit(checker, node.condition, definitions);
    for (const expr of expressionsOfExceptions(node.exceptions)) visit(checker, expr, definitions);
  }
  for (const { claim } of [...symbols.constraints, ...symbols.invariants]) {
    for (const expr of expressionsOfClaim(claim)) visit(checker, expr, definitions);
  }
  for (const fact of symbols.facts.values())
    if (fact.onlyIf !== undefined) visit(checker, fact.onlyIf, definitions);
  for (const { fields } of symbols.records.values()) {
    for (const field of fields) if (field.onlyIf !== undefined) visit(checker, field.onlyIf, definitions);
  }
}

function silent(checker: Checker): Checker {
  return { ...checker, findings: { ...checker.findings, report: () => {} } };
}

function valuesOf(node: Define): readonly Expr[] {
  return [...node.means.map((limb) => limb.condition), ...(node.table?.rows.map((row) => row.value) ?? [])];
}

/** The interval of an expression, null where it is no number; reports where a sum inside it can leave the safe integers. */
function visit(checker: Checker, expr: Expr, definitions: ReadonlyMap<string, Interval>): Interval | null {
  const type = checker.types.get(expr);
  const inner = childrenOf(expr).map((child) => visit(checker, child, definitions));
  if (type?.kind !== 'number') return null;
  switch (expr.kind) {
    case 'number': {
      if (placesOf(expr.text) > type.places) return null;
      const value = unitsOf(expr.text, type.places);
      return { min: value, max: value };
    }
    case 'path': {
      const resolution = checker.resolutions.get(expr);
      return resolution?.kind === 'definition' ? (definitions.get(resolution.name) ?? null) : ofFact;
    }
    case 'arithmetic': {
      const [left, right] = inner;
      if (left === null || left === undefined || right === null || right === undefined) return null;
      return checked(checker, expr, combined(expr.op, left, right));
    }
    case 'case':
      // Guards stand between the branches, and are no numbers.
      return union(inner.filter((interval) => interval !== null));
    case 'byReading':
    case 'group':
      return union(inner);
    default:
      return null;
  }
}

function combined(op: '+' | '-' | '*', left: Interval, right: Interval): Interval {
  if (op === '+') return { min: left.min + right.min, max: left.max + right.max };
  if (op === '-') return { min: left.min - right.max, max: left.max - right.min };
  const corners = [left.min * right.min, left.min * right.max, left.max * right.min, left.max * right.max];
  return { min: least(corners), max: greatest(corners) };
}

function checked(checker: Checker, expr: Expr, interval: Interval): Interval | null {
  if (interval.min >= -safest && interval.max <= safest) return interval;
  checker.findings.report('sum-too-large', expr.span, {});
  // What is reported here is not to be reported again of everything around it.
  return null;
}

function union(intervals: readonly (Interval | null)[]): Interval | null {
  const known = intervals.filter((interval) => interval !== null);
  if (known.length === 0 || known.length < intervals.length) return null;
  return { min: least(known.map(({ min }) => min)), max: greatest(known.map(({ max }) => max)) };
}

function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

function greatest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}
