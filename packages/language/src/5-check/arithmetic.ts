import type { Scope } from '../4-bind/scope.ts';
import type { Expr } from '../ast/ast.ts';
import { sameType, typeText } from '../4-bind/named-types.ts';
import type { Extra } from '../diagnostics/define.ts';
import type { Type } from '../program.ts';
import { type Checker, date } from './checker.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** A duration of more months or days than this means nothing: the calendar ends in 9999. */
const longestDuration = 4_000_000;

/** The digits after the point, as written. */
export function placesOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** A number literal as a whole number of units of 10^-places; it has no more places than that. */
export function unitsOf(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
}

/** A literal takes the places that are expected of it, where it needs no more, and the unit. */
export function inferNumber(checker: Checker, expr: Of<'number'>, hint: Type | null): Type {
  const written = placesOf(expr.text);
  const places = hint?.kind === 'number' && hint.places >= written ? hint.places : written;
  const counted = unitsOf(expr.text, places);
  if (counted > BigInt(Number.MAX_SAFE_INTEGER) || -counted > BigInt(Number.MAX_SAFE_INTEGER)) {
    checker.findings.report('number-too-large', expr.span, { number: expr.text });
  }
  return { kind: 'number', places, ...unitOf(hint) };
}

/** The unit of a number that has one. */
function unitOf(type: Type | null): { readonly unit?: string } {
  return type?.kind === 'number' && type.unit !== undefined ? { unit: type.unit } : {};
}

/** A duration literal. */
export function inferDuration(checker: Checker, expr: Of<'duration'>): Type {
  if (!Number.isSafeInteger(expr.amount) || expr.amount > longestDuration) {
    checker.findings.report('duration-too-long', expr.span, {});
  }
  return { kind: 'duration' };
}

/** Sums of numbers, a date and a duration, and whole multiples. */
export function inferArithmetic(
  checker: Checker,
  expr: Of<'arithmetic'>,
  scope: Scope,
  hint: Type | null,
): Type | null {
  if (expr.op === '*') {
    const right = checker.infer(expr.right, scope, hint);
    const left = checker.infer(expr.left, scope, null);
    if (left?.kind === 'number' && left.places > 0)
      checker.findings.report('fraction-factor', expr.left.span, {});
    if (right === null || left === null) return null;
    // A factor can be a rate (£2 for each kilogram), so that a multiple is in whatever unit its place wants.
    if (right.kind === 'number' && left.kind === 'number') return { kind: 'number', places: right.places };
    checker.findings.report('cannot-multiply', expr.right.span, { found: typeText(right) });
    return null;
  }
  const [left, right] = inferPair(checker, expr.left, expr.right, scope, hint);
  if (left === null || right === null) return null;
  if (left.kind === 'date' && right.kind === 'duration') return date;
  if (left.kind === 'number' && right.kind === 'number') {
    if (sameType(left, right)) return { ...unitOf(right), ...left };
    const code = left.places === right.places ? 'units-differ' : 'places-differ';
    checker.findings.report(code, expr.span, { left: typeText(left), right: typeText(right) });
    return null;
  }
  checker.findings.report(
    'cannot-add',
    expr.span,
    {
      op: expr.op,
      left: typeText(left),
      right: typeText(right),
    },
    daysHelp(left, right),
  );
  return null;
}

/** What to write where days are counted. */
function daysHelp(left: Type, right: Type): Extra {
  if (left.kind !== 'date') return {};
  if (right.kind === 'number') return { help: 'a number of days has its unit: `30 days after d`' };
  return right.kind === 'date'
    ? { help: 'the time between two days is no number: move one and compare, `a > 3 days after b`' }
    : {};
}

/** `1 month after e`. */
export function inferShift(checker: Checker, expr: Of<'shift'>, scope: Scope): Type | null {
  const { duration, direction } = expr;
  // A day before another was meant to be a comparison, and its type is none.
  const moved = checker.infer(duration, scope, { kind: 'duration' });
  checker.expect(expr.date, scope, date);
  if (moved?.kind === 'date') {
    const op = direction === 'before' ? '<' : '>';
    const span = { ...expr.span, start: duration.span.end, end: expr.date.span.start };
    const fix = { title: `write \`${op}\``, safe: false, edits: [{ span, text: ` ${op} ` }] };
    checker.findings.report('compares-in-words', expr.span, { word: direction, op }, { fix });
    return null;
  }
  if (moved !== null && moved.kind !== 'duration') {
    const params = { expected: typeText({ kind: 'duration' }), found: typeText(moved) };
    checker.findings.report('type-mismatch', duration.span, params);
  }
  return date;
}

/** `earliest of { … }`. */
export function inferExtreme(checker: Checker, expr: Of<'extreme'>, scope: Scope): Type {
  for (const operand of expr.of) checker.expect(operand, scope, date);
  return date;
}

/**
 * The types of two operands, the one that can speak for itself first, so that a literal or an enum member on the other
 * side takes its type.
 */
export function inferPair(
  checker: Checker,
  left: Expr,
  right: Expr,
  scope: Scope,
  hint: Type | null,
): readonly [Type | null, Type | null] {
  if (waits(checker, left, scope) && !waits(checker, right, scope)) {
    const [rightType, leftType] = inferInTurn(checker, right, left, scope, hint);
    return [leftType, rightType];
  }
  return inferInTurn(checker, left, right, scope, hint);
}

/** The first, then the second beside it; a word that only the first could explain is let be where the first is wrong. */
function inferInTurn(
  checker: Checker,
  first: Expr,
  second: Expr,
  scope: Scope,
  hint: Type | null,
): readonly [Type | null, Type | null] {
  const type = checker.infer(first, scope, hint);
  if (type === null && waits(checker, second, scope)) return [null, null];
  // What stands beside a set was meant to be one of its members.
  const beside: Type | null = type?.kind === 'set' ? { kind: 'enum', name: type.of } : type;
  return [type, checker.infer(second, scope, beside ?? hint)];
}

/** Whether an operand's type depends on what it stands beside: a number literal, or a word that names no value. */
function waits(checker: Checker, expr: Expr, scope: Scope): boolean {
  if (expr.kind === 'group') return waits(checker, expr.of, scope);
  if (expr.kind === 'number') return true;
  if (expr.kind === 'arithmetic')
    return waits(checker, expr.left, scope) && waits(checker, expr.right, scope);
  const word = expr.kind === 'path' && expr.segments.length === 1 ? expr.segments[0]?.text : undefined;
  if (word === undefined) return false;
  const { symbols } = checker;
  const named =
    scope.variables.has(word) ||
    (scope.self !== null && symbols.fields.get(scope.self)?.has(word) === true) ||
    symbols.facts.has(word) ||
    symbols.statements.has(word);
  return !named;
}
