/** The page of explanations is what the pack says now, and reads as a person would write it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';
import { explanationsPage } from './explanations.ts';

const page = explanationsPage();

// `pnpm test --project docs -u` writes the page.
test('docs/explanations.md', async () => {
  await expect(page).toMatchFileSnapshot(join(repository, 'docs/explanations.md'));
});

test('has ten explanations', () => {
  expect(page.match(/^## /gm)).toHaveLength(10);
});

test('says of nobody that they comply, and leaves nothing unfilled', () => {
  const said = page.replaceAll(/“[^”]*”/g, '');
  expect(said).not.toMatch(/\bcomplied\b|\bcomplies\b|\bcompliant\b/i);
  expect(said).not.toMatch(/\{|\}|undefined|\b(\w+) \1\b/);
});
