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
  let thread: Thread | undefined;
  let isClosed = false;
  const mustBeOpen = (): void => {
    if (isClosed) throw new Error('the solver was closed before it answered');
  };
  const attempt = async (text: string): Promise<string | undefined> => {
    mustBeOpen();
    if (thread === undefined) {
      thread = startThread(file);
      if ((await thread.next()) === undefined) {
        const { cause } = thread;
        thread = undefined;
        mustBeOpen();
        throw new Error('the worker of the solver did not start; is z3-solver installed whole?', { cause });
      }
    }
    const running = thread;
    running.post(text);
    const printed = await running.next();
    if (printed !== undefined && !/\(error "[^"]*out of memory/.test(printed)) return printed;
    thread = undefined;
    await running.end();
    return undefined;
  };
  return {
    run: async (text) => (await attempt(text)) ?? attempt(text),
    close: async () => {
      isClosed = true;
      await thread?.end();
    },
  };
}

interface Thread {
  post(text: string): void;
  /** The next message; undefined where the thread ends before, or has ended. Asked for by one at a time. */
  next(): Promise<string | undefined>;
  end(): Promise<unknown>;
  /** Why the thread ended, where it was an error. */
  readonly cause: unknown;
}

function startThread(file: URL): Thread {
  const worker = new Worker(file);
  let hasEnded = false;
  let tell = (_message: string | undefined): void => {};
  worker.on('message', (message: string) => {
    tell(message);
  });
  let cause: unknown;
  // `exit` follows.
  worker.on('error', (error) => {
    cause = error;
  });
  worker.on('exit', () => {
    hasEnded = true;
    tell(undefined);
  });
  return {
    post: (text) => {
      worker.postMessage(text);
    },
    next: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (hasEnded) resolve(undefined);
      }),
    end: () => worker.terminate(),
    get cause() {
      return cause;
    },
  };
}
