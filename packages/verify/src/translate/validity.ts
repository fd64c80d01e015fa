/**
 * What makes a case one that can be: its constraints, the dates on which laws are asked in the pack's period, lists only
 * where their `only if` lets them be. Proofs assume it.
 */
import { notYet } from '@proviso/runtime';
import { variablesUnder } from '../form/cone.ts';
import type { NodeId } from '../form/form.ts';
import { existenceOf } from './existence.ts';
import { asNode } from './terms.ts';
import type { Trail, Translation } from './translator.ts';

/**
 * The conditions of a valid case that questions about these nodes have to assume: the dates that the trails come to, and
 * the constraints that share facts with the nodes, directly or through other constraints. Constraints that share none
 * can be met apart, whatever the answer.
 */
export function validityFor(
  translation: Translation,
  roots: readonly NodeId[],
  trails: readonly Trail[],
): readonly NodeId[] {
  const { form } = translation;
  const assumed = new Set(periodConditions(translation, trails));
  const pending = new Map(
    [...standingConditions(translation)].map((id) => [id, variablesUnder(form, [id])] as const),
  );
  const seen = new Set(variablesUnder(form, [...roots, ...assumed]));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, variables] of pending) {
      if (![...variables].some((variable) => seen.has(variable))) continue;
      pending.delete(id);
      assumed.add(id);
      for (const variable of variables) seen.add(variable);
      grew = true;
    }
  }
  return [...assumed].filter((id) => id !== form.yes).sort((a, b) => a - b);
}

const standing = new WeakMap<Translation, readonly NodeId[]>();

/** Constraints for every instance, and lists that exist only under a condition. */
export function standingConditions(translation: Translation): readonly NodeId[] {
  const known = standing.get(translation);
  if (known !== undefined) return known;
  const { form, plan } = translation;
  const trails: Trail[] = [];
  const constraints = plan.constraints.flatMap(({ param, expr }) =>
    translation.holders(param).map((holder) => {
      const { value, trail } = translation.expression(expr, translation.environment(param, holder));
      trails.push(trail);
      return form.implies(holder.present, asNode(value));
    }),
  );
  const all = [...constraints, ...listConditions(translation), ...periodConditions(translation, trails)];
  const conditions = [...new Set(all)].filter((id) => id !== form.yes);
  standing.set(translation, conditions);
  return conditions;
}

/** A list whose `only if` is no has no elements. */
function listConditions(translation: Translation): readonly NodeId[] {
  const { form, variables } = translation;
  return existenceOf(translation).flatMap(({ at, field, exists }) =>
    field.type.kind === 'list' ? [form.or([exists, form.not(variables.longer(at, 0))])] : [],
  );
}

/** Every governing date that an evaluation of these comes to lies in the pack's period. */
export function periodConditions(translation: Translation, trails: readonly Trail[]): readonly NodeId[] {
  const { form, plan } = translation;
  const { from, ceasing } = plan.pack.period;
  const conditions = new Set<NodeId>();
  const done = new Set<string>();
  const pending = [...trails];
  for (let trail = pending.pop(); trail !== undefined; trail = pending.pop()) {
    for (const { where, on } of trail.governed) {
      const within = form.and([form.le(form.int(from), on), form.lt(on, form.int(ceasing ?? notYet))]);
      conditions.add(form.implies(where, within));
    }
    for (const id of trail.refs) {
      if (done.has(id)) continue;
      done.add(id);
      pending.push(translation.trailOf(id));
    }
  }
  return [...conditions];
}
