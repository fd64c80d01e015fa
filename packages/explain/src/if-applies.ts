/**
 * What would be so of a rule if it applied. Where nothing of it is open but whether it applies, that is settled, though the
 * trace does not tell it: no answer still missing can change it. So the missing answers are supposed, one way or the other,
 * until the rule applies; whichever make it apply, the status is the same.
 */
import type { Assessment, FactReason, Reason, RuleResult, Status } from '@proviso/runtime';
import { leavesBehind, type Reassess, resultIn } from './alternatives.ts';

/** Each round supposes what the last one has left open, or the contrary of what kept the rule from applying. */
const MOST_ROUNDS = 4;

/** The status of this rule were it to apply; undefined where more is open, or no answers that make it apply were found. */
export function statusIfApplies(
  { name, of, result }: { readonly name: string; readonly of?: string; readonly result: RuleResult },
  assessment: Assessment,
  isYesNo: (path: string) => boolean,
  reassess: Reassess,
): Status | undefined {
  if (result.modality === 'may' || !turnsOnApplyingOnly(result)) return undefined;
  const supposed = new Map<string, boolean | string>();
  let [reasons, known] = [result.because, assessment];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = supposed.size;
    let turned = 0;
    for (const leaf of leavesBehind(reasons, known)) {
      const { path, member, value } = leaf;
      // Of a set that is known in part, each member is given for itself.
      const at = member === undefined ? path : `${path}.${member}`;
      const now = supposed.get(at);
      if (value === 'unknown') {
        const answer = supposition(leaf, known.asOf, isYesNo);
        if (answer !== undefined) supposed.set(at, answer);
      } else if (typeof now === 'boolean' && now === (value === 'yes')) {
        supposed.set(at, !now);
        turned += 1;
      }
    }
    if (supposed.size === before && turned === 0) return undefined;
    const found = reassess({ goals: [name], supposed: Object.fromEntries(supposed) });
    const other = found === undefined ? undefined : resultIn(found, name, of);
    if (found === undefined || other?.kind !== 'rule') return undefined;
    const { status, because } = other.result;
    if (status !== 'undetermined' && status !== 'doesNotApply') return isNews(because) ? status : undefined;
    [reasons, known] = [because, found];
  }
  return undefined;
}

/** Where that it applies is all that breaks a rule, that it would be broken goes without saying. */
function isNews(because: readonly Reason[]): boolean {
  return because.every((reason) => reason.kind !== 'met' || reason.because.length > 0);
}

/** Is nothing open of this rule but whether it applies? */
function turnsOnApplyingOnly({ status, because }: RuleResult): boolean {
  const open = opens(because);
  return status === 'undetermined' && open.length > 0 && open.every((kind) => kind === 'applies');
}

/** The aspects of a rule that are open. */
export function opens(because: readonly Reason[]): readonly Reason['kind'][] {
  return because.flatMap((reason) => ('value' in reason && reason.value === 'unknown' ? [reason.kind] : []));
}

/** What to suppose of a fact that is not known; undefined where no answer is as good as another. */
function supposition(
  { path, member, input }: FactReason,
  asOf: string,
  isYesNo: (path: string) => boolean,
): boolean | string | undefined {
  if (input === 'event') return asOf;
  const isAnsweredSo =
    member !== undefined || input === 'judgement' || input === 'otherwise' || isYesNo(path);
  return isAnsweredSo ? true : undefined;
}
