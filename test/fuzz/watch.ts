/** Runs a target in a process and watches it: an input that takes too long has hung, and the process is ended. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Target } from './targets.ts';
import { inputOf } from './input-of.ts';

/** What the process is to do. */
export interface Task {
  /** The URL of the module that exports `targets`. */
  readonly targets: string;
  readonly target: string;
  readonly seed: number;
  /** How many inputs, or for how long. */
  readonly count?: number;
  readonly seconds?: number;
  /** These inputs, and no others. */
  readonly inputs?: readonly string[];
}

/** What the process tells. */
export type Told =
  | { readonly kind: 'failed'; readonly index: number; readonly input: string; readonly error: string }
  | { readonly kind: 'ended'; readonly tried: number };

/** The pipe on which the process says with a byte that it begins with an input. */
export const begunPipe = 4;

/** What came of it. */
export type Outcome =
  | { readonly kind: 'nothing'; readonly tried: number }
  | {
      readonly kind: 'failed' | 'hung';
      readonly index: number;
      readonly input: string;
      readonly error: string;
    };

/** How the process is watched, in milliseconds. No input takes a tenth of it on a busy machine. */
export interface Patience {
  readonly start: number;
  readonly input: number;
}

const patience: Patience = { start: 120_000, input: 30_000 };
const file = fileURLToPath(new URL('target-process.ts', import.meta.url));

/** Runs a task to its end, or to the first input with something wrong. */
export async function watch(task: Task, { start, input: perInput }: Patience = patience): Promise<Outcome> {
  const child = fork(file, {
    execArgv: ['--conditions=@proviso/source'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc', 'pipe'],
  });
  const closed = once(child, 'close');
  let begun = 0;
  let since = performance.now();
  (child.stdio[begunPipe] as Readable).on('data', (bytes: Buffer) => {
    begun += bytes.length;
    since = performance.now();
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  let failed: Extract<Told, { kind: 'failed' }> | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const found = async (kind: 'failed' | 'hung', error: string): Promise<void> => {
        const index = begun - 1;
        if (index < 0) reject(new Error(`the process of ${task.target} did not begin: ${error}`));
        else resolve(failed ?? { kind, index, input: await inputAt(task, index), error });
      };
      child.on('message', (told: Told) => {
        if (told.kind === 'failed') failed = told;
        else resolve(failed ?? { kind: 'nothing', tried: told.tried });
      });
      closed.then(([code, signal]) => {
        // The engine gave up: for lack of memory, say. Whatever else ends the process is a fault of the fuzzing, not a find.
        if (signal !== null) void found('failed', `ended by ${signal}: ${said}`);
        else reject(new Error(`the process of ${task.target} ended with ${code}: ${said}`));
      }, reject);
      timer = setInterval(() => {
        if (performance.now() - since > (begun === 0 ? start : perInput))
          void found('hung', `no answer within ${perInput / 1000} seconds`);
      }, 100);
      child.send(task);
    });
  } finally {
    clearInterval(timer);
    child.kill('SIGKILL');
    await closed;
  }
}

async function inputAt({ targets: module, target, seed, inputs }: Task, index: number): Promise<string> {
  if (inputs !== undefined) return inputs[index] ?? '';
  const { targets } = (await import(module)) as { readonly targets: Readonly<Record<string, Target>> };
  return inputOf(targets[target]!.inputs, seed, index);
}
