/** An assessment and its pack's phrasebook as an explanation: conclusion first, then because, then what it rests on. */
import type { Assessment, Need, Phrasebook, RestsOn, Result } from '@proviso/runtime';
import { type Answer, type AnswerGroup, groupAnswers, isSettled } from './answers.ts';
import { citeWords, sourcePoints } from './cites.ts';
import { type Explanation, leaf, type Point, type Section } from './outline.ts';
import type { ReasonContext } from './reasons.ts';
import { answerPoint, dependenceClause, dutySentence, statusWords } from './statements.ts';
import { capitalise, countWords, dateWords, humanise, listWords, numberWords, quoted } from './words.ts';
import { factClause, factPhrases, instanceWords, lastName, question } from './wording.ts';

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
  const groups = groupAnswers(assessment, options.answers);
  const answers = groups.flatMap((group) => group.answers);
  const contextOf = reasonContexts(assessment.asOf, answers, phrases);
  const sections: Section[] = [verdictSection(assessment, groups, phrases, options.needs)];
  for (const group of groups) sections.push(groupSection(group, contextOf));
  sections.push(...restSections(assessment.restsOn, phrases));
  const needs = options.needs ?? assessment.needs;
  if (needs.length > 0) sections.push(needsSection(needs, answers, phrases, options));
  const sources = sourcePoints(assessment);
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

function groupSection(group: AnswerGroup, contextOf: (answer: Answer) => ReasonContext): Section {
  const open =
    'Some of these are asked of each member of a list, and the list may have more members than are given.';
  return {
    heading: group.heading,
    paragraphs: [...PARAGRAPHS[group.kind], ...(group.open ? [open] : [])],
    points: group.answers.map((answer) => answerPoint(answer, contextOf(answer))),
    numbered: true,
  };
}

function reasonContexts(
  asOf: string,
  answers: readonly Answer[],
  phrases: Phrasebook,
): (answer: Answer) => ReasonContext {
  const key = (name: string, of: string | undefined): string => `${name} ${of ?? ''}`;
  const definitions = new Map<string, Result>();
  for (const answer of answers)
    if (answer.kind === 'definition') definitions.set(key(answer.name, answer.of), answer.result);
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
    isOutOfForce: (name, of) => definitions.get(key(name, of))?.notInForce !== undefined,
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
  const unsettled = groups.flatMap(({ kind, answers: members }) => (kind === 'unsettled' ? members : []));
  const asked = answers.filter((answer) => answer.asked).length;
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
    const input = path.includes('otherwise.') ? 'otherwise' : 'judgement';
    points.push(
      leaf(
        `a judgement${aboutInstance(path, phrases)}: ${factClause(phrases, { kind: 'fact', path, value, input: 'fact' })}${input === 'otherwise' ? ', on a ground the source does not list' : ''}`,
      ),
    );
  }
  for (const { path, value, cites } of rests.assumptions) {
    points.push(
      leaf(
        `a presumption, since the fact is not known${aboutInstance(path, phrases)}: ${factClause(phrases, { kind: 'fact', path, value, input: 'fact' })}`,
        citeWords(cites),
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
  answers: readonly Answer[],
  phrases: Phrasebook,
  options: ExplainOptions,
): Section {
  const numbersOf = (need: Need): readonly number[] => {
    const served = answers.filter(({ name }) => need.for.includes(name));
    const open = served.filter((answer) => !isSettled(answer));
    return (need.kind === 'list' || open.length === 0 ? served : open).map(({ number }) => number);
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
    ? `Which ${humanise(lastName(path))} are there?`
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
    text: `${about}${ask}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}${path}`,
    points: [],
    whole: true,
  };
}

function standingLine(assessment: Assessment): string {
  const { id, version, meaning, text } = assessment.pack;
  return `This is not legal advice. ${id} ${version}, as of ${dateWords(assessment.asOf)}; digest of its meaning ${meaning.slice(0, 12)}, of its text ${text.slice(0, 12)}.`;
}
