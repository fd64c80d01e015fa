/** Mutants that refute an invariant which the original keeps. */
import type { Invariant } from '@proviso/compiler/plan';
import type { Prover, Question } from '../decide/prover.ts';
import type { NodeId } from '../form/form.ts';
import { seek } from '../prove/conditions.ts';
import { asNode, type Translation, type Trail } from '../translate/translator.ts';
import { validityFor } from '../translate/validity.ts';
import type { Comparison } from './difference.ts';

/** The invariants of a plan that are proved for it; those that are not tell nothing of a mutant. */
export async function keptInvariants(
  translation: Translation,
  prover: Prover,
): Promise<readonly Invariant[]> {
  const { invariants } = translation.plan;
  const shown = await seek(
    translation,
    prover,
    invariants.map((condition) => ({ condition, holds: false })),
  );
  return invariants.filter((_, i) => shown[i]?.kind === 'none');
}

/** The question whether a mutant refutes an invariant; undefined where the edit cannot matter to it. */
export function refutation({ original, mutated }: Comparison, invariant: Invariant): Question | undefined {
  const { form } = original;
  const after = violation(mutated, invariant);
  if (after.node === form.no || after.node === violation(original, invariant).node) return undefined;
  return { form, all: [after.node, ...validityFor(mutated, [after.node], after.trails)] };
}

/** That some instance does not keep an invariant. */
function violation(
  translation: Translation,
  { param, expr }: Invariant,
): { readonly node: NodeId; readonly trails: readonly Trail[] } {
  const { form } = translation;
  const all = translation.holders(param).map((holder) => {
    const { value, trail } = translation.expression(expr, translation.environment(param, holder));
    return { node: form.and([holder.present, form.not(asNode(value))]), trail };
  });
  return { node: form.or(all.map(({ node }) => node)), trails: all.map(({ trail }) => trail) };
}
