/** The page of an explanation, in a real browser: its outline, its links, narrow windows, the keyboard, and paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { explain } from '@proviso/explain';
import { renderHtmlPage } from '@proviso/explain/html';
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './cli-run.ts';
import { chromiumPath } from './packed/page.ts';

const golden = join(root, 'test/golden/explain/letters');
const read = (file: string): unknown => JSON.parse(readFileSync(join(golden, file), 'utf8'));
const phrases = read('phrases.json') as Phrasebook;
const linked: Phrasebook = {
  ...phrases,
  sources: Object.fromEntries(
    Object.entries(phrases.sources).map(([name, source]) => [
      name,
      { ...source, url: `https://${name}.example/` },
    ]),
  ),
};
const html = renderHtmlPage(explain(read('assessment.json') as Assessment, linked));

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await page.setContent(html);
});
afterAll(async () => browser.close());

test('one title, sections named by their headings, law and good practice in words', async () => {
  expect(await page.locator('h1').count()).toBe(1);
  const headings = await page.locator('h2').allTextContents();
  expect(headings.slice(0, 3)).toEqual(['Outcome', 'Conclusions', 'What the law requires']);
  for (const name of headings)
    await expect(page.getByRole('region', { name, exact: true }).count()).resolves.toBe(1);
  expect(new Set(await page.locator('.force').allTextContents())).toEqual(
    new Set(['Law', 'Good practice', 'Permission']),
  );
});

test('axe finds nothing', async () => {
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.setContent(html);
  const { violations } = await new AxeBuilder({ page: other }).options({ preload: false }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await context.close();
});

test('every reference leads to the paragraph of its number', async () => {
  const references = await page.locator('a[href^="#"]').all();
  expect(references.length).toBeGreaterThan(3);
  for (const reference of references) {
    const number = /\d+/.exec((await reference.textContent()) ?? '')?.[0];
    const target = page.locator((await reference.getAttribute('href')) ?? '');
    expect(await target.count()).toBe(1);
    expect(await target.evaluate((item) => String((item as { value?: unknown }).value))).toBe(number);
  }
});

test('the keyboard reaches every link, in the order of the page', async () => {
  const links = await page.locator('a').count();
  const reached: string[] = [];
  for (let i = 0; i < links; i += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.locator(':focus').evaluate((element) => element.textContent));
  }
  expect(reached).toEqual(await page.locator('a').allTextContents());
});

test.each([320, 450, 900])('nothing is wider than a window of %i pixels', async (width) => {
  await page.setViewportSize({ width, height: 700 });
  const inner = await page.evaluate('document.documentElement.scrollWidth');
  expect(inner).toBe(width);
});

test('it prints', async () => {
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
});
