/** The order of the vocabulary among paths of facts. */
import { stepsOfPath } from './need-path.ts';
import { splitFactType, type Vocabulary } from './vocabulary.ts';

/** Compares two paths of facts: fields as the vocabulary declares them, members of a list by index. */
export function comparePaths(vocabulary: Vocabulary, a: string, b: string): number {
  return compareRanks(ranksOf(vocabulary, a), ranksOf(vocabulary, b));
}

export type Ranks = readonly number[];

export function compareRanks(left: Ranks, right: Ranks): number {
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The ranks of paths that have been looked up, by vocabulary. */
const known = new WeakMap<Vocabulary, Map<string, Ranks>>();
/** More paths than this are forgotten: lists make many. */
const maxKnown = 1000;

/** The rank of each step of a path in what holds it. */
export function ranksOf(vocabulary: Vocabulary, path: string): Ranks {
  let paths = known.get(vocabulary);
  if (paths === undefined || paths.size > maxKnown) known.set(vocabulary, (paths = new Map()));
  let ranks = paths.get(path);
  if (ranks === undefined) paths.set(path, (ranks = ranksLookedUp(vocabulary, path)));
  return ranks;
}

function ranksLookedUp(vocabulary: Vocabulary, path: string): Ranks {
  let fields = vocabulary.facts;
  return stepsOfPath(path).map((step) => {
    if (typeof step === 'number') return step;
    const rank = Object.keys(fields).indexOf(step);
    const type = fields[step];
    if (type !== undefined) fields = vocabulary.records[splitFactType(type)[1]] ?? fields;
    return rank;
  });
}
