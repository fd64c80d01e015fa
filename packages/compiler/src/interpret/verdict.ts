/** The verdict over must and must-not rules: section 5 of `docs/semantics.md`. */
import type { Verdict } from '@proviso/runtime';
import type { Rule } from '../6-plan/plan.ts';

/** What one rule came to, in all its instances. */
export interface Statuses {
  readonly rule: Pick<Rule, 'modality'>;
  readonly statuses: readonly unknown[];
  /** Whether some list may hold further instances. */
  readonly open: boolean;
}

/** The verdict on these rules; those that do not bind are passed over. */
export function verdictOn(rules: readonly Statuses[]): Verdict {
  const binding = rules.filter(({ rule: { modality } }) => modality === 'must' || modality === 'mustNot');
  const statuses = new Set(binding.flatMap((each) => each.statuses));
  if (statuses.has('breached')) return 'breachFound';
  return statuses.has('undetermined') || binding.some(({ open }) => open) ? 'undetermined' : 'noBreachFound';
}
