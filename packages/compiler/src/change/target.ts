/** The answer that is to change: whether there is such a one, how it came out, and whether that is what is wanted. */
import {
  type Assessment,
  type ChangeTarget,
  didYouMean,
  type FactProblem,
  parseDay,
  parseDuration,
  type ResultValue,
  unitsOf,
} from '@proviso/runtime';
import type { Definition, Expr, Literal, Rule } from '../6-plan/plan.ts';
import type { PlanIndex } from '../interpret/plan-index.ts';
import { resultOf } from '../interpret/result-of.ts';
import { holderOf } from '../interpret/results.ts';
import type { Bound } from './levers.ts';
import type { Setting, Trial } from './trial.ts';

/** Is this how the answer should come out? */
export function isWanted({ to }: ChangeTarget, from: ResultValue, value: ResultValue): boolean {
  return to === undefined ? !isOpen(value) && value !== from : value === to;
}

function isOpen(value: ResultValue): boolean {
  return value === 'unknown' || value === 'undetermined';
}

/** How the answer came out in an assessment; undefined where that has no such answer. */
export function resultIn(assessment: Assessment, { name, of }: ChangeTarget): ResultValue | undefined {
  const result = resultOf(assessment, name, of);
  return result !== undefined && 'status' in result ? result.status : result?.value;
}

/** What is wrong with a target; nothing where the assessment has the answer and it can come out so. */
export function checkTarget(
  index: PlanIndex,
  { definitions, rules }: Assessment,
  { name, of, to }: ChangeTarget,
): readonly FactProblem[] {
  const all = Object.hasOwn(rules, name)
    ? rules[name]
    : Object.hasOwn(definitions, name)
      ? definitions[name]
      : undefined;
  if (all === undefined) {
    const meant = didYouMean(name, [...Object.keys(definitions), ...Object.keys(rules)]);
    return [
      {
        code: 'unknown-goal',
        path: 'target.name',
        message: `the goals asked for have no definition or rule \`${name.slice(0, 60)}\``,
        ...(meant === undefined ? {} : { help: meant }),
      },
    ];
  }
  const instances: readonly (string | undefined)[] =
    'instances' in all ? all.instances.map((each) => each.of) : [undefined];
  if (!instances.includes(of)) {
    return [
      {
        code: 'unknown-goal',
        path: 'target.of',
        message: `\`${name}\` has no answer ${of === undefined ? 'of its own, but one for each instance' : `as to \`${shown(of)}\``}`,
        help: `there are answers as to ${instances.map((each) => `\`${each ?? 'the case'}\``).join(', ') || 'nothing in this case'}`,
      },
    ];
  }
  const rule = index.rules.get(name);
  const values = rule === undefined ? valuesOf(index, holderOf(index, name)) : statusesOf(rule);
  if (to === undefined) return [];
  const { type } = holderOf(index, name);
  if (values === undefined ? isOfType(to, type) : values.includes(to)) return [];
  return [
    {
      code: 'unknown-member',
      path: 'target.to',
      message: `\`${name}\` never comes out as \`${shown(to)}\``,
      help: `it can be ${values === undefined ? formOf(type) : values.map((each) => `\`${each}\``).join(', ')}`,
    },
  ];
}

/** A caller without types may give anything. */
function shown(to: unknown): string {
  const text = typeof to === 'object' && to !== null ? 'an object' : String(to);
  return text.slice(0, 60);
}

/** Whether a value is one in its JSON form, of a type of which there are too many to say. */
function isOfType(value: unknown, type: Definition['type']): boolean {
  if (type.kind === 'number') return typeof value === 'number' && unitsOf(value, type.places) !== undefined;
  if (typeof value !== 'string') return false;
  if (type.kind === 'date') return value === 'notYet' || parseDay(value) !== undefined;
  return type.kind !== 'duration' || parseDuration(value) !== undefined;
}

function formOf(type: Definition['type']): string {
  switch (type.kind) {
    case 'number':
      return type.places === 0 ? 'a whole number' : `a number of at most ${type.places} decimals`;
    case 'date':
      return 'a date such as `2026-02-05`, or `notYet`';
    case 'duration':
      return 'a duration such as `P1M`';
    default:
      return 'a text';
  }
}

/** Undefined where there are too many to say. */
function valuesOf({ plan }: PlanIndex, { type }: Definition): readonly ResultValue[] | undefined {
  if (type.kind === 'yesno') return ['yes', 'no'];
  return type.kind === 'enum' ? plan.enums.find(({ name }) => name === type.name)?.members : undefined;
}

function statusesOf({ modality }: Rule): readonly ResultValue[] {
  if (modality === 'may') return ['doesNotApply', 'permitted'];
  const broken = modality === 'must' || modality === 'mustNot' ? 'breached' : 'departedFrom';
  return ['doesNotApply', 'compliedWith', broken, 'notYetDue'];
}

/** Where a day or a number is wanted: the comparisons of the answer with it, at which it turns. */
export function comparedWith(
  { index, name }: Setting,
  { to }: ChangeTarget,
  { root }: Pick<Trial, 'root'>,
): readonly Bound[] {
  const literal = literalOf(to, holderOf(index, name));
  if (literal === undefined) return [];
  const wanted: Expr = { kind: 'literal', value: literal };
  const on = literal.kind === 'number' ? 'number' : 'date';
  const { expr, variables } = root;
  return [
    { expr: { kind: 'le', left: expr, right: wanted, on }, variables },
    { expr: { kind: 'le', left: wanted, right: expr, on }, variables },
  ];
}

function literalOf(to: ResultValue | undefined, { type }: Definition): Literal | undefined {
  if (type.kind === 'number' && typeof to === 'number') {
    const value = unitsOf(to, type.places);
    return value === undefined ? undefined : { kind: 'number', value, places: type.places };
  }
  if (type.kind !== 'date' || typeof to !== 'string') return undefined;
  if (to === 'notYet') return { kind: 'notYet' };
  const value = parseDay(to);
  return value === undefined ? undefined : { kind: 'date', value };
}
