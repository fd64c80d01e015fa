/** One result as a numbered point: the conclusion first, then what qualifies it, then because. */
import type { NotInForce, PhraseCite, Reason, RuleResult, StepReason } from '@proviso/runtime';
import { otherwiseClause } from './alternatives.ts';
import type { Answer, RuleAnswer, Vacant } from './answers.ts';
import type { Telling } from './contexts.ts';
import { capitalise, isIsoDate, stop } from './identifiers.ts';
import { opens } from './if-applies.ts';
import { governingDate, lawInForce, lawsOutOfForce } from './laws.ts';
import { normalise } from './normalise.ts';
import { type Citation, type Force, leaf, type Point } from './outline.ts';
import { citations, reasonPoints, type ReasonContext } from './reasons.ts';
import type { Cites } from './sources.ts';
import type { TextKind } from './texts.ts';
import type { Wording } from './wording.ts';

/** The point of one result. `own`: the citations of its statement in the phrasebook. */
export function answerPoint(
  answer: Answer,
  own: readonly PhraseCite[],
  context: ReasonContext,
  { alternatives, sources }: Pick<Telling, 'alternatives' | 'sources'>,
): Point {
  const { say } = context;
  const [first = '', ...rest] = sentencesOf(answer, context);
  const { cites: carried, because } = hoisted(
    withoutRepeats(normalise(answer.result.because)),
    context.cites,
  );
  const cites = lacksCite(answer) ? citations(own, context.cites) : carried;
  const after = rest.map(capitalise);
  if (answer.sameActAs !== undefined) after.unshift(say.sameActAs(answer.sameActAs));
  const conclusion = {
    text: first,
    ...(cites.length === 0 ? {} : { cites }),
    ...(answer.kind === 'rule'
      ? { force: forceOf(answer.result, sources.textOf(answer.name, answer.of), say) }
      : {}),
  };
  if (answer.detail === 'brief') return { ...conclusion, after, points: [] };
  const isOutOfForce = lawsOutOfForce(answer) !== undefined;
  const law = isOutOfForce ? undefined : lawSentence(answer, context);
  if (law !== undefined) after.push(law);
  // The conclusion names the law that is out of force, and the day that decides.
  const reasons = isOutOfForce && because.every(isBareLaw) ? [] : because;
  // Where it is only on the way to what was asked for, the conclusion says on what it depends.
  const dependence = answer.asked
    ? (answer.result.dependsOn ?? []).map((one) => {
        const others = alternatives.onReadings(answer, one).map(({ reading, other }) => ({
          reading,
          otherwise: otherwiseClause(answer, other, false, say),
        }));
        return leaf(say.dependence(one, others));
      })
    : [];
  return { ...conclusion, after, points: [...reasonPoints(reasons, context), ...dependence] };
}

/** Is this a law of which nothing is told but its days and the day that decides? */
function isBareLaw(reason: Reason): boolean {
  return reason.kind === 'law' && reason.on !== 'unknown' && normalise(reason.because).length === 0;
}

/** How a definition came out, as a sentence. */
export function conclusionOf(answer: Answer, context: ReasonContext): string {
  const [first = ''] = sentencesOf(answer, context);
  return stop(capitalise(first));
}

/** The reasons of a result as points, for a text that has no room for all of it. */
export function operativePoints(answer: Answer, context: ReasonContext): readonly Point[] {
  const { because } = hoisted(withoutRepeats(normalise(answer.result.because)), context.cites);
  return reasonPoints(because, context);
}

/** A statement of which no instance is known. */
export function vacantPoint(
  { name }: Vacant,
  own: readonly PhraseCite[],
  { say, sources, asOf }: Telling,
): Point {
  const cites = citations(own, sources.citesOn(asOf));
  return { text: say.vacant(name), ...(cites.length === 0 ? {} : { cites }), after: [], points: [] };
}

/** Has no step of what is told of it a citation, so that the statement's own must be told? */
function lacksCite({ detail, result }: Answer): boolean {
  return detail === 'brief' || !hasCite(normalise(result.because));
}

function hasCite(reasons: readonly Reason[]): boolean {
  return reasons.some(
    (reason) =>
      ('cites' in reason && reason.cites.length > 0) || ('because' in reason && hasCite(reason.because)),
  );
}

const FORCES: Readonly<Record<RuleResult['modality'], Force>> = {
  must: 'law',
  mustNot: 'law',
  should: 'goodPractice',
  shouldNot: 'goodPractice',
  may: 'permission',
};

/** What a rule binds with, and the word for it. */
export function forceOf(
  { modality }: RuleResult,
  text: TextKind | undefined,
  say: Wording,
): NonNullable<Point['force']> {
  const kind = FORCES[modality];
  return { kind, words: text !== undefined && kind === 'law' ? say.texts[text] : say.forces[kind] };
}

/** What makes a rule late, or not late yet, also keeps it from being met: told once, with the time. */
function withoutRepeats(reasons: readonly Reason[]): readonly Reason[] {
  const late = new Set(
    reasons.flatMap((reason) =>
      reason.kind === 'late' || reason.kind === 'due' ? reason.because.map((one) => JSON.stringify(one)) : [],
    ),
  );
  return reasons.map((reason) => {
    if (reason.kind !== 'met' || reason.value !== 'no') return reason;
    const because = reason.because.filter((one) => !late.has(JSON.stringify(one)));
    return because.length === 0 ? reason : { ...reason, because };
  });
}

/**
 * The citation of the statement itself belongs to its conclusion: that of a rule stands on each of its aspects, that of a
 * definition on the grounds that have none of their own.
 */
function hoisted(
  reasons: readonly Reason[],
  inWords: Cites,
): {
  readonly cites: readonly Citation[];
  readonly because: readonly Reason[];
} {
  const [only] = reasons;
  if (reasons.length === 1 && only?.kind === 'version') {
    const inner = hoisted(only.because, inWords);
    const cites = citations(only.cites, inWords);
    return inner.cites.length === 0 || same(inner.cites, cites)
      ? { ...inner, cites }
      : { cites, because: only.because };
  }
  // That it applies, or does not, is the conclusion.
  if (reasons.length === 1 && only?.kind === 'applies' && only.value !== 'unknown')
    return { cites: citations(only.cites, inWords), because: only.because };
  const own = reasons
    .filter(isOwnStep)
    .map((step) => citations(step.cites, inWords))
    .filter((cites) => cites.length > 0);
  const [cites = [], ...others] = own;
  if (!others.every((other) => same(other, cites))) return { cites: [], because: reasons };
  return {
    cites,
    because: reasons.map((reason) => (isOwnStep(reason) ? { ...reason, cites: [] } : reason)),
  };
}

function same(a: readonly Citation[], b: readonly Citation[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isOwnStep(reason: Reason): reason is StepReason {
  switch (reason.kind) {
    case 'applies':
    case 'met':
    case 'late':
    case 'due':
      return true;
    case 'limb':
    case 'requires':
      return reason.label === undefined && reason.certainty === undefined;
    default:
      return false;
  }
}

/** By which day's law a result is judged, where that is not the day of the assessment or the law has dates. */
function lawSentence({ name, asked, result }: Answer, { asOf, say }: ReasonContext): string | undefined {
  const law = lawInForce(result.because);
  if (law === undefined || law.on === 'notYet' || law.on === 'unknown') return undefined;
  if ((law.on === asOf || !asked) && law.from === undefined && law.ceasing === undefined) return undefined;
  return say.judgedByLaw(law.on, law, name);
}

/** The conclusion as a clause, then the sentences that qualify it. */
function sentencesOf(answer: Answer, context: ReasonContext): readonly string[] {
  const { say } = context;
  const { name, of } = answer;
  const laws = lawsOutOfForce(answer)?.map((law) => say.outOfForce(law, decidingDate(law, answer, context)));
  const sentences: (string | undefined)[] = [];
  if (answer.kind === 'rule') {
    const { result } = answer;
    sentences.push(say.ruleConclusion(name, result, of, textToTell(answer, context)));
    sentences.push(...[...new Set(laws ?? [])].map((law) => say.onlyBecause(law)));
    sentences.push(dueSentence(answer, context), say.certainty(result.certainty));
    if (result.presumed !== undefined)
      sentences.push(say.presumedRule({ ...result, status: result.presumed }));
  } else {
    const { value, presumed, certainty, open = false } = answer.result;
    const clause =
      laws === undefined
        ? say.definition(name, value, context.isNotEstablished(name, of), of)
        : `${of === undefined ? '' : `${say.about(of)}, `}${say.notAnswered(name, [...new Set(laws)])}`;
    sentences.push(clause, say.certainty(certainty));
    if (presumed !== undefined) sentences.push(say.presumedDefinition(name, presumed, open));
  }
  return sentences.filter((one) => one !== undefined);
}

/** Until when it is due; of a rule that is undetermined, with what is known of it all the same. */
function dueSentence(answer: RuleAnswer, { say, asOf, ifApplies }: ReasonContext): string | undefined {
  const { result } = answer;
  if (result.status !== 'undetermined') return say.due(result);
  const open = opens(result.because);
  const status = ifApplies(answer);
  return say.pending(result, {
    applies: open.includes('applies'),
    met: open.includes('met'),
    isPast: isIsoDate(result.dueOn) && result.dueOn < asOf,
    ...(status === undefined ? {} : { ifApplies: status }),
  });
}

/** What is broken or still to be done, or may be, is told with what asks it, where that is not law. */
function textToTell({ name, result }: RuleAnswer, { textOf }: ReasonContext): TextKind | undefined {
  const { status, modality } = result;
  const isToTell = status === 'breached' || status === 'notYetDue' || status === 'undetermined';
  return isToTell && FORCES[modality] === 'law' ? textOf(name) : undefined;
}

function decidingDate(law: NotInForce, { result }: Answer, context: ReasonContext): string | undefined {
  return governingDate(result.because, law) ?? governingDate(context.reasonsOf(law.name), law);
}
