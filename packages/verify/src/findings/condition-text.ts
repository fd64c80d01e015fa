/** Conditions of a plan in the words of a policy, for messages. */
import type { Expr, Literal, Path } from '@proviso/compiler/plan';
import { type Day, formatDay, numberOf } from '@proviso/runtime';

const longest = 120;

/** The condition as an author would write it, near enough to be found again; shortened where it is long. */
export function conditionText(expr: Expr): string {
  const text = textOf(expr, 0);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** `level` is 0 at the outside, 1 within `and` and `or`, 2 within `not`. */
function textOf(expr: Expr, level: 0 | 1 | 2): string {
  const grouped = (text: string): string => (level === 0 ? text : `(${text})`);
  switch (expr.kind) {
    case 'literal':
      return literalText(expr.value);
    case 'fact':
      return pathText(expr.at);
    case 'has':
      return `${pathText(expr.at)} has ${expr.member}`;
    case 'asOf':
      return 'asOf';
    case 'ref':
      return expr.of === undefined ? expr.id : `${pathText(expr.of)}.${expr.id}`;
    case 'reading':
      return `reading ${expr.ambiguity}: ${expr.reading}`;
    case 'not': {
      const { of } = expr;
      if (of.kind === 'le') return grouped(`${textOf(of.right, 1)} < ${textOf(of.left, 1)}`);
      return `not ${textOf(of, 2)}`;
    }
    case 'atLeast': {
      const { n, of } = expr;
      if (n !== 1 && n !== of.length) {
        return `at least ${n} of { ${of.map((part) => textOf(part, 0)).join(', ')} }`;
      }
      return grouped(of.map((part) => textOf(part, 1)).join(n === 1 ? ' or ' : ' and '));
    }
    case 'atLeastIn': {
      const quantity = expr.n === 1 ? 'some' : `at least ${expr.n}`;
      return grouped(`${quantity} ${expr.as} in ${pathText(expr.in)} has (${textOf(expr.of, 0)})`);
    }
    case 'le':
      return grouped(`${textOf(expr.left, 1)} <= ${textOf(expr.right, 1)}`);
    case 'eq':
      return grouped(`${textOf(expr.left, 1)} is ${textOf(expr.right, 1)}`);
    case 'sum':
      return grouped(`${textOf(expr.left, 1)} + ${textOf(expr.right, 1)}`);
    case 'scale':
      return grouped(`${expr.by} * ${textOf(expr.of, 1)}`);
    case 'addDuration': {
      const side = expr.sign === 1 ? 'after' : 'before';
      return grouped(`${textOf(expr.duration, 1)} ${side} ${textOf(expr.date, 1)}`);
    }
    case 'extreme':
      return `${expr.which} of { ${expr.of.map((part) => textOf(part, 0)).join(', ')} }`;
    case 'extremeIn':
      return grouped(`${expr.which} of (${textOf(expr.of, 0)}) over ${expr.as} in ${pathText(expr.in)}`);
    case 'case': {
      const branches = expr.branches.map(({ when, then }) => `${textOf(when, 0)}: ${textOf(then, 0)}; `);
      return `case { ${branches.join('')}otherwise ${textOf(expr.otherwise, 0)} }`;
    }
    case 'inForce':
      return `the law in force on ${textOf(expr.on, 1)}`;
    case 'mark':
      return textOf(expr.of, level);
    default:
      return expr satisfies never;
  }
}

function pathText({ base, path }: Path): string {
  return [...(base === null ? [] : [base]), ...path].join('.');
}

/** A constant as a policy writes it. */
export function literalText(value: Literal): string {
  switch (value.kind) {
    case 'yesno':
      return value.value ? 'yes' : 'no';
    case 'number':
      return numberOf(value.value, value.places).toFixed(value.places);
    case 'date':
      return formatDay(value.value as Day);
    case 'duration': {
      const parts = [
        ...(value.months > 0 ? [`${value.months} months`] : []),
        ...(value.days > 0 ? [`${value.days} days`] : []),
      ];
      return parts.join(' ') || '0 days';
    }
    case 'text':
      return JSON.stringify(value.value);
    case 'enum':
    case 'status':
      return value.value;
    case 'beforeAll':
    case 'notYet':
      return value.kind;
    default:
      return value satisfies never;
  }
}
