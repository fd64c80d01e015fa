import { describe, expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';
import { catalogue } from './catalogue.ts';
import type { Example } from './define.ts';
import { lexTable } from './lex.ts';
import { parseTable } from './parse.ts';

function textOf(example: Example): string {
  if (typeof example === 'string') return example;
  return 'make' in example ? example.make() : Object.values(example.files).join('\n');
}

const codesOf = (example: Example): readonly string[] =>
  parseFile(textOf(example), 'example.policy').diagnostics.map(({ code }) => code);

/** A file may have a great many findings; then the note that says so comes last. */
const alongside = new Set(['too-many-findings']);

describe.each(Object.entries({ ...lexTable, ...parseTable }))('%s', (code, row) => {
  test('its bad example has this finding and no other', () => {
    const found = new Set(codesOf(row.bad));
    expect(found).toContain(code);
    expect(found.size).toBeLessThanOrEqual(alongside.has(code) ? 2 : 1);
  });

  test('its good example has no finding', () => {
    expect(codesOf(row.good)).toEqual([]);
  });
});

describe('the catalogue', () => {
  test('has every code once', () => {
    const codes = catalogue.map(({ code }) => code);
    expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());
  });

  test('has permanent slugs and whole explanations', () => {
    for (const { code, explanation, help } of catalogue) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
      expect(explanation, code).toMatch(/[.)]$/);
      expect(help ?? '', code).not.toMatch(/^[A-Z]|\.$/);
    }
  });
});
