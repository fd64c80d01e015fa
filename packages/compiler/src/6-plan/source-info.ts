/** What an assessment and a phrasebook say of a source. */
import { type Day, formatDay, type SourceInfo } from '@proviso/runtime';
import type { Source } from './plan.ts';

/** Of one of the sources of a plan. What took its place is told of a source that ceases: of another, both may be in force. */
export function sourceInfo(source: Source, sources: readonly Source[]): SourceInfo {
  const { title, status, basis, edition, published, checked, from, ceasing } = source;
  const successors = ceasing === undefined ? [] : sources.filter(({ succeeds }) => succeeds === source.name);
  return {
    title,
    status,
    basis,
    ...(edition === undefined ? {} : { edition }),
    ...(published === undefined ? {} : { published: formatDay(published as Day) }),
    ...(checked === undefined ? {} : { checked: formatDay(checked as Day) }),
    ...(from === undefined ? {} : { from: formatDay(from as Day) }),
    ...(ceasing === undefined ? {} : { ceasing: formatDay(ceasing as Day) }),
    ...(successors.length === 0
      ? {}
      : {
          succeededBy: Object.fromEntries(successors.map((each) => [each.name, sourceInfo(each, sources)])),
        }),
  };
}
