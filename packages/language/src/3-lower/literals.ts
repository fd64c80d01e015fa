import type { CstNode, IToken } from 'chevrotain';
import type { DateLiteral, Expr, Unit } from '../ast/ast.ts';
import { daysMeant } from '../1-lex/foreign-dates.ts';
import { stringValue, tokenSpan } from '../1-lex/lex.ts';
import { ForeignDate } from '../1-lex/tokens.ts';
import { has, join, node, spanOf, token, type Lowering } from './cst.ts';

/** A literal directly under the tree: of a `primary` or a `givenScalar`. */
export function lowerLiteral(context: Lowering, tree: CstNode): Expr | undefined {
  for (const kind of ['yes', 'no', 'notYet', 'asOf'] as const) {
    const found = token(tree, kind);
    if (found !== undefined) return { kind, span: tokenSpan(found, context.file) };
  }
  const date = token(tree, 'Date');
  if (date !== undefined) return dateOf(context, date);
  const number = token(tree, 'Number');
  if (number !== undefined) {
    const minus = token(tree, '-');
    const span = tokenSpan(number, context.file);
    return minus === undefined
      ? { kind: 'number', text: number.image, span }
      : { kind: 'number', text: `-${number.image}`, span: join(tokenSpan(minus, context.file), span) };
  }
  const string = token(tree, 'String');
  if (string !== undefined)
    return { kind: 'string', value: stringValue(string), span: tokenSpan(string, context.file) };
  const duration = node(tree, 'duration');
  return duration === undefined ? undefined : lowerDuration(context, duration);
}

/** The date in a token. */
export function dateOf(context: Lowering, from: IToken): DateLiteral {
  const iso = from.tokenType === ForeignDate ? (daysMeant(from.image)[0] ?? '') : from.image;
  return { kind: 'dateLiteral', iso, span: tokenSpan(from, context.file) };
}

const units: readonly (readonly [Unit, string])[] = [
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
];

function lowerDuration(context: Lowering, tree: CstNode): Expr {
  const amount = Number(token(tree, 'Number')?.image ?? '0');
  const unit = units.find(([plural, singular]) => has(tree, plural) || has(tree, singular))?.[0] ?? 'days';
  return { kind: 'duration', amount, unit, span: spanOf(context, tree) };
}
