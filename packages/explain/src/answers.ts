/**
 * The results of an assessment in the order and grouping of an explanation: what the law requires, good practice,
 * permissions, then the questions of definition. Each result gets the number of its paragraph.
 */
import type { Assessment, Instances, Reason, Result, RuleResult } from '@proviso/runtime';

/** One result, of a definition or a rule, for one instance where there are several. */
export type Answer =
  | {
      readonly kind: 'definition';
      readonly name: string;
      readonly of?: string;
      readonly result: Result;
      readonly number: number;
    }
  | {
      readonly kind: 'rule';
      readonly name: string;
      readonly of?: string;
      readonly result: RuleResult;
      readonly number: number;
    };

/** A group of answers under one heading. */
export interface AnswerGroup {
  readonly heading: string;
  readonly answers: readonly Answer[];
  /** Some of the answers are for the members of a list that may have more. */
  readonly open: boolean;
}

type Draft = {
  readonly kind: 'definition' | 'rule';
  readonly name: string;
  readonly of?: string;
  readonly result: Result | RuleResult;
};

/**
 * Groups and numbers the results. `answers`: what the goals asked for; where it is not known, the goals' own names and
 * what nothing else rests on. Other definitions follow where some answer rests on them, and are left out where none does.
 */
export function groupAnswers(
  assessment: Assessment,
  answers: readonly string[] | undefined,
): readonly AnswerGroup[] {
  const rules = Object.entries(assessment.rules);
  const modal = (
    words: readonly string[],
  ): readonly (readonly [string, RuleResult | Instances<RuleResult>])[] =>
    rules.filter(([, result]) => words.includes(modalityOf(result) ?? ''));
  const referred = referredTo(assessment);
  const definitions = Object.entries(assessment.definitions);
  const isAnswer = (name: string): boolean =>
    answers === undefined ? assessment.goals.includes(name) || !referred.has(name) : answers.includes(name);
  const used = reachable(assessment, [
    ...definitions.filter(([name]) => isAnswer(name)).map(([name]) => name),
    ...Object.keys(assessment.rules),
  ]);
  const groups: readonly (readonly [
    string,
    'definition' | 'rule',
    readonly (readonly [string, Result | RuleResult | Instances<Result | RuleResult>])[],
  ])[] = [
    ['Conclusions', 'definition', definitions.filter(([name]) => isAnswer(name))],
    ['What the law requires', 'rule', modal(['must', 'mustNot'])],
    ['Good practice', 'rule', modal(['should', 'shouldNot'])],
    ['What is permitted', 'rule', modal(['may'])],
    [
      'On the way to these answers',
      'definition',
      definitions.filter(([name]) => !isAnswer(name) && used.has(name)),
    ],
  ];
  let number = 0;
  return groups.flatMap(([heading, kind, entries]) => {
    const drafts = entries.flatMap(([name, result]) => drafted(kind, name, result));
    const open = entries.some(([, result]) => 'instances' in result && !result.complete);
    const numbered = drafts.map((draft) => {
      number += 1;
      return { ...draft, number } as Answer;
    });
    return numbered.length === 0 && !open ? [] : [{ heading, answers: numbered, open }];
  });
}

function drafted(
  kind: 'definition' | 'rule',
  name: string,
  result: Result | RuleResult | Instances<Result | RuleResult>,
): readonly Draft[] {
  if (!('instances' in result)) return [{ kind, name, result }];
  return result.instances.map((instance) => ({ kind, name, of: instance.of, result: instance }));
}

function modalityOf(result: RuleResult | Instances<RuleResult>): RuleResult['modality'] | undefined {
  return 'instances' in result ? result.instances[0]?.modality : result.modality;
}

/** Every name that some result's reasons refer to. */
function referredTo(assessment: Assessment): ReadonlySet<string> {
  return new Set(
    [...Object.keys(assessment.definitions), ...Object.keys(assessment.rules)].flatMap((name) =>
      referencesOf(assessment, name),
    ),
  );
}

/** The names that the reasons of these lead to, and where those lead. */
function reachable(assessment: Assessment, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...referencesOf(assessment, name));
  }
  return found;
}

function referencesOf(assessment: Assessment, name: string): readonly string[] {
  const results = [assessment.definitions[name], assessment.rules[name]].flatMap(
    (found): readonly Pick<Result, 'because'>[] =>
      found === undefined ? [] : 'instances' in found ? found.instances : [found],
  );
  const names: string[] = [];
  const visit = (reasons: readonly Reason[]): void => {
    for (const reason of reasons) {
      if (reason.kind === 'definition') names.push(reason.name);
      if ('because' in reason) visit(reason.because);
    }
  };
  for (const { because } of results) visit(because);
  return names;
}
