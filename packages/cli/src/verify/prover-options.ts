/** The options of every command that asks a prover, and the bounds and the prover that they make. */
import { type Bounds, boundsFor, type Counting, type Prover, proverOf } from '@proviso/verify';
import { type Command, InvalidArgumentError } from 'commander';

/** What the options come to. */
export interface ProverFlags {
  /** As many as the policy's counts need, where nothing is said. */
  readonly listLength?: number;
  readonly budget: number;
  readonly solver: boolean;
}

/** Where nothing is said: rlimit units of z3, a few seconds of one question. */
export const defaultBudget = 20_000_000;

/** Adds the options. */
export function addProverOptions(command: Command): Command {
  return command
    .option(
      '--list-length <n>',
      'prove for lists of up to so many elements (default: one more than the largest count that is asked, 2 to 6)',
      count(0, 12),
    )
    .option(
      '--budget <n>',
      'steps of the solver for each question, the same on every machine',
      count(1, 4_000_000_000),
      defaultBudget,
    )
    .option('--no-solver', 'enumerate and sample only; what that does not decide is not decided');
}

/** How far the proofs about these plans look. */
export function boundsOf(
  { listLength }: Pick<ProverFlags, 'listLength'>,
  ...plans: readonly Counting[]
): Bounds {
  const bounds = boundsFor(plans);
  return listLength === undefined ? bounds : { ...bounds, listLength };
}

/** Runs something with a prover, and ends it. */
export async function withProver<T>(
  { budget, solver }: Pick<ProverFlags, 'budget' | 'solver'>,
  use: (prover: Prover) => Promise<T>,
): Promise<T> {
  const prover = proverOf({ rlimit: budget, solver: solver ? 'auto' : 'none' });
  try {
    return await use(prover);
  } finally {
    await prover.close();
  }
}

function count(least: number, most: number): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (!/^\d+$/.test(text) || n < least || n > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
    return n;
  };
}
