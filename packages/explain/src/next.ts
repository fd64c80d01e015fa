/** What is to be done and found out next: rules open or broken in the order of their days, and facts still needed. */
import {
  type Assessment,
  checkAssessment,
  type Phrasebook,
  type RankedNeed,
  rankNeeds,
  type RankOptions,
  type RuleResult,
} from '@proviso/runtime';
import { forceOf } from './answer-point.ts';
import { eachOf } from './answers.ts';
import { english } from './english/english.ts';
import { framed } from './explain.ts';
import { checkGiven, checkNextSteps, checkOptions, explainKinds } from './given.ts';
import { isIsoDate } from './identifiers.ts';
import { type Explanation, leaf, type Point, type Section, sentence } from './outline.ts';
import { sourcesOf } from './sources.ts';
import type { TextKind } from './texts.ts';
import { phrasesAsJudged } from './versions.ts';
import type { Language, Wording } from './wording.ts';

/** A rule that applies and is still to be acted on. */
export interface OpenRule {
  readonly name: string;
  readonly of?: string;
  readonly result: RuleResult;
}

/** What is next. */
export interface NextSteps {
  /** Law before good practice; each by its day: what is due or broken without one first, what has no day yet last. */
  readonly rules: readonly OpenRule[];
  /** The most useful question first. */
  readonly needs: readonly RankedNeed[];
}

/** The rules of an assessment that apply and are not yet due, breached or departed from, and what it still needs. */
export function nextSteps(assessment: Assessment, options: RankOptions = {}): NextSteps {
  checkAssessment(assessment);
  const open = Object.entries(assessment.rules).flatMap(([name, all]) =>
    eachOf(all)
      .filter(({ status }) => status === 'notYetDue' || status === 'breached' || status === 'departedFrom')
      .map(({ of, ...result }): OpenRule => ({ name, ...(of === undefined ? {} : { of }), result })),
  );
  return {
    rules: open.toSorted(
      (a, b) => rank(a) - rank(b) || (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0),
    ),
    needs: rankNeeds(assessment, options),
  };
}

function rank({ result: { modality } }: OpenRule): number {
  return modality === 'must' || modality === 'mustNot' ? 0 : 1;
}

/** ISO dates sort as text; before them what is broken without a day, after them what runs from no day yet. */
function dayOf({ result: { dueOn, status } }: OpenRule): string {
  if (isIsoDate(dueOn)) return dueOn;
  return status === 'notYetDue' ? 'later' : '';
}

/** How to tell it. */
export interface NextOptions {
  /** English unless told. */
  readonly language?: Language;
  /** Show the path of each needed fact beside its question. */
  readonly showPaths?: boolean;
}

/** The same as an explanation: a checklist, then the questions, each with why it matters. */
export function whatNext(
  steps: NextSteps,
  assessment: Assessment,
  phrases: Phrasebook,
  options: NextOptions = {},
): Explanation {
  checkGiven(assessment, phrases);
  checkOptions(options, { language: explainKinds.language, showPaths: explainKinds.showPaths });
  checkNextSteps(steps);
  const { rules, needs } = steps;
  const { language = english, showPaths = false } = options;
  const phrasesOf = phrasesAsJudged(assessment, phrases);
  const say = language(phrasesOf(undefined));
  const sources = sourcesOf(assessment, phrasesOf, say);
  const duties: Section = {
    heading: say.headings.duties,
    paragraphs: rules.length === 0 ? [say.next.nothingDue] : [],
    points: rules.map((rule) =>
      rulePoint(rule, sources.textOf(rule.name, rule.of), language(phrasesOf(rule.of))),
    ),
    numbered: false,
  };
  const sections =
    needs.length === 0 ? [duties] : [duties, questionsSection(needs, assessment, say, showPaths)];
  return framed(assessment, phrases, sections, say);
}

function rulePoint({ name, of, result }: OpenRule, text: TextKind | undefined, say: Wording): Point {
  const after = [say.next.broken(result), say.due(result)].filter((each) => each !== undefined);
  const force = forceOf(result, text, say);
  const told = force.kind === 'law' ? text : undefined;
  return { ...leaf(say.next.rule(name, result, of, told)), after, force };
}

/** More answers than this are counted, not named. */
const mostNamed = 3;

function questionsSection(
  needs: readonly RankedNeed[],
  assessment: Assessment,
  say: Wording,
  showPaths: boolean,
): Section {
  const named = (names: readonly string[]): readonly [string[], number] => [
    names.slice(0, mostNamed).map((name) => (name in assessment.rules ? say.rule(name) : say.whether(name))),
    Math.max(0, names.length - mostNamed),
  ];
  const served = new Set(needs.map((need) => need.for.join(' ')));
  const [first] = needs;
  // What is the same for all is said once.
  const shared = served.size === 1 && needs.length > 1 && first !== undefined ? first.for : undefined;
  return {
    heading: say.headings.needs,
    paragraphs: shared === undefined ? [] : [say.next.allTurnOn(...named(shared))],
    points: needs.map((need) => ({
      ...sentence(say.need(need, [], showPaths)),
      points: [
        ...(shared === undefined ? [leaf(say.next.turnsOn(...named(need.for)))] : []),
        ...[...Map.groupBy(need.settles ?? [], ({ settles }) => settles.join(' ')).values()].flatMap(
          (alike) => {
            const settled = alike[0]?.settles ?? [];
            const given = alike.map(({ answer }) => answer);
            return settled.length === 0 ? [] : [leaf(say.next.settles(need.path, given, ...named(settled)))];
          },
        ),
      ],
    })),
    numbered: false,
  };
}
