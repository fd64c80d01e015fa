/** Assumptions that hide a breach: presumed, the rule is not breached; were the fact otherwise, it would be. */
import type { Field, Literal, Plan, Rule } from '@proviso/compiler/plan';
import { inquire } from '../case/confirm.ts';
import { valuesUnder } from '../form/assignment.ts';
import { variablesUnder } from '../form/cone.ts';
import type { NodeId } from '../form/form.ts';
import { Substitution } from '../form/substitute.ts';
import { type Witness, witnessOf } from '../prove/counterexample.ts';
import { existenceOf } from '../translate/existence.ts';
import type { Instance } from '../translate/instances.ts';
import { asNode } from '../translate/terms.ts';
import { statuses, type Translation } from '../translate/translator.ts';
import { pathOf } from '../translate/variables.ts';
import { answersTo, type Search } from './ask.ts';
import { writeLiteral } from '../words/write-expr.ts';
import { type Claim, type Finding, found, shownBy } from './finding.ts';

/** A rule of which a fact that is presumed may hide the breach. */
interface Hiding {
  readonly field: Field;
  readonly rule: Rule;
  readonly ways: readonly Way[];
}

/** For one instance of the fact and one of the rule: that the rule is breached, and that it is not with what is presumed. */
interface Way {
  readonly of: Instance;
  readonly settled: readonly NodeId[];
}

/** One finding for each fact whose assumption hides a breach, naming the rules; with a case in which it does. */
export async function hiddenBreachesOf(search: Search): Promise<readonly Finding[]> {
  const { translation } = search;
  const { form, plan } = translation;
  const hidings = hidingsOf(translation);
  const answers = await answersTo(
    search,
    hidings.map(({ rule, ways }) => ({
      node: form.or(ways.map(({ settled }) => form.and(settled))),
      trails: [translation.trailOf(rule.status)],
    })),
  );
  const byField = Map.groupBy(
    hidings.map((hiding, i) => ({ hiding, answer: answers[i] })),
    ({ hiding }) => hiding.field,
  );
  return [...byField].flatMap(([field, each]): readonly Finding[] => {
    const names = namesOf(translation, field);
    const claimOf = (rules: readonly string[]): Claim => ({
      code: 'assumption-hides-breach',
      params: { fact: names[0] ?? field.name, presumed: presumedText(field), rules },
    });
    const findings: Finding[] = [];
    const hidden = each.filter(({ answer }) => answer?.kind === 'found');
    const [first] = hidden;
    const cites = field.assume?.cites ?? [];
    if (first?.answer?.kind === 'found') {
      const rules = hidden.map(({ hiding }) => hiding.rule.name);
      const witness = witnessFor(translation, first.hiding, search.samples.whole(first.answer.assignment));
      const subject = { statements: rules, names, ...(cites.length > 0 ? { cites } : {}) };
      findings.push(found(plan, claimOf(rules), subject, shownBy(witness)));
    }
    const open = each.flatMap(({ hiding, answer }) =>
      answer?.kind === 'notDecided' ? [{ rule: hiding.rule.name, by: answer.because }] : [],
    );
    const [undecided] = open;
    if (undecided !== undefined) {
      const rules = open.map(({ rule }) => rule);
      findings.push(
        found(plan, claimOf(rules), { statements: rules, names }, { decided: false, by: undecided.by }),
      );
    }
    return findings;
  });
}

/** The paths of a field, without the numbers of elements. */
function namesOf(translation: Translation, field: Field): readonly string[] {
  const places = existenceOf(translation).filter((each) => each.field === field);
  return [...new Set(places.map(({ at }) => at.filter((step) => typeof step === 'string').join('.')))];
}

function presumedText({ assume }: Field): string {
  return assume === undefined ? '' : writeLiteral(assume.value);
}

function hidingsOf(translation: Translation): readonly Hiding[] {
  const { plan } = translation;
  const fields = new Map<Field, (typeof assumed)[number][]>();
  const assumed = existenceOf(translation).filter(({ field }) => field.assume !== undefined);
  for (const each of assumed) fields.set(each.field, [...(fields.get(each.field) ?? []), each]);
  return [...fields].flatMap(([field, places]) =>
    plan.rules.flatMap((rule): readonly Hiding[] => {
      if (rule.modality !== 'must' && rule.modality !== 'mustNot') return [];
      const ways = places.flatMap(({ at }) => waysOf(translation, rule, field, pathOf(at)));
      return ways.length === 0 ? [] : [{ field, rule, ways }];
    }),
  );
}

function waysOf(translation: Translation, rule: Rule, field: Field, path: string): readonly Way[] {
  const { form, plan, variables } = translation;
  const presumed = new Map<NodeId, NodeId>();
  for (const [id, meaning] of variables.meanings) {
    if (!('at' in meaning) || pathOf(meaning.at) !== path || field.assume === undefined) continue;
    const value = valueIn(plan, field.assume.value, meaning.kind);
    if (value !== undefined)
      presumed.set(id, typeof value === 'boolean' ? form.bool(value) : form.int(value));
  }
  return translation.holders(rule.param).flatMap((of): readonly Way[] => {
    const status = asNode(translation.definition(rule.status, of.record === null ? undefined : of));
    const breached = form.eq(status, form.int(statuses.indexOf('breached')));
    if (!variablesUnder(form, [breached]).some((id) => presumed.has(id))) return [];
    const then = new Substitution(form, presumed).in(breached);
    return [{ of, settled: [of.present, breached, form.not(then)] }];
  });
}

/** What a constant is for a variable of this kind. */
function valueIn(plan: Plan, value: Literal, kind: string): boolean | number | undefined {
  switch (value.kind) {
    case 'yesno':
      return value.value;
    case 'number':
      return value.value;
    case 'date':
      return kind === 'notYet' ? false : value.value;
    case 'notYet':
      return kind === 'notYet' ? true : undefined;
    case 'duration':
      return kind === 'months' ? value.months : value.days;
    case 'enum':
      return plan.enums.find(({ name }) => name === value.name)?.members.indexOf(value.value);
    default:
      return undefined;
  }
}

function witnessFor(
  translation: Translation,
  { rule, ways }: Hiding,
  assignment: Parameters<typeof witnessOf>[1],
): Witness | undefined {
  const value = valuesUnder(translation.form, assignment);
  const way = ways.find(({ settled }) => settled.every((id) => value(id) === true));
  if (way === undefined) throw new Error(`an answer about ${rule.name} shows no instance of it`);
  const inquiry = inquire(translation.plan, [rule.name]);
  const outcome = { name: rule.name, ...(rule.param === undefined ? {} : { of: pathOf(way.of.at) }) };
  const shown = { inquiry, ...outcome, value: 'breached', settled: way.settled };
  return witnessOf(translation, assignment, [shown], [outcome]);
}
