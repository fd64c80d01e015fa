/** What is still to be done, or may be. */
import { dutySentence, instanceWords } from '@proviso/explain';
import type { Assessment, Phrasebook, RuleResult } from '@proviso/runtime';
import type { Duty } from '../record.ts';

/**
 * Requirements that are not yet due; and those breached, departed from or undetermined of which the day is known, since
 * what was not done in time may still have to be done. The first due first, those without a day last.
 */
export function openDuties(assessment: Assessment, phrases: Phrasebook): readonly Duty[] {
  const duties = Object.entries(assessment.rules).flatMap(([rule, found]) => {
    const results: readonly (RuleResult & { readonly of?: string })[] =
      'instances' in found ? found.instances : [found];
    return results.filter(isOpen).map((result): Duty => {
      const { modality, status, of, dueOn } = result;
      return {
        rule,
        ...(of === undefined ? {} : { of }),
        modality,
        status,
        says: `${dutySentence(rule, result, phrases)}${of === undefined ? '' : `, as to ${instanceWords(phrases, of)}`}`,
        ...(dueOn === undefined ? {} : { dueOn }),
      };
    });
  });
  return duties.toSorted((a, b) => order(a) - order(b) || compare(a.dueOn ?? '', b.dueOn ?? ''));
}

function isOpen({ modality, status, dueOn }: RuleResult): boolean {
  if (modality !== 'must' && modality !== 'should') return false;
  if (status === 'notYetDue') return true;
  return (
    dueOn !== undefined && (status === 'breached' || status === 'departedFrom' || status === 'undetermined')
  );
}

function order({ dueOn }: Duty): number {
  return dueOn !== undefined && /^\d{4}-/.test(dueOn) ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
