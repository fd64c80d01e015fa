/**
 * What the language spells out in a plan, and an author wrote as one: a set asked for every member (`is empty`, `is exactly
 * { … }`), and a comparison with a named date that is an `earliest`, a `latest` or a `case` (section 3 of
 * `docs/semantics.md`). Edits of a part of it are no edits of the text.
 */
import type { Expr, Plan } from '@proviso/compiler/plan';

type AtLeast = Extract<Expr, { kind: 'atLeast' }>;

/** What the expressions of one plan spell out. */
export interface Units {
  /** What this expression as a whole spells out, if it does. */
  readonly kindOf: (expr: Expr, membersOf: (expr: Expr) => readonly string[]) => 'set' | 'date' | undefined;
  /** The same conjunction or disjunction, with what is spelled out as one operand. */
  readonly asWritten: (expr: AtLeast, membersOf: (expr: Expr) => readonly string[]) => AtLeast;
}

/** Prepares a plan. */
export function unitsOf({ definitions }: Pick<Plan, 'definitions'>): Units {
  const choices = namedChoices(definitions);
  const isDate = (expr: Expr): boolean => {
    const shape = comparedShape(expr, 'left') ?? comparedShape(expr, 'right');
    return shape !== undefined && choices.has(shape.text);
  };
  const isSet = (expr: Expr, membersOf: (expr: Expr) => readonly string[]): boolean => {
    if (expr.kind !== 'atLeast') return false;
    const asked = expr.of.map(hasIn);
    const [first] = asked;
    if (first === undefined || asked.some((has) => JSON.stringify(has?.at) !== JSON.stringify(first.at)))
      return false;
    const members = new Set(asked.map((has) => has?.member));
    return members.size > 1 && members.size === membersOf(first).length;
  };
  const kindOf: Units['kindOf'] = (expr, membersOf) =>
    isSet(expr, membersOf) ? 'set' : isDate(expr) ? 'date' : undefined;
  return {
    kindOf,
    asWritten: (expr, membersOf) => {
      const isAll = expr.n === expr.of.length;
      if ((expr.n !== 1 && !isAll) || kindOf(expr, membersOf) !== undefined) return expr;
      const joined = (of: readonly Expr[]): Expr => ({ kind: 'atLeast', n: isAll ? of.length : 1, of });
      const of: Expr[] = [];
      for (let from = 0; from < expr.of.length; ) {
        const run = longestRun(expr.of, from, (some) => kindOf(joined(some), membersOf) !== undefined);
        of.push(run.length > 1 ? joined(run) : (expr.of[from] as Expr));
        from += run.length;
      }
      return { ...expr, n: isAll ? of.length : 1, of };
    },
  };
}

/** The longest run of operands from this one on that is a unit; the operand alone where there is none. */
function longestRun(
  of: readonly Expr[],
  from: number,
  isUnit: (run: readonly Expr[]) => boolean,
): readonly Expr[] {
  const first = of.slice(from, from + 1);
  // Only comparisons and questions about sets are spelled out.
  const rest = of.slice(from).findIndex((each) => !canBePart(each));
  const end = rest < 0 ? of.length : from + rest;
  for (let to = end; to > from + 1; to -= 1) {
    const run = of.slice(from, to);
    if (isUnit(run)) return run;
  }
  return first;
}

function canBePart(expr: Expr): boolean {
  return expr.kind === 'le' || expr.kind === 'case' || expr.kind === 'atLeast' || hasIn(expr) !== undefined;
}

function hasIn(expr: Expr): Extract<Expr, { kind: 'has' }> | undefined {
  if (expr.kind === 'has') return expr;
  return expr.kind === 'not' && expr.of.kind === 'has' ? expr.of : undefined;
}

/** The shapes of the dates that a statement names and that leave a choice. */
function namedChoices(definitions: Plan['definitions']): ReadonlySet<string> {
  const dates = new Map<string, string>();
  for (const { id, type, expr, visible } of definitions) {
    if (type.kind !== 'date' || !visible) continue;
    const shape = dateShape(expr, dates);
    if (shape.isChoice) dates.set(id, shape.text);
  }
  return new Set(dates.values());
}

interface Shape {
  readonly text: string;
  readonly isChoice: boolean;
}

/** A date as the tree of its choices; which is the earliest and which the latest shows in comparisons as `and` or `or`. */
function dateShape(expr: Expr, dates: ReadonlyMap<string, string>): Shape {
  switch (expr.kind) {
    case 'mark':
      return dateShape(expr.of, dates);
    case 'extreme':
      return { text: joinedShape(expr.of.map((of) => dateShape(of, dates).text)), isChoice: true };
    case 'case':
      return {
        text: caseShape(expr, (of) => dateShape(of, dates).text),
        isChoice: true,
      };
    case 'ref': {
      const known = dates.get(expr.id);
      return known === undefined ? { text: plain(expr), isChoice: false } : { text: known, isChoice: true };
    }
    default:
      return { text: plain(expr), isChoice: false };
  }
}

/** What is compared, as such a tree, where every comparison in it has one and the same other side. */
function comparedShape(
  expr: Expr,
  shared: 'left' | 'right',
): { readonly text: string; readonly side: string } | undefined {
  const all = (of: readonly Expr[]): readonly { text: string; side: string }[] | undefined => {
    const shapes = of.map((each) => comparedShape(each, shared));
    const [first] = shapes;
    const found = shapes.filter((each) => each !== undefined && each.side === first?.side);
    return found.length === of.length ? (found as { text: string; side: string }[]) : undefined;
  };
  switch (expr.kind) {
    case 'mark':
      return comparedShape(expr.of, shared);
    case 'le':
      return {
        side: plain(expr[shared]),
        text: plain(expr[shared === 'left' ? 'right' : 'left']),
      };
    case 'atLeast': {
      if (expr.n !== 1 && expr.n !== expr.of.length) return undefined;
      const parts = all(expr.of);
      return parts?.[0] && { side: parts[0].side, text: joinedShape(parts.map(({ text }) => text)) };
    }
    case 'case': {
      const leaves = [...expr.branches.map(({ then }) => then), expr.otherwise];
      const parts = all(leaves);
      if (parts?.[0] === undefined) return undefined;
      const texts = new Map(leaves.map((leaf, i) => [leaf, parts[i]?.text ?? '']));
      return { side: parts[0].side, text: caseShape(expr, (of) => texts.get(of) ?? '') };
    }
    default:
      return undefined;
  }
}

function joinedShape(parts: readonly string[]): string {
  return `{${parts.join(' ')}}`;
}

function caseShape(expr: Extract<Expr, { kind: 'case' }>, of: (then: Expr) => string): string {
  const branches = expr.branches.map(({ when, then }) => `${plain(when)}:${of(then)}`);
  return `case(${[...branches, of(expr.otherwise)].join(' ')})`;
}

/** An expression whatever its variables are called, without marks. */
function plain(expr: Expr): string {
  return JSON.stringify(expr, (key, value: unknown) => {
    if (key === 'base' && typeof value === 'string') return '·';
    return unmarked(value);
  });
}

function unmarked(value: unknown): unknown {
  const isMark = typeof value === 'object' && value !== null && Reflect.get(value, 'kind') === 'mark';
  return isMark ? unmarked(Reflect.get(value, 'of')) : value;
}
