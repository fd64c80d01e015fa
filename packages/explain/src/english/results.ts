/** What came out of a definition or a rule, with its qualifications. */
import type {
  LawReason,
  NotInForce,
  Phrasebook,
  ReadingDependence,
  ResultValue,
  RuleResult,
} from '@proviso/runtime';
import { humanise, stop } from '../identifiers.ts';
import { ownTitle, recordTitle } from '../phrases.ts';
import type { TextKind } from '../texts.ts';
import type { Pending, StatementWording } from '../wording.ts';
import { instanceWords, withoutArticle } from './facts.ts';
import { definitionClause, ruleWords, whether } from './statements.ts';
import { LAW, type TextWords, textWords, underText } from './texts.ts';
import { asSubject, dateWords, listWords, quoted } from './words.ts';

/** Of the definitions and rules of a pack. */
export function resultWording(phrases: Phrasebook): StatementWording {
  return {
    definition: (name, value, notEstablished, of) => definitionOf(phrases, name, value, notEstablished, of),
    whether: (name) => whether(phrases, name),
    rule: (name) => ruleWords(phrases, name),
    duty: (name, result) => dutySentence(name, result, phrases),
    status: statusWords,
    ruleConclusion: (name, result, of, text) => ruleConclusion(name, result, of, text, phrases),
    due: dueSentence,
    pending: pendingSentence,
    certainty: certaintySentence,
    presumedDefinition: (name, value, open) =>
      `Where facts are not known, it is presumed that ${stop(definitionClause(phrases, name, value, open))}`,
    presumedRule: (result) =>
      `Where facts are not known, what the source says to presume gives: ${statusWords(result).toLowerCase()}.`,
    sameActAs: (paragraph) => `The same act as in ${paragraph}.`,
    judgedByLaw: (on, law, name) => {
      const text = textWords(phrases, name, law);
      const dates = bounds(law, text);
      const by = dates === '' ? LAW : text;
      return `Judged by ${by.asOn(dateWords(on))}${dates}.`;
    },
    notAnswered: (name, laws) =>
      `${asSubject(whether(phrases, name))} is not answered, because ${listWords(laws)}`,
    onlyBecause: (law) => `That is only because ${stop(law)}`,
    outOfForce: (law, on) => outOfForceClause(law, on, phrases),
    vacant: (name) => vacantClause(name, phrases),
    ruleWould: (result, name) =>
      `${name === undefined ? 'it' : asSubject(ruleWords(phrases, name))} ${wouldBe(result)}`,
    dependence: (one, others) => dependenceClause(one, others, phrases),
  };
}

const MODALS: Readonly<Record<RuleResult['modality'], string>> = {
  must: 'must',
  mustNot: 'must not',
  should: 'should',
  shouldNot: 'should not',
  may: 'may',
};

/** "The controller must respond to the objection (in the source's words, “need to”)." */
export function dutySentence(
  name: string,
  result: Pick<RuleResult, 'modality' | 'bearer' | 'as'>,
  phrases: Phrasebook,
): string {
  const as = result.as === undefined ? '' : ` (in the source’s words, ${quoted(result.as)})`;
  return `${dutyWords(name, result, phrases)}${as}`;
}

/** The same without the source's words for it. */
export function dutyWords(
  name: string,
  result: Pick<RuleResult, 'modality' | 'bearer'>,
  phrases: Phrasebook,
): string {
  const bearer = phrases.bearers[result.bearer]?.title ?? humanise(result.bearer);
  return `${bearer} ${MODALS[result.modality]} ${phrases.statements[name]?.act ?? humanise(name)}`;
}

/** The status with the duty, as one clause. `text`: what it rests on, where that is not law and the status calls for it. */
export function ruleConclusion(
  name: string,
  result: RuleResult,
  of: string | undefined,
  text: TextKind | undefined,
  phrases: Phrasebook,
): string {
  const [status = '', ...qualified] = statusWords(result).split(', ');
  const about = of === undefined ? '' : ` as to ${instanceWords(phrases, of)}`;
  return `${[`${status}${about}`, ...qualified].join(', ')}${underText(text)}: ${dutySentence(name, result, phrases)}`;
}

/**
 * What a definition says of one instance. Where the instance is the subject, it is named there ("the first letter is
 * binding"); else before it ("as to the first letter, the answer is due").
 */
export function definitionOf(
  phrases: Phrasebook,
  name: string,
  value: ResultValue,
  notEstablished: boolean,
  of: string | undefined,
): string {
  const clause = definitionClause(phrases, name, value, notEstablished);
  if (of === undefined) return clause;
  const title = recordTitle(phrases, of);
  return title !== undefined && phrases.statements[name]?.say?.startsWith(`${title} {`) === true
    ? clause.replace(title, () => instanceWords(phrases, of))
    : `as to ${instanceWords(phrases, of)}, ${clause}`;
}

/** The status of a rule in a word or two. None of them says that anyone complies with the law. */
export function statusWords(result: Pick<RuleResult, 'status' | 'modality'>): string {
  switch (result.status) {
    case 'breached':
      return 'Breached';
    case 'departedFrom':
      return 'Departed from';
    case 'compliedWith':
      return result.modality === 'mustNot' || result.modality === 'shouldNot'
        ? 'Observed, as far as this goes'
        : 'Done, as far as this goes';
    case 'notYetDue':
      return 'Not yet due';
    case 'doesNotApply':
      return 'Does not apply';
    case 'permitted':
      return 'Permitted';
    case 'undetermined':
      return 'Undetermined';
    default:
      throw new Error(`unknown status: ${String(result.status satisfies never)}`);
  }
}

/** What a rule would be: "would not apply". */
export function wouldBe(result: Pick<RuleResult, 'status' | 'modality'>): string {
  switch (result.status) {
    case 'breached':
      return 'would be breached';
    case 'departedFrom':
      return 'would be departed from';
    case 'compliedWith':
      return result.modality === 'mustNot' || result.modality === 'shouldNot'
        ? 'would be observed, as far as this goes'
        : 'would be met, as far as this goes';
    case 'notYetDue':
      return 'would not be due yet';
    case 'doesNotApply':
      return 'would not apply';
    case 'permitted':
      return 'would apply';
    case 'undetermined':
      return 'would not be settled';
    default:
      throw new Error(`unknown status: ${String(result.status satisfies never)}`);
  }
}

function dueSentence({ dueOn, status }: RuleResult): string | undefined {
  if (dueOn === undefined) return undefined;
  if (dueOn === 'notYet') return 'The time for it has not begun to run.';
  switch (status) {
    case 'breached':
    case 'departedFrom':
      return `It was due ${byDay(dueOn)}.`;
    case 'notYetDue':
      return `It is due ${byDay(dueOn)}.`;
    default:
      return undefined;
  }
}

function byDay(dueOn: string): string {
  return `by ${dateWords(dueOn)}, before any adjustment for weekends and holidays`;
}

function pendingSentence(
  { dueOn, modality }: Pick<RuleResult, 'dueOn' | 'modality'>,
  { applies, met, isPast, ifApplies }: Pending,
): string | undefined {
  const by = dueOn === undefined || dueOn === 'notYet' ? undefined : byDay(dueOn);
  switch (ifApplies) {
    case 'compliedWith':
    case 'breached':
    case 'departedFrom': {
      const told = statusWords({ status: ifApplies, modality }).toLowerCase();
      if (ifApplies === 'compliedWith') return `If it applies, it has been ${told}.`;
      return `If it applies, it is ${told}${by === undefined ? '' : `: it was due ${by}`}.`;
    }
    case 'notYetDue':
      return by === undefined
        ? 'If it applies, it is not yet due: the time for it has not begun to run.'
        : `If it applies, it is due ${by}, and has not been done yet.`;
    default: {
      if (by === undefined) return dueOn === undefined ? undefined : 'The time for it has not begun to run.';
      const due = `${applies ? 'If it applies, it' : 'It'} ${isPast ? 'was' : 'is'} due ${by}`;
      return met && isPast ? `${due}; it is not known whether it was done by then.` : `${due}.`;
    }
  }
}

/** "in the source's words, very likely" where every operative limb has a certainty. */
function certaintySentence(certainty: readonly string[] = []): string | undefined {
  if (certainty.length === 0) return undefined;
  const words = listWords(certainty.map(quoted));
  // Only of what is a predicate can it be said that "this is" so.
  return certainty.every((one) => /^(?:(?:very|highly) )?(?:likely|unlikely)$/i.test(one))
    ? `The source itself says only that this is ${words}.`
    : `The source’s own words for how sure this is: ${words}.`;
}

/** " (in force from 25 May 2018, ceased on 5 February 2026)"; empty where there are no dates. */
export function bounds(law: Pick<LawReason, 'from' | 'ceasing'>, text: TextWords): string {
  const parts: string[] = [];
  if (law.from !== undefined) parts.push(`${text.from} ${dateWords(law.from)}`);
  if (law.ceasing !== undefined) parts.push(`${text.ceasing} ${dateWords(law.ceasing)}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function outOfForceClause(law: NotInForce, on: string | undefined, phrases: Phrasebook): string {
  const when = on === undefined ? '' : `, and the date that decides is ${dateWords(on)}`;
  const text = textWords(phrases, law.name, law);
  let state = `${text.wasNotInForce} on the date that decides${bounds(law, text)}`;
  if (on !== undefined && law.ceasing !== undefined && on >= law.ceasing)
    state = `${text.ceasedOn(dateWords(law.ceasing))}${when}`;
  else if (on !== undefined && law.from !== undefined && on < law.from)
    state = `${text.hadBegunOnly(dateWords(law.from))}${when}`;
  const successors = (law.succeededBy ?? []).map((name) => successorWords(name, phrases));
  return successors.length === 0 ? state : `${state}; its place was taken by ${listWords(successors)}`;
}

function successorWords(name: string, phrases: Phrasebook): string {
  const statement = phrases.statements[name];
  if (statement?.act !== undefined) return ruleWords(phrases, name);
  if (statement?.say !== undefined) return `the question ${whether(phrases, name)}`;
  return quoted(humanise(name));
}

function vacantClause(name: string, phrases: Phrasebook): string {
  const { record, say, act } = phrases.statements[name] ?? {};
  const title = (record === undefined ? undefined : phrases.records[record]?.title) ?? 'the instance';
  const about = `as to any ${withoutArticle(title)} there may be`;
  return act === undefined || say !== undefined
    ? `${about}, ${definitionClause(phrases, name, 'unknown', false)}`
    : `undetermined ${about}: ${ruleWords(phrases, name)}`;
}

/** The reading of an ambiguity as the policy words it. */
export function readingWords(phrases: Phrasebook, ambiguity: string, reading: string): string {
  return quoted(phrases.ambiguities[ambiguity]?.readings[reading] ?? humanise(reading));
}

/** "the reading of “notice period” (D-02)"; a reference that others share points at none of them. */
export function ambiguityWords(phrases: Phrasebook, ambiguity: string): string {
  const title = ownTitle(phrases, ambiguity);
  return `the reading of ${quoted(humanise(ambiguity))}${title === undefined ? '' : ` (${title})`}`;
}

function dependenceClause(
  one: ReadingDependence,
  others: readonly { readonly reading: string; readonly otherwise: string }[],
  phrases: Phrasebook,
): string {
  const verb = one.confirmed ? 'this depends' : 'this may depend';
  const taken = `${verb} on ${ambiguityWords(phrases, one.ambiguity)}, taken here as ${readingWords(phrases, one.ambiguity, one.reading)}`;
  const told = others.map(
    ({ reading, otherwise }) =>
      `on the ${others.length === 1 ? 'other ' : ''}reading ${readingWords(phrases, one.ambiguity, reading)}, ${otherwise}`,
  );
  return [taken, ...told].join('; ');
}
