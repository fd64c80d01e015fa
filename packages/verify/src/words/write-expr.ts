/** Core expressions in words close to those of the language, for readers of a report. Nothing reads them back. */
import { type Expr, type Literal, type Path, unmarked } from '@proviso/compiler/plan';
import { type Day, formatDay, numberOf } from '@proviso/runtime';

const longest = 120;

/** A condition as an author would write it, near enough to be found again; shortened where it is long. */
export function conditionText(expr: Expr): string {
  const text = writeExpr(expr);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** `a and not b`, `some l in letters has l.open`, `asOf <= due`. Marks are left out. */
export function writeExpr(expr: Expr): string {
  switch (expr.kind) {
    case 'literal':
      return writeLiteral(expr.value);
    case 'fact':
      return writePath(expr.at);
    case 'has':
      return `${writePath(expr.at)} includes ${expr.member}`;
    case 'asOf':
      return 'asOf';
    case 'ref':
      return expr.of === undefined ? expr.id : `${writePath(expr.of)}.${expr.id}`;
    case 'reading':
      return `reading ${expr.ambiguity} is ${expr.reading}`;
    case 'not':
      return writeNot(expr.of);
    case 'atLeast':
      return writeCount(expr.n, expr.of);
    case 'atLeastIn': {
      const quantifier = expr.n === 1 ? 'some' : `at least ${expr.n}`;
      return `${quantifier} ${expr.as} in ${writePath(expr.in)} has ${grouped(expr.of)}`;
    }
    case 'le':
      return `${writeExpr(expr.left)} <= ${writeExpr(expr.right)}`;
    case 'eq':
      return `${writeExpr(expr.left)} is ${writeExpr(expr.right)}`;
    case 'sum':
      return `${writeExpr(expr.left)} + ${writeExpr(expr.right)}`;
    case 'scale':
      return `${expr.by} * ${grouped(expr.of)}`;
    case 'addDuration':
      return `${writeExpr(expr.duration)} ${expr.sign === 1 ? 'after' : 'before'} ${grouped(expr.date)}`;
    case 'extreme':
      return `${expr.which} of { ${expr.of.map(writeExpr).join(', ')} }`;
    case 'extremeIn':
      return `${expr.which} ${expr.as} in ${writePath(expr.in)}: ${grouped(expr.of)}`;
    case 'case': {
      const branches = expr.branches.map(({ when, then }) => `${writeExpr(when)}: ${writeExpr(then)}`);
      return `case { ${[...branches, `otherwise: ${writeExpr(expr.otherwise)}`].join('  ')} }`;
    }
    case 'inForce': {
      const from = expr.from === null ? '' : ` from ${formatDay(expr.from as Day)}`;
      const ceasing = expr.ceasing === null ? '' : ` ceasing ${formatDay(expr.ceasing as Day)}`;
      return `in force${from}${ceasing}`;
    }
    case 'mark':
      return writeExpr(expr.of);
    default:
      return expr satisfies never;
  }
}

/** A constant as it is written in a policy. */
export function writeLiteral(value: Literal): string {
  switch (value.kind) {
    case 'yesno':
      return value.value ? 'yes' : 'no';
    case 'number':
      return numberOf(value.value, value.places).toFixed(value.places);
    case 'date':
      return formatDay(value.value as Day);
    case 'duration':
      return writeDuration(value.months, value.days);
    case 'text':
      return JSON.stringify(value.value);
    case 'beforeAll':
    case 'notYet':
      return value.kind;
    case 'enum':
    case 'status':
      return value.value;
    default:
      return value satisfies never;
  }
}

function writeDuration(months: number, days: number): string {
  const part = (n: number, unit: string): readonly string[] =>
    n === 0 ? [] : [`${n} ${unit}${n === 1 ? '' : 's'}`];
  return [...part(months, 'month'), ...part(days, 'day')].join(' and ') || '0 days';
}

function writeNot(of: Expr): string {
  const bare = unmarked(of);
  switch (bare.kind) {
    case 'le':
      return `${writeExpr(bare.right)} < ${writeExpr(bare.left)}`;
    case 'eq':
      return `${writeExpr(bare.left)} is not ${writeExpr(bare.right)}`;
    case 'atLeastIn': {
      const inner = unmarked(bare.of);
      const list = `${bare.as} in ${writePath(bare.in)}`;
      if (bare.n === 1 && inner.kind === 'not') return `every ${list} has ${grouped(inner.of)}`;
      return bare.n === 1 ? `no ${list} has ${grouped(bare.of)}` : `not (${writeExpr(bare)})`;
    }
    default:
      return `not ${grouped(bare)}`;
  }
}

function writeCount(n: number, of: readonly Expr[]): string {
  if (n === of.length) return of.map(grouped).join(' and ');
  if (n === 1) return of.map(grouped).join(' or ');
  return `at least ${n} of { ${of.map(writeExpr).join(', ')} }`;
}

/** In brackets where it has parts that its neighbours could be taken for. */
function grouped(expr: Expr): string {
  const bare = unmarked(expr);
  const needs = bare.kind === 'atLeast' || bare.kind === 'sum' || bare.kind === 'atLeastIn';
  return needs ? `(${writeExpr(bare)})` : writeExpr(bare);
}

function writePath({ base, path }: Path): string {
  return [...(base === null ? [] : [base]), ...path].join('.');
}
