/** The page of a record in a real browser: on a phone, without script, on paper. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { seal } from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trialRecord } from '../support/trial-record.ts';
import { scratch } from './cli-run.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let browser: Browser;
let address = '';

beforeAll(async () => {
  folder = await scratch();
  await mkdir(folder.path, { recursive: true });
  const { record } = trialRecord({
    provenance: {
      'letters[0].objects': { who: `Somebody ${'with a long name '.repeat(20)}`, why: 'x'.repeat(400) },
    },
  });
  const file = join(folder.path, 'record.html');
  await writeFile(file, recordHtml(seal(record)));
  address = pathToFileURL(file).href;
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await folder.remove();
});

test('opens from the file system without a script, and asks for nothing else', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  expect(await page.title()).toBe('Decision record: Two letters');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Two letters');
  expect(asked).toEqual([address]);
  await page.close();
});

test('is read at 320 pixels without scrolling sideways, whatever people wrote', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(address);
  const width: unknown = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBe(320);
  await page.close();
});

test.each([1280, 320])('axe finds nothing at %i pixels', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await context.close();
});

test('leads from a reference to its paragraph, and numbers paragraphs as the text does', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  const dangling: unknown = await page.evaluate(
    "[...document.querySelectorAll('a')].filter((a) => document.querySelector(a.getAttribute('href')) === null).length",
  );
  expect(dangling).toBe(0);
  expect(await page.locator('a[href^="#paragraph-"]').count()).toBeGreaterThan(0);
  await page.close();
});

test('says of which letter a question is, and names readings in words', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  const facts = page.getByRole('region', { name: 'Facts' });
  const names = await facts.getByRole('rowheader').allTextContents();
  expect(names).toContain('As to the first letter: when was it received? letters[0].receivedOn');
  expect(names).toContain('As to the second letter: when was it received? letters[1].receivedOn');
  const heads = await page.getByRole('heading', { level: 3 }).allTextContents();
  expect(heads).toContain('As to the second letter: does it object? letters[1].objects');
  expect(await page.locator('.lacking li').allTextContents()).toContain(
    '“As to the second letter: does it object?” does not say who made it nor why.',
  );
  expect(await page.locator('main').textContent()).toContain(
    'The reading of “term” (T-1): “mail of any kind counts”',
  );
  await page.close();
});

test('prints on A4', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  expect(text).toMatch(/\/MediaBox ?\[0 0 59[456](\.\d+)? 84[123]/);
  await page.close();
});
