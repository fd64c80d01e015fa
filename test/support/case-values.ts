/** Values for the facts of a pack, chosen by a number: the same number gives the same value, and 0 the plainest. */
import { createHash } from 'node:crypto';
import type { Field, Json, Plan } from '@proviso/compiler/plan';

/** Days about which the law or the code's own story turns, and some that are nothing in particular. */
export const days: readonly string[] = [
  '2019-09-01',
  '2018-05-25',
  '2019-08-01',
  '2019-09-02',
  '2019-09-05',
  '2019-10-01',
  '2019-12-12',
  '2020-01-30',
  '2020-01-31',
  '2020-05-06',
  '2020-12-31',
  '2021-01-01',
  '2021-06-14',
  '2024-05-29',
  '2024-05-30',
  '2024-07-04',
  '2026-02-04',
  '2026-02-05',
  '2026-11-22',
];

/** A value of a fact. A set may come with members unnamed; a list comes empty. */
export function valueOf(plan: Plan, { kind, type }: Field, pick: number): Json {
  switch (type.kind) {
    case 'yesno':
      return pick % 2 === 1;
    case 'number':
      return pick % 3 === 2 ? pick : pick % 12;
    case 'date':
      return kind === 'event' && pick % 5 === 4 ? 'notYet' : chosen(days, pick);
    case 'duration':
      return chosen(['P28D', 'P0D', 'P7D', 'P1M', 'P3M'], pick);
    case 'text':
      return chosen(['a', 'b'], pick);
    case 'enum':
      return chosen(membersOfEnum(plan, type.name), pick);
    case 'set': {
      const bits = numberFor(pick, 'members');
      const members = membersOfEnum(plan, type.of).filter(
        (_, i) => ((bits >> i) & 3) === 3 || pick % 16 === i,
      );
      return pick % 5 === 4 ? { atLeast: members } : pick % 5 === 0 ? [] : members;
    }
    case 'list':
      return pick % 2 === 0 ? [] : { atLeast: [] };
    case 'record':
      return {};
    default:
      throw new Error(`no values of type ${String(type satisfies never)}`);
  }
}

/** A number for a place, well mixed: neighbours of one number have nothing to do with each other. */
export function numberFor(pick: number, place: string): number {
  return createHash('md5').update(`${pick} ${place}`).digest().readUInt32LE(0);
}

export function membersOfEnum(plan: Plan, name: string): readonly string[] {
  return plan.enums.find((each) => each.name === name)?.members ?? [];
}

function chosen<T>(from: readonly T[], pick: number): T {
  const found = from[pick % from.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
