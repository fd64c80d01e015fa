/** An assessment and its pack's phrasebook as an explanation: conclusion first, then because, then what it rests on. */
import type { Assessment, Need, Phrasebook, RestsOn, Result } from '@proviso/runtime';
import { type Answer, groupAnswers } from './answers.ts';
import { citeWords, sourcePoints } from './cites.ts';
import { type Explanation, leaf, type Point, type Section } from './outline.ts';
import type { ReasonContext } from './reasons.ts';
import { answerPoint, dependenceClause, dutySentence, statusWords } from './statements.ts';
import { capitalise, countWords, dateWords, listWords } from './words.ts';
import { factClause, instanceWords, question } from './wording.ts';

/** How much to say. */
export interface ExplainOptions {
  /** The names that the goals asked for (`answers` of the plan's goals): told first, as conclusions. */
  readonly answers?: readonly string[];
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
  const sections: Section[] = [verdictSection(assessment, answers, phrases)];
  for (const group of groups) {
    sections.push({
      heading: group.heading,
      paragraphs: group.open
        ? [
            'Some of these are asked of each member of a list, and the list may have more members than are given.',
          ]
        : [],
      points: group.answers.map((answer) => answerPoint(answer, contextOf(answer))),
      numbered: true,
    });
  }
  sections.push(...restSections(assessment.restsOn, phrases));
  if (assessment.needs.length > 0) sections.push(needsSection(assessment.needs, answers, phrases, options));
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
    forbids:
      answer.kind === 'rule' &&
      (answer.result.modality === 'mustNot' || answer.result.modality === 'shouldNot'),
    inException: false,
    isOpen: (name) => open.has(name),
    isOutOfForce: (name, of) => definitions.get(key(name, of))?.notInForce !== undefined,
    reasonsOf: (name) => answers.flatMap((answer) => (answer.name === name ? answer.result.because : [])),
    paragraphOf: (name, of) =>
      answers.find((each) => each.name === name && (of === undefined || each.of === of))?.number,
  });
}

/** What the verdict says, over the rules examined and nothing else. */
function verdictSection(assessment: Assessment, answers: readonly Answer[], phrases: Phrasebook): Section {
  const examined = new Set(assessment.rulesExamined);
  const rules = answers.filter((answer) => answer.kind === 'rule' && examined.has(answer.name));
  const n = assessment.rulesExamined.length;
  const breached = rules.filter((answer) => answer.kind === 'rule' && answer.result.status === 'breached');
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
  const points = breached.map((answer) =>
    leaf(
      `${answer.kind === 'rule' ? dutySentence(answer.name, answer.result, phrases) : ''}: ${answer.kind === 'rule' ? statusWords(answer.result).toLowerCase() : ''} (see ${answer.number})`,
    ),
  );
  return { heading: 'Outcome', paragraphs, points, numbered: false };
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
  const numbers = new Map<string, number[]>();
  for (const answer of answers)
    numbers.set(answer.name, [...(numbers.get(answer.name) ?? []), answer.number]);
  return {
    heading: 'Still needed',
    paragraphs: ['The answers to these questions would settle what is open above.'],
    points: needs.map((need) => needPoint(need, numbers, phrases, options)),
    numbered: false,
  };
}

function needPoint(
  need: Need,
  numbers: ReadonlyMap<string, readonly number[]>,
  phrases: Phrasebook,
  options: ExplainOptions,
): Point {
  const instance = aboutInstance(need.path, phrases);
  const ask =
    need.kind === 'list' && phrases.facts[need.path]?.ask === undefined
      ? `Are there any more ${need.path.replaceAll(/\[\d+\]/g, '')}?`
      : question(phrases, need.path);
  const notes: string[] = [];
  if (need.kind === 'list') notes.push('every one of them');
  if (need.kind === 'judgement') notes.push('a judgement');
  if (need.kind === 'otherwise') notes.push('a judgement on what the source leaves open');
  const served = need.for.flatMap((name) => numbers.get(name) ?? []);
  if (served.length > 0) notes.push(`for ${listWords([...new Set(served)].map(String))}`);
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
