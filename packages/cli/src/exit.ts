/** How a command ends. */

/** 0: done. 1: done, and there are problems (findings, failed scenarios, a breach asked about). 2: could not be done. */
export type ExitCode = 0 | 1 | 2;

/** What a problem line consists of, for a person and for a machine. */
export interface Problem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The fact or option meant. */
  readonly path?: string;
  readonly help?: string;
}

/** The command cannot be carried out as asked: exit 2, with what to do instead. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
  readonly problems: readonly Problem[];
  readonly help: string | undefined;

  constructor(
    message: string,
    options: { readonly help?: string; readonly problems?: readonly Problem[] } = {},
  ) {
    super(message);
    this.help = options.help;
    this.problems = options.problems ?? [];
  }
}
