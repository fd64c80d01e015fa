/**
 * Why something did not apply: what failed; what would still have to hold, were all of that otherwise; and where it is not
 * known, what is not known. Where it does apply, that is said, with the reasons.
 */
import type { Assessment, CiteInfo, Phrasebook, Reason } from '@proviso/runtime';
import { answerPoint, vacantPoint } from './answer-point.ts';
import { type Answer, groupAnswers, isSettled } from './answers.ts';
import { factsBehind, type Other, resultIn } from './alternatives.ts';
import { reasonContexts, type Telling } from './contexts.ts';
import { answerSections, type ExplainOptions, framed, tellingOf, withSources } from './explain.ts';
import { checkName } from './given.ts';
import { needsSection } from './needs.ts';
import { normalise } from './normalise.ts';
import { branch, type Explanation, type Point, type Section } from './outline.ts';
import { openQuestionOf } from './phrases.ts';
import { citations, reasonPoints, type ReasonContext } from './reasons.ts';
import { restSections } from './rests.ts';
import type { PartKind, Wording } from './wording.ts';

/** What is asked, and how it is to be told. */
export interface WhyNotOptions extends Omit<ExplainOptions, 'answers' | 'length'> {
  /** Where the assessment answers for a part of a statement: which. */
  readonly part?: { readonly statement: string; readonly label: string; readonly kind: PartKind };
}

/** Explains why what the assessment answers by this name, a definition, a rule or a part of one, did not apply. */
export function explainWhyNot(
  assessment: Assessment,
  phrases: Phrasebook,
  name: string,
  options: WhyNotOptions = {},
): Explanation {
  const telling = tellingFor(name, assessment, phrases, options);
  const { say } = telling;
  const groups = groupAnswers(assessment, [name], phrases, false);
  const answers = groups.flatMap((group) => group.answers);
  const contextsOf = reasonContexts(answers, telling);
  const contextOf = (answer: Answer): ReasonContext =>
    options.part === undefined || answer.name !== name
      ? contextsOf(answer)
      : {
          ...contextsOf(answer),
          statement: options.part.statement,
          inException: options.part.kind === 'exception',
        };
  const asked = answers.filter((answer) => answer.name === name);
  const holding = asked.filter(isHolding);
  const unknown = asked.filter((answer) => !isSettled(answer));
  const failed = asked.map((answer) => {
    const { part } = options;
    const cites = telling.phrasesOf(answer.of).statements[name]?.cites ?? [];
    const full: Answer = { ...answer, detail: 'full' };
    return part === undefined
      ? answerPoint(full, cites, contextOf(answer), telling)
      : partPoint(full, part, contextOf(answer), telling);
  });
  const vacant = groups
    .flatMap((group) => group.vacant)
    .filter((each) => each.name === name)
    .map((each) => vacantPoint(each, telling.phrasesOf(undefined).statements[name]?.cites ?? [], telling));
  const kind =
    options.part === undefined && asked.some((each) => each.kind === 'rule') ? 'rule' : 'definition';
  const whyNot: Section = {
    heading: say.headings.whyNot,
    paragraphs: [
      ...(holding.length === 0 ? [] : [say.whyNot.holds(kind, holding.length === asked.length)]),
      ...(asked.length + vacant.length === 0 ? [say.whyNot.noMember(name)] : []),
    ],
    points: [...failed, ...vacant],
    numbered: true,
  };
  const needs = options.needs ?? assessment.needs;
  const follows = groups.filter(({ kind }) => kind === 'follows');
  const sections = [
    whyNot,
    ...stillToHold(asked, assessment, contextOf, options, say),
    ...answerSections(follows, contextOf, telling, needs.length > 0),
    ...restSections(assessment, answers, (path) => openQuestionOf(phrases, path), telling),
    ...(unknown.length + vacant.length === 0 || needs.length === 0
      ? []
      : [needsSection(needs, groups, say, options.showPaths === true)]),
  ];
  return framed(assessment, phrases, withSources(sections, answers, telling), say);
}

/** Is it so, or does it apply? */
function isHolding(answer: Answer): boolean {
  return isSettled(answer) && !isFailing(answer);
}

function isFailing({ kind, result }: Answer | Other): boolean {
  return kind === 'rule' ? result.status === 'doesNotApply' : result.value === 'no';
}

/** A part has no words of its own but as a part: they are those of the language. */
function tellingFor(
  name: string,
  assessment: Assessment,
  phrases: Phrasebook,
  options: WhyNotOptions,
): Telling {
  const telling = tellingOf(assessment, phrases, options);
  checkName(assessment, name);
  const { part } = options;
  if (part === undefined) return telling;
  const withPart = (say: Wording): Wording => ({
    ...say,
    definition: (other, value, notEstablished, of) =>
      other === name
        ? `${of === undefined ? '' : `${say.about(of)}, `}${say.whyNot.partAlone(part.statement, part.label, part.kind, value)}`
        : say.definition(other, value, notEstablished, of),
  });
  return {
    ...telling,
    say: withPart(telling.say),
    sayOf: (of) => withPart(telling.sayOf(of)),
  };
}

/** The step of the part itself is what is asked: what is under it are the reasons, and its citations those of the answer. */
function partPoint(
  answer: Answer,
  { statement, label, kind }: NonNullable<WhyNotOptions['part']>,
  context: ReasonContext,
  telling: Telling,
): Point {
  const { say } = telling;
  const [only] = normalise(answer.result.because);
  const isStep = only !== undefined && 'cites' in only && only.label === label.split('.').at(-1);
  const told =
    isStep && answer.kind === 'definition'
      ? { ...answer, result: { ...answer.result, because: only.because } }
      : answer;
  const value = answer.kind === 'rule' ? 'unknown' : answer.result.value;
  const about = answer.of === undefined ? '' : `${say.about(answer.of)}, `;
  const cites = isStep ? citations(only.cites, context.cites) : [];
  return {
    ...answerPoint(told, [], context, telling),
    text: `${about}${say.whyNot.part(statement, label, kind, value)}`,
    ...(cites.length === 0 ? {} : { cites }),
  };
}

/** What is not known besides what failed, of each that failed. */
function stillToHold(
  asked: readonly Answer[],
  assessment: Assessment,
  contextOf: (answer: Answer) => ReasonContext,
  { reassess }: WhyNotOptions,
  say: Wording,
): readonly Section[] {
  const found = asked.flatMap((answer) => {
    const points = conditionsLeft(answer, assessment, contextOf(answer), reassess);
    return points === undefined ? [] : [{ of: answer.of, points }];
  });
  if (found.length === 0) return [];
  const { others, none } = say.whyNot.unless;
  const points = found.flatMap(({ of, points: own }) =>
    of === undefined || own.length === 0 ? own : [branch(say.about(of), own)],
  );
  return [
    {
      heading: say.headings.stillToHold,
      paragraphs: [points.length === 0 ? none : others],
      points,
      numbered: false,
    },
  ];
}

/**
 * What is not known besides what failed: found by forgetting all that failed, and asking again. Undefined where it did not
 * fail, or where no other facts would do, since a law is not in force or no member of a list is left.
 */
function conditionsLeft(
  answer: Answer,
  assessment: Assessment,
  context: ReasonContext,
  reassess: WhyNotOptions['reassess'],
): readonly Point[] | undefined {
  if (!isFailing(answer)) return undefined;
  const forgotten = factsBehind(answer.result.because, assessment);
  if (forgotten.length === 0) return undefined;
  const found = reassess?.({ goals: [answer.name], readings: {}, forgotten });
  const other = found === undefined ? undefined : resultIn(found, answer.name, answer.of);
  if (found === undefined || other === undefined || isFailing(other)) return undefined;
  // Of a rule only whether it applies is asked, not whether it is done.
  const asked = other.result.because.filter(
    (reason) => answer.kind === 'definition' || reason.kind === 'applies',
  );
  const left = unknownLeaves(normalise(asked), [], new Set(forgotten), found);
  // No paragraph tells of the case in which these facts are forgotten.
  return reasonPoints(together(left), { ...context, paragraphOf: () => undefined });
}

/** Something not known, with where the source asks for it. */
interface Leaf {
  readonly reason: Reason;
  readonly cites: readonly CiteInfo[];
}

/**
 * What is not known, of facts that were not forgotten. A definition that failed is not told of again as a whole, but what it
 * still turns on; one that nothing was forgotten of stands for itself.
 */
function unknownLeaves(
  reasons: readonly Reason[],
  cites: readonly CiteInfo[],
  forgotten: ReadonlySet<string>,
  found: Assessment,
): readonly Leaf[] {
  return reasons.flatMap((reason): readonly Leaf[] => {
    if ('value' in reason && reason.value !== 'unknown') return [];
    const facts = factsBehind([reason], found);
    const touched = facts.filter((path) => forgotten.has(path)).length;
    if (touched > 0 && touched === facts.length) return [];
    const own = 'cites' in reason && reason.cites.length > 0 ? reason.cites : cites;
    if (reason.kind === 'definition' && touched > 0) {
      const behind = resultIn(found, reason.name, reason.of)?.result.because ?? [];
      return unknownLeaves(normalise(behind), own, forgotten, found);
    }
    if (!('because' in reason) || reason.because.length === 0) return [{ reason, cites: own }];
    if (reason.kind === 'element')
      return [
        {
          reason: { ...reason, because: together(unknownLeaves(reason.because, own, forgotten, found)) },
          cites: [],
        },
      ];
    return unknownLeaves(reason.because, own, forgotten, found);
  });
}

/** Each once, with all its citations, as a step without words of its own. */
function together(leaves: readonly Leaf[]): readonly Reason[] {
  const byReason = new Map<string, Leaf>();
  for (const { reason, cites } of leaves) {
    const key = JSON.stringify(reason);
    byReason.set(key, { reason, cites: [...(byReason.get(key)?.cites ?? []), ...cites] });
  }
  return [...byReason.values()].map(({ reason, cites }) => ({
    kind: 'requires',
    value: 'unknown',
    cites,
    because: [reason],
  }));
}
