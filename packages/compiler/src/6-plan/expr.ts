/**
 * Constructors of core expressions. They keep trees small without changing a value or a trace: nested conjunctions and
 * disjunctions of the same kind are flattened, single operands stand alone, neutral operands and double negations go.
 * An absorbing operand (`no and a`) stays, because `a` may be a reason.
 */
import { assertNever } from './assert-never.ts';
import type { Expr, Literal, Mark, Path } from './plan.ts';

type Case = Extract<Expr, { kind: 'case' }>;
/** One branch of a `case`. */
export type Branch = Case['branches'][number];

export function literal(value: Literal): Expr {
  return { kind: 'literal', value };
}

export const yes: Expr = { kind: 'literal', value: { kind: 'yesno', value: true } };
export const no: Expr = { kind: 'literal', value: { kind: 'yesno', value: false } };
export const asOf: Expr = { kind: 'asOf' };
export const notYet: Expr = { kind: 'literal', value: { kind: 'notYet' } };

function isYesno(e: Expr, value: boolean): boolean {
  return e.kind === 'literal' && e.value.kind === 'yesno' && e.value.value === value;
}

/** All of these: the `atLeast` whose n is the number of its operands. */
export function and(operands: readonly Expr[]): Expr {
  const flat = operands.flatMap((e) =>
    e.kind === 'atLeast' && e.n === e.of.length ? e.of : isYesno(e, true) ? [] : [e],
  );
  const [first] = flat;
  if (first === undefined) return yes;
  return flat.length === 1 ? first : { kind: 'atLeast', n: flat.length, of: flat };
}

/** Any of these: the `atLeast 1`. */
export function or(operands: readonly Expr[]): Expr {
  const flat = operands.flatMap((e) =>
    e.kind === 'atLeast' && e.n === 1 ? e.of : isYesno(e, false) ? [] : [e],
  );
  const [first] = flat;
  if (first === undefined) return no;
  return flat.length === 1 ? first : { kind: 'atLeast', n: 1, of: flat };
}

/** At least `n` of these; `n` outside 1 … length is settled by its meaning. */
export function atLeast(n: number, operands: readonly Expr[]): Expr {
  if (n <= 0) return yes;
  if (n > operands.length) return no;
  if (n === 1) return or(operands);
  if (n === operands.length) return and(operands);
  return { kind: 'atLeast', n, of: operands };
}

export function not(e: Expr): Expr {
  if (e.kind === 'not') return e.of;
  if (isYesno(e, true)) return no;
  if (isYesno(e, false)) return yes;
  return { kind: 'not', of: e };
}

export function mark(m: Mark, of: Expr): Expr {
  return { kind: 'mark', mark: m, of };
}

export function ref(id: string, of?: Path): Expr {
  return of === undefined ? { kind: 'ref', id } : { kind: 'ref', id, of };
}

/** A case of which exactly one guard holds; for totality the last branch stands again as `otherwise`. */
export function exclusiveCase(branches: readonly Branch[]): Expr {
  const last = branches.at(-1);
  if (last === undefined) throw new Error('an exclusive case has no branch');
  return branches.length === 1
    ? last.then
    : { kind: 'case', branches, otherwise: last.then, exclusive: true };
}

/** Some element satisfies `of`. */
export function some(list: Path, as: string, of: Expr): Expr {
  return { kind: 'atLeastIn', n: 1, in: list, as, of };
}

/** Every element satisfies `of`. */
export function every(list: Path, as: string, of: Expr): Expr {
  return not(some(list, as, not(of)));
}

/** The same tree with each direct child replaced. Order of visits is the order of the parts. */
export function mapChildren(e: Expr, f: (child: Expr) => Expr): Expr {
  switch (e.kind) {
    case 'literal':
    case 'fact':
    case 'has':
    case 'asOf':
    case 'ref':
    case 'reading':
      return e;
    case 'not':
    case 'scale':
    case 'atLeastIn':
    case 'extremeIn':
    case 'mark':
      return { ...e, of: f(e.of) };
    case 'atLeast':
    case 'extreme':
      return { ...e, of: e.of.map(f) };
    case 'le':
    case 'eq':
    case 'sum':
      return { ...e, left: f(e.left), right: f(e.right) };
    case 'addDuration':
      return { ...e, date: f(e.date), duration: f(e.duration) };
    case 'case':
      return {
        ...e,
        branches: e.branches.map((b) => ({ when: f(b.when), then: f(b.then) })),
        otherwise: f(e.otherwise),
      };
    case 'inForce':
      return { ...e, on: f(e.on) };
    default:
      return assertNever(e);
  }
}

/** The direct children, in order. */
export function children(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'literal':
    case 'fact':
    case 'has':
    case 'asOf':
    case 'ref':
    case 'reading':
      return [];
    case 'not':
    case 'scale':
    case 'atLeastIn':
    case 'extremeIn':
    case 'mark':
      return [e.of];
    case 'atLeast':
    case 'extreme':
      return e.of;
    case 'le':
    case 'eq':
    case 'sum':
      return [e.left, e.right];
    case 'addDuration':
      return [e.date, e.duration];
    case 'case':
      return [...e.branches.flatMap((b) => [b.when, b.then]), e.otherwise];
    case 'inForce':
      return [e.on];
    default:
      return assertNever(e);
  }
}

/** An expression and all its parts, outermost first. */
export function* subexpressions(e: Expr): Generator<Expr> {
  yield e;
  for (const child of children(e)) yield* subexpressions(child);
}

/** An expression without the marks around it. */
export function unmarked(e: Expr): Expr {
  return e.kind === 'mark' ? unmarked(e.of) : e;
}

/** Does this hold of the expression or of any part of it? */
export function anyPart(e: Expr, test: (part: Expr) => boolean): boolean {
  return test(e) || children(e).some((child) => anyPart(child, test));
}
