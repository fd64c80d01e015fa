import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../support/generated-files.ts';

const root = join(import.meta.dirname, '../..');
const files = generatedFiles();

test.each([...files])('%s is as generated (else run scripts/generate-docs.ts)', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('no page is left of a code that is gone', () => {
  const pages = readdirSync(join(root, 'docs/diagnostics')).map((name) => `docs/diagnostics/${name}`);
  expect(pages.filter((page) => !files.has(page))).toEqual([]);
});
