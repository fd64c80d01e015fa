/** Expressions as written, evaluated directly (`docs/semantics.md`, sections 2 and 3). */
import type { Define, Expr, FactDecl, Path } from '@proviso/language';
import { assertNever } from './assert-never.ts';
import {
  type Env,
  factValue,
  fieldsOf,
  inSet,
  type Instance,
  membersOf,
  recordIn,
  recordOf,
  type SurfaceCase,
} from './surface-case.ts';
import {
  and,
  atLeast,
  type Choice,
  just,
  not,
  notAbove,
  notYet,
  or,
  same,
  settled,
  shifted,
  type Truth,
  unitsOfText,
  type Value,
} from './surface-values.ts';

/** A condition. */
export function truth(c: SurfaceCase, e: Expr, env: Env): Truth {
  return settled(value(c, e, env)) as Truth;
}

/** An expression, its choices still in it. */
export function value(c: SurfaceCase, e: Expr, env: Env): Choice {
  switch (e.kind) {
    case 'yes':
    case 'no':
      return just(e.kind === 'yes');
    case 'asOf':
      return just(c.run.asOf);
    case 'notYet':
      return just(notYet);
    case 'dateLiteral':
      return just(e.iso);
    case 'number':
      return just(unitsOfText(e.text));
    case 'string':
      return just(e.value);
    case 'duration':
      return just({
        months: e.unit === 'months' ? e.amount : e.unit === 'years' ? 12 * e.amount : 0,
        days: e.unit === 'days' ? e.amount : e.unit === 'weeks' ? 7 * e.amount : 0,
      });
    case 'path':
      return pathValue(c, e, env);
    case 'group':
      return value(c, e.of, env);
    case 'not':
      return just(not(truth(c, e.of, env)));
    case 'and':
      return just(and(e.of.map((one) => truth(c, one, env))));
    case 'or':
      return just(or(e.of.map((one) => truth(c, one, env))));
    case 'nOf': {
      const of = e.of.map((one) => truth(c, one, env));
      const n = e.quantity.kind === 'all' ? of.length : e.quantity.kind === 'any' ? 1 : e.quantity.n;
      return just(atLeast(n, of));
    }
    case 'quantified': {
      const { of, open } = overList(c, e.list, e.variable.text, env, (inner) => truth(c, e.of, inner));
      if (e.quantity.kind === 'every') return just(and(of, open));
      if (e.quantity.kind === 'none') return just(not(or(of, open)));
      return just(atLeast(e.quantity.kind === 'some' ? 1 : e.quantity.n, of, open));
    }
    case 'compare':
      return just(compare(e.op, value(c, e.left, env), value(c, e.right, env)));
    case 'oneOf': {
      const left = settled(value(c, e.left, env));
      const any = or(e.members.map((one) => same(left, settled(value(c, one, env)))));
      return just(e.negated ? not(any) : any);
    }
    case 'includes':
    case 'isExactly':
    case 'isEmpty':
      return just(setTest(c, e, env));
    case 'arithmetic':
      return arithmetic(c, e, env);
    case 'shift':
      return {
        kind: 'operation',
        left: value(c, e.date, env),
        right: value(c, e.duration, env),
        apply: (date, by) => shifted(date, by, e.direction === 'after' ? 1 : -1),
      };
    case 'extreme':
      return { kind: 'extreme', which: e.which, of: e.of.map((one) => value(c, one, env)) };
    case 'extremeIn': {
      const { of, open } = overList(c, e.list, e.variable.text, env, (inner) => value(c, e.of, inner));
      return { kind: 'extreme', which: e.which, of, list: open ? 'open' : 'complete' };
    }
    case 'case': {
      const branches = e.branches.map(({ when, then }) => ({
        when: truth(c, when, env),
        then: value(c, then, env),
      }));
      return {
        kind: 'case',
        branches,
        otherwise: e.otherwise === undefined ? branches.at(-1)!.then : value(c, e.otherwise, env),
      };
    }
    case 'byReading': {
      const chosen = c.run.readings.get(e.ambiguity.text);
      const branches = e.branches.map(({ reading, then }) => ({
        when: chosen === undefined ? undefined : reading.text === chosen,
        then: value(c, then, env),
      }));
      return { kind: 'case', branches, otherwise: branches.at(-1)!.then };
    }
    case 'hole':
      throw new Error('the text has errors');
    default:
      return assertNever(e);
  }
}

function compare(op: Extract<Expr, { kind: 'compare' }>['op'], left: Choice, right: Choice): Truth {
  switch (op) {
    case 'is':
      return same(settled(left), settled(right));
    case 'is not':
      return not(same(settled(left), settled(right)));
    case '<=':
      return notAbove(left, right);
    case '>=':
      return notAbove(right, left);
    case '<':
      return not(notAbove(right, left));
    case '>':
      return not(notAbove(left, right));
    default:
      return assertNever(op);
  }
}

function arithmetic(c: SurfaceCase, e: Extract<Expr, { kind: 'arithmetic' }>, env: Env): Choice {
  const apply = (a: Value, b: Value): Value => {
    if (typeof a === 'bigint' && typeof b === 'bigint') {
      return e.op === '*' ? (a * b) / unitsOfText('1') : e.op === '+' ? a + b : a - b;
    }
    // Of two numbers one is unknown, and so is the sum; or a duration is added to a date.
    return shifted(a, b, e.op === '-' ? -1 : 1);
  };
  return { kind: 'operation', left: value(c, e.left, env), right: value(c, e.right, env), apply };
}

/** The row of a table that fits. */
export function table(c: SurfaceCase, node: NonNullable<Define['table']>, env: Env): Choice {
  const branches = node.rows.map((row) => {
    const cells = row.cells.map((cell, i): Truth => {
      if (cell.kind === 'anyCell') return true;
      const input = value(c, node.inputs[i]!, env);
      return or(
        cell.values.map((one) => compare(one.op === '=' ? 'is' : one.op, input, value(c, one.value, env))),
      );
    });
    return { when: and(cells), then: value(c, row.value, env) };
  });
  // Some row holds: where one still may, nothing else can come of the table.
  const possible = branches.filter(({ when }) => when !== false);
  return { kind: 'case', branches, otherwise: (possible.at(-1) ?? branches.at(-1)!).then };
}

function setTest(
  c: SurfaceCase,
  e: Extract<Expr, { kind: 'includes' | 'isExactly' | 'isEmpty' }>,
  env: Env,
): Truth {
  const { holder, field } = locate(c, e.set, env);
  if (holder === undefined || field?.type?.kind !== 'setType') throw new Error('no set');
  const members = c.pack.enums.get(field.type.of.text) ?? [];
  const has = (member: string): Truth => inSet(holder, field, member);
  if (e.kind === 'isExactly')
    return and(
      members.map((one) =>
        same(
          has(one),
          e.members.some(({ text }) => text === one),
        ),
      ),
    );
  if (e.kind === 'isEmpty')
    return e.negated ? or(members.map(has)) : and(members.map((one) => not(has(one))));
  const member = value(c, e.member, env);
  const branches = members.map((one) => ({ when: same(settled(member), one), then: just(has(one)) }));
  return settled({ kind: 'case', branches, otherwise: branches.at(-1)!.then }) as Truth;
}

function overList<T>(
  c: SurfaceCase,
  list: Path,
  variable: string,
  env: Env,
  of: (inner: Env) => T,
): { readonly of: readonly T[]; readonly open: boolean } {
  const { holder, field } = locate(c, list, env);
  if (holder === undefined || field === undefined) throw new Error('no list');
  const { elements, open } = membersOf(c, holder, field);
  return { of: elements.map((element) => of(new Map([...env, [variable, element]]))), open };
}

/** A fact, a statement of the case or of an instance, or else a member of an enum. */
function pathValue(c: SurfaceCase, path: Path, env: Env): Choice {
  const { holder, field, instance, rest } = locate(c, path, env);
  if (holder !== undefined && field !== undefined) {
    return just(factValue(c, holder, field, (assumed) => settled(value(c, assumed, env))));
  }
  const [name = '', ...words] = rest;
  return c.pack.statements.has(name) ? c.refer(name, words, instance) : just(name);
}

/** Follows a path through variables and records, to a fact or as far as it goes. */
function locate(
  c: SurfaceCase,
  path: Path,
  env: Env,
): {
  readonly holder?: Instance;
  readonly field?: FactDecl;
  readonly instance?: Instance;
  readonly rest: readonly string[];
} {
  let rest = path.segments.map((one) => one.text);
  const variable = env.get(rest[0]!);
  let at = variable ?? c.theCase;
  if (variable !== undefined) rest = rest.slice(1);
  for (;;) {
    const [next = '', ...after] = rest;
    const field = fieldsOf(c, at.record).find((one) => one.name.text === next);
    if (field === undefined) return { ...(at.record === null ? {} : { instance: at }), rest };
    const record = recordOf(c, field);
    if (record === undefined || after.length === 0) return { holder: at, field, rest: after };
    at = recordIn(at, field, record);
    rest = after;
  }
}
