/** What a statement comes to on either side, and when that differs. */
import type { Definition, Plan, Rule, Type } from '@proviso/compiler/plan';
import {
  type Day,
  formatDay,
  formatDuration,
  notYet,
  numberOf,
  packDuration,
  type ResultValue,
  beforeAll,
} from '@proviso/runtime';
import { valuesUnder, type Assignment } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Instance } from '../translate/instances.ts';
import { asNode, type Term } from '../translate/terms.ts';
import { statuses, type Translation } from '../translate/translator.ts';
import { pathOf } from '../translate/variables.ts';

/** What of a statement is compared: a definition's value, a rule's status, the day on which a rule's act is due. */
export type Aspect = 'value' | 'status' | 'dueOn';

/** A statement of a plan. */
export type Statement =
  | { readonly kind: 'definition'; readonly name: string; readonly definition: Definition }
  | { readonly kind: 'rule'; readonly name: string; readonly rule: Rule };

/** The visible definitions and the rules of a plan, by name. */
export function statementsOf({ definitions, rules }: Plan): ReadonlyMap<string, Statement> {
  return new Map<string, Statement>([
    ...definitions
      .filter(({ visible }) => visible)
      .map(
        (definition) =>
          [definition.id, { kind: 'definition' as const, name: definition.id, definition }] as const,
      ),
    ...rules.map((rule) => [rule.name, { kind: 'rule' as const, name: rule.name, rule }] as const),
  ]);
}

export function paramOf(statement: Statement): Definition['param'] {
  return statement.kind === 'rule' ? statement.rule.param : statement.definition.param;
}

/** One aspect of a statement for one instance, on one side. */
export interface Outcome {
  readonly aspect: Aspect;
  readonly type: Type | { readonly kind: 'status' };
  readonly value: Term;
  /** The case has such a result: the instance is there and, of a day due, the rule applies. */
  readonly where: NodeId;
  /** The definition that it is the value of. */
  readonly id: string;
}

/**
 * The outcomes of a statement for an instance. Of instances in lists only the first elements are worth asking about: no
 * expression tells elements of a list apart by where they stand.
 */
export function outcomesOf(translation: Translation, statement: Statement, of: Instance): readonly Outcome[] {
  const { form } = translation;
  const holder = of.record === null ? undefined : of;
  if (statement.kind === 'definition') {
    const { id, type } = statement.definition;
    return [{ aspect: 'value', type, value: translation.definition(id, holder), where: of.present, id }];
  }
  const { status, applies, due } = statement.rule;
  return [
    {
      aspect: 'status',
      type: { kind: 'status' },
      value: translation.definition(status, holder),
      where: of.present,
      id: status,
    },
    {
      aspect: 'dueOn',
      type: { kind: 'date' },
      // A rule without a deadline is never late, as if its day never came.
      value: due === undefined ? form.int(notYet) : translation.definition(due, holder),
      where: form.and([of.present, translation.truth(applies, holder)]),
      id: due ?? status,
    },
  ];
}

/** The instances to ask about: of each list the first element. */
export function instancesOf(translation: Translation, statement: Statement): readonly Instance[] {
  return translation
    .holders(paramOf(statement))
    .filter(({ at }) => at.every((step) => typeof step !== 'number' || step === 0));
}

/** As an assessment names it; undefined of the whole case. */
export function nameOf(of: Instance): string | undefined {
  return of.record === null ? undefined : pathOf(of.at);
}

/** The nodes of its value. */
export function nodesOf({ value }: Outcome): readonly NodeId[] {
  return typeof value === 'number' ? [value] : [value.months, value.days];
}

/** Holds where two outcomes of one type are not the same. */
export function differ(
  form: Form,
  { type, value: a }: Outcome,
  { value: b }: Outcome,
  membersOf: (name: string) => readonly string[],
): NodeId {
  if (typeof a !== 'number' || typeof b !== 'number') {
    const [x, y] = [a as Exclude<Term, number>, b as Exclude<Term, number>];
    return form.not(form.and([form.eq(x.months, y.months), form.eq(x.days, y.days)]));
  }
  if (a === b) return form.no;
  const count =
    type.kind === 'status' ? statuses.length : type.kind === 'enum' ? membersOf(type.name).length : 0;
  if (count === 0) return form.not(form.eq(a, b));
  // Value by value, so that no numbers are left.
  return form.or(
    Array.from({ length: count }, (_, i) => form.int(i)).map((value) =>
      form.and([form.eq(a, value), form.not(form.eq(b, value))]),
    ),
  );
}

/** Hold where an outcome has exactly the value that it has under an assignment. */
export function valueNodes(form: Form, outcome: Outcome, assignment: Assignment): readonly NodeId[] {
  const value = valuesUnder(form, assignment);
  return nodesOf(outcome).map((id) => {
    const found = value(id);
    if (found === undefined) throw new Error(`node ${id} has no value under the assignment that was found`);
    return typeof found === 'boolean' ? (found ? id : form.not(id)) : form.eq(id, form.int(found));
  });
}

/** The value of an outcome under an assignment, as an assessment gives it. */
export function resultOf(
  { form, texts }: Translation,
  { type, value: term }: Outcome,
  assignment: Assignment,
  membersOf: (name: string) => readonly string[],
): ResultValue {
  const value = valuesUnder(form, assignment);
  if (typeof term !== 'number')
    return formatDuration(packDuration(Number(value(term.months)), Number(value(term.days))));
  const found = value(term);
  if (found === undefined) throw new Error(`node ${term} has no value under the assignment that was found`);
  if (typeof found === 'boolean') return found ? 'yes' : 'no';
  switch (type.kind) {
    case 'status':
      return statuses[found] ?? 'undetermined';
    case 'enum':
      return membersOf(type.name)[found] ?? 'unknown';
    case 'number':
      return numberOf(found, type.places);
    case 'text':
      return texts[found] ?? 'unknown';
    case 'date':
      return found === notYet ? 'notYet' : found === beforeAll ? 'beforeAll' : formatDay(found as Day);
    default:
      throw new Error(`a definition is no ${type.kind}`);
  }
}

/** Whether a term is a constant, or a choice between constants. */
function isChosen(form: Form, id: NodeId): boolean {
  const node = form.node(id);
  return node.op === 'intIte'
    ? isChosen(form, node.then) && isChosen(form, node.otherwise)
    : node.op === 'int';
}

/** Holds where the rule of a status applies. */
export function appliesIn(form: Form, { value }: Outcome): NodeId {
  return form.not(form.eq(asNode(value), form.int(statuses.indexOf('doesNotApply'))));
}

/** How two values of an outcome stand to each other: what a class of cases has in common. */
export type Change =
  /** A rule that did not apply does, or the other way round. */
  | { readonly kind: 'begins' }
  | { readonly kind: 'ends' }
  /** From one value to another. */
  | { readonly kind: 'becomes'; readonly old: ResultValue; readonly new: ResultValue }
  /** A day that is later or earlier; `gone`, `comes`: there is no such day any more, or there is one. */
  | { readonly kind: 'later' | 'earlier' | 'gone' | 'comes' }
  | { readonly kind: 'more' | 'less' }
  | { readonly kind: 'other' };

/** The change between two outcomes under an assignment, and the nodes that hold where it is that change. */
export function changeOf(
  form: Form,
  old: Outcome,
  now: Outcome,
  results: { readonly old: ResultValue; readonly new: ResultValue },
  assignment: Assignment,
): { readonly change: Change; readonly settled: readonly NodeId[] } {
  const exactly = (): readonly NodeId[] => [
    ...valueNodes(form, old, assignment),
    ...valueNodes(form, now, assignment),
  ];
  if (old.type.kind === 'status') {
    const [was, is] = [appliesIn(form, old), appliesIn(form, now)];
    if (results.old === 'doesNotApply') return { change: { kind: 'begins' }, settled: [form.not(was), is] };
    if (results.new === 'doesNotApply') return { change: { kind: 'ends' }, settled: [was, form.not(is)] };
  }
  if (old.type.kind === 'date') {
    const [a, b] = [asNode(old.value), asNode(now.value)];
    const isLater = valuesUnder(form, assignment)(form.lt(a, b)) === true;
    const settled = [isLater ? form.lt(a, b) : form.lt(b, a)];
    const open = (id: NodeId): NodeId => form.eq(id, form.int(notYet));
    if (results.new === 'notYet') return { change: { kind: 'gone' }, settled: [...settled, open(b)] };
    if (results.old === 'notYet') return { change: { kind: 'comes' }, settled: [...settled, open(a)] };
    const days = [...settled, form.not(open(a)), form.not(open(b))];
    return { change: { kind: isLater ? 'later' : 'earlier' }, settled: days };
  }
  if (old.type.kind === 'number' && ![old, now].every((one) => isChosen(form, asNode(one.value)))) {
    const [a, b] = [asNode(old.value), asNode(now.value)];
    const isMore = valuesUnder(form, assignment)(form.lt(a, b)) === true;
    return {
      change: { kind: isMore ? 'more' : 'less' },
      settled: [isMore ? form.lt(a, b) : form.lt(b, a)],
    };
  }
  if (old.type.kind === 'duration') {
    const [a, b] = [nodesOf(old), nodesOf(now)];
    const same = a.map((id, i) => form.eq(id, b[i] ?? id));
    return { change: { kind: 'other' }, settled: [form.not(form.and(same))] };
  }
  return { change: { kind: 'becomes', ...results }, settled: exactly() };
}
