/** A whole trace in a paragraph: the conclusion and what decides it, what is breached, what is due, what is missing. */
import type { Assessment, Need } from '@proviso/runtime';
import { conclusionOf, operativePoints } from './answer-point.ts';
import { type Answer, type AnswerGroup, isSettled, type RuleAnswer } from './answers.ts';
import type { Telling } from './contexts.ts';
import { type Alternatives, otherwiseClause } from './alternatives.ts';
import { lawsOutOfForce } from './laws.ts';
import { normalise } from './normalise.ts';
import type { Point, Section } from './outline.ts';
import { countsOf, leads, rulesOf, verdictSentence } from './outcome.ts';
import { type ReasonContext, reasonPoints } from './reasons.ts';

/** So much is told of each kind; the rest is counted. */
const MOST = { answers: 3, reasons: 2, rules: 3, open: 3, questions: 2 } as const;

/** How many rules of a kind are told: the last of them is told as shortly as it is counted. */
function most({ length }: readonly RuleAnswer[]): number {
  return length === MOST.rules + 1 ? length : MOST.rules;
}

/** The one section of the short form. */
export function shortSection(
  assessment: Assessment,
  groups: readonly AnswerGroup[],
  contextOf: (answer: Answer) => ReasonContext,
  telling: Telling,
  needs: readonly Need[],
): Section {
  const { say, sayOf, sources, alternatives } = telling;
  const { first, others } = toldFirst(groups);
  // What breaks the law before what breaks a text that is none.
  const breached = rulesOf(groups, assessment, 'breached').toSorted(
    (a, b) =>
      Number(sources.textOf(a.name, a.of) !== undefined) - Number(sources.textOf(b.name, b.of) !== undefined),
  );
  const { open } = countsOf(groups);
  const openTold = first.filter((answer) => !isSettled(answer)).length;
  const judgements = assessment.restsOn.judgements.length;
  const departed = rulesOf(groups, assessment, 'departedFrom');
  const due = rulesOf(groups, assessment, 'notYetDue');
  const drawnFrom = sources.behind([
    ...first,
    ...[breached, departed, due].flatMap((rules) => rules.slice(0, most(rules))),
  ]);
  const tell = (kind: 'breached' | 'departedFrom' | 'due', rules: readonly RuleAnswer[]): string[] =>
    rules.length === 0
      ? []
      : [
          say.rules(
            kind,
            rules.slice(0, most(rules)).map(({ name, of, result }) => ({
              duty: sayOf(of).duty(name, { modality: result.modality, bearer: result.bearer }),
              text: kind === 'departedFrom' ? undefined : sources.textOf(name, of),
              ...(of === undefined ? {} : { of }),
              ...(result.dueOn === undefined || result.dueOn === 'notYet' ? {} : { dueOn: result.dueOn }),
            })),
            Math.max(0, rules.length - most(rules)),
          ),
        ];
  const sentences = [
    ...first.map((answer) =>
      say.because(
        conclusionOf(answer, contextOf(answer)),
        isSettled(answer) && lawsOutOfForce(answer) === undefined
          ? decisive(operativePoints(answer, contextOf(answer)))
          : [],
      ),
    ),
    ...first.flatMap((answer) => otherReadings(answer, alternatives, sayOf(answer.of))),
    ...(breached.length > 0 || assessment.rulesExamined.length === 0
      ? []
      : [verdictSentence(assessment, breached.length, telling)]),
    ...tell('breached', breached),
    ...whyApplies(breached, contextOf, say),
    ...tell('departedFrom', departed),
    ...tell('due', due),
    ...(others === 0 ? [] : [say.otherAnswers(others, breached.length + departed.length + due.length > 0)]),
    ...(open === 0
      ? []
      : [
          say.missing(
            openTold === open ? 0 : open,
            openTold === open ? [] : openSubjects(groups, sayOf),
            needs.slice(0, MOST.questions).map((need) => say.needQuestion(need)),
            Math.max(0, needs.length - MOST.questions),
          ),
        ]),
    ...(judgements === 0 ? [] : [say.judgements(judgements)]),
    ...(drawnFrom.length === 0 ? [] : [say.inShort(drawnFrom, assessment.asOf)]),
  ];
  return { heading: say.headings.short, paragraphs: [sentences.join(' ')], points: [], numbered: false };
}

/** The first of what is not settled, each as a subject. */
function openSubjects(groups: readonly AnswerGroup[], sayOf: Telling['sayOf']): readonly string[] {
  const open = groups.flatMap(({ answers, vacant }) => [
    ...answers.filter((answer) => answer.asked && !isSettled(answer)),
    ...vacant.map(({ name }) => ({ name, of: undefined })),
  ]);
  return open.slice(0, MOST.open).map(({ name, of }) => sayOf(of).openSubject(name, of));
}

/** What the paragraph begins with: the one definition asked for, else the answers that are settled, or their number. */
function toldFirst(groups: readonly AnswerGroup[]): {
  readonly first: readonly Answer[];
  readonly others: number;
} {
  const only = leads(groups);
  if (only.length > 0) return { first: only, others: 0 };
  const settled = groups.flatMap(({ answers }) =>
    answers.filter((answer) => answer.asked && isSettled(answer) && !isToldAsRule(answer)),
  );
  return settled.length > MOST.answers
    ? { first: [], others: settled.length }
    : { first: settled, others: 0 };
}

/** Is it among the rules that are told by their kind? */
function isToldAsRule(answer: Answer): boolean {
  return answer.kind === 'rule' && ['breached', 'departedFrom', 'notYetDue'].includes(answer.result.status);
}

/** Of the one rule that is breached, the reasons for which it applies. */
function whyApplies(
  breached: readonly RuleAnswer[],
  contextOf: (answer: Answer) => ReasonContext,
  say: Telling['say'],
): readonly string[] {
  const [only] = breached;
  if (only === undefined || breached.length > 1) return [];
  const context = contextOf(only);
  const applies = only.result.because.flatMap((reason) =>
    reason.kind === 'applies' ? normalise(reason.because) : [],
  );
  const reasons = decisive(reasonPoints(applies, context));
  return reasons.length === 0 ? [] : [say.applies(reasons)];
}

/** The first reasons, each in one clause; what only says that something else does not stand in the way is no reason. */
function decisive(points: readonly Point[]): readonly string[] {
  const clauses = points.filter((point) => point.decides !== false).map(clauseOf);
  return [...new Set(clauses)].slice(0, MOST.reasons);
}

function clauseOf({ text, points }: Point): string {
  const [only] = points;
  return only !== undefined && points.length === 1 && only.points.length === 0 ? only.text : text;
}

function otherReadings(answer: Answer, alternatives: Alternatives, say: Telling['say']): readonly string[] {
  const clauses = (answer.result.dependsOn ?? []).flatMap((one) => {
    const others = alternatives.onReadings(answer, one).map(({ reading, other }) => ({
      reading,
      otherwise: otherwiseClause(answer, other, false, say),
    }));
    return one.confirmed ? [say.dependence(one, others)] : [];
  });
  return clauses.length === 0 ? [] : [say.readings(clauses)];
}
