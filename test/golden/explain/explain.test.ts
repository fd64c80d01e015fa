import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, explainText, renderMarkdown, renderText } from '@proviso/explain';
import { renderHtmlPage } from '@proviso/explain/html';
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  existsSync(join(folder, entry.name, 'assessment.json')) ? [entry.name] : [],
);

const load = (name: string): { readonly assessment: Assessment; readonly phrases: Phrasebook } => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
  return { assessment: read('assessment.json') as Assessment, phrases: read('phrases.json') as Phrasebook };
};

// `pnpm test --project golden -u` rewrites the texts.
test.each(cases)('%s', async (name) => {
  const { assessment, phrases } = load(name);
  await expect(explainText(assessment, phrases)).toMatchFileSnapshot(join(folder, name, 'explained.txt'));
});

test.each(cases)('%s, short and full, as Markdown and as a page', async (name) => {
  const { assessment, phrases } = load(name);
  const texts = {
    'explained.short.txt': renderText(explain(assessment, phrases, { length: 'short' })),
    'explained.full.txt': renderText(explain(assessment, phrases, { length: 'full' })),
    'explained.md': renderMarkdown(explain(assessment, phrases)),
    'explained.html': renderHtmlPage(explain(assessment, phrases)).replaceAll(
      /(?=<(?:section|li|p|h\d)\b)/g,
      '\n',
    ),
  };
  for (const [file, text] of Object.entries(texts))
    await expect(text).toMatchFileSnapshot(join(folder, name, file));
});

test.each(cases)('%s: what no explanation may do', (name) => {
  const { assessment, phrases } = load(name);
  const text = explainText(assessment, phrases);
  expect(text).not.toMatch(/compl(y|ies|iant|iance)\b|complied/i);
  expect(text).not.toMatch(/\{|\}|undefined|\[object/);
  expect(text).toContain('This is not legal advice.');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  // A law that is out of force never answers in the negative.
  for (const [definition, result] of Object.entries(assessment.definitions)) {
    const say = phrases.statements[definition]?.say;
    if ('instances' in result || result.notInForce === undefined || say === undefined) continue;
    expect(text.replaceAll(/\s+/g, ' ').toLowerCase()).not.toContain(
      say.replaceAll(/\{[^|}]*\|([^}]*)\}/g, '$1').toLowerCase(),
    );
  }
});
