/** The four runs of section 7 of `docs/semantics.md`, and what they say together about one result. */
import type { Day, ReadingDependence, RecordValue } from '@proviso/runtime';
import { type Evaluation, evaluateDefinition, type Run, startEvaluation } from './evaluate.ts';
import type { Instance } from './locate.ts';
import { ambiguitiesIn } from './needs.ts';
import type { PlanIndex } from './plan-index.ts';
import { reasonsOfDefinition } from './reasons.ts';
import type { Slice } from './slice.ts';

export interface Runs {
  /** V: readings as chosen. */
  readonly value: Evaluation;
  /** W: readings unknown. V itself where the slice has none. */
  readonly anyReading: Evaluation;
  /** A: assumptions on. V itself where the slice has none. */
  readonly presumed: Evaluation;
  /** L: a law not in force is unknown. V itself where no law has dates. */
  readonly lawOpen: Evaluation;
  /** As V, but with another reading of one ambiguity. */
  readonly withReading: (ambiguity: string, reading: string) => Evaluation;
}

/** Starts the runs of a case; `readings` has one for every ambiguity of the plan. */
export function startRuns(
  index: PlanIndex,
  slice: Slice,
  facts: RecordValue,
  asOf: Day,
  readings: ReadonlyMap<string, string>,
): Runs {
  const start = (run: Run): Evaluation => startEvaluation(index, facts, asOf, run);
  const asChosen: Run = { readings, assuming: false, lawOpen: false };
  const value = start(asChosen);
  const flipped = new Map<string, Evaluation>();
  return {
    value,
    anyReading: slice.ambiguities.length > 0 ? start({ ...asChosen, readings: null }) : value,
    presumed: slice.assumes ? start({ ...asChosen, assuming: true }) : value,
    lawOpen: slice.dated ? start({ ...asChosen, lawOpen: true }) : value,
    withReading: (ambiguity, reading) => {
      const key = `${ambiguity} ${reading}`;
      const known = flipped.get(key);
      if (known !== undefined) return known;
      const flip = start({ ...asChosen, readings: new Map([...readings, [ambiguity, reading]]) });
      flipped.set(key, flip);
      return flip;
    },
  };
}

/** The ambiguities that a settled result turns on or may turn on; none where it is settled on every reading. */
export function dependencesOf(
  runs: Runs,
  id: string,
  of: Instance | undefined,
): readonly ReadingDependence[] {
  const { index, run } = runs.value;
  const value = evaluateDefinition(runs.value, id, of);
  if (value === undefined || evaluateDefinition(runs.anyReading, id, of) !== undefined) return [];
  return ambiguitiesIn(runs.anyReading, reasonsOfDefinition(runs.anyReading, id, of)).map((ambiguity) => {
    const taken = run.readings?.get(ambiguity) ?? '';
    const others = index.plan.ambiguities
      .filter(({ name }) => name === ambiguity)
      .flatMap(({ readings }) => readings.map(({ name }) => name).filter((name) => name !== taken));
    const confirmed = others.some(
      (reading) => evaluateDefinition(runs.withReading(ambiguity, reading), id, of) !== value,
    );
    return { ambiguity, reading: taken, confirmed };
  });
}
