import { assertNever } from '../assert-never.ts';
import type { Claim, Define, Exception, Expr, Rule } from '../ast/ast.ts';

/** The expressions directly inside an expression, in source order. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'path':
    case 'dateLiteral':
    case 'yes':
    case 'no':
    case 'asOf':
    case 'notYet':
    case 'number':
    case 'string':
    case 'duration':
    case 'hole':
      return [];
    case 'not':
    case 'group':
      return [expr.of];
    case 'and':
    case 'or':
    case 'nOf':
    case 'extreme':
      return expr.of;
    case 'quantified':
    case 'extremeIn':
      return [expr.list, expr.of];
    case 'compare':
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'oneOf':
      return [expr.left, ...expr.members];
    case 'includes':
      return [expr.set, expr.member];
    case 'isExactly':
    case 'isEmpty':
      return [expr.set];
    case 'shift':
      return [expr.duration, expr.date];
    case 'case': {
      const branches = expr.branches.flatMap(({ when, then }) => [when, then]);
      return expr.otherwise === undefined ? branches : [...branches, expr.otherwise];
    }
    case 'byReading':
      return expr.branches.map(({ then }) => then);
    default:
      return assertNever(expr);
  }
}

/** Every whole expression of a statement, exceptions and governing date included. */
export function* expressionsOf(node: Define | Rule): Generator<Expr> {
  if (node.law?.governedBy !== undefined) yield node.law.governedBy;
  if (node.kind === 'define') {
    for (const limb of [...node.requires, ...node.includes, ...node.means]) yield limb.condition;
    if (node.table !== undefined) {
      yield* node.table.inputs;
      for (const row of node.table.rows) yield row.value;
    }
  } else {
    for (const expr of [node.when, node.doneWhen, node.doneBy, node.due]) if (expr !== undefined) yield expr;
  }
  yield* expressionsOfExceptions(node.exceptions);
}

/** The conditions of exceptions, nested ones included. */
export function* expressionsOfExceptions(exceptions: readonly Exception[]): Generator<Expr> {
  for (const exception of exceptions) {
    yield exception.condition;
    yield* expressionsOfExceptions(exception.exceptions);
  }
}

/** The expressions of a claim. */
export function expressionsOfClaim(claim: Claim): readonly Expr[] {
  return claim.kind === 'neverBoth' ? claim.of : [claim.of];
}
