/** Options that several commands have, and what holds of all. */
import { type Command, Option } from 'commander';

/** `--format` where it says how the result is printed: then errors are printed so as well. */
class OutputFormat extends Option {}

/** `--format`, text unless told. */
export function formatOption(formats: readonly string[]): Option {
  return new OutputFormat('--format <format>', 'how to print the result').choices(formats).default('text');
}

/** The format of the result that the arguments of a command ask for, whatever else is wrong with them. */
export function formatAsked(command: Command, args: readonly string[]): string | undefined {
  if (!command.options.some((option) => option instanceof OutputFormat)) return undefined;
  const at = args.findLastIndex((arg) => /^--format(=|$)/.test(arg));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
}

const gathering = new WeakSet<object>();

/** Marks what reads an option that may be repeated: it gathers the values. */
export function repeatable<T extends object>(parse: T): T {
  gathering.add(parse);
  return parse;
}

/** Does a second value of an option stand beside the first? */
export function isRepeatable({ variadic, parseArg }: Option): boolean {
  return variadic || (parseArg !== undefined && gathering.has(parseArg));
}

/** Refuses a second value of an option that has one: it cannot be guessed which of the two is meant. */
export function refuseRepeated(command: Command): void {
  for (const option of command.options) {
    if (!(option.required || option.optional) || isRepeatable(option)) continue;
    let isGiven = false;
    command.on(`option:${option.name()}`, () => {
      if (isGiven) command.error(`error: option '${option.flags}' is given twice`);
      isGiven = true;
    });
  }
  for (const inner of command.commands) refuseRepeated(inner);
}

/** An option that takes every word after it, among arguments; undefined where there is none. */
export function greedyOption(command: Command, args: readonly string[]): string | undefined {
  return command.options.find(({ variadic, long }) => variadic && long !== undefined && args.includes(long))
    ?.long;
}
