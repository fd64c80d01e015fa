/** Where a no says only that no law answers, and not that the answer is no. */
import type { LawReason, NotInForce, Reason } from '@proviso/runtime';
import type { Answer } from './answers.ts';
import { isIsoDate } from './identifiers.ts';

/**
 * The laws that are out of force where nothing else decided: as the assessment tells, or where no step but theirs is left.
 */
export function lawsOutOfForce(answer: Answer): readonly NotInForce[] | undefined {
  const { name, kind, result } = answer;
  if (result.notInForce !== undefined) return result.notInForce;
  const isNo = kind === 'rule' ? answer.result.status === 'doesNotApply' : answer.result.value === 'no';
  const laws = isNo ? onlyLaws(result.because) : undefined;
  if (laws === undefined || laws.length === 0) return undefined;
  return laws.map(({ from, ceasing }) => ({
    name,
    ...(from === undefined ? {} : { from }),
    ...(ceasing === undefined ? {} : { ceasing }),
  }));
}

/** The laws out of force where the reasons are nothing else; undefined where they are. */
function onlyLaws(reasons: readonly Reason[]): readonly LawReason[] | undefined {
  const laws: LawReason[] = [];
  for (const reason of reasons) {
    if (reason.kind === 'asOf') continue;
    if (reason.kind === 'law' && reason.value === 'no') {
      laws.push(reason);
      continue;
    }
    const inside =
      reason.kind === 'applies' ||
      reason.kind === 'version' ||
      reason.kind === 'limb' ||
      reason.kind === 'requires'
        ? onlyLaws(reason.because)
        : undefined;
    if (inside === undefined || inside.length === 0) return undefined;
    laws.push(...inside);
  }
  return laws;
}

/** The law by whose dates a result was judged: the first that was found in force. */
export function lawInForce(reasons: readonly Reason[]): LawReason | undefined {
  return firstLaw(reasons, 'yes');
}

/** The day by whose law a result was judged, in force or not; undefined where its law has no day of its own. */
export function dayOfLaw(reasons: readonly Reason[]): string | undefined {
  const on = (firstLaw(reasons, 'yes') ?? firstLaw(reasons, 'no'))?.on;
  return on === undefined || !isIsoDate(on) ? undefined : on;
}

function firstLaw(reasons: readonly Reason[], value: 'yes' | 'no'): LawReason | undefined {
  for (const reason of reasons) {
    if (reason.kind === 'law' && reason.value === value) return reason;
    const inside =
      'because' in reason && reason.kind !== 'element' ? firstLaw(reason.because, value) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The day by which a law was judged to be out of force, where these reasons tell it. */
export function governingDate(reasons: readonly Reason[], law: NotInForce): string | undefined {
  for (const reason of reasons) {
    if (
      reason.kind === 'law' &&
      reason.from === law.from &&
      reason.ceasing === law.ceasing &&
      reason.on !== 'unknown'
    )
      return reason.on;
    if ('because' in reason) {
      const found = governingDate(reason.because, law);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
