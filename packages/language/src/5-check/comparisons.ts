import { sameType, typeText } from '../4-bind/named-types.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Expr, Span } from '../ast/ast.ts';
import type { Extra } from '../diagnostics/define.ts';
import type { Type } from '../program.ts';
import { inferPair } from './arithmetic.ts';
import { type Checker, yesno } from './checker.ts';
import { unquoted } from './mended.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** `a < b`, `a is b`: within one type; order is for numbers and dates. */
export function inferCompare(checker: Checker, expr: Of<'compare'>, scope: Scope): Type {
  const { findings } = checker;
  const [left, right] = inferPair(checker, expr.left, expr.right, scope, null);
  if (left === null || right === null) return yesno;
  if (!comparable(left)) {
    findings.report('cannot-compare', expr.left.span, { op: expr.op, type: typeText(left) });
  } else if (!comparable(right)) {
    findings.report('cannot-compare', expr.right.span, { op: expr.op, type: typeText(right) });
  } else if (!sameType(left, right)) {
    const code =
      left.kind !== 'number' || right.kind !== 'number'
        ? 'compares-types'
        : left.places === right.places
          ? 'units-differ'
          : 'places-differ';
    findings.report(
      code,
      expr.span,
      { left: typeText(left), right: typeText(right) },
      {
        ...bracketsOf(expr),
        ...unquoted(expr.right, left, checker.symbols),
        ...unquoted(expr.left, right, checker.symbols),
      },
    );
  } else if (expr.op !== 'is' && expr.op !== 'is not' && left.kind !== 'number' && left.kind !== 'date') {
    findings.report('no-order', expr.span, { op: expr.op, type: typeText(left) });
  }
  return yesno;
}

/** What to do where the comparison was meant to be what `has` asks of each member. */
function bracketsOf({ left, span }: Of<'compare'>): Extra {
  if (left.kind !== 'quantified') return {};
  const at = (place: number): Span => ({ file: span.file, start: place, end: place });
  const edits = [
    { span: at(left.of.span.start), text: '(' },
    { span: at(span.end), text: ')' },
  ];
  return {
    help: 'what `has` asks of a member stands in brackets, unless it is a name: `has (l.r <= d)`',
    fix: { title: 'add the brackets', safe: false, edits },
  };
}

/** `x is one of { a, b }`. */
export function inferOneOf(checker: Checker, expr: Of<'oneOf'>, scope: Scope): Type {
  const left = checker.infer(expr.left, scope, null);
  for (const member of expr.members) {
    if (left === null) checker.infer(member, scope, null);
    else checker.expect(member, scope, left);
  }
  if (left !== null && !comparable(left)) {
    checker.findings.report('cannot-compare', expr.left.span, { op: 'is one of', type: typeText(left) });
  }
  return yesno;
}

/** Durations have no order (is a month longer than 30 days?), and wholes are asked about by their own words. */
function comparable(type: Type): boolean {
  return type.kind !== 'duration' && type.kind !== 'set' && type.kind !== 'list' && type.kind !== 'record';
}
