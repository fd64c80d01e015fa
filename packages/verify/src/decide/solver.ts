/**
 * A solver in a process of its own, started when it is first needed. Not in a thread: what brings down the engine that runs
 * WebAssembly would bring down whoever asks with it.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';

/** Runs texts one after another. */
export interface Solver {
  /** What the solver prints; undefined where it cannot take the text, for lack of memory, in a fresh process either. */
  run(text: string): Promise<string | undefined>;
  /** Ends the process. What still runs is given up. */
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
const z3File = new URL(`./z3-process${/\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** z3 in a process. One that fails is replaced, and its text given to the new one once. */
export function z3Solver(file: URL = z3File): Solver {
  let process: SolverProcess | undefined;
  let isClosed = false;
  const mustBeOpen = (): void => {
    if (isClosed) throw new Error('the solver was closed before it answered');
  };
  const attempt = async (text: string): Promise<string | undefined> => {
    mustBeOpen();
    if (process === undefined) {
      process = startProcess(file);
      if ((await process.next()) === undefined) {
        const { cause } = process;
        process = undefined;
        mustBeOpen();
        throw new Error('the process of the solver did not start; is z3-solver installed whole?', { cause });
      }
    }
    const running = process;
    running.post(text);
    const printed = await running.next();
    if (printed !== undefined && !/\(error "[^"]*out of memory/.test(printed)) return printed;
    process = undefined;
    await running.end();
    return undefined;
  };
  return {
    run: async (text) => (await attempt(text)) ?? attempt(text),
    close: async () => {
      isClosed = true;
      await process?.end();
    },
  };
}

interface SolverProcess {
  post(text: string): void;
  /** The next message; undefined where the process ends before, or has ended. Asked for by one at a time. */
  next(): Promise<string | undefined>;
  end(): Promise<void>;
  /** Why the process ended, as far as it said so. */
  readonly cause: Error;
}

function startProcess(file: URL): SolverProcess {
  // Without the options of this process, and with nothing to read or print; what it says of errors is kept.
  const child = fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let tell = (_message: string | undefined): void => {};
  child.on('message', (message: string) => {
    tell(message);
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  child.on('error', (error) => {
    said = `${said}${error.message}`;
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true;
      tell(undefined);
      resolve();
    });
  });
  return {
    post: (text) => {
      // Where it has ended meanwhile, that is told already.
      child.send(text, () => {});
    },
    next: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (hasEnded) resolve(undefined);
      }),
    end: () => {
      child.kill('SIGKILL');
      return ended;
    },
    get cause() {
      return new Error(said.trim());
    },
  };
}
