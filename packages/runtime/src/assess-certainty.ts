/** How certain the source itself is. */
import type { Reason } from './assessment.ts';
import { type AnyResult, isNo } from './assess-walk.ts';

/** Adds the source's own certainty to a result, where each of its operative limbs states one. */
export function withCertainty<R extends AnyResult>(result: R): R {
  const no = isNo(result);
  const stated: (string | undefined)[] = [];
  const visit = (because: readonly Reason[]): void => {
    for (const reason of because) {
      if (reason.kind === 'version' || reason.kind === 'applies') visit(reason.because);
      else if (reason.kind === 'exception' || reason.kind === 'limb' || reason.kind === 'row') {
        if (no === (reason.kind === 'exception') && reason.value === 'yes') stated.push(reason.certainty);
      }
    }
  };
  visit(result.because);
  const certainties = stated.filter((each) => each !== undefined);
  return stated.length === 0 || certainties.length < stated.length
    ? result
    : { ...result, certainty: [...new Set(certainties)] };
}
