/**
 * The trace as a person would tell it: steps that only repeat what is said elsewhere are left out. No reason that decides
 * anything is lost.
 */
import type { LawReason, Reason, StepReason } from '@proviso/runtime';

/** Leaves out what goes without saying, at every depth. */
export function normalise(reasons: readonly Reason[]): readonly Reason[] {
  const taken = readingsIn(reasons);
  const hasVersion = reasons.some(({ kind }) => kind === 'version');
  return reasons.flatMap((reason): readonly Reason[] => {
    switch (reason.kind) {
      // The day of the assessment stands at the head of the page.
      case 'asOf':
        return [];
      // Which law was in force, and which no longer, is said with the version taken; one without dates is always in force.
      case 'law':
        return (reason.value !== 'unknown' && hasVersion) || (reason.value === 'yes' && !isBounded(reason))
          ? []
          : [{ ...reason, because: normalise(reason.because) }];
      // What follows is told "on the reading …".
      case 'ambiguity':
        return taken.has(`${reason.ambiguity}.${reason.reading}`) ? [] : [reason];
      case 'fact':
      case 'list':
      case 'definition':
        return [reason];
      case 'element':
        return [{ ...reason, because: normalise(reason.because) }];
      default:
        return [withoutVersion({ ...reason, because: normalise(reason.because) })];
    }
  });
}

/** The readings that these reasons are told on, however deep. */
function readingsIn(reasons: readonly Reason[]): ReadonlySet<string> {
  return new Set(
    reasons.flatMap((reason): readonly string[] => [
      ...(reason.kind === 'reading' && reason.label !== undefined ? [reason.label] : []),
      ...('because' in reason ? readingsIn(reason.because) : []),
    ]),
  );
}

/** A step of which one version of the law is the whole: the version's citation becomes its own. */
function withoutVersion(step: StepReason): StepReason {
  const [only] = step.because;
  if (step.because.length !== 1 || only?.kind !== 'version') return step;
  return { ...step, cites: step.cites.length === 0 ? only.cites : step.cites, because: only.because };
}

function isBounded(law: LawReason): boolean {
  return law.from !== undefined || law.ceasing !== undefined;
}
