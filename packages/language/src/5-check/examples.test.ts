import { describe, expect, test } from 'vitest';
import type { Example } from '../diagnostics/define.ts';
import { bindTable } from '../diagnostics/bind.ts';
import { checkTable } from '../diagnostics/check.ts';
import { checkPack } from './check-pack.ts';

function codesOf(example: Example): readonly string[] {
  const files =
    typeof example === 'string'
      ? { 'main.policy': example }
      : 'files' in example
        ? example.files
        : { 'main.policy': example.make() };
  const [entry = ''] = Object.keys(files);
  const { value, diagnostics } = checkPack(new Map(Object.entries(files)), entry);
  expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  return diagnostics.map(({ code, message }) =>
    code in bindTable || code in checkTable ? code : `${code}: ${message}`,
  );
}

describe.each(Object.entries({ ...bindTable, ...checkTable }))('%s', (code, row) => {
  test('the bad example has this finding and no other', () => {
    expect([...new Set(codesOf(row.bad))]).toEqual([code]);
  });
  test('the good example has no finding', () => {
    expect(codesOf(row.good)).toEqual([]);
  });
  test('the wording keeps to the style', () => {
    expect(row.explanation).toMatch(/[.)]$/);
    expect(row.explanation.length).toBeGreaterThan(20);
  });
});
