/** What the functions of this package take, told to callers whose types nobody checked. */
import { checkAssessment } from '@proviso/runtime';

/** Throws a `TypeError` where these are not an assessment and a phrasebook. */
export function checkGiven(assessment: unknown, phrases: unknown): void {
  checkAssessment(assessment);
  const { pack, facts, statements } = (phrases ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof pack === 'object' && typeof facts === 'object' && typeof statements === 'object') return;
  throw new TypeError('a phrasebook was expected: the `phrases.json` of the pack that made the assessment');
}

/** Throws a `TypeError` where this is not an explanation. */
export function checkExplanation(explanation: unknown): void {
  const { title, sections } = (explanation ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof title === 'string' && Array.isArray(sections)) return;
  throw new TypeError('an explanation was expected, as `explain` returns it');
}
