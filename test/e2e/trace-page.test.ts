/** The page of a trace in a real browser: in a narrow window, and for axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proviso } from './cli-run.ts';
import { chromiumPath } from './packed/page.ts';

let browser: Browser;
let html = '';
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  html = (await proviso(['trace', 'policies/tenancy-deposits', '--format', 'html'])).stdout;
}, 120_000);
afterAll(async () => browser.close());

test.each([1280, 320])('nothing is cut off at %i pixels, and axe finds nothing', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.setContent(html);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await context.close();
});
