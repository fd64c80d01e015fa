/** Expressions on complete facts: two values, so that conditions are plain `&&`, `||` and `<=`. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { Expr, Literal, Path } from '../../6-plan/plan.ts';
import { possibleSum } from './decide-case.ts';
import { cheapestFirst } from './decide-order.ts';
import { alone, type Bound } from './decide-env.ts';
import type { DecideModule, Env } from './decide-module.ts';
import {
  allOf,
  anyOf,
  atom,
  binary,
  bracket,
  call,
  chain,
  type Js,
  jsFalse,
  jsTrue,
  negate,
  prec,
  ternary,
} from './js.ts';
import { elementRecord, fieldsAlong } from './slice.ts';
import { group, indent, line, marked } from './layout.ts';
import type { Of } from './parts.ts';
import { member, quote } from './spelling.ts';
import { cast, typed } from './erasable.ts';

/** The value of an expression on complete facts. */
export function decideExpr(e: Expr, env: Env): Js {
  switch (e.kind) {
    case 'literal':
      return literalOf(e.value, env);
    case 'fact':
      return factOf(e, env);
    case 'has': {
      const set = pathOf(e.at, env);
      if (set === undefined) return jsFalse;
      const has = atom([set.doc, set.optional ? '?.' : '.', `includes(${quote(e.member)})`]);
      return set.optional ? binary(has, '===', jsTrue, prec.equality) : has;
    }
    case 'asOf':
      return asOfOf(env);
    case 'ref':
      return refOf(e, env);
    case 'reading':
      return readingOf(e, env);
    case 'not':
      return negate(decideExpr(e.of, env));
    case 'atLeast':
      return atLeastOf(e, env);
    case 'atLeastIn':
      return atLeastInOf(e, env);
    case 'le':
      return compareOf(e.left, '<=', e.right, env);
    case 'eq':
      return compareOf(e.left, '===', e.right, env);
    case 'sum':
      return chain('+', prec.sum, [decideExpr(e.left, env), decideExpr(e.right, env)]);
    case 'scale': {
      const product = chain('*', prec.product, [atom(String(e.by)), decideExpr(e.of, env)]);
      // A factor that is not positive can make -0, which is no number of the language.
      return e.by > 0 ? product : chain('+', prec.sum, [product, atom('0')]);
    }
    case 'addDuration': {
      const sum = sumOf(e, env);
      const name = env.sums.get(marked(sum.doc));
      if (name === undefined) return sum;
      env.module.types.add('Day');
      env.uses.set(name, possibleSum);
      return atom(group(`(${name} ??=`, indent(line, sum.doc), ')'));
    }
    case 'extreme': {
      const operands = e.of.map((operand) => decideExpr(operand, env));
      const [only] = operands;
      if (only === undefined) return infinity(e.which === 'earliest' ? 'notYet' : 'beforeAll', env);
      if (operands.length === 1) return only;
      env.module.types.add('Day');
      const least = call(e.which === 'earliest' ? 'Math.min' : 'Math.max', operands);
      return { doc: [least.doc, cast('', 'Day')], prec: prec.ternary };
    }
    case 'extremeIn':
      return extremeInOf(e, env);
    case 'case':
      return e.branches.reduceRight<Js>(
        (rest, branch) => choice(decideExpr(branch.when, env), decideExpr(branch.then, env), rest),
        decideExpr(e.otherwise, env),
      );
    case 'inForce':
      return inForceOf(e, env);
    case 'mark':
      return decideExpr(e.of, env);
    default:
      return assertNever(e);
  }
}

/** A date some time later or earlier; of a stated duration the runtime need not be told what is nothing in it. */
function sumOf(e: Of<'addDuration'>, env: Env): Js {
  const { duration, sign } = e;
  const date = decideExpr(e.date, env);
  const stated =
    duration.kind === 'literal' && duration.value.kind === 'duration' ? duration.value : undefined;
  if (stated !== undefined && (stated.days === 0 || stated.months === 0)) {
    const [name, count] = stated.months > 0 ? ['addMonths', stated.months] : ['addDays', stated.days];
    env.module.imports.add(name);
    return call(name, [date, atom(String(count === 0 ? 0 : sign * count))]);
  }
  env.module.imports.add('addDuration');
  return call('addDuration', [date, decideExpr(duration, env), ...(sign === -1 ? [atom('-1')] : [])]);
}

/** A choice between yes/no values is a condition, not a ternary; one between the same values is none. */
function choice(test: Js, then: Js, otherwise: Js): Js {
  if (marked(then.doc) === marked(otherwise.doc)) return then;
  if (then.constant === true) return anyOf([test, otherwise]);
  if (otherwise.constant === false) return allOf([test, then]);
  if (then.constant === false) return allOf([negate(test), otherwise]);
  if (otherwise.constant === true) return anyOf([negate(test), then]);
  return ternary(test, then, otherwise);
}

function literalOf(value: Literal, env: Env): Js {
  switch (value.kind) {
    case 'yesno':
      return value.value ? jsTrue : jsFalse;
    case 'number':
      return value.value < 0 ? { doc: String(value.value), prec: prec.unary } : atom(String(value.value));
    case 'date':
      return atom(env.module.day(value.value));
    case 'beforeAll':
    case 'notYet':
      return infinity(value.kind, env);
    case 'duration':
      return atom(env.module.duration(value.months, value.days));
    case 'enum':
    case 'text':
    case 'status':
      return atom(quote(value.value));
    default:
      return assertNever(value);
  }
}

function infinity(name: 'notYet' | 'beforeAll', env: Env): Js {
  env.module.imports.add(name);
  return atom(name);
}

function asOfOf(env: Env): Js {
  env.module.types.add('Day');
  env.uses.set('asOf', 'Day');
  return atom('asOf');
}

/** A path from a variable or from `facts`; undefined where the slice does not hold it. */
export function pathOf(path: Path, env: Env): (Bound & { readonly optional: boolean }) | undefined {
  const along = fieldsAlong(env.module.slice, env.scope, path);
  if (along === undefined) return undefined;
  const start = path.base === null ? env.module.facts() : env.names.get(path.base);
  if (start === undefined) throw new Error(`the plan uses an unbound variable ${path.base}`);
  env.uses.set(start.root, start.rootType);
  let { doc } = start;
  let optional = false;
  for (const field of along) {
    doc += optional ? `?.${field.name}` : member(field.name);
    optional ||= field.onlyIf !== undefined;
  }
  return { ...start, doc, optional };
}

function factOf(e: Of<'fact'>, env: Env): Js {
  const path = pathOf(e.at, env);
  if (path === undefined) throw new Error(`the goal's facts lack \`${e.at.path.join('.')}\``);
  if (!path.optional) return atom(path.doc);
  // Where its condition is no the fact is not there, and whatever stands for it is without effect.
  if (e.type.kind === 'yesno') return binary(atom(path.doc), '===', jsTrue, prec.equality);
  return { doc: cast(path.doc, env.module.typeOf(e.type)), prec: prec.ternary };
}

function readingOf(e: Of<'reading'>, env: Env): Js {
  const ambiguity = env.module.slice.plan.ambiguities.find(({ name }) => name === e.ambiguity);
  if (ambiguity === undefined) throw new Error(`the plan has no ambiguity \`${e.ambiguity}\``);
  const taken = ambiguity.default === e.reading;
  if (env.readings === 'default') return taken ? jsTrue : jsFalse;
  env.uses.set('readings', env.module.types_.readings);
  const read = binary(atom(`readings${member(e.ambiguity)}`), '??', atom(quote(ambiguity.default)), prec.or);
  return binary(
    { doc: ['(', read.doc, ')'], prec: prec.primary },
    '===',
    atom(quote(e.reading)),
    prec.equality,
  );
}

function atLeastOf(e: Of<'atLeast'>, env: Env): Js {
  if (e.n <= 0) return jsTrue;
  if (e.n > e.of.length) return jsFalse;
  const inTurn = e.n === e.of.length || e.n === 1;
  const asked = inTurn ? cheapestFirst(e.of, env) : e.of;
  const operands = asked.map((operand) => decideExpr(operand, env));
  if (e.n === e.of.length) return allOf(operands);
  if (e.n === 1) return anyOf(operands);
  const counts = operands.map((operand) => call('Number', [operand]));
  return binary(chain('+', prec.sum, counts), '>=', atom(String(e.n)), prec.relation);
}

function compareOf(left: Expr, operator: string, right: Expr, env: Env): Js {
  const level = operator === '<=' ? prec.relation : prec.equality;
  return binary(decideExpr(left, env), operator, decideExpr(right, env), level);
}

function inForceOf(e: Of<'inForce'>, env: Env): Js {
  const bounds: Js[] = [];
  const on = decideExpr(e.on, env);
  if (e.from !== null) bounds.push(binary(atom(env.module.day(e.from)), '<=', on, prec.relation));
  if (e.ceasing !== null) bounds.push(binary(on, '<', atom(env.module.day(e.ceasing)), prec.relation));
  return allOf(bounds);
}

function refOf(e: Of<'ref'>, env: Env): Js {
  const definition = env.module.slice.definition(e.id);
  if (definition.param === undefined || e.of === undefined) return env.module.plainRef(definition, env);
  const path = pathOf(e.of, env);
  if (path === undefined) throw new Error(`the goal's facts lack \`${e.of.path.join('.')}\``);
  return env.module.functionRef(definition, path, env);
}

function atLeastInOf(e: Of<'atLeastIn'>, env: Env): Js {
  if (e.n <= 0) return jsTrue;
  return overList(e, env, (inner, list, name) => ({
    wanted: `${e.n === 1 ? 'any' : `atLeast${e.n}`}${upper(e.as)}`,
    type: 'boolean',
    start: e.n === 1 ? [] : ['let count = 0;'],
    step:
      e.n === 1
        ? ['if (', inner.doc, ') return true;']
        : ['if (', bracket(inner, prec.and), ` && ++count === ${e.n}) return true;`],
    end: 'return false;',
    list,
    name,
  }));
}

function extremeInOf(e: Of<'extremeIn'>, env: Env): Js {
  const start = e.which === 'earliest' ? 'notYet' : 'beforeAll';
  env.module.imports.add(start);
  env.module.types.add('Day');
  return overList(e, env, (inner, list, name) => ({
    wanted: `${e.which}${upper(e.as)}`,
    type: 'Day',
    start: [`let ${typed(e.which, 'Day')} = ${start};`],
    step: [
      `${e.which} = Math.${e.which === 'earliest' ? 'min' : 'max'}(${e.which}, `,
      inner.doc,
      `${cast(')', 'Day')};`,
    ],
    end: `return ${e.which};`,
    list,
    name,
  }));
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Loop = Parameters<DecideModule['loop']>[0];

/** A quantifier is a function with a loop; what it uses from outside are its parameters. */
function overList(
  e: Of<'atLeastIn'> | Of<'extremeIn'>,
  env: Env,
  build: (inner: Js, list: string, name: string) => Omit<Loop, 'uses'>,
): Js {
  const record = elementRecord(env.module.slice, env.scope, e.in);
  if (record === undefined) throw new Error(`the goal's facts lack the list \`${e.in.path.join('.')}\``);
  const uses = new Map<string, string>();
  const name = env.module.variable(e.as, env.names);
  const bound: Bound = { doc: name, root: name, rootType: env.module.types_.record(record) };
  const scope = new Map([...env.scope, [e.as, record]]);
  const inner = alone({ ...env, scope, names: new Map([...env.names, [e.as, bound]]) }, uses);
  const list = pathOf(e.in, inner);
  const body = decideExpr(e.of, inner);
  const called = env.module.loop({
    ...build(body, list?.optional === true ? `${list.doc} ?? []` : (list?.doc ?? '[]'), name),
    uses,
  });
  uses.delete(name);
  for (const [used, type] of uses) env.uses.set(used, type);
  return called;
}
