/** What stands beside the statements: ambiguities, sources, constraints, invariants, goals. */
import { assertNever } from './assert-never.ts';
import { type Context, dayOf } from './context.ts';
import { and, not } from './expr.ts';
import { type Sliceable, slicerOf } from './slice.ts';
import { lowerExpr } from './lower-expr.ts';
import type { Ambiguity, Condition, Expr, Goal, Invariant, Source } from './plan.ts';
import type { AstClaim, AstConstraint, AstInvariant, AstSource, Program } from './syntax.ts';

export function ambiguitiesOf(context: Context): readonly Ambiguity[] {
  return [...context.program.ambiguities.values()].map((a) => {
    const chosen = a.readings.find((r) => r.isDefault) ?? a.readings[0];
    if (chosen === undefined) throw new Error(`${a.name.text} has no readings`);
    return {
      name: a.name.text,
      readings: a.readings.map((r) => ({ name: r.name.text, cites: context.cites.indexes(r.cites) })),
      default: chosen.name.text,
      cites: context.cites.indexes(a.cites),
    };
  });
}

const statuses: readonly Source['status'][] = ['draft', 'statute', 'guidance', 'superseded', 'letter'];

export function sourcesOf(program: Program): readonly Source[] {
  return [...program.sources.values()].map(sourceOf);
}

export function sourceOf(s: AstSource): Source {
  return {
    name: s.name.text,
    title: s.title.value,
    ...(s.edition === undefined ? {} : { edition: s.edition.value }),
    ...(s.published === undefined ? {} : { published: dayOf(s.published.iso) }),
    ...(s.checked === undefined ? {} : { checked: dayOf(s.checked.iso) }),
    // What says nothing of itself claims least.
    status: statuses.find((status) => status === s.status?.text) ?? 'guidance',
    basis: s.basis?.text === 'secondary' ? 'secondary' : 'primary',
    ...(s.succeeds === undefined ? {} : { succeeds: s.succeeds.text }),
    ...(s.from === undefined ? {} : { from: dayOf(s.from.iso) }),
    ...(s.ceasing === undefined ? {} : { ceasing: dayOf(s.ceasing.iso) }),
    ...(s.url === undefined ? {} : { url: s.url.value }),
  };
}

export function constraintsOf(context: Context): readonly Condition[] {
  return context.program.constraints.map((node) => conditionOf(node, context));
}

export function invariantsOf(context: Context): readonly Invariant[] {
  return context.program.invariants.map((node) => ({
    ...conditionOf(node, context),
    covers: node.covers.map((id) => id.text),
  }));
}

function conditionOf(node: AstConstraint | AstInvariant, context: Context): Condition {
  return {
    name: node.name.text,
    ...(node.param === undefined
      ? {}
      : { param: { name: node.param.name.text, record: node.param.record.text } }),
    expr: claimOf(node.claim, context),
    cites: context.cites.indexes(node.cites),
  };
}

function claimOf(claim: AstClaim, context: Context): Expr {
  switch (claim.kind) {
    case 'always':
      return lowerExpr(claim.of, context);
    case 'never':
      return not(lowerExpr(claim.of, context));
    case 'neverBoth':
      return not(and(claim.of.map((e) => lowerExpr(e, context))));
    default:
      return assertNever(claim);
  }
}

/** The goals declared; where the pack declares none, every statement is one. */
export function goalsOf(program: Program, plan: Sliceable): readonly Goal[] {
  const declared = program.goals.map((g) => ({
    name: g.name.text,
    answers: g.answers.length === 0 ? [g.name.text] : g.answers.map((n) => n.text),
  }));
  const goals =
    declared.length > 0
      ? declared
      : [...program.statements.keys()].map((name) => ({ name, answers: [name] }));
  const slice = slicerOf(plan);
  return goals.map((goal) => ({ ...goal, ...slice(goal.answers) }));
}
