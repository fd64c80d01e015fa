import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Change, patchOf } from './patch.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `line ${n}\n`).join('');

const changes: readonly Change[] = [
  {
    file: 'pack.policy',
    before: lines(40),
    after: lines(40).replace('line 3\n', '').replace('line 30', 'x'),
  },
  { file: 'facts/a file.policy', before: 'a\nb', after: 'a\nc' },
  { file: 'ends.policy', before: 'a\r\nb\r\nc\r\n', after: 'a\r\nB\r\nc\r\n' },
  { file: 'grown.policy', before: '', after: 'é\n' },
  { file: 'emptied.policy', before: 'a\n', after: '' },
  { file: 'dashes.policy', before: '-- a\n++ b\n', after: '++ b\n-- c\n\\ d\n' },
  { file: 'same.policy', before: 'a\n', after: 'a\n' },
];

test('git makes of the texts before the texts after', () => {
  const told = patchOf(changes);
  for (const { file, before } of changes) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), before);
  }
  writeFileSync(join(folder, 'changes.patch'), told);
  execFileSync('git', ['apply', 'changes.patch'], { cwd: folder, stdio: 'pipe' });
  for (const { file, after } of changes) expect(readFileSync(join(folder, file), 'utf8')).toBe(after);
  expect(told).not.toContain('same.policy');
});

test('of nothing changed there is nothing to tell', () => {
  expect(patchOf([{ file: 'a.policy', before: 'a', after: 'a' }])).toBe('');
});
