/** Which question comes next. */
import { checkAsking } from './given.ts';
import { type Assessment, type RankedNeed, rankNeeds } from '@proviso/runtime';

/**
 * The most useful need that is not given up; a list only when nothing more is to be asked of the members it has. `lookAhead`
 * is that of `rankNeeds`, and the need is the first that it would rank; what it costs is spent only where two are level.
 */
export function nextNeed(
  assessment: Assessment,
  unknown: ReadonlySet<string>,
  options: { readonly lookAhead: number },
): RankedNeed | undefined {
  checkAsking(unknown, options);
  const { lookAhead } = options;
  const byUse = rankNeeds(assessment, { lookAhead: 0 });
  const [first, ...others] = askable(byUse, unknown);
  if (first === undefined) return undefined;
  const level = others.filter((need) => need.for.length === first.for.length);
  const near = [first, ...level].map((need) => byUse.indexOf(need) + 1).filter((place) => place <= lookAhead);
  if (near.length < 2) return first;
  return askable(rankNeeds(assessment, { lookAhead: Math.max(...near) }), unknown)[0];
}

/** The needs to choose from, in their order. */
function askable(needs: readonly RankedNeed[], unknown: ReadonlySet<string>): readonly RankedNeed[] {
  const open = needs.filter(({ path }) => !unknown.has(path));
  const ready = open.filter(
    ({ path, kind }) => kind !== 'list' || !open.some((other) => other.path.startsWith(`${path}[`)),
  );
  return ready.length > 0 ? ready : open;
}
