/** Tries inputs one after the other, in a process that can be ended from outside. */
import { writeSync } from 'node:fs';
import * as fc from 'fast-check';
import { inputOf } from './input-of.ts';
import type { Target } from './targets.ts';
import { begunPipe, type Task, type Told } from './watch.ts';

const {
  targets: module,
  target: name,
  seed,
  count,
  seconds,
  inputs,
} = await new Promise<Task>((resolve) => {
  process.once('message', resolve);
});
const { targets } = (await import(module)) as { readonly targets: Readonly<Record<string, Target>> };
const target = targets[name]!;
const until = seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + 1000 * seconds;

function tell(told: Told): void {
  process.send?.(told);
}

function wrongWith(input: string): string | undefined {
  try {
    target.property(input);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** A smaller input with something wrong, the input itself where there is none. */
function shrunk(index: number, input: string): string {
  const property = fc.property(fc.noBias(target.inputs), (each) => wrongWith(each) === undefined);
  const found = fc.check(property, { seed: seed + index, numRuns: 1, interruptAfterTimeLimit: 20_000 });
  return found.counterexample?.[0] ?? input;
}

function run(): void {
  const end = inputs === undefined ? (count ?? Number.POSITIVE_INFINITY) : inputs.length;
  let index = 0;
  for (; index < end && performance.now() < until; index++) {
    const input = inputs === undefined ? inputOf(target.inputs, seed, index) : inputs[index]!;
    // At once, before the input can hang.
    writeSync(begunPipe, '.');
    const wrong = wrongWith(input);
    if (wrong === undefined) continue;
    tell({ kind: 'failed', index, input, error: wrong });
    if (inputs === undefined) {
      const smaller = shrunk(index, input);
      tell({ kind: 'failed', index, input: smaller, error: wrongWith(smaller) ?? wrong });
    }
    break;
  }
  tell({ kind: 'ended', tried: index });
}

run();
