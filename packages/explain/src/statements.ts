/** One result as a numbered point: the conclusion first, then what qualifies it, then because. */
import type {
  LawReason,
  NotInForce,
  Phrasebook,
  ReadingDependence,
  Reason,
  Result,
  RuleResult,
  StepReason,
} from '@proviso/runtime';
import type { Answer } from './answers.ts';
import { citeWords } from './cites.ts';
import { lawInForce, normalise } from './normalise.ts';
import { leaf, type Point } from './outline.ts';
import { bounds, readingWords, reasonPoints, type ReasonContext } from './reasons.ts';
import { capitalise, dateWords, humanise, listWords, quoted } from './words.ts';
import { definitionClause, instanceWords, ruleWords, whether } from './wording.ts';

/** The point of one result. */
export function answerPoint(answer: Answer, context: ReasonContext): Point {
  const { phrases } = context;
  const sentences =
    answer.kind === 'rule' ? ruleSentences(answer, context) : definitionSentences(answer, context);
  const [first = '', ...rest] = sentences.map(capitalise);
  const { cites: carried, because } = hoisted(withoutRepeats(normalise(answer.result.because)), phrases);
  const cites = lacksCite(answer)
    ? citeWords(phrases.statements[answer.name]?.cites ?? [], phrases)
    : carried;
  const conclusion = cites === '' ? first : `${first.replace(/\.$/, '')} [${cites}].`;
  if (answer.sameActAs !== undefined) rest.unshift(`The same act as in ${answer.sameActAs}.`);
  if (answer.detail === 'brief') return { text: [conclusion, ...rest].join(' '), points: [], whole: true };
  const law = lawsOutOfForce(answer) === undefined ? lawSentence(answer, context.asOf) : undefined;
  // Where it is only on the way to what was asked for, the conclusion says on what it depends.
  const dependence = answer.asked
    ? (answer.result.dependsOn ?? []).map((one) => leaf(shortDependence(one, phrases)))
    : [];
  const text = [conclusion, ...rest, ...(law === undefined ? [] : [law])].join(' ');
  return { text, points: [...reasonPoints(because, context), ...dependence], whole: true };
}

/** How a definition came out, with where that is explained. */
export function conclusionOf(
  answer: Answer & { readonly kind: 'definition' },
  context: ReasonContext,
): string {
  const [first = ''] = definitionSentences(answer, context);
  return `${capitalise(first).replace(/\.$/, '')} (see ${answer.number}).`;
}

/** A statement of which no instance is known. */
export function vacantPoint(name: string, phrases: Phrasebook): Point {
  const { record, say, act, cites = [] } = phrases.statements[name] ?? {};
  const title = (record === undefined ? undefined : phrases.records[record]?.title) ?? 'the instance';
  const about = `as to any ${title.replace(/^(the|an|a) /, '')} there may be`;
  const text =
    act === undefined || say !== undefined
      ? `${capitalise(about)}, ${definitionClause(phrases, name, 'unknown', false)}`
      : `Undetermined ${about}: ${ruleWords(phrases, name)}`;
  const cited = citeWords(cites, phrases);
  return { text: `${text}${cited === '' ? '' : ` [${cited}]`}.`, points: [], whole: true };
}

/** Has no step of what is told of it a citation, so that the statement's own must be told? */
export function lacksCite({ detail, result }: Answer): boolean {
  return detail === 'brief' || !hasCite(normalise(result.because));
}

function hasCite(reasons: readonly Reason[]): boolean {
  return reasons.some(
    (reason) =>
      ('cites' in reason && reason.cites.length > 0) || ('because' in reason && hasCite(reason.because)),
  );
}

/**
 * The laws that are out of force where nothing else decided: as the assessment tells, or where no step but theirs is left.
 * Its no says then that no law answers, not that the answer is no.
 */
export function lawsOutOfForce(answer: Answer): readonly NotInForce[] | undefined {
  const { name, kind, result } = answer;
  if (result.notInForce !== undefined) return result.notInForce;
  const isNo = kind === 'rule' ? answer.result.status === 'doesNotApply' : answer.result.value === 'no';
  const laws = isNo ? onlyLaws(result.because) : undefined;
  if (laws === undefined || laws.length === 0) return undefined;
  return laws.map(({ from, ceasing }) => ({
    name,
    ...(from === undefined ? {} : { from }),
    ...(ceasing === undefined ? {} : { ceasing }),
  }));
}

/** The laws out of force where the reasons are nothing else; undefined where they are. */
function onlyLaws(reasons: readonly Reason[]): readonly LawReason[] | undefined {
  const laws: LawReason[] = [];
  for (const reason of reasons) {
    if (reason.kind === 'asOf') continue;
    if (reason.kind === 'law' && reason.value === 'no') {
      laws.push(reason);
      continue;
    }
    const inside =
      reason.kind === 'applies' ||
      reason.kind === 'version' ||
      reason.kind === 'limb' ||
      reason.kind === 'requires'
        ? onlyLaws(reason.because)
        : undefined;
    if (inside === undefined || inside.length === 0) return undefined;
    laws.push(...inside);
  }
  return laws;
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
  phrases: Phrasebook,
): {
  readonly cites: string;
  readonly because: readonly Reason[];
} {
  const [only] = reasons;
  if (reasons.length === 1 && only?.kind === 'version') {
    const inner = hoisted(only.because, phrases);
    const versionCites = citeWords(only.cites, phrases);
    return inner.cites === '' || inner.cites === versionCites
      ? { ...inner, cites: versionCites }
      : { cites: versionCites, because: only.because };
  }
  const because = reasons;
  const own = because.filter(isOwnStep);
  const [cites = '', ...others] = [...new Set(own.map((step) => citeWords(step.cites, phrases)))].filter(
    (text) => text !== '',
  );
  if (others.length > 0) return { cites: '', because };
  return { cites, because: because.map((reason) => (isOwnStep(reason) ? { ...reason, cites: [] } : reason)) };
}

/** By which day's law a result is judged, where that is not the day of the assessment or the law has dates. */
function lawSentence({ asked, result }: Answer, asOf: string): string | undefined {
  const law = lawInForce(result.because);
  if (law === undefined || law.on === 'notYet' || law.on === 'unknown') return undefined;
  if ((law.on === asOf || !asked) && law.from === undefined && law.ceasing === undefined) return undefined;
  return `Judged by the law of ${dateWords(law.on)}${bounds(law)}.`;
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

function definitionSentences(
  answer: Answer & { readonly kind: 'definition' },
  context: ReasonContext,
): readonly string[] {
  const { phrases } = context;
  const { name, result } = answer;
  const about = answer.of === undefined ? '' : `as to ${instanceWords(phrases, answer.of)}, `;
  const open = result.open === true;
  const sentences: string[] = [];
  const laws = lawsOutOfForce(answer);
  if (laws === undefined)
    sentences.push(stop(`${about}${definitionClause(phrases, name, result.value, open)}`));
  else sentences.push(stop(`${about}${outOfForceClause(name, result, laws, context)}`));
  const certainty = certaintySentence(result);
  if (certainty !== undefined) sentences.push(certainty);
  if (result.presumed !== undefined) {
    sentences.push(
      `Where facts are not known, it is presumed that ${stop(definitionClause(phrases, name, result.presumed, open))}`,
    );
  }
  return sentences;
}

/** "in the source's words, very likely" where every operative limb has a certainty. */
function certaintySentence(result: Pick<Result, 'certainty'>): string | undefined {
  const certainty = result.certainty ?? [];
  if (certainty.length === 0) return undefined;
  const words = listWords(certainty.map(quoted));
  // Only of what is a predicate can it be said that "this is" so.
  return certainty.every((one) => /^(?:(?:very|highly) )?(?:likely|unlikely)$/i.test(one))
    ? `The source itself says only that this is ${words}.`
    : `The source’s own words: ${words}.`;
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
  const bearer = phrases.bearers[result.bearer]?.title ?? humanise(result.bearer);
  const act = phrases.statements[name]?.act ?? humanise(name);
  const as = result.as === undefined ? '' : ` (in the source’s words, ${quoted(result.as)})`;
  return `${bearer} ${MODALS[result.modality]} ${act}${as}`;
}

function ruleSentences(
  answer: Answer & { readonly kind: 'rule' },
  context: ReasonContext,
): readonly string[] {
  const { phrases } = context;
  const { name, result } = answer;
  const about = answer.of === undefined ? '' : ` as to ${instanceWords(phrases, answer.of)}`;
  const [status = '', ...qualified] = statusWords(result).split(', ');
  const head = [`${status}${about}`, ...qualified].join(', ');
  const sentences = [`${head}: ${stop(dutySentence(name, result, phrases))}`];
  const laws = (lawsOutOfForce(answer) ?? []).map((law) => lawClauseOf(law, result.because, context));
  sentences.push(...[...new Set(laws)].map((law) => `That is only because ${stop(law)}`));
  const due = dueSentence(result);
  if (due !== undefined) sentences.push(due);
  const certainty = certaintySentence(result);
  if (certainty !== undefined) sentences.push(certainty);
  if (result.presumed !== undefined) {
    sentences.push(
      `Where facts are not known, what the source says to presume gives: ${stop(statusWords({ ...result, status: result.presumed }).toLowerCase())}`,
    );
  }
  return sentences;
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
      return neverStatus(result.status);
  }
}

function neverStatus(status: never): never {
  throw new Error(`unknown status: ${String(status)}`);
}

function dueSentence(result: RuleResult): string | undefined {
  if (result.dueOn === undefined) return undefined;
  if (result.dueOn === 'notYet') return 'The time for it has not begun to run.';
  const due = dateWords(result.dueOn);
  switch (result.status) {
    case 'breached':
    case 'departedFrom':
      return `It was due by ${due}, before any adjustment for weekends and holidays.`;
    case 'notYetDue':
    case 'undetermined':
      return `It is due by ${due}, before any adjustment for weekends and holidays.`;
    default:
      return undefined;
  }
}

/** Never the negative phrase: the law that would have answered is not in force. */
function outOfForceClause(
  name: string,
  result: Result,
  laws: readonly NotInForce[],
  context: ReasonContext,
): string {
  const reasons = laws.map((law) => lawClauseOf(law, result.because, context));
  return `${whether(context.phrases, name)} is not answered, because ${listWords([...new Set(reasons)])}`;
}

function lawClauseOf(law: NotInForce, because: readonly Reason[], context: ReasonContext): string {
  const on = governingDate(because, law) ?? governingDate(context.reasonsOf(law.name), law);
  const when = on === undefined ? '' : `, and the date that decides is ${dateWords(on)}`;
  let state = `the law was not in force on the date that decides${bounds(law)}`;
  if (on !== undefined && law.ceasing !== undefined && on >= law.ceasing)
    state = `the law ceased on ${dateWords(law.ceasing)}${when}`;
  else if (on !== undefined && law.from !== undefined && on < law.from)
    state = `the law began only on ${dateWords(law.from)}${when}`;
  const successors = (law.succeededBy ?? []).map((name) => successorWords(name, context.phrases));
  return successors.length === 0 ? state : `${state}; its place was taken by ${listWords(successors)}`;
}

function successorWords(name: string, phrases: Phrasebook): string {
  const statement = phrases.statements[name];
  if (statement?.act !== undefined) return ruleWords(phrases, name);
  if (statement?.say !== undefined) return `the question ${whether(phrases, name)}`;
  return quoted(humanise(name));
}

function governingDate(reasons: readonly Reason[], law: NotInForce): string | undefined {
  for (const reason of reasons) {
    if (
      reason.kind === 'law' &&
      reason.from === law.from &&
      reason.ceasing === law.ceasing &&
      reason.on !== 'unknown'
    )
      return reason.on;
    if ('because' in reason) {
      const found = governingDate(reason.because, law);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** "this depends on how the source is read on “notice period” (D-02), here as “…”". */
function shortDependence(one: ReadingDependence, phrases: Phrasebook): string {
  const verb = one.confirmed ? 'this depends' : 'this may depend';
  return `${verb} on the reading of ${quoted(humanise(one.ambiguity))}${referenceOf(one, phrases)}, taken here as ${readingWords(phrases, one.ambiguity, one.reading)}`;
}

/** The whole of it: the reading taken, the others, and that the answer turns on it. */
export function dependenceClause(one: ReadingDependence, phrases: Phrasebook): string {
  const others = Object.keys(phrases.ambiguities[one.ambiguity]?.readings ?? {}).filter(
    (name) => name !== one.reading,
  );
  const other = listWords(
    others.map((name) => readingWords(phrases, one.ambiguity, name)),
    'or',
  );
  const otherwise = other === '' ? 'on another reading' : `on the reading ${other}`;
  const effect = one.confirmed ? 'an answer would be different' : 'an answer may be different';
  return `the reading of ${quoted(humanise(one.ambiguity))}${referenceOf(one, phrases)}: taken here as ${readingWords(phrases, one.ambiguity, one.reading)}; ${otherwise} ${effect}`;
}

function referenceOf(one: ReadingDependence, phrases: Phrasebook): string {
  const title = phrases.ambiguities[one.ambiguity]?.title;
  return title === undefined ? '' : ` (${title})`;
}

function stop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
