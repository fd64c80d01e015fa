/** The invariants of a pack, proved or refuted. */
import type { ProvedBy, Prover } from '../decide/prover.ts';
import type { Translation } from '../translate/translator.ts';
import { seek, type Shown, type Undecided } from './conditions.ts';
import type { Witness } from './counterexample.ts';

/**
 * How an invariant fared over every valid complete case within the bounds, on every date of the pack's period and with every
 * reading. Plain JSON.
 */
export type InvariantReport = { readonly name: string } & (
  | { readonly verdict: 'proved'; readonly by: ProvedBy }
  /** With the smallest case in which it fails; `of` names the instance, where it is about the instances of a record. */
  | { readonly verdict: 'refuted'; readonly of?: string; readonly witness: Witness }
  | { readonly verdict: 'notDecided'; readonly because: Undecided }
);

/** Tries every invariant of the plan, in its order. */
export async function proveInvariants(
  translation: Translation,
  prover: Prover,
  progress?: (done: number) => void,
): Promise<readonly InvariantReport[]> {
  const { invariants } = translation.plan;
  const shown = await seek(
    translation,
    prover,
    invariants.map((condition) => ({ condition, holds: false })),
    progress,
  );
  return invariants.map(({ name }, i) => reportOf(name, shown[i] as Shown));
}

function reportOf(name: string, shown: Shown): InvariantReport {
  switch (shown.kind) {
    case 'none':
      return { name, verdict: 'proved', by: shown.by };
    case 'found': {
      const { of, witness } = shown;
      return { name, verdict: 'refuted', ...(of === undefined ? {} : { of }), witness };
    }
    case 'notDecided':
      return { name, verdict: 'notDecided', because: shown.because };
    default:
      return shown satisfies never;
  }
}
