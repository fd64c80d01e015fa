import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatText } from '@proviso/language';
import { expect, test } from 'vitest';

/** Set to `1` to write the expected files anew; never in CI. */
const update = process.env['PROVISO_UPDATE'] === '1';
const cases = join(import.meta.dirname, 'cases');

test.each(readdirSync(cases).filter((name) => name.endsWith('.policy')))('%s', (name) => {
  const formatted = formatText(readFileSync(join(cases, name), 'utf8'), name);
  expect(formatted.diagnostics).toEqual([]);
  const text = formatted.value ?? '';
  const path = join(cases, name.replace('.policy', '.formatted'));
  if (update) writeFileSync(path, text);
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  expect(formatText(text, name).value).toBe(text);
});
