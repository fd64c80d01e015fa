/** The trace of one result as points: each operative reason a clause, with what it rests on under it. */
import type { FactReason, LawReason, ListReason, Phrasebook, Reason, StepReason } from '@proviso/runtime';
import { citeWords } from './cites.ts';
import { branch, leaf, type Point } from './outline.ts';
import { negative, positive, unknownPhrase } from './polarity.ts';
import { dateWords, humanise, listWords, numberWords, quoted } from './words.ts';
import {
  definitionClause,
  factClause,
  instanceWords,
  isOpenException,
  isPermission,
  labelPhrase,
  memberWords,
  ruleWords,
  whether,
} from './wording.ts';

/** What a reason is about: whose it is, and how the result it explains came out. */
export interface ReasonContext {
  readonly phrases: Phrasebook;
  /** The day of the assessment. */
  readonly asOf: string;
  /** The definition or rule whose trace this is. */
  readonly statement: string;
  /** The instance that is spoken of already: not named again. */
  readonly of: string | undefined;
  readonly kind: 'definition' | 'rule';
  /** Of a rule: whether the act is forbidden, so that "met" means it was not done. */
  readonly forbids: boolean;
  /** Are these the reasons of an exception? What excepts there is an exception to it. */
  readonly inException: boolean;
  /** Is the definition open? Its no is then "not established". */
  readonly isOpen: (definition: string) => boolean;
  /** Did this definition, or this instance of it, come out as no only because a law is out of force? */
  readonly isOutOfForce: (definition: string, of: string | undefined) => boolean;
  /** The reasons of a definition, wherever in the assessment they are; none where it is not in it. */
  readonly reasonsOf: (definition: string) => readonly Reason[];
  /** The paragraph where a statement is explained; undefined where it is not. */
  readonly paragraphOf: (statement: string, of: string | undefined) => number | undefined;
}

/** Normalised reasons as points; one that says nothing of its own gives way to what is under it. */
export function reasonPoints(reasons: readonly Reason[], context: ReasonContext): readonly Point[] {
  return dropRepeats(
    aspectsTogether(reasons, context).flatMap((reason) =>
      'aspects' in reason ? [leaf(otherRuleClause(reason, context))] : reasonPoint(reason, context),
    ),
  );
}

/** The same words twice beside each other say no more than once. */
function dropRepeats(points: readonly Point[]): readonly Point[] {
  const seen = new Set<string>();
  return points.filter((point) => {
    const key = JSON.stringify(point);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function reasonPoint(reason: Reason, context: ReasonContext): readonly Point[] {
  const { phrases } = context;
  switch (reason.kind) {
    case 'fact':
      return [leaf(`${factClause(phrases, reason)}${stillToCome(reason, context)}`)];
    case 'list':
      return [leaf(listClause(reason, phrases))];
    case 'definition':
      return [leaf(referenceClause(reason.name, reason.of, reason.value, context))];
    case 'element':
      return [
        branch(
          `as to ${instanceWords(phrases, reason.path)}`,
          reasonPoints(reason.because, { ...context, of: reason.path }),
        ),
      ];
    case 'law':
      // A governing date alone, with no bounds to be within or outside, decides nothing.
      if (reason.from === undefined && reason.ceasing === undefined) return [];
      return [branch(lawClause(reason), reasonPoints(reason.because, context))];
    case 'asOf':
      return [];
    case 'ambiguity':
      return [leaf(`the reading taken is ${readingWords(phrases, reason.ambiguity, reason.reading)}`)];
    default:
      return stepPoints(reason, context);
  }
}

/** The phrase of an event tells it as past; what lies after the day of the assessment is not. */
function stillToCome({ input, value }: FactReason, { asOf }: ReasonContext): string {
  const isLater = input === 'event' && typeof value === 'string' && /^\d{4}-/.test(value) && value > asOf;
  return isLater ? ', which is after the day of this assessment' : '';
}

function referenceClause(
  name: string,
  of: string | undefined,
  value: string | number,
  context: ReasonContext,
): string {
  const clause = context.isOutOfForce(name, of)
    ? `${whether(context.phrases, name)} is not answered, because the law is not in force`
    : definitionClause(context.phrases, name, value, context.isOpen(name));
  const paragraph = context.paragraphOf(name, of);
  const about = of === undefined || of === context.of ? '' : `as to ${instanceWords(context.phrases, of)}, `;
  return `${about}${clause}${paragraph === undefined ? '' : ` (see ${paragraph})`}`;
}

/** The reading of an ambiguity as the policy words it. */
export function readingWords(phrases: Phrasebook, ambiguity: string, reading: string): string {
  return quoted(phrases.ambiguities[ambiguity]?.readings[reading] ?? humanise(reading));
}

function listClause({ path, complete, length }: ListReason, phrases: Phrasebook): string {
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

function lawClause(reason: LawReason): string {
  const on = reason.on === 'unknown' ? undefined : dateWords(reason.on);
  if (on === undefined)
    return `it is not known whether the law was in force, because the date that decides is not known${bounds(reason)}`;
  if (reason.value === 'yes') return `the law was in force on ${on}${bounds(reason)}`;
  const begun = reason.from === undefined || reason.on >= reason.from;
  return begun
    ? `the law had ceased by ${on}${bounds(reason)}`
    : `the law had not begun on ${on}${bounds(reason)}`;
}

/** " (in force from 25 May 2018, ceased on 5 February 2026)"; empty where there are no dates. */
export function bounds(law: { readonly from?: string; readonly ceasing?: string }): string {
  const parts: string[] = [];
  if (law.from !== undefined) parts.push(`in force from ${dateWords(law.from)}`);
  if (law.ceasing !== undefined) parts.push(`ceasing on ${dateWords(law.ceasing)}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function stepPoints(step: StepReason, context: ReasonContext): readonly Point[] {
  const inside = step.kind === 'exception' ? { ...context, inException: true } : context;
  // What the source leaves open has a question of its own, put where it is asked.
  const isOpenGround = step.kind === 'otherwise' && step.value === 'unknown';
  const under = isOpenGround ? [] : reasonPoints(step.because, inside);
  const cites = citeWords(step.cites, context.phrases);
  const clause = stepClause(step, context);
  if (clause === undefined) {
    // The step adds no words of its own: what is under it speaks, with its citation on the one or the first of them.
    const [first, ...rest] = under;
    if (first === undefined) return [];
    if (cites === '' || first.cites !== undefined) return under;
    return [{ ...first, cites }, ...rest];
  }
  return [turnsOn(clause, under, cites)];
}

type AspectKind = 'applies' | 'met' | 'late' | 'due';

/** What of another rule decided, settled or not: told in one clause, since the rule has a paragraph of its own. */
interface OtherRule {
  readonly rule: string;
  readonly aspects: readonly { readonly kind: AspectKind; readonly value: StepReason['value'] }[];
}

/** Steps of another rule that stand beside each other and are all settled, or all not, as one. */
function aspectsTogether(
  reasons: readonly Reason[],
  context: ReasonContext,
): readonly (Reason | OtherRule)[] {
  const together: (Reason | OtherRule)[] = [];
  for (const reason of reasons) {
    const aspect = otherRuleAspect(reason, context);
    if (aspect === undefined) {
      together.push(reason);
      continue;
    }
    const last = together.at(-1);
    const [added] = aspect.aspects;
    if (
      last !== undefined &&
      'aspects' in last &&
      last.rule === aspect.rule &&
      (last.aspects[0]?.value === 'unknown') === (added?.value === 'unknown')
    )
      together[together.length - 1] = { rule: last.rule, aspects: [...last.aspects, ...aspect.aspects] };
    else together.push(aspect);
  }
  return together;
}

function otherRuleAspect(reason: Reason, context: ReasonContext): OtherRule | undefined {
  switch (reason.kind) {
    case 'applies':
    case 'met':
    case 'late':
    case 'due': {
      const { kind, label, value } = reason;
      return label === undefined || label === context.statement
        ? undefined
        : { rule: label, aspects: [{ kind, value }] };
    }
    default:
      return undefined;
  }
}

const ASPECTS: Readonly<Record<AspectKind, readonly [yes: string, no: string]>> = {
  applies: ['applies', 'does not apply'],
  met: ['is met', 'is not met'],
  late: ['is late', 'is not late yet'],
  due: ['is late', 'is not late yet'],
};

/** "the rule to respond is breached (see 5)". */
function otherRuleClause({ rule, aspects }: OtherRule, context: ReasonContext): string {
  const subject = ruleWords(context.phrases, rule);
  const paragraph = context.paragraphOf(rule, context.of);
  const see = paragraph === undefined ? '' : ` (see ${paragraph})`;
  const has = (kind: AspectKind, value: string): boolean =>
    aspects.some((aspect) => aspect.kind === kind && aspect.value === value);
  if (has('applies', 'yes') && has('met', 'no') && has('late', 'yes')) return `${subject} is breached${see}`;
  const clauses = aspects.map(({ kind, value }) => ASPECTS[kind][value === 'no' ? 1 : 0]);
  const known = aspects.some(({ value }) => value !== 'unknown');
  return `${known ? '' : notKnown}${subject} ${listWords([...new Set(clauses)], known ? 'and' : 'or')}${see}`;
}

const notKnown = 'it is not known whether ';

/** "It is not known whether the exception applies, which turns on whether …", where that is all there is to say. */
function turnsOn(clause: string, under: readonly Point[], cites: string): Point {
  const [only] = under;
  const single = only !== undefined && under.length === 1 && only.points.length === 0;
  if (clause.includes(', which turns on ') && single) return leaf(clause, cites);
  if (!single || !clause.startsWith(notKnown) || !only.text.startsWith(notKnown))
    return branch(clause, under, cites);
  const all = [cites, only.cites ?? ''].filter((text) => text !== '').join('; ');
  return leaf(`${clause}, which turns on whether ${only.text.slice(notKnown.length)}`, all);
}

function stepClause(step: StepReason, context: ReasonContext): string | undefined {
  const { value } = step;
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
      return groundClause(step, context);
    case 'otherwise':
      if (step.because.some((one) => one.kind === 'fact' && isOpenException(context.phrases, one.path)))
        return openExceptionClause(value, context);
      return pick(
        value,
        'it holds on a ground that the source does not list',
        'it holds on no other ground',
        'it could still hold on a ground that the source does not list',
      );
    case 'exception':
      return exceptionClause(step, context);
    case 'despite':
      return despiteClause(step, context);
    case 'row':
      return step.label === undefined
        ? undefined
        : `${quoted(humanise(step.label))} is the row of the table that fits`;
    case 'reading':
      return readingClause(step, context);
    case 'version':
      return versionClause(step);
    case 'applies':
      return pick(
        value,
        `the ${ruleNoun(context)} applies`,
        `the ${ruleNoun(context)} does not apply`,
        `it is not known whether the ${ruleNoun(context)} applies`,
      );
    case 'met':
      return context.forbids
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
      return neverStep(step.kind);
  }
}

function ruleNoun({ phrases, statement }: ReasonContext): string {
  return isPermission(phrases, statement) ? 'permission' : 'rule';
}

/** The open list of exceptions: what the source may except without saying so. */
function openExceptionClause(value: string | number, context: ReasonContext): string {
  const it = context.inException ? 'that exception' : 'it';
  return pick(
    value,
    `${it} is excepted for a reason that the source does not list`,
    `${it} is not excepted for any other reason`,
    `${it} may be excepted for a reason that the source does not list`,
  );
}

function neverStep(kind: never): never {
  throw new Error(`unknown kind of step: ${String(kind)}`);
}

function pick(value: string | number, yes: string, no: string, unknown: string): string {
  if (value === 'yes') return yes;
  return value === 'no' ? no : unknown;
}

function groundClause(step: StepReason, context: ReasonContext): string | undefined {
  if (step.label === undefined) return step.certainty === undefined ? undefined : sourceCalls(step.certainty);
  const phrase = labelPhrase(context.phrases, context.statement, step.label);
  const words = quoted(humanise(step.label));
  const certainty = step.certainty === undefined ? '' : `, and ${sourceCalls(step.certainty)}`;
  if (phrase !== undefined)
    return `${pick(step.value, positive(phrase), negative(phrase), unknownPhrase(phrase))}${certainty}`;
  return pick(
    step.value,
    `the ground ${words} is made out${certainty}`,
    `the ground ${words} is not made out`,
    `it is not known whether the ground ${words} is made out${certainty}`,
  );
}

function sourceCalls(certainty: string): string {
  return `of this the source says ${quoted(certainty)}`;
}

function exceptionClause(step: StepReason, context: ReasonContext): string {
  const name = step.label === undefined ? '' : quoted(humanise(step.label));
  const subject = context.inException
    ? `an exception to that${name === '' ? '' : `, ${name},`}`
    : name === ''
      ? 'an exception'
      : `the exception ${name}`;
  const phrase =
    step.label === undefined ? undefined : labelPhrase(context.phrases, context.statement, step.label);
  const certainty = step.certainty === undefined ? '' : ` (${sourceCalls(step.certainty)})`;
  if (step.value === 'no')
    return `${subject} does not apply${phrase === undefined ? '' : `, because ${negative(phrase)}`}`;
  if (step.value !== 'yes') {
    const turns = phrase === undefined ? '' : `, which turns on whether ${positive(phrase)}`;
    return `it is not known whether ${subject} applies${certainty}${turns}`;
  }
  const because = phrase === undefined ? '' : `, because ${positive(phrase)}`;
  if (context.inException) return `${subject} applies${certainty}${because}`;
  // That the exception holds says nothing on whether the rest does: the trace of a no names what suffices for it.
  const otherwise = context.kind === 'rule' ? 'would otherwise apply' : 'would otherwise be so';
  return `even if it ${otherwise}, ${subject} takes the case out${certainty}${because}`;
}

function despiteClause(step: StepReason, context: ReasonContext): string {
  const act = step.label === undefined ? undefined : context.phrases.statements[step.label]?.act;
  const what = act === undefined ? 'a permission' : `the permission to ${act}`;
  return pick(
    step.value,
    `even if it would otherwise apply, ${what} takes the case out`,
    `${what} does not help`,
    `it is not known whether ${what} takes the case out`,
  );
}

function readingClause(step: StepReason, context: ReasonContext): string {
  const [ambiguity = '', reading = ''] = (step.label ?? '').split('.');
  return `on the reading ${readingWords(context.phrases, ambiguity, reading)}`;
}

function versionClause(step: StepReason): string | undefined {
  const from = step.label?.split('@')[1];
  return from === undefined || from === '' || !/^\d/.test(from)
    ? undefined
    : `under the version in force from ${dateWords(from)}`;
}
