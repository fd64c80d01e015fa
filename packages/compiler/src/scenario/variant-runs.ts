/** The runs of a prepared scenario under a variant: what the change cannot reach is taken over. */
import type { Evaluation, Known } from '../interpret/evaluate.ts';
import type { PlanIndex } from '../interpret/plan-index.ts';
import { type Runs, startRuns } from '../interpret/runs.ts';
import type { Slice } from '../interpret/slice.ts';
import type { Value } from '../interpret/values.ts';

interface Ready {
  readonly slice: Slice;
  readonly runs: Runs;
  readonly scenario: { readonly readings: Readonly<Record<string, string>> };
}

interface Changes {
  readonly ambiguities: readonly string[];
  readonly assumptions: boolean;
}

/** Starts the runs under a variant in which these definitions may come to something else. */
export function variantRuns(
  { slice, runs, scenario }: Ready,
  index: PlanIndex,
  { ambiguities, assumptions }: Changes,
  touched: ReadonlySet<string>,
): Runs {
  const { facts, asOf } = runs.value;
  if (ambiguities.length > 0 || assumptions) {
    const defaults = index.plan.ambiguities.map((ambiguity) => [ambiguity.name, ambiguity.default] as const);
    const readings = new Map([...defaults, ...Object.entries(scenario.readings)]);
    return startRuns(index, slice, facts, asOf, readings);
  }
  const over = (base: Evaluation): Evaluation => ({
    ...base,
    index,
    known: new Layer(base.known, touched),
    explained: new Map(),
  });
  const value = over(runs.value);
  const besides = (base: Evaluation): Evaluation => (base === runs.value ? value : over(base));
  return {
    value,
    anyReading: besides(runs.anyReading),
    presumed: besides(runs.presumed),
    lawOpen: besides(runs.lawOpen),
    withReading: (ambiguity, reading) => over(runs.withReading(ambiguity, reading)),
  };
}

/** Values of their own for the definitions that are touched; all others are shared with those below. */
class Layer implements Known {
  readonly #below: Known;
  readonly #touched: ReadonlySet<string>;
  readonly #own = new Map<string, Value>();

  constructor(below: Known, touched: ReadonlySet<string>) {
    this.#below = below;
    this.#touched = touched;
  }

  has(key: string): boolean {
    return this.#for(key).has(key);
  }

  get(key: string): Value {
    return this.#for(key).get(key);
  }

  set(key: string, value: Value): void {
    this.#for(key).set(key, value);
  }

  #for(key: string): Known {
    const space = key.indexOf(' ');
    return this.#touched.has(space < 0 ? key : key.slice(0, space)) ? this.#own : this.#below;
  }
}
