/** Runs a target in a thread and watches it: an input that takes too long has hung, and the thread is ended. */
import { Worker } from 'node:worker_threads';
import type { Target } from './targets.ts';
import { inputOf } from './input-of.ts';

/** What the thread is to do. */
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
  /** How many inputs have been begun. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/** What the thread tells. */
export type Told =
  | { readonly kind: 'failed'; readonly index: number; readonly input: string; readonly error: string }
  | { readonly kind: 'ended'; readonly tried: number };

/** What came of it. */
export type Outcome =
  | { readonly kind: 'nothing'; readonly tried: number }
  | {
      readonly kind: 'failed' | 'hung';
      readonly index: number;
      readonly input: string;
      readonly error: string;
    };

/** How the thread is watched, in milliseconds. No input takes a tenth of it on a busy machine. */
export interface Patience {
  readonly start: number;
  readonly input: number;
}

const patience: Patience = { start: 120_000, input: 30_000 };

/** Runs a task to its end, or to the first input with something wrong. */
export async function watch(
  task: Omit<Task, 'progress'>,
  { start, input: perInput }: Patience = patience,
): Promise<Outcome> {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { ...task, progress } satisfies Task,
    execArgv: ['--conditions=@proviso/source', '--disable-warning=ExperimentalWarning'],
  });
  let failed: Extract<Told, { kind: 'failed' }> | undefined;
  let seen = -1;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const found = async (kind: 'failed' | 'hung', error: string): Promise<void> => {
        const index = Atomics.load(progress, 0) - 1;
        if (index < 0) reject(new Error(`the thread of ${task.target} did not begin: ${error}`));
        else resolve(failed ?? { kind, index, input: await inputAt(task, index), error });
      };
      worker.on('message', (told: Told) => {
        if (told.kind === 'failed') failed = told;
        else resolve(failed ?? { kind: 'nothing', tried: told.tried });
      });
      // Whatever else breaks the thread breaks it outside of the property: a fault of the fuzzing, not a find.
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') void found('failed', error.message);
        else reject(error);
      });
      timer = setInterval(() => {
        const at = Atomics.load(progress, 0);
        if (at !== seen) {
          seen = at;
          since = performance.now();
        } else if (performance.now() - since > (at === 0 ? start : perInput)) {
          void found('hung', `no answer within ${perInput / 1000} seconds`);
        }
      }, 100);
    });
  } finally {
    clearInterval(timer);
    await worker.terminate();
  }
}

async function inputAt(
  { targets: module, target, seed, inputs }: Omit<Task, 'progress'>,
  index: number,
): Promise<string> {
  if (inputs !== undefined) return inputs[index] ?? '';
  const { targets } = (await import(module)) as { readonly targets: Readonly<Record<string, Target>> };
  return inputOf(targets[target]!.inputs, seed, index);
}
