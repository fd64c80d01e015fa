/** The first section: how it came out, over the rules examined and nothing else. */
import type { Assessment, Need } from '@proviso/runtime';
import { conclusionOf } from './answer-point.ts';
import { type Answer, type AnswerGroup, isSettled, type RuleAnswer } from './answers.ts';
import type { Telling } from './contexts.ts';
import { bindingRules } from './examined.ts';
import { leaf, type Section } from './outline.ts';
import type { ReasonContext } from './reasons.ts';

/** The outcome of an assessment. `needs`: what is missing, best first, where that order is known. */
export function outcomeSection(
  assessment: Assessment,
  groups: readonly AnswerGroup[],
  contextOf: (answer: Answer) => ReasonContext,
  telling: Telling,
  needs: readonly Need[] | undefined,
): Section {
  const { say, sayOf, sources } = telling;
  const breached = rulesOf(groups, assessment, 'breached');
  const departed = rulesOf(groups, assessment, 'departedFrom');
  const { asked, open } = countsOf(groups);
  const paragraphs = [
    [
      ...leads(groups).map((answer) => say.lead(conclusionOf(answer, contextOf(answer)), answer.number)),
      verdictSentence(assessment, breached.length, telling),
      ...(departed.length === 0 ? [] : [say.departures(departed.map(({ number }) => number))]),
    ].join(' '),
    ...(open === 0 ? [] : [say.settled(asked - open, asked)]),
    ...(needs === undefined || needs.length <= MOST_QUESTIONS
      ? []
      : [say.firstQuestions(needs.slice(0, MOST_QUESTIONS).map((need) => say.needQuestion(need)))]),
  ];
  const points = breached.map(({ name, of, result, number }) =>
    leaf(sayOf(of).breach(name, result, of, sources.textOf(name, of)), {
      see: { words: say.see(number), paragraph: number },
    }),
  );
  return { heading: say.headings.outcome, paragraphs, points, numbered: false };
}

/** The verdict, and over how many rules it is. */
export function verdictSentence(
  assessment: Assessment,
  breaches: number,
  { say, phrasesOf }: Pick<Telling, 'say' | 'phrasesOf'>,
): string {
  const binding = bindingRules(assessment, phrasesOf(undefined)).length;
  return say.verdict(assessment.verdict, breaches, binding, assessment.rulesExamined.length - binding);
}

/** So many questions are put first where there are more. */
const MOST_QUESTIONS = 3;

/** The rules examined that came out so. */
export function rulesOf(
  groups: readonly AnswerGroup[],
  assessment: Assessment,
  status: RuleAnswer['result']['status'],
): readonly RuleAnswer[] {
  const isExamined =
    status === 'breached' ? (name: string) => assessment.rulesExamined.includes(name) : () => true;
  return groups.flatMap(({ answers }) =>
    answers.flatMap((answer) =>
      answer.kind === 'rule' && answer.result.status === status && isExamined(answer.name) ? [answer] : [],
    ),
  );
}

/** How many answers were asked for, and how many of them are not settled. */
export function countsOf(groups: readonly AnswerGroup[]): { readonly asked: number; readonly open: number } {
  const vacant = groups.flatMap((group) => group.vacant).length;
  const asked = groups.flatMap(({ answers }) => answers.filter((answer) => answer.asked));
  return { asked: asked.length + vacant, open: asked.filter((one) => !isSettled(one)).length + vacant };
}

/** The outcome begins with no more answers than this. */
const MOST_LEADS = 3;

/** Where one definition was asked for, and for no more than a few instances: what it is led by. */
export function leads(groups: readonly AnswerGroup[]): readonly Answer[] {
  const asked = groups.flatMap(({ answers }) => answers.filter((answer) => answer.asked));
  const names = new Set([...asked, ...groups.flatMap(({ vacant }) => vacant)].map(({ name }) => name));
  return names.size !== 1 || asked.length > MOST_LEADS
    ? []
    : asked.filter(({ kind }) => kind === 'definition');
}
