/** The questions about a statement: the places where it may differ, and when it does. */
import type { NodeId } from '../form/form.ts';
import { pathOf } from '../translate/variables.ts';
import { validityFor } from '../translate/validity.ts';
import type { Trail } from '../translate/translator.ts';
import type { Beside } from './beside.ts';
import {
  differ,
  instancesOf,
  nameOf,
  nodesOf,
  type Outcome,
  outcomesOf,
  type Statement,
} from './outcomes.ts';

/** One aspect of a statement for one instance. */
export interface Piece {
  readonly of?: string;
  readonly old: Outcome;
  readonly new: Outcome;
  /** By the law of the old side on the day of the new; `old` where the days are the same. */
  readonly oldLaw: Outcome;
  /** Holds where it differs by what the new side says, the day being what it is. */
  readonly changed: NodeId;
  /** Holds where it differs, but the old law would come to the same on the new day. */
  readonly byTime: NodeId;
}

/** The pieces of a statement that both sides have. */
export function piecesOf(sides: Beside, before: Statement, after: Statement): readonly Piece[] {
  const { form } = sides.new;
  const olds = new Map(instancesOf(sides.old, before).map((of) => [pathOf(of.at), of]));
  return instancesOf(sides.new, after).flatMap((of) => {
    const same = olds.get(pathOf(of.at));
    if (same === undefined) return [];
    const name = nameOf(of);
    const [news, lawful] = [outcomesOf(sides.new, after, of), outcomesOf(sides.oldLaw, before, same)];
    const isOneDay = sides.oldLaw === sides.old;
    return outcomesOf(sides.old, before, same).flatMap((old, i): readonly Piece[] => {
      const [now, law] = [news[i], isOneDay ? old : lawful[i]];
      if (now === undefined || law === undefined) return [];
      const [differs, byLaw] = [old, law].map((one) => differ(form, one, now, sides.membersOf)) as [
        NodeId,
        NodeId,
      ];
      const where = [old.where, now.where, differs];
      return [
        {
          ...(name === undefined ? {} : { of: name }),
          old,
          new: now,
          oldLaw: law,
          changed: form.and([...where, byLaw]),
          byTime: form.and([...where, form.not(byLaw)]),
        },
      ];
    });
  });
}

/** What makes a case one that both sides accept, as far as it touches these nodes and the outcomes. */
export function acceptedByBoth(
  sides: Beside,
  roots: readonly NodeId[],
  pieces: readonly Piece[],
): readonly NodeId[] {
  const trails = (side: 'old' | 'new'): readonly Trail[] =>
    [...new Set(pieces.map((piece) => piece[side].id))].map((id) => sides[side].trailOf(id));
  const all = [...roots, ...pieces.flatMap(({ old, new: now }) => [old, now].flatMap(nodesOf))];
  const valid = [
    ...validityFor(sides.old, all, trails('old')),
    ...validityFor(sides.new, all, trails('new')),
  ];
  return [...new Set([...valid, ...sides.shared([...all, ...valid])])];
}
