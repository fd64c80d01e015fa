/** Sets of changes: their keys, their parts and their order. */
import type { Change, ChangeSet } from '@proviso/runtime';
import { compareRanks, ranksOf } from '../interpret/order.ts';
import type { PlanIndex } from '../interpret/plan-index.ts';
import { compareGiven } from './axis.ts';
import { fieldAt } from './effort.ts';

/** What a change changes: no set changes the same thing twice. */
export function placeKey(change: Change): string {
  const member = change.kind === 'fact' ? change.member : undefined;
  return member === undefined ? change.path : `${change.path} ${member}`;
}

/** A set by what it changes and to what. */
export function keyOf(changes: readonly Change[]): string {
  return changes.map(changeKey).toSorted().join('\n');
}

function changeKey(change: Change): string {
  return `${placeKey(change)} ${change.kind === 'fact' ? JSON.stringify(change.to) : change.kind}`;
}

/** Is every change of one set in the other? */
export function isWithin(part: readonly Change[], whole: readonly Change[]): boolean {
  const keys = new Set(whole.map(changeKey));
  return part.every((change) => keys.has(changeKey(change)));
}

/** Every part of a set but none and all of it, the smaller ones first. */
export function properPartsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  // Each number below 2 to the power of n tells for each of the n changes whether it is in the part.
  return Array.from({ length: 2 ** changes.length - 2 }, (_, i) =>
    changes.filter((_, place) => Math.trunc((i + 1) / 2 ** place) % 2 === 1),
  ).toSorted((a, b) => a.length - b.length);
}

/**
 * Without the sets that another says already: the same but for one fact, whose value lies beyond the other's in the
 * direction of its bound.
 */
export function withoutImplied(index: PlanIndex, sets: readonly ChangeSet[]): readonly ChangeSet[] {
  return sets.filter((set) => !sets.some((other) => other !== set && implies(index, other, set)));
}

function implies(index: PlanIndex, nearer: ChangeSet, further: ChangeSet): boolean {
  if (nearer.to !== further.to || nearer.changes.length !== further.changes.length) return false;
  let beyond = 0;
  for (const [i, near] of nearer.changes.entries()) {
    const far = further.changes[i];
    if (far === undefined || placeKey(near) !== placeKey(far)) return false;
    if (changeKey(near) === changeKey(far)) continue;
    if (near.kind !== 'fact' || far.kind !== 'fact' || near.bound === undefined) return false;
    const order = compareGiven(fieldAt(index, near.path), near.to, far.to);
    if (near.bound === 'orLess' ? order <= 0 : order >= 0) return false;
    beyond += 1;
  }
  return beyond === 1;
}

/** Fewest changes first, then least effort, then in vocabulary order; of one fact's values as they were tried. */
export function inOrder(index: PlanIndex, sets: readonly ChangeSet[]): readonly ChangeSet[] {
  return sets
    .map((set) => ({ set, ranks: set.changes.flatMap(({ path }) => ranksOf(index, path)) }))
    .toSorted(
      (a, b) =>
        a.set.changes.length - b.set.changes.length ||
        a.set.effort - b.set.effort ||
        compareRanks(a.ranks, b.ranks),
    )
    .map(({ set }) => set);
}
