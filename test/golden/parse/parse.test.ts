import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFix, catalogue, type CatalogueRow, parseFile, renderText } from '@proviso/language';
import { describe, expect, test } from 'vitest';

/** Set to `1` to write the expected files anew; never in CI. */
const update = process.env['PROVISO_UPDATE'] === '1';
const here = import.meta.dirname;
const rule = `\n${'─'.repeat(80)}\n`;

function expected(path: string, text: string): string {
  if (update) writeFileSync(path, text);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function textOf(example: CatalogueRow['bad']): string {
  if (typeof example === 'string') return example;
  return 'make' in example ? example.make() : Object.values(example.files).join('\n');
}

const rendered = (text: string): string =>
  renderText(parseFile(text, 'main.policy').diagnostics, new Map([['main.policy', text]]));

const codes = catalogue.filter(({ phase }) => phase === 'lex' || phase === 'parse');

describe('every code, as its bad example is reported', () => {
  test.each(codes)('$code', ({ code, bad }) => {
    const shown = typeof bad !== 'string' && 'shown' in bad ? `${bad.shown}\n` : textOf(bad);
    // A great many findings are not worth a page each.
    const report = rendered(textOf(bad)).split('\n').slice(-40).join('\n');
    const text = `${shown}${rule}${report}`;
    expect(text).toBe(expected(join(here, 'codes', `${code}.txt`), text));
  });

  test('no expected file is left of a code that is gone', () => {
    expect(readdirSync(join(here, 'codes')).toSorted()).toEqual(
      codes.map(({ code }) => `${code}.txt`).toSorted(),
    );
  });

  test('a fix takes its finding away', () => {
    let fixes = 0;
    for (const { code, bad } of codes) {
      const text = textOf(bad);
      for (const { fix } of parseFile(text, 'main.policy').diagnostics) {
        if (fix === undefined) continue;
        fixes += 1;
        const left = parseFile(applyFix(text, fix), 'main.policy').diagnostics.filter(
          (one) => one.code === code,
        );
        expect(left, code).toEqual([]);
      }
    }
    expect(fixes).toBeGreaterThan(8);
  });
});

describe('whole files with mistakes', () => {
  const cases = readdirSync(join(here, 'cases')).filter((name) => name.endsWith('.policy'));
  test.each(cases)('%s', (name) => {
    const source = readFileSync(join(here, 'cases', name), 'utf8');
    const text = `${source}${rule}${rendered(source)}`;
    expect(text).toBe(expected(join(here, 'cases', name.replace('.policy', '.txt')), text));
  });
});
