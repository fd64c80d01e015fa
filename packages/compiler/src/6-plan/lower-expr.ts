/** Expressions of the language to expressions of the core (`docs/semantics.md`, sections 2 and 3). */
import { assertNever } from './assert-never.ts';
import { le, lt } from './compare.ts';
import { type Context, dayOf, pathOf, planType, typeOf } from './context.ts';
import { parseDecimal, rescale } from './decimal.ts';
import {
  and,
  asOf,
  atLeast,
  type Branch,
  every,
  exclusiveCase,
  literal,
  mark,
  no,
  not,
  notYet,
  or,
  ref,
  some,
  yes,
} from './expr.ts';
import { aspectId, labelId } from './ids.ts';
import type { Expr, Literal } from './plan.ts';
import type { AstExpr, AstPath, AstType, Resolution } from './syntax.ts';

type Of<K extends AstExpr['kind']> = Extract<AstExpr, { kind: K }>;

/** Lowers a checked expression. Throws on what a program without errors cannot hold. */
export function lowerExpr(e: AstExpr, context: Context): Expr {
  switch (e.kind) {
    case 'yes':
      return yes;
    case 'no':
      return no;
    case 'asOf':
      return asOf;
    case 'notYet':
      return notYet;
    case 'dateLiteral':
      return literal({ kind: 'date', value: dayOf(e.iso) });
    case 'number':
      return lowerNumber(e, context);
    case 'string':
      return literal({ kind: 'text', value: e.value });
    case 'duration':
      return literal(durationOf(e));
    case 'path':
      return lowerPath(e, context);
    case 'group':
      return lowerExpr(e.of, context);
    case 'not':
      return not(lowerExpr(e.of, context));
    case 'and':
      return and(e.of.map((part) => lowerExpr(part, context)));
    case 'or':
      return or(e.of.map((part) => lowerExpr(part, context)));
    case 'nOf':
      return lowerNOf(e, context);
    case 'quantified':
      return lowerQuantified(e, context);
    case 'compare':
      return lowerCompare(e, context);
    case 'oneOf': {
      const any = or(e.members.map((member) => equal(e.left, member, context)));
      return e.negated ? not(any) : any;
    }
    case 'includes':
    case 'isExactly':
    case 'isEmpty':
      return lowerSet(e, context);
    case 'arithmetic':
      return lowerArithmetic(e, context);
    case 'shift':
      return {
        kind: 'addDuration',
        date: lowerExpr(e.date, context),
        duration: lowerExpr(e.duration, context),
        sign: e.direction === 'after' ? 1 : -1,
      };
    case 'extreme': {
      const of = e.of.map((part) => lowerExpr(part, context));
      const [only] = of;
      return only !== undefined && of.length === 1 ? only : { kind: 'extreme', which: e.which, of };
    }
    case 'extremeIn':
      return {
        kind: 'extremeIn',
        which: e.which,
        in: pathOf(factOf(e.list, context).at),
        as: e.variable.text,
        of: lowerExpr(e.of, context),
      };
    case 'case':
      return lowerCase(e, context);
    case 'byReading':
      return lowerByReading(e, context);
    case 'hole':
      throw new Error('a program with errors has no plan');
    default:
      return assertNever(e);
  }
}

function lowerNOf(e: Of<'nOf'>, context: Context): Expr {
  const of = e.of.map((part) => lowerExpr(part, context));
  switch (e.quantity.kind) {
    case 'all':
      return and(of);
    case 'any':
      return or(of);
    case 'atLeast':
      return atLeast(e.quantity.n, of);
    default:
      return assertNever(e.quantity);
  }
}

/** Lowers and, for a number, brings it to the places of `type`. */
export function lowerAs(e: AstExpr, type: AstType, context: Context): Expr {
  const own = typeOf(e, context);
  const lowered = lowerExpr(e, context);
  return type.kind === 'number' && own.kind === 'number'
    ? rescale(lowered, own.places, type.places)
    : lowered;
}

/** A number takes the places that the checker found it to have beside its neighbours. */
function lowerNumber(e: Of<'number'>, context: Context): Expr {
  const { value, places } = parseDecimal(e.text);
  const type = typeOf(e, context);
  return rescale(
    literal({ kind: 'number', value, places }),
    places,
    type.kind === 'number' ? type.places : places,
  );
}

/** A duration as whole months and days. */
export function durationOf(e: Of<'duration'>): Extract<Literal, { kind: 'duration' }> {
  switch (e.unit) {
    case 'days':
      return { kind: 'duration', months: 0, days: e.amount };
    case 'weeks':
      return { kind: 'duration', months: 0, days: 7 * e.amount };
    case 'months':
      return { kind: 'duration', months: e.amount, days: 0 };
    case 'years':
      return { kind: 'duration', months: 12 * e.amount, days: 0 };
    default:
      return assertNever(e.unit);
  }
}

/** What the binder found a path to stand for. */
export function resolve(path: AstPath, context: Context): Resolution {
  const resolution = context.program.resolutions.get(path);
  if (resolution === undefined) {
    throw new Error(`nobody resolved ${path.segments.map((s) => s.text).join('.')}`);
  }
  return resolution;
}

function factOf(path: AstPath, context: Context): Extract<Resolution, { kind: 'fact' }> {
  const resolution = resolve(path, context);
  if (resolution.kind !== 'fact') throw new Error(`a ${resolution.kind} stands where a fact should`);
  return resolution;
}

function lowerPath(path: AstPath, context: Context): Expr {
  const r = resolve(path, context);
  switch (r.kind) {
    case 'fact':
      return { kind: 'fact', at: pathOf(r.at), type: planType(r.type) };
    case 'enumMember':
      return literal({ kind: 'enum', name: r.enum, value: r.member });
    case 'definition':
      return ref(r.name, r.of && pathOf(r.of));
    case 'aspect':
      return ref(aspectId(r.rule, r.aspect), r.of && pathOf(r.of));
    case 'label':
      return ref(labelId(r.statement, r.labels), r.of && pathOf(r.of));
    case 'variable':
      throw new Error('a record instance is not a value');
    default:
      return assertNever(r);
  }
}

function lowerQuantified(e: Of<'quantified'>, context: Context): Expr {
  const list = pathOf(factOf(e.list, context).at);
  const as = e.variable.text;
  const of = lowerExpr(e.of, context);
  switch (e.quantity.kind) {
    case 'some':
      return some(list, as, of);
    case 'every':
      return every(list, as, of);
    case 'none':
      return not(some(list, as, of));
    case 'atLeast':
      return e.quantity.n <= 0 ? yes : { kind: 'atLeastIn', n: e.quantity.n, in: list, as, of };
    default:
      return assertNever(e.quantity);
  }
}

function lowerCompare(e: Of<'compare'>, context: Context): Expr {
  switch (e.op) {
    case 'is':
      return equal(e.left, e.right, context);
    case 'is not':
      return not(equal(e.left, e.right, context));
    case '<=':
      return ordered(le, e.left, e.right, context);
    case '<':
      return ordered(lt, e.left, e.right, context);
    case '>=':
      return ordered(le, e.right, e.left, context);
    case '>':
      return ordered(lt, e.right, e.left, context);
    default:
      return assertNever(e.op);
  }
}

/** `left <= right` or `left < right`, as `compare` says. */
export function ordered(compare: typeof le, left: AstExpr, right: AstExpr, context: Context): Expr {
  const { l, r, on } = operands(left, right, context);
  if (on !== 'date' && on !== 'number') throw new Error(`${on} has no order`);
  return compare(l, r, on, context);
}

/** `left = right`; a yes/no compared with a literal is itself or its negation. */
export function equal(left: AstExpr, right: AstExpr, context: Context): Expr {
  const { l, r, on } = operands(left, right, context);
  if (on === 'yesno') {
    if (r.kind === 'literal' && r.value.kind === 'yesno') return r.value.value ? l : not(l);
    if (l.kind === 'literal' && l.value.kind === 'yesno') return l.value.value ? r : not(r);
  }
  return { kind: 'eq', left: l, right: r, on };
}

/** Both sides, numbers at the same places. */
function operands(
  left: AstExpr,
  right: AstExpr,
  context: Context,
): { readonly l: Expr; readonly r: Expr; readonly on: 'yesno' | 'date' | 'number' | 'enum' | 'text' } {
  const lt = typeOf(left, context);
  const rt = typeOf(right, context);
  if (lt.kind === 'number' && rt.kind === 'number') {
    const type: AstType = { kind: 'number', places: Math.max(lt.places, rt.places) };
    return { l: lowerAs(left, type, context), r: lowerAs(right, type, context), on: 'number' };
  }
  switch (lt.kind) {
    case 'yesno':
    case 'date':
    case 'number':
    case 'enum':
    case 'text':
      return { l: lowerExpr(left, context), r: lowerExpr(right, context), on: lt.kind };
    default:
      throw new Error(`${lt.kind} cannot be compared`);
  }
}

function lowerSet(e: Of<'includes' | 'isExactly' | 'isEmpty'>, context: Context): Expr {
  const set = factOf(e.set, context);
  if (set.type.kind !== 'set') throw new Error(`${set.type.kind} has no members`);
  const enumName = set.type.of;
  const at = pathOf(set.at);
  const has = (member: string): Expr => ({ kind: 'has', at, member });
  const members = context.program.enums.get(enumName)?.members.map((m) => m.text) ?? [];
  switch (e.kind) {
    case 'includes': {
      const member = lowerExpr(e.member, context);
      if (member.kind === 'literal' && member.value.kind === 'enum') return has(member.value.value);
      return exclusiveCase(
        members.map((value): Branch => {
          const one = literal({ kind: 'enum', name: enumName, value });
          return { when: { kind: 'eq', left: member, right: one, on: 'enum' }, then: has(value) };
        }),
      );
    }
    case 'isExactly': {
      const wanted = new Set(e.members.map((m) => m.text));
      return and(members.map((m) => (wanted.has(m) ? has(m) : not(has(m)))));
    }
    case 'isEmpty':
      return e.negated ? or(members.map(has)) : and(members.map((m) => not(has(m))));
    default:
      return assertNever(e);
  }
}

function lowerArithmetic(e: Of<'arithmetic'>, context: Context): Expr {
  const type = typeOf(e, context);
  if (e.op === '*') {
    const [factor, of] = e.left.kind === 'number' ? [e.left, e.right] : [e.right, e.left];
    const inner = typeOf(of, context);
    if (factor.kind !== 'number' || type.kind !== 'number' || inner.kind !== 'number') {
      throw new Error('only a number multiplies, and only a number');
    }
    const { value, places } = parseDecimal(factor.text);
    const product: Expr = { kind: 'scale', by: value, of: lowerExpr(of, context) };
    return rescale(product, places + inner.places, type.places);
  }
  if (type.kind === 'date') {
    const leftIsDate = typeOf(e.left, context).kind === 'date';
    const [date, duration] = leftIsDate ? [e.left, e.right] : [e.right, e.left];
    return {
      kind: 'addDuration',
      date: lowerExpr(date, context),
      duration: lowerExpr(duration, context),
      sign: e.op === '+' ? 1 : -1,
    };
  }
  const left = lowerAs(e.left, type, context);
  const right = lowerAs(e.right, type, context);
  return { kind: 'sum', left, right: e.op === '+' ? right : { kind: 'scale', by: -1, of: right } };
}

function lowerCase(e: Of<'case'>, context: Context): Expr {
  const type = typeOf(e, context);
  const branches = e.branches.map(
    (b): Branch => ({ when: lowerExpr(b.when, context), then: lowerAs(b.then, type, context) }),
  );
  const last = branches.at(-1);
  // Without `otherwise` the checker has found the guards exhaustive: the last branch then also stands at the end.
  const otherwise = e.otherwise === undefined ? last?.then : lowerAs(e.otherwise, type, context);
  if (otherwise === undefined) throw new Error('an empty case');
  return branches.length === 0 ? otherwise : { kind: 'case', branches, otherwise };
}

function lowerByReading(e: Of<'byReading'>, context: Context): Expr {
  const type = typeOf(e, context);
  const ambiguity = e.ambiguity.text;
  const declared = context.program.ambiguities.get(ambiguity)?.readings ?? [];
  return exclusiveCase(
    e.branches.map((b): Branch => {
      const reading = b.reading.text;
      const cites = declared.find((r) => r.name.text === reading)?.cites ?? [];
      const m = {
        kind: 'reading',
        label: `${ambiguity}.${reading}`,
        cites: context.cites.indexes(cites),
      } as const;
      return { when: { kind: 'reading', ambiguity, reading }, then: mark(m, lowerAs(b.then, type, context)) };
    }),
  );
}
