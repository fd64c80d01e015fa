/** A file of facts as data, with the place of each value for messages. */

/** Data as JSON has it, and where in the file each value stands. */
export interface FactsDocument {
  readonly data: unknown;
  /** The line of a value, from 1, by path (`letters[0].receivedOn`); of the nearest value around it where there is none. */
  readonly lineOf: (path: string) => number | undefined;
}

/** One thing wrong with a file of facts. */
export interface FileProblem {
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly column?: number;
  /** Lower case, one line. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/** A file of facts that cannot be read, with what is wrong with it. */
export class FactsFileError extends Error {
  override readonly name: string = 'FactsFileError';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

/** The largest file of facts that is read, in bytes. */
export const maxFactsBytes = 10_000_000;
/** The deepest that values may nest in a file of facts. */
export const maxNesting = 64;

/** Why a number as written cannot be taken; undefined where it can. */
export function numberProblem(source: string): Omit<FileProblem, 'line' | 'column'> | undefined {
  const value = Number(source);
  const help = 'write fewer digits; a fact has at most 12 digits before the point';
  if (!Number.isFinite(value))
    return { message: `the number \`${shorten(source)}\` cannot be held exactly`, help };
  const digits = source
    .replace(/e.*$/i, '')
    .replaceAll(/[^0-9]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  const unsafe = Number.isInteger(value) ? !Number.isSafeInteger(value) : digits.length > 15;
  return unsafe ? { message: `the number \`${shorten(source)}\` cannot be held exactly`, help } : undefined;
}

/** At most forty characters, for a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Collects the places of values by path while a reader builds the data. */
export class Places {
  readonly #lines = new Map<string, number>();

  add(path: string, line: number): void {
    this.#lines.set(path, line);
  }

  /** The line of the value, or of the nearest value that holds it. */
  lineOf(path: string): number | undefined {
    let at = path;
    for (;;) {
      const line = this.#lines.get(at);
      if (line !== undefined || at === '') return line;
      at = at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')));
    }
  }
}

/** The path of a member of a record. */
export function memberPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
