/** From an assignment that a prover found to a small case that the reference interpreter confirms. */
import { type Condition, refsIn, statementOf } from '@proviso/compiler/plan';
import type { Day, ResultValue } from '@proviso/runtime';
import { type Case, caseOf } from '../case/case.ts';
import { type Inquiry, inquire, type Outcome } from '../case/confirm.ts';
import { smallestConfirmed } from '../case/confirmed.ts';
import type { Assignment } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import { possibleOf } from '../translate/existence.ts';
import type { Translation } from '../translate/translator.ts';
import { pathOf } from '../translate/variables.ts';

/** A case, and what comes out of it. */
export interface Witness {
  /** As small as it can be: no fact of it can be left out. What it leaves out may be anything. */
  readonly case: Case;
  /** What the pack answers of it, of the statements that matter here. */
  readonly outcomes: readonly Outcome[];
}

/** What a witness has to show: a result of the interpreter, and the nodes of the form that say the same. */
export interface Shown {
  readonly inquiry: Inquiry;
  readonly name: string;
  readonly of?: string;
  readonly value: ResultValue;
  readonly settled: readonly NodeId[];
}

/** The smallest case that shows all of these, as the interpreter confirms; undefined where it does not. */
export function witnessOf(
  translation: Translation,
  assignment: Assignment,
  shown: readonly Shown[],
  outcomesOf: readonly { readonly name: string; readonly of?: string }[] = [],
): Witness | undefined {
  const { form, variables } = translation;
  const asCase = (some: Assignment): Case =>
    caseOf(variables, possibleOf(translation, some), firstDayOf(translation));
  const isConfirmed = (some: Assignment): boolean => {
    const given = asCase(some);
    return shown.every(({ inquiry, name, of, value }) => inquiry.outcome(given, name, of) === value);
  };
  const neededBy = (some: Assignment): readonly NodeId[] => {
    const given = asCase(some);
    const needs = shown.flatMap(({ inquiry }) => inquiry.assess(given)?.needs ?? []);
    const paths = new Set(needs.map(({ path }) => path));
    return [...variables.meanings].flatMap(([id, meaning]) =>
      'at' in meaning && paths.has(pathOf(meaning.at)) ? [id] : [],
    );
  };
  const settled = shown.flatMap((each) => each.settled);
  const found = smallestConfirmed(form, variables, settled, assignment, { isConfirmed, neededBy });
  if (found === undefined) return undefined;
  const given = asCase(found);
  const outcomes = outcomesOf.flatMap(({ name, of }): readonly Outcome[] => {
    const value = shown[0]?.inquiry.outcome(given, name, of);
    return value === undefined ? [] : [{ name, ...(of === undefined ? {} : { of }), value }];
  });
  return { case: given, outcomes };
}

function firstDayOf({ plan }: Translation): Day {
  return plan.pack.period.from as Day;
}

/** An inquiry into one condition and the statements that it names. */
export function inquireCondition(translation: Translation, condition: Condition): Inquiry {
  return inquire(translation.plan, statementsIn(translation, condition), [condition]);
}

/** The visible definitions and the rules that a condition names, in order. */
export function statementsIn({ plan }: Translation, { expr }: Pick<Condition, 'expr'>): readonly string[] {
  const visible = new Set(plan.definitions.filter((each) => each.visible).map(({ id }) => id));
  const rules = new Set(plan.rules.map(({ name }) => name));
  const names = new Set<string>();
  for (const id of refsIn(expr)) {
    const statement = statementOf(id);
    if (rules.has(statement)) names.add(statement);
    else if (visible.has(id)) names.add(id);
    else if (visible.has(statement)) names.add(statement);
  }
  return [...names];
}
