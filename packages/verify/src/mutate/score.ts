/** The score of a run, and its counts by operator. */
import { type OperatorName, operators } from './operators.ts';
import type { Fate, Judged } from './run-mutants.ts';

/** How many mutants came to what. */
export interface Tally {
  readonly made: number;
  readonly killedByScenario: number;
  readonly killedByInvariant: number;
  readonly equivalent: number;
  readonly survived: number;
  readonly notDecided: number;
  /** Of the mutants that are not equivalent those that are killed, from 0 to 1; 1 where there are none. */
  readonly score: number;
}

/** Counts these mutants. What was not decided counts as not killed. */
export function tallyOf(judged: readonly Judged[]): Tally {
  const count = (kind: Fate['kind']): number => judged.filter(({ fate }) => fate.kind === kind).length;
  const killedByScenario = count('scenario');
  const killedByInvariant = count('invariant');
  const equivalent = count('equivalent');
  const counted = judged.length - equivalent;
  return {
    made: judged.length,
    killedByScenario,
    killedByInvariant,
    equivalent,
    survived: count('survived'),
    notDecided: count('notDecided'),
    score: counted === 0 ? 1 : (killedByScenario + killedByInvariant) / counted,
  };
}

/** The counts of each operator that made a mutant, in the order of the operators. */
export function byOperator(
  judged: readonly Judged[],
): readonly (Tally & { readonly operator: OperatorName })[] {
  return operators.flatMap(({ name }) => {
    const of = judged.filter(({ mutant }) => mutant.operator === name);
    return of.length === 0 ? [] : [{ operator: name, ...tallyOf(of) }];
  });
}
