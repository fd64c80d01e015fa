/** Options that several commands have. */
import { Option } from 'commander';

/** `--format`, text unless told. */
export function formatOption(formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to print the result').choices(formats).default('text');
}
