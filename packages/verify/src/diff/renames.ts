/** Statements that bear another name on the new side and are the same for all that. */
import {
  type Definition,
  type Expr,
  mapChildren,
  meaningDigestOf,
  type Plan,
  type Rule,
  statementOf,
} from '@proviso/compiler/plan';
import { type Statement, statementsOf } from './outcomes.ts';

/** New names by old ones. */
export type Renames = ReadonlyMap<string, string>;

/**
 * The old plan in the names of the new one. A statement is taken for another of the new side where both are found on one
 * side only and, alone among these, say the same, or cover the same statements of the source.
 */
export function withNamesOf(old: Plan, now: Plan): { readonly plan: Plan; readonly renames: Renames } {
  const [olds, news] = [statementsOf(old), statementsOf(now)];
  const gone = [...olds.values()].filter(({ name }) => !news.has(name) && !hasJudgement(old, name));
  const come = [...news.values()].filter(({ name }) => !olds.has(name) && !hasJudgement(now, name));
  const renames = new Map<string, string>();
  for (const key of [ownMeaning, coverage]) {
    const left = gone.filter(({ name }) => !renames.has(name));
    const free = come.filter(({ name }) => ![...renames.values()].includes(name));
    const byKey = Map.groupBy(free, (one) => key(now, one));
    for (const [common, former] of Map.groupBy(left, (one) => key(old, one))) {
      const found = byKey.get(common) ?? [];
      const [a, b] = [former[0], found[0]];
      if (common === undefined || former.length !== 1 || found.length !== 1) continue;
      if (a !== undefined && b !== undefined) renames.set(a.name, b.name);
    }
  }
  return { plan: renames.size === 0 ? old : renamed(old, renames), renames };
}

/** An implicit judgement is named after its statement, so that another name makes it another fact. */
function hasJudgement({ records }: Plan, name: string): boolean {
  return records.some(
    (record) =>
      /(^|\.)otherwise$/.test(record.name) && record.fields.some((field) => field.name.startsWith(name)),
  );
}

function ownMeaning(plan: Plan, { kind, name }: Statement): string {
  const own = plan.definitions.filter(({ id }) => statementOf(id) === name);
  const anonymous = (id: string): string => (statementOf(id) === name ? id.slice(name.length) : id);
  const parts = own.map(({ id, param, expr }) => ({
    id: anonymous(id),
    param: param ?? null,
    expr: withIds(expr, (other) => (statementOf(other) === name ? `.${anonymous(other)}` : other)),
  }));
  return `${kind} ${meaningDigestOf(parts.sort((a, b) => (a.id < b.id ? -1 : 1)))}`;
}

function coverage(_: Plan, statement: Statement): string | undefined {
  const covers = statement.kind === 'rule' ? statement.rule.covers : statement.definition.covers;
  return covers.length === 0 ? undefined : `${statement.kind} ${covers.toSorted().join()}`;
}

function withIds(expr: Expr, name: (id: string) => string): Expr {
  if (expr.kind === 'mark') return withIds(expr.of, name);
  if (expr.kind === 'ref') return { ...expr, id: name(expr.id) };
  return mapChildren(expr, (child) => withIds(child, name));
}

/** The plan with other names for some of its statements, wherever they are named. */
function renamed(plan: Plan, renames: Renames): Plan {
  const name = (id: string): string => {
    const owner = statementOf(id);
    return (renames.get(owner) ?? owner) + id.slice(owner.length);
  };
  const expr = (one: Expr): Expr =>
    one.kind === 'ref' ? { ...one, id: name(one.id) } : mapChildren(one, expr);
  const definition = (one: Definition): Definition => ({ ...one, id: name(one.id), expr: expr(one.expr) });
  const rule = (one: Rule): Rule => ({
    ...one,
    name: name(one.name),
    status: name(one.status),
    applies: name(one.applies),
    ...(one.met === undefined ? {} : { met: name(one.met) }),
    ...(one.late === undefined ? {} : { late: name(one.late) }),
    ...(one.due === undefined ? {} : { due: name(one.due) }),
  });
  return {
    ...plan,
    definitions: plan.definitions.map(definition),
    rules: plan.rules.map(rule),
    constraints: plan.constraints.map((one) => ({ ...one, expr: expr(one.expr) })),
    invariants: plan.invariants.map((one) => ({ ...one, expr: expr(one.expr) })),
    goals: plan.goals.map((goal) => ({
      ...goal,
      name: renames.get(goal.name) ?? goal.name,
      answers: goal.answers.map(name),
      definitions: goal.definitions.map(name),
      rules: goal.rules.map(name),
    })),
  };
}
