/** What a verification finds that nobody asked about. */
import type { Cite, Plan } from '@proviso/compiler/plan';
import type { VerifyCode, VerifyParams } from '@proviso/language';
import type { Answer, ProvedBy } from '../decide/prover.ts';
import type { Undecided } from '../prove/conditions.ts';
import type { Witness } from '../prove/counterexample.ts';

/** A code, and what its message speaks of. */
export type Claim<Code extends VerifyCode = VerifyCode> = {
  readonly [C in Code]: { readonly code: C; readonly params: VerifyParams[C] };
}[Code];

/**
 * One finding. Plain JSON. `decided` is false where neither the claim nor its contrary was shown: it is then to be read as
 * "not decided whether". A claim that something is never so has no case to show; a claim that something can be has one.
 */
export type Finding = Claim & {
  /** The statement that it is about first of all; null where it is about the pack. A fact or an `accept` has none either. */
  readonly statement: string | null;
  /** Everything by which `accept … on` can name it: statements, labels of statements, facts. */
  readonly names: readonly string[];
  /** The rules and definitions that take part. */
  readonly statements: readonly string[];
  readonly cites: readonly Cite[];
  readonly decided: boolean;
  /** How it was shown, where no case shows it; or why it was not decided. */
  readonly by?: ProvedBy | Undecided;
  readonly witness?: Witness;
};

/** Where a finding stands and what it speaks of. */
export interface Subject {
  readonly statements: readonly string[];
  /** Names beside those of the statements. */
  readonly names?: readonly string[];
  /** Numbers of citations of the plan; those of the statements where absent. */
  readonly cites?: readonly number[];
}

/** A finding from an answer to the question that would refute it; undefined where it is refuted. */
export function findingUnless(
  plan: Plan,
  answer: Answer,
  claim: Claim,
  subject: Subject,
): Finding | undefined {
  if (answer.kind === 'found') return undefined;
  const decided = answer.kind === 'none';
  return found(plan, claim, subject, { decided, by: decided ? answer.by : answer.because });
}

/** A finding. */
export function found(
  plan: Plan,
  claim: Claim,
  { statements, names = [], cites }: Subject,
  shown: Pick<Finding, 'decided' | 'by' | 'witness'>,
): Finding {
  const numbers = cites ?? statements.flatMap((name) => citesOf(plan, name));
  return {
    ...claim,
    statement: statements[0] ?? null,
    names: [...new Set([...names, ...statements])],
    statements,
    cites: [...new Set(numbers)].flatMap((number) => plan.cites[number] ?? []),
    ...shown,
  };
}

/** What a witness shows: without one the interpreter did not confirm the case that was found. */
export function shownBy(witness: Witness | undefined): Pick<Finding, 'decided' | 'by' | 'witness'> {
  return witness === undefined ? { decided: false, by: 'unconfirmed' } : { decided: true, witness };
}

/** The numbers of the citations of a statement. */
export function citesOf(plan: Plan, name: string): readonly number[] {
  const holders = [plan.rules, plan.constraints, plan.invariants];
  for (const holder of holders) {
    const found = holder.find((each) => each.name === name);
    if (found !== undefined) return found.cites;
  }
  return plan.definitions.find(({ id }) => id === name)?.cites ?? [];
}
