/** The questionnaire's own words for answers, and for what is asked about. */
import type { Question } from '@proviso/interview';
import {
  capitalise,
  english,
  factPhrases,
  humanise,
  memberWords,
  valueWords,
  withoutNotYet,
} from '@proviso/explain';
import type { Assessment, Phrasebook } from '@proviso/runtime';

/** An answer as a person would say it. */
export function answerWords(answer: unknown): string {
  if (answer === null) return 'I don’t know';
  if (answer === true) return 'Yes';
  if (answer === false) return 'No';
  if (Array.isArray(answer))
    return answer.length === 0 ? 'None' : capitalise(answer.map((one) => humanise(String(one))).join(', '));
  return typeof answer === 'string' || typeof answer === 'number' ? capitalise(valueWords(answer)) : '';
}

/** The question as it stands on its page; `listed`: how many members a list has so far. */
export function questionWords({ kind, ask, path }: Question, listed: number, phrases: Phrasebook): string {
  if (kind === 'list') {
    const own = factPhrases(phrases, path).ask;
    return own ?? `Is there ${listed === 0 ? 'any' : 'another'} ${memberWords(phrases, path)} to tell of?`;
  }
  // Some packs tell whoever writes a file of facts what to write; on a page that is a choice of its own.
  return withoutNotYet(ask);
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
