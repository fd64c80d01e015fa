/** Dates of the command line. */
import { parseDay } from '@proviso/runtime';
import { InvalidArgumentError } from 'commander';
import { repeatable } from './commands/options.ts';

/** Reads `--as-of`. */
export function readAsOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new InvalidArgumentError('A date is written year-month-day: 2026-02-05.');
  if (parseDay(text) === undefined) throw new InvalidArgumentError('There is no such day in the calendar.');
  return text;
}

/** Reads one `--reading NAME=VALUE` onto those before it. */
export const readReading: (
  text: string,
  before?: Readonly<Record<string, string>>,
) => Readonly<Record<string, string>> = repeatable((text, before = {}) => {
  const match = /^([A-Za-z]\w*)=([A-Za-z]\w*)$/.exec(text);
  const [, name, value] = match ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError('A reading is given as NAME=VALUE.');
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`The reading ${name} is given twice.`);
  return { ...before, [name]: value };
});

/** Collects an option that may be repeated. */
export const collect: (text: string, before?: readonly string[]) => readonly string[] = repeatable(
  (text, before = []) => [
    ...before,
    ...text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ],
);
