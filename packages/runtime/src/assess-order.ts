/** The order of the vocabulary among paths of facts. */
import { stepsOfPath } from './need-path.ts';
import { splitFactType, type Vocabulary } from './vocabulary.ts';

/** Compares two paths of facts: fields as the vocabulary declares them, members of a list by index. */
export function comparePaths(vocabulary: Vocabulary, a: string, b: string): number {
  return compareRanks(rankOf(vocabulary, a), rankOf(vocabulary, b));
}

export function compareRanks(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** The ranks of paths that have been looked up, by vocabulary. */
const known = new WeakMap<Vocabulary, Map<string, string>>();
/** More paths than this are forgotten: lists make many. */
const maxKnown = 1000;

/** The rank of each step of a path in what holds it, a character each: ranks are in the order of these texts. */
export function rankOf(vocabulary: Vocabulary, path: string): string {
  let paths = known.get(vocabulary);
  if (paths === undefined || paths.size > maxKnown) known.set(vocabulary, (paths = new Map()));
  let rank = paths.get(path);
  if (rank === undefined) paths.set(path, (rank = rankLookedUp(vocabulary, path)));
  return rank;
}

function rankLookedUp(vocabulary: Vocabulary, path: string): string {
  let fields = vocabulary.facts;
  const ranks = stepsOfPath(path).map((step) => {
    if (typeof step === 'number') return step;
    const rank = Object.keys(fields).indexOf(step);
    const type = fields[step];
    if (type !== undefined) fields = vocabulary.records[splitFactType(type)[1]] ?? fields;
    // What is no fact, such as the day of the assessment, comes first.
    return rank + 1;
  });
  return String.fromCharCode(...ranks);
}
