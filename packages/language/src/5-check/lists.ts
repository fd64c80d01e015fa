import { isInherited } from '../4-bind/inherited-names.ts';
import { typeText } from '../4-bind/named-types.ts';
import { type Scope, withVariable } from '../4-bind/scope.ts';
import type { Expr, Name, Path } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import { type Checker, date, yesno } from './checker.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** At most this many lists are gone through inside each other: the cost of a statement is the product of their lengths. */
const deepestLists = 2;

/** `some x in list has ( … )`. */
export function inferQuantified(checker: Checker, expr: Of<'quantified'>, scope: Scope): Type {
  const inner = intoList(checker, expr.variable, expr.list, scope);
  if (inner !== null) checker.expect(expr.of, inner, yesno);
  if (expr.quantity.kind === 'atLeast' && expr.quantity.n < 1) {
    checker.findings.report('impossible-count', expr.span, { n: expr.quantity.n, of: null });
  }
  return yesno;
}

/** `earliest x in list of …`. */
export function inferExtremeIn(checker: Checker, expr: Of<'extremeIn'>, scope: Scope): Type {
  const inner = intoList(checker, expr.variable, expr.list, scope);
  if (inner !== null) checker.expect(expr.of, inner, date);
  return date;
}

/** The scope in which the variable stands for an element of the list; null where there is no list. */
function intoList(checker: Checker, variable: Name, list: Path, scope: Scope): Scope | null {
  const { findings } = checker;
  checkVariable(checker, variable, scope);
  const type = checker.infer(list, scope, null);
  if (scope.lists >= deepestLists)
    findings.report('lists-too-deep', variable.span, { deepest: deepestLists });
  if (type === null) return null;
  if (type.kind !== 'list') {
    findings.report('not-a-list', list.span, { found: typeText(type) });
    return null;
  }
  return withVariable(scope, variable, type.of);
}

/** A variable or parameter has a name of its own. */
export function checkVariable(checker: Checker, variable: Name, scope: Scope): void {
  const { symbols, findings, mentions } = checker;
  const name = variable.text;
  mentions.add(variable, variable);
  if (name === 'self' || isInherited(name)) {
    findings.report('reserved-name', variable.span, { name });
    return;
  }
  const other = symbols.facts.get(name) ?? symbols.statements.get(name)?.versions[0]?.node;
  if (scope.variables.has(name) || other !== undefined) {
    const related = other === undefined ? [] : [{ span: other.name.span, message: 'the other meaning' }];
    findings.report('shadowed-name', variable.span, { name }, { related });
  }
}
