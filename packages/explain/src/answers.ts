/**
 * The results of an assessment in the order and grouping of an explanation: what the law requires, good practice,
 * permissions, then the questions of definition. Each result gets the number of its paragraph.
 */
import type { Assessment, Instances, Reason, Result, RuleResult } from '@proviso/runtime';

/** One result, of a definition or a rule, for one instance where there are several. */
export type Answer =
  | { readonly kind: 'definition'; readonly name: string; readonly of?: string; readonly result: Result; readonly number: number }
  | { readonly kind: 'rule'; readonly name: string; readonly of?: string; readonly result: RuleResult; readonly number: number };

/** A group of answers under one heading. */
export interface AnswerGroup {
  readonly heading: string;
  readonly answers: readonly Answer[];
  /** Lists whose results are not complete, because they may have more members: the statement's name. */
  readonly open: readonly string[];
}

type Draft = { readonly kind: 'definition' | 'rule'; readonly name: string; readonly of?: string; readonly result: Result | RuleResult };

/** Groups and numbers every result. Definitions that others rest on come after those that stand by themselves. */
export function groupAnswers(assessment: Assessment): readonly AnswerGroup[] {
  const rules = Object.entries(assessment.rules);
  const modal = (words: readonly string[]): readonly (readonly [string, RuleResult | Instances<RuleResult>])[] =>
    rules.filter(([, result]) => words.includes(modalityOf(result) ?? ''));
  const referred = referredTo(assessment);
  const definitions = Object.entries(assessment.definitions);
  const groups: readonly (readonly [string, 'definition' | 'rule', readonly (readonly [string, Result | RuleResult | Instances<Result | RuleResult>])[]])[] = [
    ['Conclusions', 'definition', definitions.filter(([name]) => assessment.goals.includes(name) || !referred.has(name))],
    ['What the law requires', 'rule', modal(['must', 'mustNot'])],
    ['Good practice', 'rule', modal(['should', 'shouldNot'])],
    ['What is permitted', 'rule', modal(['may'])],
    ['On the way to these answers', 'definition', definitions.filter(([name]) => !assessment.goals.includes(name) && referred.has(name))],
  ];
  let number = 0;
  return groups.flatMap(([heading, kind, entries]) => {
    const drafts = entries.flatMap(([name, result]) => drafted(kind, name, result));
    const open = entries.flatMap(([name, result]) => ('instances' in result && !result.complete ? [name] : []));
    const answers = drafts.map((draft) => {
      number += 1;
      return { ...draft, number } as Answer;
    });
    return answers.length === 0 && open.length === 0 ? [] : [{ heading, answers, open }];
  });
}

function drafted(kind: 'definition' | 'rule', name: string, result: Result | RuleResult | Instances<Result | RuleResult>): readonly Draft[] {
  if (!('instances' in result)) return [{ kind, name, result }];
  return result.instances.map((instance) => ({ kind, name, of: instance.of, result: instance }));
}

function modalityOf(result: RuleResult | Instances<RuleResult>): RuleResult['modality'] | undefined {
  return 'instances' in result ? result.instances[0]?.modality : result.modality;
}

function referredTo(assessment: Assessment): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (reasons: readonly Reason[]): void => {
    for (const reason of reasons) {
      if (reason.kind === 'definition') names.add(reason.name);
      if ('because' in reason) visit(reason.because);
    }
  };
  for (const result of [...Object.values(assessment.definitions), ...Object.values(assessment.rules)]) {
    if ('instances' in result) for (const instance of result.instances) visit(instance.because);
    else visit(result.because);
  }
  return names;
}
