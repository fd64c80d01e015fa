/** What kept a command from being done, for a person. */
import { FactsError } from '@proviso/runtime';
import { type Problem, UsageError } from '../exit.ts';
import { HostError } from '../host/host.ts';
import { problemText } from './problems.ts';
import type { Role } from './style.ts';

/** What an error says to a user. */
export interface Said {
  readonly message: string;
  readonly help?: string;
  readonly problems: readonly Problem[];
}

/** What an error says to a user; undefined for a fault of ours. */
export async function sayable(error: unknown): Promise<Said | undefined> {
  if (error instanceof UsageError)
    return {
      message: error.message,
      ...(error.help === undefined ? {} : { help: error.help }),
      problems: error.problems,
    };
  if (error instanceof HostError) return { message: error.message, problems: [] };
  if (error instanceof FactsError) return { message: 'the facts cannot be used', problems: error.problems };
  // Loaded already where its error can be thrown; most commands read no facts, and start sooner without it.
  const { FactsFileError } = await import('@proviso/cases');
  return error instanceof FactsFileError
    ? { message: 'the facts cannot be read', problems: error.problems }
    : undefined;
}

/** The error with everything that is wrong, and what to do about it. */
export function failureText(
  { message, problems, help }: Said,
  style: (role: Role, text: string) => string,
): string {
  const lines = [
    `${style('bad', 'error:')} ${message}\n`,
    ...problems.map((problem) => problemText(problem, style)),
    help === undefined ? '' : `  ${style('quiet', `help: ${help}`)}\n`,
  ];
  return lines.join('');
}
