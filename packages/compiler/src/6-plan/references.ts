/** What refers to what among the definitions of a plan. */
import { subexpressions } from './expr.ts';
import type { Definition, Expr } from './plan.ts';

/** The ids of the definitions that an expression refers to itself, in order. */
export function refsIn(e: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  for (const part of subexpressions(e)) if (part.kind === 'ref') found.add(part.id);
  return found;
}

/** By the id of a definition those that refer to it themselves, in the order of the plan. */
export type Referrers = ReadonlyMap<string, readonly string[]>;

/** Turns the references of these definitions round. */
export function referrersOf(definitions: readonly Definition[]): Referrers {
  const referrers = new Map<string, string[]>();
  for (const { id, expr } of definitions) {
    for (const to of refsIn(expr)) {
      const known = referrers.get(to);
      if (known === undefined) referrers.set(to, [id]);
      else known.push(id);
    }
  }
  return referrers;
}

/** These definitions and all that refer to one of them, through any number of steps. */
export function dependentsOf(referrers: Referrers, ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set(ids);
  // A set grows while it is walked.
  for (const id of found) for (const referrer of referrers.get(id) ?? []) found.add(referrer);
  return found;
}
