/** Which of the rules examined a verdict is over: those that can be breached. */
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { eachOf } from './answers.ts';
import { checkExamined } from './given.ts';

/**
 * The must and must-not rules among those examined. Of a rule without an instance in the case, results say nothing: then
 * the phrasebook does; where that does not either, it counts as one.
 */
export function bindingRules(
  assessment: Pick<Assessment, 'rulesExamined' | 'rules'>,
  phrases?: Pick<Phrasebook, 'statements'>,
): readonly string[] {
  checkExamined(assessment);
  const { rulesExamined, rules } = assessment;
  return rulesExamined.filter((name) => {
    const all = rules[name];
    const [result] = all === undefined ? [] : eachOf(all);
    const modality = result?.modality ?? phrases?.statements[name]?.modality ?? 'must';
    return modality === 'must' || modality === 'mustNot';
  });
}
