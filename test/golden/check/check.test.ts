import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFix, catalogue, type CatalogueRow, checkPack, renderText } from '@proviso/language';
import { describe, expect, test } from 'vitest';

/** Set to `1` to write the expected files anew; never in CI. */
const update = process.env['PROVISO_UPDATE'] === '1';
const here = import.meta.dirname;

/** The expected text, which is first written where an update is asked for. */
function expected(path: string, text: string): string {
  if (update) writeFileSync(path, text);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function filesOf(example: CatalogueRow['bad']): ReadonlyMap<string, string> {
  if (typeof example === 'string') return new Map([['main.policy', example]]);
  if ('files' in example) return new Map(Object.entries(example.files));
  return new Map([['main.policy', example.make()]]);
}

function rendered(files: ReadonlyMap<string, string>, entry: string): string {
  return renderText(checkPack(files, entry).diagnostics, files);
}

const codes = catalogue.filter(({ phase }) => phase === 'bind' || phase === 'check');

describe('every code, as its bad example is reported', () => {
  const folder = join(here, 'codes');
  mkdirSync(folder, { recursive: true });

  test.each(codes)('$code', ({ code, bad }) => {
    const files = filesOf(bad);
    const [entry = ''] = files.keys();
    const sources =
      typeof bad !== 'string' && 'shown' in bad
        ? `${bad.shown.trimEnd()}\n`
        : [...files].map(([name, text]) => `${files.size > 1 ? `// ${name}\n` : ''}${text}`).join('\n');
    const text = `${sources}\n${'─'.repeat(80)}\n${rendered(files, entry)}`;
    expect(text).toBe(expected(join(folder, `${code}.txt`), text));
  });

  test('no expected file is left of a code that is gone', () => {
    expect(readdirSync(folder).toSorted()).toEqual(codes.map(({ code }) => `${code}.txt`).toSorted());
  });

  test('a fix takes its finding away', () => {
    let fixes = 0;
    for (const { code, bad } of codes) {
      const files = filesOf(bad);
      const [entry = ''] = files.keys();
      for (const { fix, span } of checkPack(files, entry).diagnostics) {
        if (fix === undefined) continue;
        fixes += 1;
        const fixed = new Map(files).set(span.file, applyFix(files.get(span.file) ?? '', fix));
        const left = checkPack(fixed, entry).diagnostics.filter(
          (one) => one.code === code && one.span.start === span.start,
        );
        expect(left).toEqual([]);
      }
    }
    expect(fixes).toBeGreaterThan(15);
  });
});

describe('whole packs with several findings', () => {
  const folder = join(here, 'cases');

  test.each(readdirSync(folder))('%s', (name) => {
    const paths = readdirSync(join(folder, name)).filter((path) => path.endsWith('.policy'));
    const files = new Map(paths.map((path) => [path, readFileSync(join(folder, name, path), 'utf8')]));
    const text = rendered(files, 'pack.policy');
    expect(text).toBe(expected(join(folder, name, 'expected.txt'), text));
  });

  test('what is found among every construct is mended by its fixes', () => {
    let text = readFileSync(join(folder, 'every-construct', 'pack.policy'), 'utf8');
    const check = (): ReturnType<typeof checkPack> =>
      checkPack(new Map([['pack.policy', text]]), 'pack.policy');
    let found = 0;
    for (let fix = check().diagnostics[0]?.fix; fix !== undefined; fix = check().diagnostics[0]?.fix) {
      found += 1;
      text = applyFix(text, fix);
    }
    const { value, diagnostics } = check();
    expect([diagnostics, found, value?.statements.size]).toEqual([[], 2, 9]);
  });
});
