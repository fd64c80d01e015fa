/** What each kind of expression can be changed into by one small edit. */
import { and, atLeast, type Expr, type Literal, mapChildren, not, or } from '@proviso/compiler/plan';
import type { OperatorName } from './operators.ts';

/** One way to change an expression. `before` and `after` are what a reader is shown of it; no `after` where something is left out. */
export interface Alternative {
  readonly operator: OperatorName;
  readonly to: Expr;
  readonly before: Expr;
  readonly after?: Expr;
}

/** Where an expression stands, as far as its edits depend on it. */
export interface Standing {
  /** Directly under a `not`. */
  readonly negated: boolean;
  /** Within the guard of a table's row: only bounds are edited there, so that a row still follows on its neighbour. */
  readonly inRow: boolean;
  /** The whole of what an aspect of a rule comes to: what stands there without words of the author is no text to edit. */
  readonly whole: boolean;
  /** The members of the enum of the set or literal at hand. */
  readonly membersOf: (expr: Expr) => readonly string[];
  /** Whether the definition of this id is a condition. */
  readonly isYesno: (id: string) => boolean;
}

/** The alternatives to what the language spells out and an author wrote as one: it is negated; a comparison takes equality in, or leaves it out. */
export function alternativesToUnit(
  expr: Expr,
  kind: 'set' | 'date',
  negated: boolean,
): readonly Alternative[] {
  const others: readonly (readonly [OperatorName, Expr])[] = [
    ...(kind === 'date' && !negated ? [['comparison', strict(expr)] as const] : []),
    ...(negated ? [] : [['negation', not(expr)] as const]),
  ];
  return others.map(([operator, to]) => ({ operator, to, before: expr, after: to }));
}

/** Every `<=` in a comparison spelled out as `<`. */
function strict(expr: Expr): Expr {
  return expr.kind === 'le'
    ? not({ ...expr, left: expr.right, right: expr.left })
    : mapChildren(expr, (child) => (comparesIn(child) ? strict(child) : child));
}

function comparesIn(expr: Expr): boolean {
  return expr.kind === 'le' || expr.kind === 'atLeast' || expr.kind === 'case' || expr.kind === 'mark';
}

/** Every alternative to this expression as a whole; those to its parts are theirs. */
export function alternativesTo(expr: Expr, standing: Standing): readonly Alternative[] {
  const { negated, inRow } = standing;
  const replaced = (operator: OperatorName, to: Expr): Alternative => ({
    operator,
    to,
    before: expr,
    after: to,
  });
  const own = ownAlternatives(expr, standing, replaced);
  if (inRow) return own.filter(({ operator }) => boundOperators.has(operator));
  return negated || !canBeNegated(expr, standing) ? own : [...own, replaced('negation', not(expr))];
}

const boundOperators: ReadonlySet<OperatorName> = new Set(['comparison', 'constant', 'date']);

function ownAlternatives(
  expr: Expr,
  { negated, membersOf }: Standing,
  replaced: (operator: OperatorName, to: Expr) => Alternative,
): readonly Alternative[] {
  switch (expr.kind) {
    case 'literal':
      return otherLiterals(expr.value, membersOf(expr)).map(([operator, value]) =>
        replaced(operator, { kind: 'literal', value }),
      );
    case 'has':
      return nextOf(membersOf(expr), expr.member).map((member) => replaced('enum', { ...expr, member }));
    case 'not':
      return alternativesToNegation(expr.of, replaced);
    case 'atLeast':
      return [...withoutOne(expr), ...otherCounts(expr, replaced)];
    case 'atLeastIn':
      if (expr.n > 1) return [expr.n - 1, expr.n + 1].map((n) => replaced('count', { ...expr, n }));
      return negated ? [] : [replaced('quantifier', not({ ...expr, of: not(expr.of) }))];
    case 'le':
      // Under a `not` it is the strict comparison the other way round, which the `not` stands for.
      return negated ? [] : [replaced('comparison', not({ ...expr, left: expr.right, right: expr.left }))];
    case 'scale':
      return [expr.by - 1, expr.by + 1]
        .filter((by) => by !== 0)
        .map((by) => replaced('constant', { ...expr, by }));
    case 'addDuration':
      return [replaced('direction', { ...expr, sign: expr.sign === 1 ? -1 : 1 })];
    case 'extreme':
    case 'extremeIn':
      return [replaced('extreme', { ...expr, which: expr.which === 'earliest' ? 'latest' : 'earliest' })];
    case 'case':
      return otherBranches(expr);
    case 'inForce': {
      const { from, ceasing } = expr;
      return [-1, 1].flatMap((days) => [
        ...(from === null ? [] : [replaced('date', { ...expr, from: from + days })]),
        ...(ceasing === null ? [] : [replaced('date', { ...expr, ceasing: ceasing + days })]),
      ]);
    }
    default:
      return [];
  }
}

/** `not` left out; a strict comparison that takes in equality; `every` as `some`. */
function alternativesToNegation(
  of: Expr,
  replaced: (operator: OperatorName, to: Expr) => Alternative,
): readonly Alternative[] {
  // What is not an exception to a statement reads "except", which leaving out is another operator's.
  if (isException(of)) return [];
  const bare = replaced('negation', of);
  if (of.kind === 'le') return [bare, replaced('comparison', { ...of, left: of.right, right: of.left })];
  if (of.kind === 'atLeastIn' && of.n === 1 && of.of.kind === 'not')
    return [bare, replaced('quantifier', { ...of, of: of.of.of })];
  return [bare];
}

function canBeNegated(expr: Expr, { whole, isYesno }: Standing): boolean {
  switch (expr.kind) {
    case 'fact':
      return expr.type.kind === 'yesno';
    case 'literal':
      return false;
    case 'has':
    case 'eq':
    case 'le':
    case 'atLeastIn':
    case 'reading':
      return true;
    case 'ref':
      return isYesno(expr.id);
    case 'atLeast':
      // Limbs, requirements and exceptions are put together by the statement, not by words of the author.
      return !whole && !expr.of.some((operand) => operand.kind === 'mark' || isExceptionTo(operand));
    default:
      return false;
  }
}

/** One operand left out, each in turn. */
function withoutOne(expr: Extract<Expr, { kind: 'atLeast' }>): readonly Alternative[] {
  return expr.of.flatMap((operand, i): readonly Alternative[] => {
    const rest = expr.of.filter((_, k) => k !== i);
    const isExcepted = isException(operand) || isExceptionTo(operand);
    // Several exceptions to one statement are left out one by one, and so are its limbs beside what it requires.
    if (isExceptionTo(operand) && operand.kind === 'not' && operand.of.kind === 'atLeast') return [];
    if (operand.kind === 'atLeast' && operand.of.every(({ kind }) => kind === 'mark')) return [];
    const to = expr.n === expr.of.length ? and(rest) : expr.n === 1 ? or(rest) : atLeast(expr.n, rest);
    return [{ operator: isExcepted ? 'exception' : 'limb', to, before: operand }];
  });
}

/** `and` as `or` and the reverse; one more or one fewer of a number. Exceptions stay exceptions. */
function otherCounts(
  expr: Extract<Expr, { kind: 'atLeast' }>,
  replaced: (operator: OperatorName, to: Expr) => Alternative,
): readonly Alternative[] {
  if (expr.of.some(isException)) return [];
  if (expr.n === expr.of.length) {
    const conditions = expr.of.filter((operand) => !isExceptionTo(operand));
    if (conditions.length < 2) return [];
    const any = or(conditions);
    const to = and([any, ...expr.of.filter(isExceptionTo)]);
    return [{ operator: 'and-or', to, before: and(conditions), after: any }];
  }
  if (expr.n === 1) return [replaced('and-or', and(expr.of))];
  return [expr.n - 1, expr.n + 1].map((n) => replaced('count', atLeast(n, expr.of)));
}

/** An exception, or several of which any is enough. */
function isException(expr: Expr): boolean {
  if (expr.kind === 'mark') return expr.mark.kind === 'exception' || expr.mark.kind === 'despite';
  return expr.kind === 'atLeast' && expr.n === 1 && expr.of.some(isException);
}

function isExceptionTo(expr: Expr): boolean {
  return expr.kind === 'not' && isException(expr.of);
}

function otherBranches(expr: Extract<Expr, { kind: 'case' }>): readonly Alternative[] {
  const { branches } = expr;
  const last = branches.at(-1);
  // For totality the last branch stands again as `otherwise`; then it changes with it.
  const isTwice = last !== undefined && JSON.stringify(last.then) === JSON.stringify(expr.otherwise);
  const withBranches = (others: typeof branches): Expr => {
    const end = others.at(-1);
    if (end === undefined) return expr.otherwise;
    return { ...expr, branches: others, ...(isTwice ? { otherwise: end.then } : {}) };
  };
  const withoutBranch = (i: number): Expr => {
    const to = withBranches(branches.filter((_, k) => k !== i));
    if (to.kind !== 'case') return to;
    // Without a row a table leaves something out.
    const { exclusive: _, ...open } = to;
    return open;
  };
  const swapped = branches.slice(0, -1).map((branch, i): Alternative => {
    const next = branches[i + 1] ?? branch;
    const to = withBranches(
      branches.map(({ when, then }, k) =>
        k === i ? { when, then: next.then } : k === i + 1 ? { when, then: branch.then } : { when, then },
      ),
    );
    return { operator: 'branch', to, before: branch.then, after: next.then };
  });
  const dropped =
    isTwice && branches.length === 1
      ? []
      : branches.map(
          (branch, i): Alternative => ({
            operator: 'branch',
            to: withoutBranch(i),
            before: { ...expr, branches: [branch] },
          }),
        );
  const isLaw = branches.some(({ when }) => when.kind === 'inForce');
  const ends =
    isTwice || isLaw || last === undefined
      ? []
      : [
          {
            operator: 'branch' as const,
            to: {
              ...expr,
              branches: [...branches.slice(0, -1), { when: last.when, then: expr.otherwise }],
              otherwise: last.then,
            },
            before: last.then,
            after: expr.otherwise,
          },
        ];
  return [...swapped, ...ends, ...dropped];
}

function otherLiterals(
  value: Literal,
  members: readonly string[],
): readonly (readonly [OperatorName, Literal])[] {
  switch (value.kind) {
    case 'yesno':
      return [['negation', { ...value, value: !value.value }]];
    case 'number':
      return [-1, 1].map((unit) => ['constant', { ...value, value: value.value + unit }] as const);
    case 'date':
      return [-1, 1].map((day) => ['date', { ...value, value: value.value + day }] as const);
    case 'duration': {
      const { months, days } = value;
      const less = days > 0 ? { months, days: days - 1 } : { months: months - 1, days };
      const others = [less, { months, days: days + 1 }].filter((each) => each.months >= 0);
      return others.map((each) => ['constant', { kind: 'duration', ...each }] as const);
    }
    case 'enum':
      return nextOf(members, value.value).map((next) => ['enum', { ...value, value: next }] as const);
    default:
      return [];
  }
}

/** The member after this one, after the last the first; none where it is the only one. */
function nextOf(members: readonly string[], member: string): readonly string[] {
  const next = members[(members.indexOf(member) + 1) % members.length];
  return next === undefined || next === member ? [] : [next];
}
