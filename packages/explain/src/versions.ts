/** The words of a statement as they stood by the law that it was judged by: its dated versions may differ in them. */
import {
  type Assessment,
  checkAssessment,
  checkPhrasebook,
  type Phrasebook,
  type Reason,
  type Result,
} from '@proviso/runtime';
import { eachOf } from './answers.ts';

/** A phrasebook, as one instance is judged; undefined: as what belongs to none is. */
export type PhrasesOf = (of: string | undefined) => Phrasebook;

/**
 * The phrasebook with each statement in the words of the version that judged it. Where other instances were judged by other
 * versions, that of none has the words of the last.
 */
export function phrasesAsJudged(assessment: Assessment, phrases: Phrasebook): PhrasesOf {
  checkAssessment(assessment);
  checkPhrasebook(phrases);
  const { definitions, rules } = assessment;
  const dated = [...Object.entries(definitions), ...Object.entries(rules)].filter(
    ([name]) => phrases.statements[name]?.versions !== undefined,
  );
  const known = new Map<string | undefined, Phrasebook>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    let judged = phrases;
    for (const [name, all] of dated) {
      const each = eachOf<Pick<Result, 'because'>>(all);
      const own = each.filter((result) => result.of === of);
      const reasons = (own.length === 0 ? each : own).map(({ because }) => because);
      judged = inWordsOf(name, reasons, judged);
    }
    known.set(of, judged);
    return judged;
  };
}

/** The phrasebook with one statement in the words of the version that all of these results were judged by. */
export function inWordsOf(
  name: string,
  results: readonly (readonly Reason[])[],
  phrases: Phrasebook,
): Phrasebook {
  const statement = phrases.statements[name];
  const labels = new Set(results.flatMap((reasons) => [...versionsIn(name, reasons)]));
  const [label] = labels;
  const words = labels.size === 1 && label !== undefined ? statement?.versions?.[label] : undefined;
  return statement === undefined || words === undefined
    ? phrases
    : { ...phrases, statements: { ...phrases.statements, [name]: { ...statement, ...words } } };
}

/** The versions of a statement that its own trace names: `answer@2020-01-01`, or `answer` where it has no first day. */
function versionsIn(name: string, reasons: readonly Reason[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (reason: Reason): void => {
    if (reason.kind === 'version' && reason.label?.split('@')[0] === name) found.add(reason.label);
    if ('because' in reason) reason.because.forEach(visit);
  };
  reasons.forEach(visit);
  return found;
}
