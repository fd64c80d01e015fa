/** A whole verification: the invariants of a pack, and what nobody asked about. */
import type { Prover } from './decide/prover.ts';
import { type Finding, findingsOf } from './findings/findings-of.ts';
import { type InvariantReport, proveInvariants } from './prove/invariants.ts';
import type { Translation } from './translate/translator.ts';

/** What a verification came to. Plain JSON. */
export interface VerificationReport {
  readonly invariants: readonly InvariantReport[];
  /** In source order of the statements, those that the policy accepts among them. */
  readonly findings: readonly Finding[];
}

/** What is being done, for progress. */
export type VerifyStep = (what: 'invariants' | 'findings', done: number) => void;

/** Verifies a plan over the bounds of its translation. */
export async function verifyPlan(
  translation: Translation,
  prover: Prover,
  step: VerifyStep = () => {},
): Promise<VerificationReport> {
  const invariants = await proveInvariants(translation, prover, (done) => step('invariants', done));
  const findings = await findingsOf(translation, prover, { progress: (done) => step('findings', done) });
  return { invariants, findings };
}

/** Whether everything was decided. */
export function isDecided({ invariants, findings }: VerificationReport): boolean {
  return (
    invariants.every(({ verdict }) => verdict !== 'notDecided') && findings.every(({ decided }) => decided)
  );
}
