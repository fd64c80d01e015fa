/** An assessment and its pack's phrasebook as an explanation: conclusion first, then because, then what it rests on. */
import type { Assessment, Need, Phrasebook, PhraseCite, Provenance } from '@proviso/runtime';
import { alternativesOf, type Reassess } from './alternatives.ts';
import { answerPoint, vacantPoint } from './answer-point.ts';
import { type Answer, type AnswerGroup, groupAnswers } from './answers.ts';
import { reasonContexts, type Telling } from './contexts.ts';
import { english } from './english/english.ts';
import { isNotEstablished, resultsIn } from './established.ts';
import { checkGiven, checkOptions, explainKinds } from './given.ts';
import { statusIfApplies } from './if-applies.ts';
import { needsSection } from './needs.ts';
import { outcomeSection } from './outcome.ts';
import type { Explanation, Section } from './outline.ts';
import { factPhrases, hasQuestion, openQuestionOf } from './phrases.ts';
import { isTwoSided } from './polarity.ts';
import { attributionOf } from './provenance.ts';
import type { ReasonContext } from './reasons.ts';
import { provenanceSection, restSections } from './rests.ts';
import { shortSection } from './short.ts';
import { lastDay, type Sources, sourcesOf } from './sources.ts';
import { phrasesAsJudged } from './versions.ts';
import type { Heading, Language, Wording } from './wording.ts';

/**
 * How much of one trace: `short`, a paragraph; `standard`, what was asked for and how it follows; `full`, also every answer
 * that only repeats what is missing, what was worked out on the way, and on whose word each fact is given.
 */
export type Length = 'short' | 'standard' | 'full';

/** How much to say. */
export interface ExplainOptions {
  /** `standard` unless told. */
  readonly length?: Length;
  /** English unless told. */
  readonly language?: Language;
  /** The names that the goals asked for (`answers` of the plan's goals): told first, in this order. */
  readonly answers?: readonly string[];
  /** The needs of the assessment in another order, such as that of `rankNeeds`; in vocabulary order unless given. */
  readonly needs?: readonly Need[];
  /** Show the path of each needed fact (`message.channel`) beside its question, for whoever fills in the facts. */
  readonly showPaths?: boolean;
  /**
   * On whose word the facts are given, by path, or by that of a record or list for all that is in it: judgements are told with
   * who made them, when and why.
   */
  readonly provenance?: Provenance;
  /**
   * Assesses the same case once more, on another reading or without some facts: what an answer would be on the other
   * reading, and that a rule would apply but for its exception, can be said only then. Called only where there is
   * something to ask.
   */
  readonly reassess?: Reassess;
}

/** The explanation of an assessment, not yet laid out. */
export function explain(
  assessment: Assessment,
  phrases: Phrasebook,
  options: ExplainOptions = {},
): Explanation {
  const telling = tellingOf(assessment, phrases, options);
  const { say } = telling;
  const { length = 'standard', needs = assessment.needs } = options;
  const groups = groupAnswers(assessment, options.answers, phrases, length === 'full');
  const answers = groups.flatMap((group) => group.answers);
  const contextOf = reasonContexts(answers, telling);
  const sections =
    length === 'short'
      ? [shortSection(assessment, groups, contextOf, telling, needs)]
      : [
          outcomeSection(assessment, groups, contextOf, telling, options.needs),
          ...answerSections(groups, contextOf, telling, needs.length > 0),
          ...restSections(assessment, answers, (path) => openQuestionOf(phrases, path), telling),
          ...(length === 'full' ? provenanceSection(assessment, answers, telling) : []),
          ...(needs.length > 0 ? [needsSection(needs, groups, say, options.showPaths === true)] : []),
        ];
  return framed(assessment, phrases, withSources(sections, answers, telling), say);
}

/** What everything told of an assessment shares. */
export function tellingOf(assessment: Assessment, phrases: Phrasebook, options: ExplainOptions): Telling {
  checkGiven(assessment, phrases);
  checkOptions(options, explainKinds);
  const { language = english, provenance = {}, reassess } = options;
  const phrasesOf = phrasesAsJudged(assessment, phrases);
  const sayOf: Telling['sayOf'] = (of) => language(phrasesOf(of));
  const say = sayOf(undefined);
  const resultOf = resultsIn(assessment);
  const isYesNo = (path: string): boolean => isTwoSided(factPhrases(phrases, path).say ?? '');
  return {
    say,
    sayOf,
    phrasesOf,
    sources: sourcesOf(assessment, phrasesOf, say),
    asOf: assessment.asOf,
    alternatives: alternativesOf(
      assessment,
      (ambiguity) => Object.keys(phrases.ambiguities[ambiguity]?.readings ?? {}),
      reassess,
    ),
    hasQuestion: (path) => hasQuestion(phrases, path),
    attributionOf: (path) => attributionOf(provenance, path),
    ifApplies: (rule) =>
      reassess === undefined ? undefined : statusIfApplies(rule, assessment, isYesNo, reassess),
    isNotEstablished: (name, of) => {
      const result = resultOf(name, of);
      return result !== undefined && isNotEstablished(result, resultOf);
    },
  };
}

/** Sections with the title above them and what they are worth below. */
export function framed(
  { asOf, pack }: Assessment,
  phrases: Phrasebook,
  sections: readonly Section[],
  say: Wording,
): Explanation {
  return {
    language: say.language,
    title: phrases.pack.title,
    subtitle: say.subtitle(asOf),
    sections,
    standing: say.standing(pack, asOf),
  };
}

/** Each group of answers under its heading; `needsBelow`: the questions that would settle what is open follow. */
export function answerSections(
  groups: readonly AnswerGroup[],
  contextOf: (answer: Answer) => ReasonContext,
  telling: Telling,
  needsBelow: boolean,
): readonly Section[] {
  const { say, sources, phrasesOf } = telling;
  const cites = ({ name, of }: Pick<Answer, 'name' | 'of'>): readonly PhraseCite[] =>
    phrasesOf(of).statements[name]?.cites ?? [];
  const firstUnsettled = groups.find(({ kind }) => kind === 'unsettled');
  // Said once, where it is met first.
  const [firstOpen, ...openBelow] = groups.filter(({ open }) => open);
  return groups.map((group) => ({
    heading: say.headings[headingOf(group, sources)],
    paragraphs: [
      ...(group === firstUnsettled ? [say.notes.unsettled(needsBelow)] : []),
      ...(group === firstOpen ? [say.notes.openList(openBelow.length > 0)] : []),
    ],
    points: [
      ...group.answers.map((answer) => answerPoint(answer, cites(answer), contextOf(answer), telling)),
      ...group.vacant.map((vacant) => vacantPoint(vacant, cites(vacant), telling)),
    ],
    numbered: true,
  }));
}

/** What texts that are not law require is not what the law does. */
function headingOf({ heading, answers, vacant }: AnswerGroup, { textOf }: Sources): Heading {
  if (heading !== 'law' && heading !== 'unsettled.law') return heading;
  const all: readonly Pick<Answer, 'name' | 'of'>[] = [...answers, ...vacant];
  const others = all.filter(({ name, of }) => textOf(name, of) !== undefined).length;
  if (others === 0) return heading;
  return others === all.length ? `${heading}.none` : `${heading}.mixed`;
}

/** The sections, and after them one of the sources that they cite. */
export function withSources(
  sections: readonly Section[],
  answers: readonly Answer[],
  { sources, asOf }: Telling,
): readonly Section[] {
  return [...sections, ...sources.section(sections, lastDay(answers, asOf))];
}
