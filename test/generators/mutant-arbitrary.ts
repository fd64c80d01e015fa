/** Plans with one expression altered, as an author who makes a mistake or changes a rule would alter it. */
import { children, type Expr, mapChildren, type Plan } from '@proviso/compiler/plan';

/** An alteration of one node; undefined where it does not fit the node. */
type Alteration = (expr: Expr) => Expr | undefined;

const alterations: readonly Alteration[] = [
  // One operand dropped.
  (e) =>
    e.kind === 'atLeast' && e.of.length > 1
      ? { ...e, n: Math.min(e.n, e.of.length - 1), of: e.of.slice(1) }
      : undefined,
  // All for any, any for all.
  (e) => (e.kind === 'atLeast' && e.of.length > 1 ? { ...e, n: e.n === 1 ? e.of.length : 1 } : undefined),
  // A negation dropped, or put where a condition stands.
  (e) => (e.kind === 'not' ? e.of : undefined),
  (e) => (e.kind === 'le' || e.kind === 'has' || e.kind === 'inForce' ? { kind: 'not', of: e } : undefined),
  // A date or number off by one.
  (e) =>
    e.kind === 'literal' && (e.value.kind === 'date' || e.value.kind === 'number')
      ? { ...e, value: { ...e.value, value: e.value.value + 1 } }
      : undefined,
  (e) =>
    e.kind === 'literal' && e.value.kind === 'yesno'
      ? { ...e, value: { ...e.value, value: !e.value.value } }
      : undefined,
  // The branches of a choice the other way round.
  (e) =>
    e.kind === 'case' && e.exclusive !== true && e.branches[0] !== undefined
      ? {
          ...e,
          branches: [{ when: e.branches[0].when, then: e.otherwise }, ...e.branches.slice(1)],
          otherwise: e.branches[0].then,
        }
      : undefined,
  // The same said otherwise, by de Morgan: no difference at all.
  (e) =>
    e.kind === 'atLeast' && e.n === e.of.length && e.of.length > 1
      ? { kind: 'not', of: { kind: 'atLeast', n: 1, of: e.of.map((of) => ({ kind: 'not', of })) } }
      : undefined,
];

/** The plan with one alteration at a place, both chosen by numbers; undefined where the plan has no such place. */
export function mutantOf(plan: Plan, place: number, which: number): Plan | undefined {
  const alter = alterations[which % alterations.length] as Alteration;
  const places: { readonly id: string; readonly at: number }[] = [];
  for (const { id, expr } of plan.definitions) {
    nodesOf(expr).forEach((node, at) => {
      if (alter(node) !== undefined) places.push({ id, at });
    });
  }
  const chosen = places[place % Math.max(1, places.length)];
  if (chosen === undefined) return undefined;
  const definitions = plan.definitions.map((definition) =>
    definition.id === chosen.id
      ? { ...definition, expr: altered(definition.expr, chosen.at, alter) }
      : definition,
  );
  return { ...plan, definitions, pack: { ...plan.pack, meaning: 'f'.repeat(64) } };
}

/** An expression and its parts, each before its own. */
function nodesOf(expr: Expr): readonly Expr[] {
  return [expr, ...children(expr).flatMap(nodesOf)];
}

function altered(expr: Expr, at: number, alter: Alteration): Expr {
  let left = at;
  const visit = (part: Expr): Expr => {
    left -= 1;
    if (left === -1) return alter(part) ?? part;
    return mapChildren(part, visit);
  };
  return visit(expr);
}
