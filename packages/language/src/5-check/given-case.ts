import type { Expr, GivenValue, Span } from '../ast/ast.ts';
import type { At } from '../program.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';

type SetValue = Extract<GivenValue, { readonly kind: 'members' }>;

/** A fact as a scenario gives it: an atom, or the members of a set. */
export interface GivenFact {
  readonly value: Expr | SetValue;
  readonly span: Span;
}

/** The facts of a scenario by their path, those of its base included, and the length of each list. */
export interface GivenCase {
  readonly facts: Map<string, GivenFact>;
  readonly lengths: Map<string, number>;
}

/** Forgets a fact, or all that is under a record or list. */
export function forgetGiven(facts: GivenCase, key: string): boolean {
  let found = false;
  for (const map of [facts.facts, facts.lengths]) {
    for (const name of map.keys()) {
      if (name === key || name.startsWith(`${key}.`) || name.startsWith(`${key}[`)) {
        map.delete(name);
        found = true;
      }
    }
  }
  return found;
}

/**
 * Whether a condition over facts is yes, no or not known in a case, as far as it is about yes/no, enums and sets; what
 * turns on numbers and dates is left to the evaluation. `owner` is the instance that `self` stands for.
 */
export function truthIn(checker: Checker, given: GivenCase, condition: Expr, owner: string): boolean | null {
  const truth = (expr: Expr): boolean | null => truthIn(checker, given, expr, owner);
  const all = (operands: readonly Expr[], end: boolean): boolean | null => {
    const values = new Set(operands.map(truth));
    if (values.has(end)) return end;
    return values.has(null) ? null : !end;
  };
  const test = unwrapped(condition);
  switch (test.kind) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'not': {
      const value = truth(test.of);
      return value === null ? null : !value;
    }
    case 'and':
      return all(test.of, false);
    case 'or':
      return all(test.of, true);
    case 'nOf':
      if (test.quantity.kind === 'atLeast') return null;
      return all(test.of, test.quantity.kind === 'any');
    case 'path': {
      const value = atomAt(checker, given, test, owner);
      return value === 'yes' ? true : value === 'no' ? false : null;
    }
    case 'compare': {
      if (test.op !== 'is' && test.op !== 'is not') return null;
      const [left, right] = [
        atomAt(checker, given, test.left, owner),
        atomAt(checker, given, test.right, owner),
      ];
      return left === null || right === null ? null : (left === right) === (test.op === 'is');
    }
    case 'oneOf': {
      const left = atomAt(checker, given, test.left, owner);
      const members = new Set(test.members.map((member) => atomAt(checker, given, member, owner)));
      if (left === null || members.has(null)) return null;
      return members.has(left) !== test.negated;
    }
    case 'includes': {
      const set = given.facts.get(keyOf(checker, test.set, owner) ?? '')?.value;
      const member = atomAt(checker, given, test.member, owner);
      if (set === undefined || set.kind !== 'members' || member === null) return null;
      if (set.members.some((one) => `#${one.text}` === member)) return true;
      return !set.atLeast || set.not.some((one) => `#${one.text}` === member) ? false : null;
    }
    default:
      return null;
  }
}

/** A word for an atom: `yes`, `no`, or an enum member after `#`; null for what is not known or has another type. */
function atomAt(checker: Checker, given: GivenCase, expr: Expr, owner: string): string | null {
  const value = unwrapped(expr);
  if (value.kind === 'yes' || value.kind === 'no') return value.kind;
  if (value.kind !== 'path') return null;
  const resolution = checker.resolutions.get(value);
  if (resolution?.kind === 'enumMember') return `#${resolution.member}`;
  const key = keyOf(checker, value, owner);
  const found = key === null ? undefined : given.facts.get(key)?.value;
  if (found === undefined || found.kind === 'members') return null;
  return atomAt(checker, given, found, owner);
}

function keyOf(checker: Checker, expr: Expr, owner: string): string | null {
  const resolution = expr.kind === 'path' ? checker.resolutions.get(expr) : undefined;
  return resolution?.kind === 'fact' ? keyOfAt(resolution.at, owner) : null;
}

function keyOfAt(at: At, owner: string): string {
  const path = at.path.join('.');
  return at.base === 'self' && owner !== '' ? `${owner}.${path}` : path;
}
