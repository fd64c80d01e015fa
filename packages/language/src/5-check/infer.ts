import { typeText, sameType } from '../4-bind/named-types.ts';
import type { Names } from '../4-bind/resolve.ts';
import { resolvePath } from '../4-bind/resolve.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Expr } from '../ast/ast.ts';
import { assertNever } from '../assert-never.ts';
import type { Type } from '../program.ts';
import { inferArithmetic, inferDuration, inferExtreme, inferNumber, inferShift } from './arithmetic.ts';
import { checkDate } from './dates.ts';
import { inferByReading, inferCase } from './cases.ts';
import { type Checker, date, yesno } from './checker.ts';
import { inferCompare, inferOneOf } from './comparisons.ts';
import { inferExtremeIn, inferQuantified } from './lists.ts';
import { mended } from './mended.ts';
import { inferIncludes, inferIsEmpty, inferIsExactly } from './sets.ts';

/** A checker of expressions over the names of a pack. */
export function createChecker(names: Names): Checker {
  const checker: Checker = {
    ...names,
    resolutions: new Map(),
    types: new Map(),
    infer: (expr, scope, hint) => {
      const type = inferKind(checker, expr, scope, hint);
      if (type !== null) checker.types.set(expr, type);
      return type;
    },
    expect: (expr, scope, type) => expect(checker, expr, scope, type),
  };
  return checker;
}

function inferKind(checker: Checker, expr: Expr, scope: Scope, hint: Type | null): Type | null {
  switch (expr.kind) {
    case 'hole':
      return null;
    case 'yes':
    case 'no':
      return yesno;
    case 'asOf':
    case 'notYet':
      return date;
    case 'dateLiteral':
      checkDate(expr, checker.findings);
      return date;
    case 'string':
      return { kind: 'text' };
    case 'number':
      return inferNumber(checker, expr, hint);
    case 'duration':
      return inferDuration(checker, expr);
    case 'path': {
      const resolved = resolvePath(expr, scope, checker, hint);
      if (resolved === null) return null;
      checker.resolutions.set(expr, resolved.resolution);
      return resolved.type;
    }
    case 'group':
      return checker.infer(expr.of, scope, hint);
    case 'not':
      checker.expect(expr.of, scope, yesno);
      return yesno;
    case 'and':
      for (const operand of expr.of) checker.expect(operand, scope, yesno);
      return yesno;
    case 'or':
      for (const operand of expr.of) expectChoice(checker, operand, scope);
      return yesno;
    case 'nOf':
      for (const operand of expr.of) checker.expect(operand, scope, yesno);
      if (expr.quantity.kind === 'atLeast' && (expr.quantity.n < 1 || expr.quantity.n > expr.of.length)) {
        checker.findings.report('impossible-count', expr.span, { n: expr.quantity.n, of: expr.of.length });
      }
      return yesno;
    case 'quantified':
      return inferQuantified(checker, expr, scope);
    case 'extremeIn':
      return inferExtremeIn(checker, expr, scope);
    case 'compare':
      return inferCompare(checker, expr, scope);
    case 'oneOf':
      return inferOneOf(checker, expr, scope);
    case 'includes':
      return inferIncludes(checker, expr, scope);
    case 'isExactly':
      return inferIsExactly(checker, expr, scope);
    case 'isEmpty':
      return inferIsEmpty(checker, expr, scope);
    case 'arithmetic':
      return inferArithmetic(checker, expr, scope, hint);
    case 'shift':
      return inferShift(checker, expr, scope);
    case 'extreme':
      return inferExtreme(checker, expr, scope);
    case 'case':
      return inferCase(checker, expr, scope, hint);
    case 'byReading':
      return inferByReading(checker, expr, scope, hint);
    default:
      return assertNever(expr);
  }
}

/** `x is 3 or 4`: what stands after `or` is a condition, and was meant to be another value. */
function expectChoice(checker: Checker, operand: Expr, scope: Scope): void {
  if (operand.kind !== 'number' && operand.kind !== 'string' && operand.kind !== 'dateLiteral') {
    checker.expect(operand, scope, yesno);
    return;
  }
  const found = checker.infer(operand, scope, null);
  if (found === null) return;
  const help = 'one value of several is asked for by `x is one of { a, b }`';
  const params = { expected: typeText(yesno), found: typeText(found) };
  checker.findings.report('type-mismatch', operand.span, params, { help });
}

/** Checks an expression against a type; where it has branches, each branch is blamed for itself. */
function expect(checker: Checker, expr: Expr, scope: Scope, type: Type): void {
  const found = checker.infer(expr, scope, type);
  if (found === null || sameType(found, type)) return;
  const params = { expected: typeText(type), found: typeText(found) };
  checker.findings.report('type-mismatch', expr.span, params, mended(expr, type, found, checker.symbols));
}
