import type { Why } from './why.ts';
import type { Value } from './values.ts';

/**
 * The source's own certainty of a result (section 8): of every operative limb, exception and row, looking through
 * versions and `applies`; for a `no` only of its exceptions. Undefined where there is none, or one states no certainty.
 */
export function certaintyOf(value: Value, reasons: readonly Why[]): readonly string[] | undefined {
  const isNo = value === false || value === 'doesNotApply';
  const kinds: readonly string[] = isNo ? ['exception'] : ['limb', 'row'];
  const operative = lookThrough(reasons).filter((why) => kinds.includes(why.mark.kind) && why.value === true);
  if (operative.length === 0) return undefined;
  const stated = operative.map((why) => why.mark.certainty);
  const certainties = stated.filter((certainty) => certainty !== undefined);
  return certainties.length < stated.length ? undefined : [...new Set(certainties)];
}

type Step = Extract<Why, { kind: 'step' }>;

function lookThrough(reasons: readonly Why[]): readonly Step[] {
  return reasons.flatMap((why): readonly Step[] => {
    if (why.kind !== 'step') return [];
    return why.mark.kind === 'version' || why.mark.kind === 'applies' ? lookThrough(why.because) : [why];
  });
}
