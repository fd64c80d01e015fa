/**
 * A labelled limb, exception or requirement as a question of its own, which the plan does not ask: whether it is made out,
 * whatever becomes of the statement around it. (`statement.label` as a condition of a policy asks for more: that the statement
 * would hold but for the exception.)
 */
import { checkPlanGiven } from './check-plan-given.ts';
import { children, no } from './expr.ts';
import type { Definition, Expr, Mark, Plan } from './plan.ts';

/** A plan that answers for one label, by the name under which it does. */
export interface LabelledPlan {
  readonly plan: Plan;
  /** What to ask of that plan. */
  readonly name: string;
  readonly statement: string;
  /** The labels, outermost first, joined by points. */
  readonly label: string;
  readonly kind: LabelKind;
}

/** What a label stands on. */
export type LabelKind = Extract<Mark['kind'], 'requires' | 'limb' | 'exception'>;

/** Every label of a plan that can be asked for: `directMarketing.freepost`. */
export function labelNames(plan: Pick<Plan, 'definitions' | 'rules'>): readonly string[] {
  const names = holders(plan).flatMap(({ statement, definition }) =>
    labelsIn(definition.expr, []).map((labels) => [statement, ...labels].join('.')),
  );
  return [...new Set(names)];
}

/** The plan with the question of a label added; undefined where no statement has it. */
export function withLabel(plan: Plan, name: string): LabelledPlan | undefined {
  checkPlanGiven(plan);
  if (typeof name !== 'string')
    throw new TypeError('the name of a label was expected, such as `rule.exception`');
  const [statement = '', ...labels] = name.split('.');
  const holder = holders(plan).find((one) => one.statement === statement);
  if (holder === undefined || labels.length === 0) return undefined;
  const kinds: LabelKind[] = [];
  const expr = only(holder.definition.expr, labels, kinds);
  const [kind] = kinds;
  if (expr === undefined || kind === undefined) return undefined;
  const { param, cites } = holder.definition;
  // The name may be taken by the condition of that name, which asks for more.
  const taken = new Set(plan.definitions.map(({ id }) => id));
  const id = taken.has(name) ? `${name}.alone` : name;
  const question: Definition = {
    id,
    visible: true,
    type: { kind: 'yesno' },
    ...(param === undefined ? {} : { param }),
    expr,
    cites,
    covers: [],
  };
  return {
    plan: { ...plan, definitions: [...plan.definitions, question] },
    name: id,
    statement,
    label: labels.join('.'),
    kind,
  };
}

/** The definition in which the labels of each statement stand: of a rule, whether it applies. */
function holders(
  plan: Pick<Plan, 'definitions' | 'rules'>,
): readonly { readonly statement: string; readonly definition: Definition }[] {
  const rules = new Map(plan.rules.map(({ name, applies }) => [applies, name]));
  return plan.definitions.flatMap((definition) => {
    const statement = definition.visible ? definition.id : rules.get(definition.id);
    return statement === undefined ? [] : [{ statement, definition }];
  });
}

function labelOf(e: Expr): { readonly kind: LabelKind; readonly label: string } | undefined {
  if (e.kind !== 'mark' || e.mark.label === undefined) return undefined;
  const { kind, label } = e.mark;
  return kind === 'requires' || kind === 'limb' || kind === 'exception' ? { kind, label } : undefined;
}

function labelsIn(e: Expr, outer: readonly string[]): readonly (readonly string[])[] {
  const labelled = labelOf(e);
  const labels = labelled === undefined ? outer : [...outer, labelled.label];
  const inner = children(e).flatMap((child) => labelsIn(child, labels));
  return labelled === undefined ? inner : [labels, ...inner];
}

/** Only what bears these labels, in each version that has it; `kinds` receives what the last label stands on. */
function only(e: Expr, labels: readonly string[], kinds: LabelKind[]): Expr | undefined {
  const [first, ...rest] = labels;
  const labelled = labelOf(e);
  if (labelled !== undefined && labelled.label === first) {
    if (rest.length > 0) return firstOf(children(e), rest, kinds);
    kinds.push(labelled.kind);
    return e;
  }
  // Another labelled part is not entered: its own labels are of other names.
  if (labelled !== undefined) return undefined;
  if (e.kind === 'mark' && e.mark.kind === 'version') {
    const of = only(e.of, labels, kinds);
    return of === undefined ? undefined : { ...e, of };
  }
  if (e.kind === 'case') {
    const thens = e.branches.map(({ then }) => only(then, labels, kinds));
    const otherwise = only(e.otherwise, labels, kinds);
    if (thens.every((then) => then === undefined) && otherwise === undefined) return undefined;
    return {
      ...e,
      branches: e.branches.map(({ when }, i) => ({ when, then: thens[i] ?? no })),
      otherwise: otherwise ?? no,
    };
  }
  return firstOf(children(e), labels, kinds);
}

function firstOf(parts: readonly Expr[], labels: readonly string[], kinds: LabelKind[]): Expr | undefined {
  for (const part of parts) {
    const found = only(part, labels, kinds);
    if (found !== undefined) return found;
  }
  return undefined;
}
