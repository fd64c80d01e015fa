/** The fewest cases that still cover everything: the greedy choice of a weighted set cover. */
import type { CandidateCase, CandidateProgram } from './candidates.ts';

/** Everything is covered by so many cases, where there are as many: one case that shows two things may hide a fault in either. */
const times = 3;

/** A case that is in the suite, and what it was chosen for. */
export interface ChosenCase {
  readonly candidate: CandidateCase;
  readonly covers: readonly string[];
}

/** A program that is in the suite. */
export interface ChosenProgram {
  readonly candidate: CandidateProgram;
  readonly cases: readonly ChosenCase[];
}

interface Choice {
  readonly program: number;
  readonly case: number;
  /** What stands on its line, in bytes. */
  readonly size: number;
  /** What it covers that is still missing. */
  covers: readonly string[];
}

/** Chooses what covers most for its size, again and again, until all is covered. */
export function choose(all: readonly CandidateProgram[]): readonly ChosenProgram[] {
  const missing = new Map<string, number>();
  for (const { constructs, cases } of all)
    for (const feature of [...constructs, ...cases.flatMap(({ features }) => features)])
      missing.set(feature, Math.min(times, (missing.get(feature) ?? 0) + 1));
  const isMissing = (feature: string): boolean => (missing.get(feature) ?? 0) > 0;
  const programSizes = all.map(({ program }) => JSON.stringify([...program.texts, program.pack.plan]).length);
  let choices: readonly Choice[] = all.flatMap(({ cases }, program) =>
    cases.map((each, i) => ({
      program,
      case: i,
      size: JSON.stringify([each.sent, each.said]).length,
      covers: each.features,
    })),
  );
  const chosen = new Map<number, Map<number, readonly string[]>>();
  for (;;) {
    const constructs = all.map((each, i) => (chosen.has(i) ? [] : each.constructs.filter(isMissing)));
    let best: { readonly choice: Choice; readonly worth: number } | undefined;
    for (const choice of choices) {
      choice.covers = choice.covers.filter(isMissing);
      const covered = choice.covers.length + constructs[choice.program]!.length;
      const worth =
        covered / (choice.size + (chosen.has(choice.program) ? 0 : programSizes[choice.program]!));
      if (worth > (best?.worth ?? 0)) best = { choice, worth };
    }
    if (best === undefined) return ordered(all, chosen);
    const { choice } = best;
    const covers = [...constructs[choice.program]!, ...choice.covers];
    for (const feature of covers) missing.set(feature, missing.get(feature)! - 1);
    const cases = chosen.get(choice.program) ?? new Map<number, readonly string[]>();
    chosen.set(choice.program, cases.set(choice.case, covers));
    choices = choices.filter(
      (each) => each !== choice && (each.covers.length > 0 || !chosen.has(each.program)),
    );
  }
}

function ordered(
  all: readonly CandidateProgram[],
  chosen: ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>,
): readonly ChosenProgram[] {
  return all.flatMap((candidate, i) => {
    const cases = chosen.get(i);
    if (cases === undefined) return [];
    return [
      {
        candidate,
        cases: candidate.cases.flatMap((each, k) => {
          const covers = cases.get(k);
          return covers === undefined ? [] : [{ candidate: each, covers }];
        }),
      },
    ];
  });
}
