/**
 * Which no of an open definition is no more than "not established": that no ground is made out says less than that an
 * exception, or a requirement that is missing, denies it.
 */
import type { Assessment, Reason, Result } from '@proviso/runtime';
import { eachOf } from './answers.ts';

/** A result by the name of its definition and its instance; undefined where that is not at hand. */
export type ResultOf = (name: string, of: string | undefined) => Result | undefined;

/** Those of an assessment. */
export function resultsIn({ definitions }: Pick<Assessment, 'definitions'>): ResultOf {
  return (name, of) => {
    const all = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    return all === undefined ? undefined : eachOf<Result>(all).find((one) => one.of === of);
  };
}

/** Is this no only "not established"? A requirement that turns on a result that is not at hand denies nothing. */
export function isNotEstablished(
  { value, open, because }: Result,
  resultOf: ResultOf = () => undefined,
): boolean {
  return value === 'no' && open === true && !denies(because, resultOf);
}

/**
 * Is there a reason beside the grounds that failed? Each that suffices is in the trace; the versions that are in it have to
 * agree.
 */
function denies(reasons: readonly Reason[], resultOf: ResultOf): boolean {
  const versions = reasons.flatMap((one) => (one.kind === 'version' ? [one.because] : []));
  if (versions.length > 0) return versions.every((because) => denies(because, resultOf));
  return reasons.some((reason) => {
    switch (reason.kind) {
      case 'exception':
        return true;
      case 'otherwise':
        // A yes is of the open list of exceptions: it is excepted.
        return reason.value === 'yes';
      case 'requires':
        return reason.because.every((one) => isFirm(one, resultOf));
      case 'limb':
        // A version that is closed has no ground but those it lists.
        return !reasons.some((other) => other.kind === 'otherwise' && other.value === 'no');
      default:
        return false;
    }
  });
}

/** Does this rest on no definition that is itself only not established? */
function isFirm(reason: Reason, resultOf: ResultOf): boolean {
  if (reason.kind === 'definition') {
    const result = resultOf(reason.name, reason.of);
    return result !== undefined && !isNotEstablished(result, resultOf);
  }
  return !('because' in reason) || reason.because.every((one) => isFirm(one, resultOf));
}
