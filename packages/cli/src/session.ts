/** What every command is given. */
import type { ExitCode } from './exit.ts';
import type { Host } from './host/host.ts';
import { inertStream } from './output/inert.ts';
import { type Progress, startProgress } from './output/progress.ts';
import { type Role, styler } from './output/style.ts';

/** One run of the program. */
export interface Session {
  readonly host: Host;
  readonly progress: Progress;
  /** Styles text for standard output. */
  readonly style: (role: Role, text: string) => string;
  /** Styles text for standard error. */
  readonly styleError: (role: Role, text: string) => string;
  /** Prints the answer of a command. */
  readonly print: (text: string) => void;
  /** Tells a person something beside the answer. */
  readonly tell: (text: string) => void;
  /** Columns to wrap prose at: never more than 100. */
  readonly width: number;
}

/** What a command does with its arguments, and how it ends. */
export type Action = (session: Session) => Promise<ExitCode>;

/** Carries an action out, as the program sees fit. */
export type Runner = (action: Action, format: string | undefined) => Promise<void>;

/** A session on a host, whose streams pass only what a terminal shows as it is. */
export function openSession(process: Host): Session {
  const progress = startProgress(process);
  const host: Host = {
    ...process,
    stdout: inertStream(process.stdout),
    stderr: inertStream(process.stderr),
  };
  return {
    host,
    progress,
    style: styler(host.stdout),
    styleError: styler(host.stderr),
    print: (text) => {
      progress.end();
      host.stdout.write(text);
    },
    tell: (text) => {
      progress.end();
      host.stderr.write(text);
    },
    width: Math.min(100, Math.max(40, host.stdout.isTerminal ? host.stdout.columns : 100)),
  };
}
