/** How a statement changes, in words: "newly required", "no longer so", "due later". */
import type { Modality } from '@proviso/compiler/plan';
import { definitionClause, definitionValueWords } from '@proviso/explain';
import type { ResultValue } from '@proviso/runtime';
import type { DifferenceClass } from '@proviso/verify';
import type { PackInWords } from '@proviso/cases';

type Words = Pick<PackInWords, 'plan' | 'phrases'>;

/** What a rule makes of its act. */
const FORCES: Readonly<Record<Modality, string>> = {
  must: 'required',
  mustNot: 'forbidden',
  should: 'good practice',
  shouldNot: 'against good practice',
  may: 'permitted',
};

/** The change of a class, without its conditions: a phrase that begins with a small letter. */
export function changeWords(
  name: string,
  { aspect, change }: DifferenceClass,
  old: Words,
  now: Words,
): string {
  const rule = now.plan.rules.find((one) => one.name === name);
  if (rule === undefined) return definitionChange(name, change, now);
  const before = old.plan.rules.find((one) => one.name === name) ?? rule;
  if (aspect === 'dueOn') return DUE[change.kind] ?? 'due on another day';
  switch (change.kind) {
    case 'begins':
      return `newly ${FORCES[rule.modality]}`;
    case 'ends':
      return `no longer ${FORCES[before.modality]}`;
    case 'becomes':
      return `now ${statusWords(change.new, rule.modality)}, where it was ${statusWords(change.old, before.modality)}`;
    default:
      return 'of another outcome';
  }
}

const DUE: Readonly<Partial<Record<DifferenceClass['change']['kind'], string>>> = {
  later: 'due later',
  earlier: 'due earlier',
  gone: 'no longer due by any day',
  comes: 'newly due by a day',
};

function statusWords(status: ResultValue, modality: Modality): string {
  switch (status) {
    case 'breached':
      return 'breached';
    case 'departedFrom':
      return 'departed from';
    case 'compliedWith':
      return modality === 'mustNot' || modality === 'shouldNot' ? 'observed' : 'done';
    case 'notYetDue':
      return 'not yet due';
    case 'permitted':
      return 'permitted';
    default:
      return String(status);
  }
}

function definitionChange(name: string, change: DifferenceClass['change'], { plan, phrases }: Words): string {
  const isOpen = plan.definitions.some((one) => one.id === name && one.open === true);
  switch (change.kind) {
    case 'becomes':
      if (change.new === 'yes') return `newly so: ${definitionClause(phrases, name, 'yes', isOpen)}`;
      if (change.new === 'no' && change.old === 'yes')
        return `no longer ${isOpen ? 'established' : 'so'}: ${definitionClause(phrases, name, 'yes', isOpen)}`;
      return `now ${definitionValueWords(phrases, name, change.new)}, where it was ${definitionValueWords(phrases, name, change.old)}`;
    case 'later':
      return 'a later day than it was';
    case 'earlier':
      return 'an earlier day than it was';
    case 'gone':
      return 'a day that does not come any more';
    case 'comes':
      return 'a day that comes, where it did not';
    case 'more':
      return 'more than it was';
    case 'less':
      return 'less than it was';
    default:
      return 'another value than it was';
  }
}
