/** The operators of mutation are published as they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operators } from '@proviso/verify';
import { expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';

test('docs/mutation.md lists every operator with its edit and its example', () => {
  const page = readFileSync(join(repository, 'docs/mutation.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const code = (text: string): string => (text === '' ? 'nothing' : `\`${text}\``);
  const plain = (text: string): string => text.replaceAll('`', '');
  expect(rows.map(plain)).toEqual(
    operators.map(({ name, title, example: [before, after] }) =>
      plain(`| ${code(name)} | ${title} | ${code(before)}: ${code(after)} |`),
    ),
  );
});
