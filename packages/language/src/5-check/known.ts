import type { Expr } from '../ast/ast.ts';
import { enumTest, unwrapped } from './case-coverage.ts';
import type { Symbols } from '../4-bind/symbols.ts';
import { exprKey, type KeyContext } from './expr-key.ts';

/** Something that holds: a condition by its key, or that a value is one of some members. */
type Holding = string | { readonly subject: string; readonly members: readonly string[] };

/**
 * What is known to hold at a place in a statement: the conditions that stand beside it. Grows and shrinks as the
 * statement is walked.
 */
export interface Known {
  /** Adds what follows from a condition being true (or, with `false`, from it being false); returns how to forget it. */
  readonly add: (condition: Expr, value: boolean) => () => void;
  /** Adds that a value is one of some members; returns how to forget it. */
  readonly addMembers: (subject: string, members: readonly string[]) => () => void;
  /** Whether a condition follows, its names read in `context`. */
  readonly implies: (condition: Expr, context: KeyContext) => boolean;
  /** Whether the condition of this key stands beside. */
  readonly holds: (key: string) => boolean;
}

/** What the names stand for, and the members of the enums. */
interface KnownContext extends KeyContext {
  readonly symbols: Pick<Symbols, 'enums'>;
}

/** Knows nothing yet. */
export function createKnown(context: KnownContext): Known {
  const conditions = new Map<string, number>();
  const memberships = new Map<string, (readonly string[])[]>();
  const put = (holding: Holding): void => {
    if (typeof holding === 'string') conditions.set(holding, (conditions.get(holding) ?? 0) + 1);
    else memberships.set(holding.subject, [...(memberships.get(holding.subject) ?? []), holding.members]);
  };
  const drop = (holding: Holding): void => {
    if (typeof holding === 'string') conditions.set(holding, (conditions.get(holding) ?? 0) - 1);
    else memberships.get(holding.subject)?.pop();
  };
  const addAll = (holdings: readonly Holding[]): (() => void) => {
    for (const holding of holdings) put(holding);
    return () => {
      for (const holding of holdings.toReversed()) drop(holding);
    };
  };
  const holds = (key: string): boolean => (conditions.get(key) ?? 0) > 0;
  const implies = (condition: Expr, inContext: KeyContext): boolean => {
    const test = unwrapped(condition);
    if (test.kind === 'yes') return true;
    if (test.kind === 'and' || (test.kind === 'nOf' && test.quantity.kind === 'all')) {
      return test.of.every((one) => implies(one, inContext));
    }
    if (holds(exprKey(test, inContext))) return true;
    if (test.kind === 'or' || (test.kind === 'nOf' && test.quantity.kind === 'any')) {
      if (test.of.some((one) => implies(one, inContext))) return true;
    }
    const wanted = enumTest(inContext, test);
    if (wanted !== null) {
      const sets = memberships.get(wanted.subject) ?? [];
      return sets.some((members) => members.every((member) => wanted.members.includes(member)));
    }
    const unwanted = enumTest(inContext, opposite(test));
    if (unwanted === null) return false;
    const sets = memberships.get(unwanted.subject) ?? [];
    return sets.some((members) => members.every((member) => !unwanted.members.includes(member)));
  };
  return {
    add: (condition, value) => addAll(value ? whenTrue(condition, context) : whenFalse(condition, context)),
    addMembers: (subject, members) => addAll([{ subject, members }]),
    implies,
    holds,
  };
}

/** What follows from a condition being true: itself, and its conjuncts. */
function whenTrue(condition: Expr, context: KnownContext): readonly Holding[] {
  const test = unwrapped(condition);
  if (test.kind === 'and' || (test.kind === 'nOf' && test.quantity.kind === 'all')) {
    return test.of.flatMap((one) => whenTrue(one, context));
  }
  if (test.kind === 'not') return whenFalse(test.of, context);
  const holdings: Holding[] = [exprKey(test, context)];
  const member = enumTest(context, test);
  if (member !== null) holdings.push(member);
  const excluded = enumTest(context, opposite(test));
  if (excluded !== null) {
    const all = context.symbols.enums.get(excluded.enum)?.members.map((one) => one.text) ?? [];
    holdings.push({
      subject: excluded.subject,
      members: all.filter((one) => !excluded.members.includes(one)),
    });
  }
  return holdings;
}

/** What follows from a condition being false: its negation, and those of its alternatives. */
function whenFalse(condition: Expr, context: KnownContext): readonly Holding[] {
  const test = unwrapped(condition);
  if (test.kind === 'or' || (test.kind === 'nOf' && test.quantity.kind === 'any')) {
    return test.of.flatMap((one) => whenFalse(one, context));
  }
  if (test.kind === 'not') return whenTrue(test.of, context);
  const turned = opposite(test);
  if (turned !== test) return whenTrue(turned, context);
  return [`not(${exprKey(test, context)})`];
}

/** `x is not m` for `x is m` and the like; the condition itself where it has no such form. */
function opposite(test: Expr): Expr {
  if (test.kind === 'compare' && test.op === 'is') return { ...test, op: 'is not' };
  if (test.kind === 'compare' && test.op === 'is not') return { ...test, op: 'is' };
  if (test.kind === 'oneOf') return { ...test, negated: !test.negated };
  if (test.kind === 'isEmpty') return { ...test, negated: !test.negated };
  return test;
}
