// The loop that is timed. Each contender imports this file under its own query string and so gets its own copy: the
// engine then sees one call target in each loop, as it does where an application calls one rule, and one contender's
// types do not slow down the next.

/**
 * A run over `count` cases from `start`, wrapping round. The latest outputs are kept, so that nothing can be optimised
 * away; `outputs.length` is a power of two, and small where all of them would only be work for the collector.
 */
export function loop(
  run: (input: never, asOf: number) => unknown,
  inputs: readonly never[],
  outputs: unknown[],
  asOf: number,
  start: number,
  count: number,
): void {
  const { length } = inputs;
  const latest = outputs.length - 1;
  let at = start;
  for (let done = 0; done < count; done++) {
    outputs[done & latest] = run(inputs[at] as never, asOf);
    if (++at === length) at = 0;
  }
}

/** The same for contenders that answer with a promise, one after the other. */
export async function loopAsync(
  run: (input: never, asOf: number) => Promise<unknown>,
  inputs: readonly never[],
  outputs: unknown[],
  asOf: number,
  start: number,
  count: number,
): Promise<void> {
  const { length } = inputs;
  const latest = outputs.length - 1;
  let at = start;
  for (let done = 0; done < count; done++) {
    outputs[done & latest] = await run(inputs[at] as never, asOf);
    if (++at === length) at = 0;
  }
}
