/** Runs the mutants of a plan against its scenarios and invariants. */
import { ScenarioBench, type ScenarioFailure } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import type { Answer, ProvedBy, Prover, Question } from '../decide/prover.ts';
import { Translation } from '../translate/translator.ts';
import type { Bounds } from '../translate/variables.ts';
import { Comparer, type Comparison, type Telling } from './difference.ts';
import { variantOf } from './mutated-plan.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import type { OperatorName } from './operators.ts';
import { keptInvariants, refutation } from './refuted.ts';

/**
 * What became of a mutant.
 * - `scenario`: that scenario fails under it. - `invariant`: it refutes that invariant, which the original keeps.
 * - `equivalent`: proved that no valid complete case within the bounds gets another answer.
 * - `survived`: the case tells it from the original, and no scenario or invariant does.
 * - `notDecided`: no scenario notices it, and whether anything could was not shown.
 */
export type Fate =
  | { readonly kind: 'scenario'; readonly failure: ScenarioFailure }
  | { readonly kind: 'invariant'; readonly invariant: string }
  | { readonly kind: 'equivalent'; readonly by: ProvedBy }
  | { readonly kind: 'survived'; readonly telling: Telling }
  | { readonly kind: 'notDecided' };

/** A mutant and what became of it. */
export interface Judged {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** Which mutants to run; all where nothing is said. */
export interface Choice {
  /** Statements, facts and ambiguities. */
  readonly subjects?: ReadonlySet<string>;
  readonly operators?: ReadonlySet<OperatorName>;
}

/** How far it has come, for a person who waits. */
export type Told = (step: string) => void;

/** The outcome of a run: the mutants in the order in which they were made. */
export interface MutationRun {
  readonly judged: readonly Judged[];
  /** Scenarios that fail as the pack stands: where there are any, nothing was run. */
  readonly failing: readonly ScenarioFailure[];
}

/** Runs the mutants of a plan, or those chosen. What became of one does not depend on which others are run. */
export async function runMutants(
  plan: Plan,
  bounds: Bounds,
  prover: Prover,
  choice: Choice,
  told: Told,
): Promise<MutationRun> {
  const mutants = mutantsOf(plan).filter(({ subject, operator }) => isChosen(choice, subject, operator));
  const bench = new ScenarioBench(plan);
  if (bench.failing.length > 0) return { judged: [], failing: bench.failing };
  const fates = new Map<string, Fate>();
  for (const [i, mutant] of mutants.entries()) {
    if (i % 50 === 0) told(`${i}/${mutants.length} mutants run against the scenarios`);
    const failure = bench.firstFailure(variantOf(plan, mutant));
    if (failure !== undefined) fates.set(mutant.id, { kind: 'scenario', failure });
  }
  const left = mutants.filter(({ id }) => !fates.has(id));
  for (const [id, fate] of await compared(plan, bounds, prover, left, told)) fates.set(id, fate);
  return {
    failing: [],
    judged: mutants.map((mutant) => ({ mutant, fate: fates.get(mutant.id) ?? { kind: 'notDecided' } })),
  };
}

function isChosen({ subjects, operators }: Choice, subject: string, operator: OperatorName): boolean {
  return (subjects?.has(subject) ?? true) && (operators?.has(operator) ?? true);
}

/** What became of the mutants that no scenario notices. */
async function compared(
  plan: Plan,
  bounds: Bounds,
  prover: Prover,
  mutants: readonly Mutant[],
  told: Told,
): Promise<ReadonlyMap<string, Fate>> {
  const fates = new Map<string, Fate>();
  if (mutants.length === 0) return fates;
  const translation = Translation.of(plan, bounds);
  const comparer = new Comparer(translation);
  const comparisons = mutants.map((mutant) => comparer.compare(mutant));
  const ask = async (questions: readonly Question[], of: string): Promise<readonly Answer[]> =>
    prover.ask(questions, (done) => {
      told(`${done}/${questions.length} ${of}`);
    });
  const answers = await ask(
    comparisons.map(({ question }) => question),
    'mutants compared with the original',
  );
  const different: { readonly comparison: Comparison; readonly answer: Answer }[] = [];
  for (const [i, comparison] of comparisons.entries()) {
    const answer = answers[i];
    if (answer?.kind === 'none' && !comparison.mayRefuse)
      fates.set(comparison.mutant.id, { kind: 'equivalent', by: answer.by });
    else if (answer !== undefined) different.push({ comparison, answer });
  }
  const refuted = await refutedBy(
    translation,
    prover,
    different.map(({ comparison }) => comparison),
    ask,
  );
  for (const [i, { comparison, answer }] of different.entries()) {
    const { mutant } = comparison;
    const invariant = refuted.get(mutant.id);
    if (i % 10 === 0) told(`${i}/${different.length} cases that would tell`);
    if (invariant !== undefined) fates.set(mutant.id, { kind: 'invariant', invariant });
    else if (answer.kind === 'found')
      fates.set(mutant.id, {
        kind: 'survived',
        telling: comparer.telling(comparison, answer.assignment),
      });
    else fates.set(mutant.id, { kind: 'notDecided' });
  }
  return fates;
}

/** By the id of a mutant the first invariant that it refutes. */
async function refutedBy(
  translation: Translation,
  prover: Prover,
  comparisons: readonly Comparison[],
  ask: (questions: readonly Question[], of: string) => Promise<readonly Answer[]>,
): Promise<ReadonlyMap<string, string>> {
  const kept = comparisons.length === 0 ? [] : await keptInvariants(translation, prover);
  const asked = comparisons.flatMap((comparison) =>
    kept.flatMap((invariant) => {
      const question = refutation(comparison, invariant);
      return question === undefined
        ? []
        : [{ mutant: comparison.mutant.id, invariant: invariant.name, question }];
    }),
  );
  const answers = await ask(
    asked.map(({ question }) => question),
    'invariants tried on mutants',
  );
  const refuted = new Map<string, string>();
  for (const [i, { mutant, invariant }] of asked.entries()) {
    if (answers[i]?.kind === 'found' && !refuted.has(mutant)) refuted.set(mutant, invariant);
  }
  return refuted;
}
