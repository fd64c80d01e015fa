import type { Contender, Prepared } from './contender.ts';
import type * as Loops from './loop.ts';
import { median, medianDeviation, settled } from './statistics.ts';

/** One contender, prepared, with a loop of its own. */
export interface Entrant {
  readonly name: string;
  readonly note: string;
  readonly prepared: Prepared;
  /** The latest outputs of the latest run. */
  readonly outputs: unknown[];
  /** The answers expected of case `i`. */
  readonly expected: readonly string[];
  readonly loops: typeof Loops;
}

export interface Timing {
  readonly name: string;
  readonly note: string;
  /** Nanoseconds a decision: the median of the rounds. */
  readonly ns: number;
  /** Median absolute deviation of the rounds. */
  readonly deviation: number;
  /** Median, over the rounds, of this contender's time divided by the baseline's in the same round. */
  readonly ratio: number;
  readonly rounds: number;
  /** Decisions a round. */
  readonly batch: number;
}

export interface Pace {
  /** Milliseconds that one contender runs in one round. */
  readonly slice: number;
  /** At least so many rounds, and no more than that once every median has settled. */
  readonly least: number;
  readonly most: number;
  /** Milliseconds after which a race with enough rounds ends, settled or not. */
  readonly budget: number;
  /** Milliseconds of warm-up for each contender. */
  readonly warmUp: number;
}

/**
 * Prepares a contender for a race and has it decide every case once.
 *
 * @throws where an answer differs from the expected one: what is not equal is not timed.
 */
export async function enter<Case>(
  contender: Contender<Case>,
  cases: readonly Case[],
  expected: readonly string[],
  race: string,
): Promise<Entrant> {
  const prepared = await contender.prepare(cases);
  const own = new URL('./loop.ts', import.meta.url);
  own.searchParams.set('for', `${race} ${contender.name}`);
  const loops = (await import(own.href)) as typeof Loops;
  const entrant: Entrant = {
    name: contender.name,
    note: contender.note,
    prepared,
    outputs: Array.from({ length: 64 }, () => undefined),
    expected,
    loops,
  };
  for (let start = 0; start < cases.length; start += entrant.outputs.length) {
    const count = Math.min(entrant.outputs.length, cases.length - start);
    await run(entrant, start, count);
    verify(entrant, start, count);
  }
  return entrant;
}

/** @throws where an output that a run of `count` cases from `start` kept is not the expected answer. */
function verify({ name, prepared, outputs, expected }: Entrant, start: number, count: number): void {
  for (let done = Math.max(0, count - outputs.length); done < count; done++) {
    const at = (start + done) % expected.length;
    const got = prepared.answers(outputs[done % outputs.length]);
    if (got !== expected[at]) {
      throw new Error(
        `${name} disagrees on case ${at}: expected ${expected[at]}, got ${got}\n${JSON.stringify(prepared.inputs[at])}`,
      );
    }
  }
}

async function run({ prepared, outputs, loops }: Entrant, start: number, count: number): Promise<void> {
  const inputs = prepared.inputs as readonly never[];
  if (prepared.async) await loops.loopAsync(prepared.run, inputs, outputs, prepared.asOf, start, count);
  else loops.loop(prepared.run, inputs, outputs, prepared.asOf, start, count);
}

/** Runs for at least `milliseconds` and tells how many decisions one millisecond holds. */
async function warm(entrant: Entrant, milliseconds: number): Promise<number> {
  const started = performance.now();
  let batch = 1;
  let perMillisecond = 0;
  while (performance.now() - started < milliseconds) {
    const before = performance.now();
    await run(entrant, 0, batch);
    const took = performance.now() - before;
    perMillisecond = batch / Math.max(took, 1e-4);
    if (took < 2) batch *= 2;
  }
  return perMillisecond;
}

/** The standard error, as a part of the median, at which a race ends. */
const within = 0.01;

/** How many rounds lie between two looks at whether the medians have settled. */
const between = 10;

/**
 * Times the entrants in one process, one slice each a round, the order turned by one each round, so that what one
 * leaves behind (garbage, a warm cache, a busy neighbour) falls on all of them alike. The first entrant is the
 * baseline of the ratios.
 */
export async function measure(entrants: readonly Entrant[], pace: Pace): Promise<readonly Timing[]> {
  const runners: Runner[] = [];
  for (const entrant of entrants) {
    const perMillisecond = await warm(entrant, pace.warmUp);
    const few = Math.min(4, entrant.expected.length);
    const batch = Math.max(few, Math.round(perMillisecond * pace.slice));
    runners.push({ entrant, batch, samples: [], ratios: [], start: 0 });
  }
  const started = performance.now();
  for (let round = 0; !enough(runners, round, started, pace); round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(turn + round) % runners.length] as Runner;
      const { entrant, batch, samples } = runner;
      runner.start = (round * batch) % entrant.expected.length;
      const before = process.hrtime.bigint();
      await run(entrant, runner.start, batch);
      samples.push(Number(process.hrtime.bigint() - before) / batch);
    }
    const baseline = runners[0]?.samples[round] ?? Number.NaN;
    for (const { samples, ratios } of runners) ratios.push((samples[round] ?? Number.NaN) / baseline);
  }
  return runners.map(({ entrant, batch, samples, ratios, start }) => {
    verify(entrant, start, batch);
    return {
      name: entrant.name,
      note: entrant.note,
      ns: median(samples),
      deviation: medianDeviation(samples),
      ratio: median(ratios),
      rounds: samples.length,
      batch,
    };
  });
}

/** An entrant in a race. */
interface Runner {
  readonly entrant: Entrant;
  readonly batch: number;
  /** By round: nanoseconds a decision, and the same divided by that of the baseline. */
  readonly samples: number[];
  readonly ratios: number[];
  /** The case that the latest round began with. */
  start: number;
}

/** Whether every median has settled, or no more rounds are to be run. */
function enough(runners: readonly Runner[], rounds: number, started: number, pace: Pace): boolean {
  const { least, most, budget } = pace;
  if (rounds >= most || (rounds >= least && performance.now() - started > budget)) return true;
  if (rounds < least || (rounds - least) % between !== 0) return false;
  return runners.every(({ samples, ratios }) => settled(samples, within) && settled(ratios, within));
}
