/** How much to say of a result that is not settled. */
import type { Reason, Result, RuleResult } from '@proviso/runtime';

/**
 * `full`: with its reasons. `brief`: in one line, because they would only repeat that facts are missing, which the questions
 * still open say better.
 */
export type Detail = 'full' | 'brief';

/** A result, of which definition or rule and which instance. */
type Told = { readonly name: string; readonly of?: string } & (
  | { readonly kind: 'definition'; readonly result: Result }
  | { readonly kind: 'rule'; readonly result: RuleResult }
);

/** More unknown reasons than this are too many to read under one conclusion. */
const MOST_REASONS = 4;

/**
 * Decides for each of these, looking through those that it refers to. What is settled is told in full; what is not, where
 * one fact of its own is missing, or where nothing but a few judgements is.
 */
export function detailsOf(all: readonly Told[]): (told: Told) => Detail {
  const key = (name: string, of: string | undefined): string => `${name} ${of ?? ''}`;
  const byName = new Map(all.map((told) => [key(told.name, told.of), told.result.because]));
  const judged = new Map<string, boolean>();
  /** Is nothing missing but judgements? */
  const onlyJudgements = (reasons: readonly Reason[]): boolean =>
    leavesOf(reasons).every((leaf) => {
      if (leaf.kind === 'fact') return leaf.input === 'judgement' || leaf.input === 'otherwise';
      if (leaf.kind !== 'definition') return false;
      const name = key(leaf.name, leaf.of);
      const found = judged.get(name) ?? onlyJudgements(byName.get(name) ?? []);
      judged.set(name, found);
      return found;
    });
  return (told) => {
    const isSettled =
      told.kind === 'rule' ? told.result.status !== 'undetermined' : told.result.value !== 'unknown';
    if (isSettled) return 'full';
    const leaves = leavesOf(told.result.because);
    const oneFact = leaves.length <= 1 && leaves.every(({ kind }) => kind === 'fact');
    return oneFact || (leaves.length <= MOST_REASONS && onlyJudgements(leaves)) ? 'full' : 'brief';
  };
}

/** The reasons with none under them; those of a result that is not settled are what is missing. */
function leavesOf(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.flatMap((reason) =>
    'because' in reason && reason.because.length > 0 ? leavesOf(reason.because) : [reason],
  );
}
