import type { Expr } from '../ast/ast.ts';
import type { Checker } from './checker.ts';
import { exprKey, type KeyContext } from './expr-key.ts';

type Case = Extract<Expr, { readonly kind: 'case' }>;

/**
 * A `case` without `otherwise` must take some branch whatever the facts: its guards are values of one enum that name
 * every member, or a condition and its negation.
 */
export function checkCaseCovers(checker: Checker, expr: Case): void {
  const guards = expr.branches.map((branch) => unwrapped(branch.when));
  const missing = missingMembers(checker, guards);
  if (missing !== null && missing.length === 0) return;
  if (missing === null && coversBoth(checker, guards)) return;
  checker.findings.report('case-not-exhaustive', expr.span, { missing: missing ?? [] });
}

/** The enum members that no guard names; null where the guards are not all values of one enum. */
function missingMembers(checker: Checker, guards: readonly Expr[]): readonly string[] | null {
  let subject: string | null = null;
  let enumName: string | null = null;
  const named = new Set<string>();
  for (const guard of guards) {
    const tested = enumTest(checker, guard);
    if (tested === null || (subject !== null && tested.subject !== subject)) return null;
    subject = tested.subject;
    enumName = tested.enum;
    for (const member of tested.members) named.add(member);
  }
  const declared = enumName === null ? undefined : checker.symbols.enums.get(enumName);
  return declared === undefined
    ? null
    : declared.members.map((member) => member.text).filter((member) => !named.has(member));
}

/** `x is m` or `x is one of { m, n }`: what is tested, and for which members. */
export function enumTest(
  context: KeyContext,
  guard: Expr,
): { readonly subject: string; readonly enum: string; readonly members: readonly string[] } | null {
  const test = unwrapped(guard);
  let left: Expr;
  let right: readonly Expr[];
  if (test.kind === 'compare' && test.op === 'is') [left, right] = [test.left, [test.right]];
  else if (test.kind === 'oneOf' && !test.negated) [left, right] = [test.left, test.members];
  else return null;
  const members: string[] = [];
  let enumName: string | null = null;
  for (const member of right) {
    const value = unwrapped(member);
    const resolution = value.kind === 'path' ? context.resolutions.get(value) : undefined;
    if (resolution?.kind !== 'enumMember') return null;
    enumName = resolution.enum;
    members.push(resolution.member);
  }
  return enumName === null ? null : { subject: exprKey(left, context), enum: enumName, members };
}

/** Whether some guard is the negation of another. */
function coversBoth(checker: Checker, guards: readonly Expr[]): boolean {
  const keys = new Set(guards.map((guard) => exprKey(guard, checker)));
  return guards.some((guard) => guard.kind === 'not' && keys.has(exprKey(guard.of, checker)));
}

/** An expression without the brackets around it. */
export function unwrapped(expr: Expr): Expr {
  return expr.kind === 'group' ? unwrapped(expr.of) : expr;
}
