/** The steps of a trace as clauses. */
import type { LawReason, ListReason, Phrasebook, ResultValue, StepReason } from '@proviso/runtime';
import { hasQuestion, isOpenException, labelPhrase } from '../phrases.ts';
import { negative, positive } from '../polarity.ts';
import type { Aspect, ReasonWording, StepPlace } from '../wording.ts';
import { instanceWords, membersClause, memberWords, tracedFact } from './facts.ts';
import { bounds, readingWords } from './results.ts';
import { type TextWords, textWords } from './texts.ts';
import { isPermission, ruleWords, whether } from './statements.ts';
import { unknownPhrase } from './values.ts';
import { asSubject, dateWords, listWords, numberWords, quoted } from './words.ts';

/** Of the traces of a pack. */
export function reasonWording(phrases: Phrasebook): ReasonWording {
  return {
    fact: (reason, asOf, attribution) => tracedFact(phrases, reason, asOf, attribution),
    members: (reasons) => membersClause(phrases, reasons),
    listReason: (reason) => listClause(reason, phrases),
    law: (reason, statement) => lawClause(reason, textWords(phrases, statement, reason)),
    lawSilent: (name) =>
      `${asSubject(whether(phrases, name))} is not answered, because ${textWords(phrases, name, {}).isOutOfForce}`,
    readingTaken: (ambiguity, reading) => readingTaken(phrases, ambiguity, reading),
    about: (path) => `as to ${instanceWords(phrases, path)}`,
    step: (step, place, baseHolds) => stepClause(step, place, baseHolds, phrases),
    ground: (step, place, only) => groundAsReason(step, place, only, phrases),
    turnsOn,
    otherRule: (rule, aspects) => otherRuleClause(rule, aspects, phrases),
  };
}

/** Whether a list has, or may have, more members than are given. */
export function listClause({ path, complete, length }: ListReason, phrases: Phrasebook): string {
  const member = memberWords(phrases, path);
  if (complete) {
    return length === 0
      ? `there is no ${member}`
      : `there is no ${member} but the ${numberWords(length)} given`;
  }
  return length === 0
    ? `it is not known whether there is any ${member}`
    : `there may be another ${member} than the ${numberWords(length)} given`;
}

function lawClause(reason: LawReason, text: TextWords): string {
  const on = reason.on === 'unknown' ? undefined : dateWords(reason.on);
  const when = bounds(reason, text);
  if (on === undefined)
    return `it is not known whether ${text.wasInForce}, because the date that decides is not known${when}`;
  if (reason.value === 'yes') return `${text.wasInForce} on ${on}${when}`;
  const begun = reason.from === undefined || reason.on >= reason.from;
  return begun ? `${text.hadCeased} by ${on}${when}` : `${text.hadNotBegun} on ${on}${when}`;
}

const ASPECTS: Readonly<Record<Aspect['kind'], readonly [yes: string, no: string]>> = {
  applies: ['applies', 'does not apply'],
  met: ['is met', 'is not met'],
  late: ['is late', 'is not late yet'],
  due: ['is late', 'is not late yet'],
};

const notKnown = 'it is not known whether ';

function readingTaken(phrases: Phrasebook, ambiguity: string, reading: string): string {
  return `the reading taken is ${readingWords(phrases, ambiguity, reading)}`;
}

/** "the rule to respond is breached". */
function otherRuleClause(rule: string, aspects: readonly Aspect[], phrases: Phrasebook): string {
  const subject = asSubject(ruleWords(phrases, rule));
  const has = (kind: Aspect['kind'], value: string): boolean =>
    aspects.some((aspect) => aspect.kind === kind && aspect.value === value);
  if (has('applies', 'yes') && has('met', 'no') && has('late', 'yes')) return `${subject} is breached`;
  // Of what does not apply it would mislead to say that it is met, or late.
  if (has('applies', 'no')) return `${subject} does not apply`;
  const clauses = aspects.map(({ kind, value }) => ASPECTS[kind][value === 'no' ? 1 : 0]);
  const known = aspects.some(({ value }) => value !== 'unknown');
  return `${known ? '' : notKnown}${subject} ${listWords([...new Set(clauses)], known ? 'and' : 'or')}`;
}

/** "It is not known whether the exception applies, which turns on whether …", where that is all there is to say. */
function turnsOn(clause: string, only: string): string | undefined {
  if (clause.includes(', which turns on ')) return clause;
  return clause.startsWith(notKnown) && only.startsWith(notKnown)
    ? `${clause}, which turns on whether ${only.slice(notKnown.length)}`
    : undefined;
}

function stepClause(
  step: StepReason,
  place: StepPlace,
  baseHolds: boolean,
  phrases: Phrasebook,
): string | undefined {
  const { value } = step;
  const noun = isPermission(phrases, place.statement) ? 'permission' : 'rule';
  switch (step.kind) {
    case 'requires':
      if (step.because.length <= 1) return undefined;
      return pick(
        value,
        'what is required is there',
        'what is required is missing',
        'it is not settled whether what is required is there',
      );
    case 'limb':
      return groundClause(step, place.statement, phrases);
    case 'otherwise':
      return otherwiseClause(step, place, phrases);
    case 'exception':
      return exceptionClause(step, place, baseHolds, phrases);
    case 'despite':
      return despiteClause(step, place, baseHolds, phrases);
    case 'row':
      return rowClause(step);
    case 'reading': {
      const [ambiguity = '', reading = ''] = (step.label ?? '').split('.');
      // What the reading settles by itself has no reasons that the words could lead to.
      if (step.because.length === 0) return readingTaken(phrases, ambiguity, reading);
      return `on the reading ${readingWords(phrases, ambiguity, reading)}`;
    }
    case 'version':
      return versionClause(step);
    case 'applies':
      return pick(
        value,
        `the ${noun} applies`,
        `the ${noun} does not apply`,
        `it is not known whether the ${noun} applies`,
      );
    case 'met':
      return place.forbids
        ? pick(
            value,
            'what is forbidden was not done',
            'what is forbidden was done',
            'it is not known whether what is forbidden was done',
          )
        : pick(value, 'it has been done', 'it has not been done', 'it is not known whether it has been done');
    case 'late':
      if (step.because.length === 0) return undefined;
      return pick(
        value,
        'the time for it has run out',
        'there is still time',
        'it is not known whether the time for it has run out',
      );
    case 'due':
      return 'the time for it is reckoned from this';
    default:
      throw new Error(`unknown kind of step: ${String(step.kind satisfies never)}`);
  }
}

/** That a row fits is not said: where a fact is missing, several may, and all of them say the same. */
function rowClause({ label, value }: StepReason): string {
  const row = label === undefined ? 'a row of the policy’s table' : `row ${label} of the policy’s table`;
  return value === 'unknown' ? `it is not known what ${row} says` : `${row} says so`;
}

function pick(value: ResultValue, yes: string, no: string, unknown: string): string {
  if (value === 'yes') return yes;
  return value === 'no' ? no : unknown;
}

/** What the source leaves open. Where the author put no question, whoever answers it judges no more than this. */
function otherwiseClause(step: StepReason, place: StepPlace, phrases: Phrasebook): string {
  const paths = step.because.flatMap((one) => (one.kind === 'fact' ? [one.path] : []));
  const judged = step.value !== 'unknown' && paths.some((path) => !hasQuestion(phrases, path));
  const clause = paths.some((path) => isOpenException(phrases, path))
    ? openExceptionClause(step.value, place)
    : pick(
        step.value,
        'it holds on a ground that the source does not list',
        'it holds on no other ground',
        'it could still hold on a ground that the source does not list',
      );
  return judged ? `${clause} (a judgement)` : clause;
}

/** The open list of exceptions: what the source may except without saying so. */
function openExceptionClause(value: ResultValue, place: StepPlace): string {
  const it = place.inException ? 'that exception' : 'it';
  return pick(
    value,
    `${it} is excepted for a reason that the source does not list`,
    `${it} is not excepted for any other reason`,
    `${it} may be excepted for a reason that the source does not list`,
  );
}

function groundClause(
  { label, value, certainty }: StepReason,
  statement: string,
  phrases: Phrasebook,
): string | undefined {
  // A ground without a name adds nothing to its reasons but what the source says of it.
  if (label === undefined && (certainty === undefined || value === 'no')) return undefined;
  const phrase = label === undefined ? undefined : labelPhrase(phrases, statement, label);
  if (value === 'yes')
    return withCertainty(phrase === undefined ? 'one ground is made out' : positive(phrase), certainty);
  if (value === 'no') return phrase === undefined ? 'one ground is not made out' : negative(phrase);
  const unknown = phrase === undefined ? `${notKnown}one ground is made out` : unknownPhrase(phrase);
  return certainty === undefined ? unknown : `${unknown} (${sourceCalls(certainty)})`;
}

/** The label of a ground is a name for those who write the policy; its one reason says it better. */
function groundAsReason(
  { kind, label, value, certainty }: StepReason,
  { statement }: StepPlace,
  only: string,
  phrases: Phrasebook,
): string | undefined {
  if (kind !== 'limb') return undefined;
  // Of a ground that failed, what failed says as much as its phrase.
  if (value !== 'no' && label !== undefined && labelPhrase(phrases, statement, label) !== undefined)
    return undefined;
  return value === 'yes' ? withCertainty(only, certainty) : only;
}

/** How sure the source is of a ground that is there. */
function withCertainty(clause: string, certainty: string | undefined): string {
  return certainty === undefined ? clause : `${clause}, and ${sourceCalls(certainty)}`;
}

function sourceCalls(certainty: string): string {
  return `of this the source says ${quoted(certainty)}`;
}

/** The label is a name for those who write the policy: in quotation marks it would read as words of the source. */
function exceptionClause(
  step: StepReason,
  place: StepPlace,
  baseHolds: boolean,
  phrases: Phrasebook,
): string {
  const subject = place.inException ? 'an exception to that' : 'an exception';
  const phrase = step.label === undefined ? undefined : labelPhrase(phrases, place.statement, step.label);
  const certainty = step.certainty === undefined ? '' : ` (${sourceCalls(step.certainty)})`;
  if (step.value === 'no')
    return `${subject} does not apply${phrase === undefined ? '' : `, because ${negative(phrase)}`}`;
  if (step.value !== 'yes') {
    const turns = phrase === undefined ? '' : `, which turns on whether ${positive(phrase)}`;
    return `it is not known whether ${subject} applies${certainty}${turns}`;
  }
  const because = phrase === undefined ? '' : `, because ${positive(phrase)}`;
  if (place.inException || !place.takesOut) return `${subject} applies${certainty}${because}`;
  return `${takenOut(baseHolds, place.kind)} ${subject} takes the case out${certainty}${because}`;
}

/** That an exception holds says nothing on whether the rest does: the trace of a no names what suffices for it. */
function takenOut(baseHolds: boolean, kind: StepPlace['kind']): string {
  if (kind === 'rule') return baseHolds ? 'it would apply, but' : 'even if it would otherwise apply,';
  return baseHolds ? 'it would be so, but' : 'even if it would otherwise be so,';
}

function despiteClause(
  step: StepReason,
  { takesOut }: StepPlace,
  baseHolds: boolean,
  phrases: Phrasebook,
): string {
  const act = step.label === undefined ? undefined : phrases.statements[step.label]?.act;
  const what = act === undefined ? 'a permission' : `the permission to ${act}`;
  return pick(
    step.value,
    takesOut ? `${takenOut(baseHolds, 'rule')} ${what} takes the case out` : `${what} applies`,
    `${what} does not help`,
    `it is not known whether ${what} takes the case out`,
  );
}

function versionClause(step: StepReason): string | undefined {
  const from = step.label?.split('@')[1];
  return from === undefined || from === '' || !/^\d/.test(from)
    ? undefined
    : `under the version in force from ${dateWords(from)}`;
}
