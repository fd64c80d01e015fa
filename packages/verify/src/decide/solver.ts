/** A solver in a worker thread, started when it is first needed. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Runs texts one after another. */
export interface Solver {
  /** What the solver prints; undefined where it cannot take the text, for lack of memory, in a fresh worker either. */
  run(text: string): Promise<string | undefined>;
  /** Ends the worker. What still runs is given up. */
  close(): Promise<void>;
}

/** Whether z3 is installed beside this package. */
export function isZ3Installed(): boolean {
  try {
    createRequire(import.meta.url).resolve('z3-solver');
    return true;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'MODULE_NOT_FOUND') return false;
    throw error;
  }
}

// Beside this file, TypeScript where this file is.
const workerFile = new URL(`./z3-worker${/\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** z3 in a worker. A worker that fails is replaced, and its text given to the new one once. */
export function z3Solver(file: URL = workerFile): Solver {
  let worker: Promise<Worker> | undefined;
  const attempt = async (text: string): Promise<string | undefined> => {
    worker ??= started(file);
    const running = await worker;
    const printed = await reply(running, text);
    if (printed !== undefined && !/\(error "[^"]*out of memory/.test(printed)) return printed;
    worker = undefined;
    await running.terminate();
    return undefined;
  };
  return {
    run: async (text) => (await attempt(text)) ?? attempt(text),
    close: async () => {
      const running = worker;
      worker = undefined;
      await (await running)?.terminate();
    },
  };
}

/** A worker that is ready; throws where it does not start. */
function started(file: URL): Promise<Worker> {
  const worker = new Worker(file);
  return new Promise((resolve, reject) => {
    worker.once('message', () => {
      worker.removeAllListeners();
      resolve(worker);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the worker of the solver ended before it was ready'));
    });
  });
}

/** What the worker answers; undefined where it fails. */
function reply(worker: Worker, text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (printed: string | undefined): void => {
      worker.removeAllListeners();
      resolve(printed);
    };
    worker.once('message', end);
    worker.once('error', () => {
      end(undefined);
    });
    worker.once('exit', () => {
      end(undefined);
    });
    worker.postMessage(text);
  });
}
