/** An assessment and its pack's phrasebook as an explanation: conclusion first, then because, then what it rests on. */
import type { Assessment, Need, Phrasebook, RestsOn } from '@proviso/runtime';
import { type Answer, type AnswerGroup, groupAnswers, isSettled } from './answers.ts';
import { citeWords, sourcePoints } from './cites.ts';
import { type Explanation, leaf, type Point, type Section } from './outline.ts';
import type { ReasonContext } from './reasons.ts';
import {
  answerPoint,
  conclusionOf,
  dependenceClause,
  dutySentence,
  lacksCite,
  lawsOutOfForce,
  statusWords,
  vacantPoint,
} from './statements.ts';
import { capitalise, countWords, dateWords, listWords, numberWords, quoted } from './words.ts';
import { factClause, factPhrases, instanceWords, memberWords, openQuestionOf, question } from './wording.ts';

/** How much to say. */
export interface ExplainOptions {
  /** The names that the goals asked for (`answers` of the plan's goals): told first, in this order. */
  readonly answers?: readonly string[];
  /** The needs of the assessment in another order, such as that of `rankNeeds`; in vocabulary order unless given. */
  readonly needs?: readonly Need[];
  /** Show the path of each needed fact (`message.channel`) beside its question, for whoever fills in the facts. */
  readonly showPaths?: boolean;
}

/** The explanation of an assessment, not yet laid out. */
export function explain(
  assessment: Assessment,
  phrases: Phrasebook,
  options: ExplainOptions = {},
): Explanation {
  const groups = groupAnswers(assessment, options.answers, phrases);
  const answers = groups.flatMap((group) => group.answers);
  const contextOf = reasonContexts(assessment.asOf, answers, phrases);
  const sections: Section[] = [verdictSection(assessment, groups, phrases, contextOf, options.needs)];
  for (const group of groups) sections.push(groupSection(group, phrases, contextOf));
  sections.push(...restSections(assessment.restsOn, phrases));
  const needs = options.needs ?? assessment.needs;
  if (needs.length > 0) sections.push(needsSection(needs, groups, phrases, options));
  // A citation that no step of a trace carries is told in the words of the phrasebook, and so is its source.
  const uncarried = [...answers.filter(lacksCite), ...groups.flatMap(({ vacant }) => vacant)];
  const sources = sourcePoints(
    assessment,
    phrases,
    uncarried.flatMap(({ name }) => phrases.statements[name]?.cites ?? []),
  );
  if (sources.length > 0)
    sections.push({ heading: 'Sources', paragraphs: [], points: sources, numbered: false });
  return {
    title: phrases.pack.title,
    subtitle: `Assessed as of ${dateWords(assessment.asOf)}`,
    sections,
    standing: standingLine(assessment),
  };
}

const PARAGRAPHS: Readonly<Record<AnswerGroup['kind'], readonly string[]>> = {
  settled: [],
  unsettled: ['What these turn on is not known; the questions under “Still needed” would settle them.'],
  follows: [],
};

function groupSection(
  group: AnswerGroup,
  phrases: Phrasebook,
  contextOf: (answer: Answer) => ReasonContext,
): Section {
  const open =
    'Some of these are asked of each member of a list, and the list may have more members than are given.';
  return {
    heading: group.heading,
    paragraphs: [...PARAGRAPHS[group.kind], ...(group.open ? [open] : [])],
    points: [
      ...group.answers.map((answer) => answerPoint(answer, contextOf(answer))),
      ...group.vacant.map(({ name }) => vacantPoint(name, phrases)),
    ],
    numbered: true,
  };
}

function reasonContexts(
  asOf: string,
  answers: readonly Answer[],
  phrases: Phrasebook,
): (answer: Answer) => ReasonContext {
  const key = (name: string, of: string | undefined): string => `${name} ${of ?? ''}`;
  const outOfForce = new Set(
    answers.flatMap((answer) =>
      answer.kind === 'definition' && lawsOutOfForce(answer) !== undefined
        ? [key(answer.name, answer.of)]
        : [],
    ),
  );
  const open = new Set(
    answers.flatMap((answer) =>
      answer.kind === 'definition' && answer.result.open === true ? [answer.name] : [],
    ),
  );
  return (answer) => ({
    phrases,
    asOf,
    statement: answer.name,
    kind: answer.kind,
    of: answer.of,
    forbids:
      answer.kind === 'rule' &&
      (answer.result.modality === 'mustNot' || answer.result.modality === 'shouldNot'),
    inException: false,
    isOpen: (name) => open.has(name),
    isOutOfForce: (name, of) => outOfForce.has(key(name, of)),
    reasonsOf: (name) => answers.flatMap((answer) => (answer.name === name ? answer.result.because : [])),
    paragraphOf: (name, of) => {
      const paragraphs = answers.filter((each) => each.name === name);
      const exact = paragraphs.find((each) => each.of === of);
      return (exact ?? (paragraphs.length === 1 ? paragraphs[0] : undefined))?.number;
    },
  });
}

/** What the verdict says, over the rules examined and nothing else. */
function verdictSection(
  assessment: Assessment,
  groups: readonly AnswerGroup[],
  phrases: Phrasebook,
  contextOf: (answer: Answer) => ReasonContext,
  needs: readonly Need[] | undefined,
): Section {
  const answers = groups.flatMap((group) => group.answers);
  const examined = new Set(assessment.rulesExamined);
  const breached = answers.flatMap((answer) =>
    answer.kind === 'rule' && answer.result.status === 'breached' && examined.has(answer.name)
      ? [answer]
      : [],
  );
  const n = assessment.rulesExamined.length;
  const paragraphs: string[] = [];
  switch (assessment.verdict) {
    case 'breachFound':
      paragraphs.push(
        `A breach is found, in ${countWords(breached.length, 'respect')} (${countWords(n, 'rule')} examined).`,
      );
      break;
    case 'undetermined':
      paragraphs.push(
        `No breach is found so far, but not everything is settled: the facts given leave open ${n === 1 ? 'the one rule' : `at least one of the ${countWords(n, 'rule')}`} examined.`,
      );
      break;
    case 'noBreachFound':
      paragraphs.push(
        n === 0
          ? 'No rule was examined that can be breached: this assessment answers questions of definition only.'
          : `No breach is found under the ${n === 1 ? 'one rule' : countWords(n, 'rule')} examined. Other rules may apply; nothing is said about them.`,
      );
      break;
    default:
      throw new Error(`unknown verdict: ${String(assessment.verdict satisfies never)}`);
  }
  const lead = leadSentences(groups, contextOf);
  if (lead !== undefined) paragraphs.unshift([lead, ...paragraphs.splice(0)].join(' '));
  const unsettled = groups.flatMap(({ kind, answers: members, vacant }) =>
    kind === 'unsettled' ? [...members, ...vacant] : [],
  );
  const asked =
    answers.filter((answer) => answer.asked).length + groups.flatMap(({ vacant }) => vacant).length;
  if (unsettled.length > 0) {
    paragraphs.push(settledSentence(asked - unsettled.length, asked));
  }
  if (needs !== undefined && needs.length > MOST_QUESTIONS) {
    const first = needs.slice(0, MOST_QUESTIONS).map((need) => quoted(needQuestion(need, phrases)));
    paragraphs.push(`The questions that serve most of them: ${listWords(first)}.`);
  }
  const points = breached.map(({ name, of, result, number }) =>
    leaf(
      `${dutySentence(name, result, phrases)}: ${statusWords(result).toLowerCase()}${of === undefined ? '' : ` as to ${instanceWords(phrases, of)}`} (see ${number})`,
    ),
  );
  return { heading: 'Outcome', paragraphs, points, numbered: false };
}

/** Where one definition was asked for, and for no more than a few instances: how it came out. */
function leadSentences(
  groups: readonly AnswerGroup[],
  contextOf: (answer: Answer) => ReasonContext,
): string | undefined {
  const asked = groups.flatMap(({ answers }) => answers.filter((answer) => answer.asked));
  const names = new Set([...asked, ...groups.flatMap(({ vacant }) => vacant)].map(({ name }) => name));
  if (names.size !== 1 || asked.length === 0 || asked.length > MOST_LEADS) return undefined;
  const sentences = asked.flatMap((answer) =>
    answer.kind === 'definition' ? [conclusionOf(answer, contextOf(answer))] : [],
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** The outcome begins with no more answers than this. */
const MOST_LEADS = 3;

/** "Of ten answers asked for, three are settled and seven are not." */
function settledSentence(settled: number, asked: number): string {
  if (settled === 0)
    return asked === 1
      ? 'The one answer asked for is not settled.'
      : `None of the ${numberWords(asked)} answers asked for is settled.`;
  const open = asked - settled;
  return `Of ${countWords(asked, 'answer')} asked for, ${numberWords(settled)} ${settled === 1 ? 'is' : 'are'} settled and ${numberWords(open)} ${open === 1 ? 'is' : 'are'} not.`;
}

function restSections(rests: RestsOn, phrases: Phrasebook): readonly Section[] {
  const points: Point[] = [];
  for (const { path, value } of rests.judgements) {
    const open = openQuestionOf(phrases, path);
    const note =
      open === undefined
        ? ''
        : open.excepts
          ? ', on an exception that the source does not list'
          : ', on a ground the source does not list';
    points.push(
      leaf(
        `a judgement${aboutInstance(path, phrases)}: ${factClause(phrases, { kind: 'fact', path, value, input: 'fact' })}${note}`,
      ),
    );
  }
  for (const { path, value, cites } of rests.assumptions) {
    points.push(
      leaf(
        `a presumption, since the fact is not known${aboutInstance(path, phrases)}: ${factClause(phrases, { kind: 'fact', path, value, input: 'fact' })}`,
        citeWords(cites, phrases),
      ),
    );
  }
  for (const reading of rests.readings) points.push(leaf(dependenceClause(reading, phrases)));
  return points.length === 0
    ? []
    : [{ heading: 'What this rests on', paragraphs: [], points, numbered: false }];
}

function aboutInstance(path: string, phrases: Phrasebook): string {
  const instance = /^(.*\[\d+\])\./.exec(path)?.[1];
  return instance === undefined ? '' : ` as to ${instanceWords(phrases, instance)}`;
}

function needsSection(
  needs: readonly Need[],
  groups: readonly AnswerGroup[],
  phrases: Phrasebook,
  options: ExplainOptions,
): Section {
  const numbersOf = (need: Need): readonly number[] => {
    const isServed = ({ name }: { readonly name: string }): boolean => need.for.includes(name);
    const served = groups.flatMap(({ answers }) => answers.filter(isServed));
    const vacant = groups.flatMap((group) => group.vacant.filter(isServed));
    const open = [...served.filter((answer) => !isSettled(answer)), ...vacant];
    return (need.kind === 'list' || open.length === 0 ? [...served, ...vacant] : open)
      .map(({ number }) => number)
      .toSorted((a, b) => a - b);
  };
  return {
    heading: 'Still needed',
    paragraphs: ['The answers to these questions would settle what is open above.'],
    points: needs.map((need) => needPoint(need, numbersOf(need), phrases, options)),
    numbered: false,
  };
}

/** So many questions are put first where there are more. */
const MOST_QUESTIONS = 3;

/** More numbers than this are counted, not listed. */
const MOST_NUMBERS = 6;

function needQuestion({ path, kind }: Need, phrases: Phrasebook): string {
  return kind === 'list' && factPhrases(phrases, path).ask === undefined
    ? `Is there any ${memberWords(phrases, path)} besides those given?`
    : question(phrases, path);
}

function needPoint(
  need: Need,
  served: readonly number[],
  phrases: Phrasebook,
  options: ExplainOptions,
): Point {
  const instance = aboutInstance(need.path, phrases);
  const ask = needQuestion(need, phrases);
  const notes: string[] = [];
  if (need.kind === 'list') notes.push('every one of them');
  if (need.kind === 'judgement') notes.push('a judgement');
  if (need.kind === 'otherwise') notes.push('a judgement on what the source leaves open');
  if (served.length > MOST_NUMBERS) notes.push(`for ${served.length} of the answers`);
  else if (served.length > 0) notes.push(`for ${listWords(served.map(String))}`);
  const path = options.showPaths === true ? ` [${need.path}]` : '';
  const about = instance === '' ? '' : `${capitalise(instance.trim())}: `;
  return {
    text: `${about}${about === '' ? ask : joined(ask)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}${path}`,
    points: [],
    whole: true,
  };
}

/** Without its capital, for the middle of a sentence; a name or a number of its own keeps it. */
function joined(ask: string): string {
  return /^[A-Z][a-z]* [a-z]/.test(ask) ? ask.slice(0, 1).toLowerCase() + ask.slice(1) : ask;
}

function standingLine(assessment: Assessment): string {
  const { id, version, meaning, text } = assessment.pack;
  return `This is not legal advice. ${id} ${version}, as of ${dateWords(assessment.asOf)}; digest of its meaning ${meaning.slice(0, 12)}, of its text ${text.slice(0, 12)}.`;
}
