/** Keeps an input with which something is wrong, as a file that can be tried again, and says so. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Outcome } from './watch.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/proviso/fuzz');

/** What was found, in words, and how to try it again; the input is written to a file. */
export function keep(
  target: string,
  seed: number,
  { kind, index, input, error }: Exclude<Outcome, { kind: 'nothing' }>,
): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${target}-${seed}-${index}.txt`);
  writeFileSync(file, input);
  return [
    `${target}: ${kind} at input ${index} of seed ${seed}`,
    excerpt(error),
    `the input: ${excerpt(JSON.stringify(input))}`,
    `to try it again: pnpm fuzz ${target} --replay ${relative(root, file)}`,
  ].join('\n');
}

function excerpt(text: string): string {
  return text.length <= 2000 ? text : `${text.slice(0, 2000)}… (${text.length} characters)`;
}
