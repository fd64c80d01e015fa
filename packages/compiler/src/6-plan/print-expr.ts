/** Core expressions in one line, for tests and for looking at a plan. Not a syntax: nothing reads it. */
import { assertNever } from './assert-never.ts';
import type { Expr, Literal, Path } from './plan.ts';

/** `(a ∧ ¬b)`, `≥2 l in letters: l.inWriting`, `asOf ≤ due`, `[limb:likely a]`. Citations are left out. */
export function printExpr(e: Expr): string {
  switch (e.kind) {
    case 'literal':
      return printLiteral(e.value);
    case 'fact':
      return printPath(e.at);
    case 'has':
      return `${printPath(e.at)} ∋ ${e.member}`;
    case 'asOf':
      return 'asOf';
    case 'ref':
      return e.of === undefined ? `@${e.id}` : `@${e.id}(${printPath(e.of)})`;
    case 'reading':
      return `?${e.ambiguity}.${e.reading}`;
    case 'not':
      return `¬${printExpr(e.of)}`;
    case 'atLeast': {
      const sign = e.n === e.of.length ? ' ∧ ' : e.n === 1 ? ' ∨ ' : ` ≥${e.n} `;
      return `(${e.of.map(printExpr).join(sign)})`;
    }
    case 'atLeastIn':
      return `≥${e.n} ${e.as} in ${printPath(e.in)}: ${printExpr(e.of)}`;
    case 'le':
      return `${printExpr(e.left)} ≤ ${printExpr(e.right)}`;
    case 'eq':
      return `${printExpr(e.left)} = ${printExpr(e.right)}`;
    case 'sum':
      return `(${printExpr(e.left)} + ${printExpr(e.right)})`;
    case 'scale':
      return `${e.by}·${printExpr(e.of)}`;
    case 'addDuration':
      return `(${printExpr(e.date)} ${e.sign === 1 ? '+' : '−'} ${printExpr(e.duration)})`;
    case 'extreme':
      return `${e.which} {${e.of.map(printExpr).join(', ')}}`;
    case 'extremeIn':
      return `${e.which} ${e.as} in ${printPath(e.in)}: ${printExpr(e.of)}`;
    case 'case': {
      const branches = e.branches.map((b) => `${printExpr(b.when)} → ${printExpr(b.then)}`);
      return `${e.exclusive ? 'one' : 'case'} {${[...branches, printExpr(e.otherwise)].join('; ')}}`;
    }
    case 'inForce':
      return `inForce(${printExpr(e.on)}, ${e.from}, ${e.ceasing})`;
    case 'mark': {
      const { kind, label, certainty } = e.mark;
      const head = [
        kind,
        ...(label === undefined ? [] : [label]),
        ...(certainty === undefined ? [] : [`~${certainty}`]),
      ];
      return `[${head.join(' ')}: ${printExpr(e.of)}]`;
    }
    default:
      return assertNever(e);
  }
}

function printPath({ base, path }: Path): string {
  return [...(base === null ? [] : [base]), ...path].join('.');
}

function printLiteral(value: Literal): string {
  switch (value.kind) {
    case 'yesno':
      return value.value ? 'yes' : 'no';
    case 'beforeAll':
    case 'notYet':
      return value.kind;
    case 'duration':
      return `${value.months}m${value.days}d`;
    case 'number':
      return value.places === 0 ? `${value.value}` : `${value.value}e-${value.places}`;
    case 'text':
      return JSON.stringify(value.value);
    case 'date':
    case 'enum':
    case 'status':
      return `${value.value}`;
    default:
      return assertNever(value);
  }
}
