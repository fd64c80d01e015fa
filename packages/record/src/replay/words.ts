/** Differences in words: how it was, how it comes out now, and what that follows from. */
import { meaningDigestOf, type Plan } from '@proviso/compiler/plan';
import {
  bindingRules,
  capitalise,
  dateWords,
  definitionClause,
  dutySentence,
  english,
  explain,
  instanceWords,
  inWordsOf,
  isNotEstablished,
  type Point,
  statusWords,
} from '@proviso/explain';
import type { Assessment, Phrasebook, Reason, Result, RuleResult } from '@proviso/runtime';
import { checkHas } from '../given.ts';
import { sentences } from '../make/explanation.ts';
import type { RecordedPoint } from '../record.ts';
import type { Comparison, Difference } from './compare.ts';

/** How it comes out now. */
export interface After {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly assessment: Assessment;
}

/** The two sides of a comparison. */
export interface Sides {
  readonly before: { readonly plan?: Plan; readonly phrases?: Phrasebook; readonly asOf: string };
  readonly after: After;
}

/** A difference, told. */
export interface ToldDifference {
  readonly name: string;
  readonly of?: string;
  /** One sentence: how it was and how it is. */
  readonly says: string;
  /** One sentence: what that follows from. */
  readonly because: string;
  /** Why it now comes out as it does, in sentences. Empty where it only follows from others. */
  readonly reasons: readonly string[];
}

/** Everything that differs, in words. */
export function tellDifferences(comparison: Comparison, sides: Sides): readonly ToldDifference[] {
  checkHas(comparison, { differences: 'list' }, 'what `compareAssessments` gives');
  checkHas(sides, { before: 'object', after: 'object' }, 'the two sides of a comparison');
  checkHas(sides.after, { plan: 'object', phrases: 'object', assessment: 'object' }, 'how it comes out now');
  const { differences } = comparison;
  const names = new Set(differences.map(({ name }) => name));
  return differences.map((difference) => {
    const { name, of } = difference;
    const cause = causeOf(difference, names, sides);
    return {
      name,
      ...(of === undefined ? {} : { of }),
      says: saysOf(difference, sides),
      because: cause.says,
      reasons: cause.follows || difference.after === undefined ? [] : reasonsNow(difference, sides),
    };
  });
}

/** The verdict in words. It is only ever over the rules examined: where none of them can be breached, that is said. */
export function verdictWords(assessment: Pick<Assessment, 'verdict' | 'rulesExamined' | 'rules'>): string {
  checkHas(assessment, { rulesExamined: 'list', rules: 'object' }, 'an assessment');
  const { verdict } = assessment;
  switch (verdict) {
    case 'breachFound':
      return 'a breach is found';
    case 'undetermined':
      return 'not settled';
    case 'noBreachFound':
      return bindingRules(assessment).length === 0
        ? 'no rule was examined that can be breached'
        : 'no breach is found';
    default:
      throw new Error(`unknown verdict: ${String(verdict satisfies never)}`);
  }
}

function saysOf(difference: Difference, { before, after }: Sides): string {
  const old = before.phrases ?? after.phrases;
  const about = difference.of === undefined ? '' : `as to ${instanceWords(after.phrases, difference.of)}, `;
  const [was, is] =
    difference.kind === 'definition'
      ? [
          difference.before && definitionWords(difference.name, difference.before, old),
          difference.after && definitionWords(difference.name, difference.after, after.phrases),
        ]
      : [
          difference.before && ruleResultWords(difference.before),
          difference.after && ruleResultWords(difference.after),
        ];
  const subject = difference.kind === 'rule' ? `${ruleSubject(difference, old, after.phrases)}: ` : '';
  return capitalise(`${about}${subject}${was ?? 'not asked'}; now ${is ?? 'not asked'}.`);
}

function ruleSubject(
  { name, before, after }: Difference & { readonly kind: 'rule' },
  old: Phrasebook,
  phrases: Phrasebook,
): string {
  if (after !== undefined) return dutySentence(name, after, inWordsOf(name, [after.because], phrases));
  return before === undefined ? name : dutySentence(name, before, inWordsOf(name, [before.because], old));
}

function definitionWords(name: string, result: Result, phrases: Phrasebook): string {
  const judged = inWordsOf(name, [result.because], phrases);
  const clause = definitionClause(judged, name, result.value, isNotEstablished(result));
  if (result.presumed === undefined) return clause;
  return `${clause} (presumed: ${definitionClause(judged, name, result.presumed, result.open === true)})`;
}

function ruleResultWords(result: RuleResult): string {
  const status = statusWords(result).toLowerCase();
  const { presumed, dueOn } = result;
  const isDue = dueOn !== undefined && dueOn !== 'notYet' && result.status !== 'doesNotApply';
  const due = isDue ? `, due by ${dateWords(dueOn)}` : '';
  const assumed =
    presumed === undefined
      ? ''
      : ` (presumed: ${statusWords({ ...result, status: presumed }).toLowerCase()})`;
  return `${status}${due}${assumed}`;
}

function causeOf(
  difference: Difference,
  differing: ReadonlySet<string>,
  { before, after }: Sides,
): { readonly says: string; readonly follows: boolean } {
  const { name } = difference;
  if (difference.before === undefined || difference.after === undefined)
    return { says: 'It is asked in one of the two versions only.', follows: difference.after === undefined };
  if (before.plan !== undefined && ownMeaning(before.plan, name) !== ownMeaning(after.plan, name))
    return { says: 'It was itself changed between the versions.', follows: false };
  const reasons = [...difference.before.because, ...difference.after.because];
  const from = [...referencesIn(reasons)].filter((other) => other !== name && differing.has(other));
  if (from.length > 0)
    return { says: `It follows from another difference: ${subjects(from, after)}.`, follows: true };
  if (before.asOf !== after.assessment.asOf)
    return {
      says: `It turns on the day: ${dateWords(before.asOf)} before, ${dateWords(after.assessment.asOf)} now.`,
      follows: false,
    };
  return {
    says:
      before.plan === undefined
        ? 'It was changed, or something that it refers to.'
        : 'Something that it refers to was changed.',
    follows: false,
  };
}

/** What statements answer, as subjects: “whether it is binding; the rule to answer”. */
export function subjects(names: readonly string[], of: Pick<After, 'plan' | 'phrases'>): string {
  checkHas(of, { plan: 'object', phrases: 'object' }, 'a plan and its phrasebook');
  if (!Array.isArray(names) || names.some((name) => typeof name !== 'string'))
    throw new TypeError('a list of names was expected');
  const { plan, phrases } = of;
  const say = english(phrases);
  const rules = new Set(plan.rules.map(({ name }) => name));
  return names.map((name) => (rules.has(name) ? say.rule(name) : say.whether(name))).join('; ');
}

/** What a plan says of a statement itself, without what it refers to. */
function ownMeaning(plan: Plan, name: string): string {
  const isOwn = (id: string): boolean => id === name || id.startsWith(`${name}.`);
  return meaningDigestOf({
    definitions: plan.definitions.filter(({ id }) => isOwn(id)),
    rules: plan.rules.filter((rule) => rule.name === name).map(({ as: _as, ...rule }) => rule),
  });
}

function referencesIn(reasons: readonly Reason[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (reason: Reason): void => {
    if (reason.kind === 'definition') found.add(reason.name.split('.')[0] ?? reason.name);
    if ('because' in reason) for (const inner of reason.because) visit(inner);
  };
  for (const reason of reasons) visit(reason);
  return found;
}

/** The paragraph that an explanation of this statement alone would begin with. */
function reasonsNow({ name, of }: Difference, { after }: Sides): readonly string[] {
  const { sections } = explain(after.assessment, after.phrases, { answers: [name] });
  const paragraphs = sections.filter(({ numbered }) => numbered).flatMap(({ points }) => points);
  const title = of === undefined ? undefined : instanceWords(after.phrases, of);
  const point = title === undefined ? paragraphs[0] : paragraphs.find(({ text }) => text.includes(title));
  return point === undefined ? [] : sentences(withoutNumbers(point)).points.flatMap(sentencesOf);
}

/** Here are no numbered paragraphs to refer to. */
function withoutNumbers({ see: _see, ...point }: Point): Point {
  return { ...point, points: point.points.map(withoutNumbers) };
}

function sentencesOf({ text, points }: RecordedPoint): readonly string[] {
  return [text, ...points.flatMap(sentencesOf).map((inner) => `  ${inner}`)];
}
