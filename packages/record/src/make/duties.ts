/** What is still to be acted on: the rules that `proviso assess --next` lists, in words. */
import { dutySentence, instanceWords, nextSteps, phrasesAsJudged } from '@proviso/explain';
import type { Assessment, Phrasebook } from '@proviso/runtime';
import type { Duty } from '../record.ts';

/** The rules that are not yet due, breached or departed from: law first, each by its day. */
export function openDuties(assessment: Assessment, phrases: Phrasebook): readonly Duty[] {
  const phrasesOf = phrasesAsJudged(assessment, phrases);
  return nextSteps(assessment, { lookAhead: 0 }).rules.map(({ name, of, result }) => {
    const { modality, status, dueOn } = result;
    const about = of === undefined ? '' : `, as to ${instanceWords(phrases, of)}`;
    return {
      rule: name,
      ...(of === undefined ? {} : { of }),
      modality,
      status,
      says: `${dutySentence(name, result, phrasesOf(of))}${about}`,
      ...(dueOn === undefined ? {} : { dueOn }),
    };
  });
}
