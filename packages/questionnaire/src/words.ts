/** The questionnaire's own words for answers, and for what turns on them. */
import { capitalise, english, factValueWords } from '@proviso/explain';
import type { Assessment, Phrasebook } from '@proviso/runtime';

/** An answer to the question for a fact, as a person would say it. */
export function answerWords(answer: unknown, path: string, phrases: Phrasebook): string {
  if (answer === null) return 'I don’t know';
  if (answer === true) return 'Yes';
  if (answer === false) return 'No';
  const words = (one: string | number): string => factValueWords(phrases, path, one);
  if (Array.isArray(answer))
    return answer.length === 0 ? 'None' : capitalise(answer.map((one) => words(String(one))).join(', '));
  return typeof answer === 'string' || typeof answer === 'number' ? capitalise(words(answer)) : '';
}

/** What a name of the pack asks, as a clause. */
export function turningOn(
  names: readonly string[],
  assessment: Assessment,
  phrases: Phrasebook,
): readonly string[] {
  const say = english(phrases);
  return names.map((name) => capitalise(name in assessment.rules ? say.rule(name) : say.whether(name)));
}
