/** Each threat names a test that exists; each walk-through names files that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const lines = read('docs/threats.md').split('\n');
const isRow = (line: string): boolean => line.startsWith('|');
const first = lines.findIndex(isRow);
const end = lines.findIndex((line, i) => i > first && !isRow(line));
// Below the head and the line under it.
const rows = lines.slice(first + 2, end);

describe('docs/threats.md', () => {
  test('has a row for each threat', () => {
    expect(rows.length).toBeGreaterThan(20);
    // A row after the table's end is not in it, and reads as text.
    expect(lines.slice(end).filter(isRow)).toEqual([]);
  });

  test.each(rows.map((row) => [row.split('|')[1]?.trim() ?? '', row] as const))('%s', (_, row) => {
    const [, path = '', title = ''] = /`([^`]+\.test\.ts)` › `([^`]*(?:`[^`|]*)*)` \|$/.exec(row) ?? [];
    expect(path).toMatch(/^(test|packages)\//);
    const source = read(path);
    // Titles stand in single quotes, in a `test` or in a row of a table.
    expect(source.includes(`'${title}'`)).toBe(true);
  });
});

describe('CONTRIBUTING.md', () => {
  const text = read('CONTRIBUTING.md');
  const walkthroughs = text.slice(text.indexOf('## Add a construct'), text.indexOf('## Commits'));
  const paths = [
    ...walkthroughs.matchAll(/`((?:packages|test|docs|grammar|policies|scripts)\/[^`\s]*)`/g),
  ].map(([, path = '']) => path);

  test('has two walk-throughs that name files', () => {
    expect(text).toContain('## Add a rule');
    expect(paths.length).toBeGreaterThan(25);
  });

  test.each([...new Set(paths)])('%s exists', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });
});
