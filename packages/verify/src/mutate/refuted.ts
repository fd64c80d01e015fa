/** Mutants that refute an invariant which the original keeps. */
import type { Invariant } from '@proviso/compiler/plan';
import type { Prover, Question } from '../decide/prover.ts';
import { lay, questionOf, seek } from '../prove/conditions.ts';
import type { Translation } from '../translate/translator.ts';
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
export function refutation({ original, mutated }: Comparison, condition: Invariant): Question | undefined {
  const sought = { condition, holds: false };
  const after = lay(mutated, sought);
  if (after.any === original.form.no || after.any === lay(original, sought).any) return undefined;
  return questionOf(mutated, after);
}
