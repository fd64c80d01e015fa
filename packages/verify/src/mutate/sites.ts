/** Every place of a definition at which an edit can be made, and what the definition is after it. */
import { type Expr, mapChildren, type Mark, type Path, type Plan } from '@proviso/compiler/plan';
import { type Alternative, alternativesTo, alternativesToUnit } from './alternatives.ts';
import type { Units } from './units.ts';

/** One edit of one definition. */
export interface Site extends Omit<Alternative, 'to'> {
  /** The same for the same edit of the same words, wherever a statement's definitions repeat them. */
  readonly key: string;
  /** The whole definition after the edit. */
  readonly expr: Expr;
  /** The limbs, exceptions, rows and versions around the place, outermost first. */
  readonly marks: readonly Mark[];
}

/** What edits need to know of a plan's vocabulary. */
export interface Vocabulary {
  readonly plan: Pick<Plan, 'enums' | 'records' | 'facts'>;
  readonly units: Units;
  /** The record of each variable that is bound around the definition. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether the definition of this id is a condition. */
  readonly isYesno: (id: string) => boolean;
}

interface Around {
  readonly marks: readonly Mark[];
  readonly negated: boolean;
  readonly inRow: boolean;
  readonly whole: boolean;
  readonly variables: ReadonlyMap<string, string>;
  readonly rebuild: (part: Expr) => Expr;
}

/** All edits of an expression, in source order. */
export function sitesIn(expr: Expr, { plan, units, variables, isYesno }: Vocabulary): readonly Site[] {
  const sites: Site[] = [];
  const occurrences = new Map<string, number>();
  const visit = (part: Expr, around: Around): void => {
    const { negated, inRow, whole } = around;
    const membersOf = (of: Expr): readonly string[] => membersIn(plan, of, around.variables);
    const unit = units.kindOf(part, membersOf);
    if (unit !== undefined && !inRow) {
      for (const { to, ...alternative } of alternativesToUnit(part, unit, negated))
        add(alternative, part, to, around);
      if (unit === 'set' && part.kind === 'atLeast' && part.n === part.of.length) visitMembers(part, around);
      return;
    }
    // A `no` or `yes` that makes a whole aspect is put there by the language.
    const isFixed = (whole && part.kind === 'literal' && part.value.kind === 'yesno') || isSettled(part);
    const written = part.kind === 'atLeast' ? units.asWritten(part, membersOf) : part;
    const alternatives = isFixed
      ? []
      : alternativesTo(written, { negated, inRow, whole, membersOf, isYesno });
    for (const { to, ...alternative } of alternatives) add(alternative, part, to, around);
    if (!isSettled(part)) visitParts(written, around);
  };
  const add = (
    alternative: Omit<Alternative, 'to'>,
    part: Expr,
    to: Expr,
    { marks, rebuild }: Around,
  ): void => {
    const key = occurrence(occurrences, keyOf(alternative, part, to, marks));
    sites.push({ ...alternative, key, expr: rebuild(to), marks });
  };
  /** The members of a set that is given exactly: each is named, or not. */
  const visitMembers = (part: Extract<Expr, { kind: 'atLeast' }>, around: Around): void => {
    for (const [i, member] of part.of.entries()) {
      const to: Expr = member.kind === 'not' ? member.of : { kind: 'not', of: member };
      const rebuild = (other: Expr): Expr => around.rebuild(withChild(part, i, other));
      add({ operator: 'negation', before: member, after: to }, member, to, { ...around, rebuild });
    }
  };
  const visitParts = (part: Expr, around: Around): void => {
    const { rebuild } = around;
    const below = { ...around, negated: false, whole: false };
    switch (part.kind) {
      case 'inForce':
        // The governing date is a fact with what the language adds to it: no condition to edit.
        return;
      case 'mark': {
        const isAspect = aspects.has(part.mark.kind);
        const marks = isAspect ? around.marks : [...around.marks, part.mark];
        // What a permission allows despite a rule, and what a list leaves open, are named by the language.
        if (part.mark.kind === 'despite' || part.mark.kind === 'otherwise') return;
        const inner = { ...around, marks, rebuild: (of: Expr): Expr => rebuild({ ...part, of }) };
        visit(part.of, { ...inner, whole: around.whole && isAspect });
        return;
      }
      case 'case':
        visitCase(part, around);
        return;
      case 'not':
        visit(part.of, { ...below, negated: true, rebuild: (of) => rebuild({ kind: 'not', of }) });
        return;
      default: {
        const inner =
          part.kind === 'atLeastIn' || part.kind === 'extremeIn'
            ? bound(plan, around.variables, part.as, part.in)
            : around.variables;
        let count = 0;
        mapChildren(part, (child) => {
          const at = count;
          count += 1;
          visit(child, { ...below, variables: inner, rebuild: (to) => rebuild(withChild(part, at, to)) });
          return child;
        });
      }
    }
  };
  const visitCase = (part: Extract<Expr, { kind: 'case' }>, around: Around): void => {
    const { rebuild } = around;
    const below = { ...around, negated: false, whole: false };
    const { exclusive, ...open } = part;
    const last = part.branches.length - 1;
    const isTwice = JSON.stringify(part.branches[last]?.then) === JSON.stringify(part.otherwise);
    const withBranch = (i: number, change: { when?: Expr; then?: Expr }): Expr => ({
      // With another guard the rows may overlap: the first that holds counts.
      ...(change.when === undefined ? part : open),
      branches: part.branches.map((branch, k) => (k === i ? { ...branch, ...change } : branch)),
      otherwise: isTwice && i === last && change.then !== undefined ? change.then : part.otherwise,
    });
    for (const [i, { when, then }] of part.branches.entries()) {
      // Which part belongs to which reading is the reading's name, no condition.
      if (when.kind !== 'reading')
        visit(when, {
          ...below,
          inRow: around.inRow || exclusive === true,
          rebuild: (to) => rebuild(withBranch(i, { when: to })),
        });
      visit(then, { ...below, inRow: false, rebuild: (to) => rebuild(withBranch(i, { then: to })) });
    }
    const isLaw = part.branches.some(({ when }) => when.kind === 'inForce');
    if (!isTwice && !isLaw)
      visit(part.otherwise, { ...below, rebuild: (otherwise) => rebuild({ ...part, otherwise }) });
  };
  visit(expr, {
    marks: [],
    negated: false,
    inRow: false,
    whole: true,
    variables,
    rebuild: (part) => part,
  });
  return sites;
}

const aspects: ReadonlySet<string> = new Set(['applies', 'met', 'late', 'due']);

/**
 * A part left out is known by itself where it is marked, by its neighbours too where it is not. Of a deadline that is a
 * `case` the aspects of a rule hold comparisons, one for each branch: they are known by what is compared with.
 */
function keyOf(
  { operator, before, after }: Omit<Alternative, 'to'>,
  part: Expr,
  to: Expr,
  marks: readonly Mark[],
): string {
  const isMarked = after === undefined && (before.kind === 'mark' || before.kind === 'not');
  const parts = isMarked ? [before] : part.kind === 'case' ? [part, to].map(compared) : [part, to];
  return JSON.stringify([operator, marks, ...parts]);
}

/** A `case` of comparisons as a `case` of what is compared with; anything else as it is. */
function compared(expr: Expr): Expr {
  if (expr.kind === 'case') {
    const branches = expr.branches.map(({ when, then }) => ({ when, then: compared(then) }));
    return { ...expr, branches, otherwise: compared(expr.otherwise) };
  }
  return expr.kind === 'le' ? expr.right : expr;
}

/**
 * Whether a comparison is with what never comes or came before everything. No author writes one: they come of deadlines and
 * other dates that are a `case` or an `earliest`, in which an event may be `notYet`.
 */
function isSettled(expr: Expr): boolean {
  const isEnd = (part: Expr): boolean =>
    part.kind === 'mark'
      ? isEnd(part.of)
      : part.kind === 'literal' && (part.value.kind === 'notYet' || part.value.kind === 'beforeAll');
  if (expr.kind === 'not') return isSettled(expr.of);
  return expr.kind === 'le' && (isEnd(expr.left) || isEnd(expr.right));
}

function occurrence(seen: Map<string, number>, key: string): string {
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return `${key} ${count}`;
}

function withChild(expr: Expr, at: number, to: Expr): Expr {
  let count = 0;
  return mapChildren(expr, (child) => {
    count += 1;
    return count - 1 === at ? to : child;
  });
}

function bound(
  plan: Vocabulary['plan'],
  variables: ReadonlyMap<string, string>,
  name: string,
  list: Path,
): ReadonlyMap<string, string> {
  const type = typeAt(plan, list, variables);
  return type?.kind === 'list' ? new Map([...variables, [name, type.of]]) : variables;
}

/** The members of the enum that a set holds, or that a literal is of. */
function membersIn(
  plan: Vocabulary['plan'],
  expr: Expr,
  variables: ReadonlyMap<string, string>,
): readonly string[] {
  const named = (name: string | undefined): readonly string[] =>
    plan.enums.find((each) => each.name === name)?.members ?? [];
  if (expr.kind === 'literal' && expr.value.kind === 'enum') return named(expr.value.name);
  if (expr.kind !== 'has') return [];
  const type = typeAt(plan, expr.at, variables);
  return named(type?.kind === 'set' ? type.of : undefined);
}

function typeAt(
  { records, facts }: Vocabulary['plan'],
  { base, path }: Path,
  variables: ReadonlyMap<string, string>,
): Plan['facts'][number]['type'] | undefined {
  let fields = base === null ? facts : records.find(({ name }) => name === variables.get(base))?.fields;
  let type: Plan['facts'][number]['type'] | undefined;
  for (const step of path) {
    type = fields?.find(({ name }) => name === step)?.type;
    const record = type?.kind === 'record' ? type.name : undefined;
    fields = records.find(({ name }) => name === record)?.fields;
  }
  return type;
}
