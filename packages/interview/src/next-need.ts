/** Which question comes next. */
import { type Assessment, type RankedNeed, rankNeeds, type RankOptions } from '@proviso/runtime';

/** The most useful need that is not given up; a list only when nothing more is to be asked of the members it has. */
export function nextNeed(
  assessment: Assessment,
  unknown: ReadonlySet<string>,
  options: RankOptions,
): RankedNeed | undefined {
  const open = rankNeeds(assessment, options).filter(({ path }) => !unknown.has(path));
  return (
    open.find(
      ({ path, kind }) => kind !== 'list' || !open.some((other) => other.path.startsWith(`${path}[`)),
    ) ?? open[0]
  );
}
