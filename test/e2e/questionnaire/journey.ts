/** A case walked through on the pages: a scenario's facts are the answers, whatever it does not say is not known. */
import { readFileSync } from 'node:fs';
import type { JsonObject } from '@proviso/compiler/plan';
import { membersAt, valueAt } from '@proviso/interview';
import type { SealedRecord } from '@proviso/record';
import type { Download, Page } from 'playwright-core';

/** What to choose on the first page: a plan, by its words, or a single question. */
export interface Chosen {
  readonly plan?: string;
  readonly question?: string;
}

/** Fills in the first page. */
export async function start(page: Page, { plan, question }: Chosen, asOf: string): Promise<void> {
  if (plan !== undefined) await page.getByLabel(plan).check();
  if (question !== undefined) {
    await page.getByText('Choose single questions instead').click();
    await page.getByLabel(question).check();
  }
  await fillDate(page, asOf);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('form[data-path]').waitFor();
}

async function fillDate(page: Page, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
}

/** What a journey was. */
export interface Journey {
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** Milliseconds from each answer to the next page. */
  readonly waits: readonly number[];
}

/** Answers question after question until there is none; `look` sees each of them first. */
export async function answerAll(
  page: Page,
  facts: JsonObject,
  look: () => Promise<void> = async () => undefined,
): Promise<Journey> {
  const asked: string[] = [];
  const waits: number[] = [];
  for (;;) {
    const path = await questionAsked(page);
    if (path === undefined) return { asked, waits };
    await look();
    await fillIn(page, await answerFrom(page, facts, asked, path));
    asked.push(path);
    waits.push(await goOn(page));
  }
}

/** The path of the question on the page; undefined at the result. */
export async function questionAsked(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLElement>('form[data-path]')?.dataset['path']);
}

/** The answer that the facts have; undefined for "I don't know". A list is asked for once more than it has members. */
export async function answerFrom(
  page: Page,
  facts: JsonObject,
  asked: readonly string[],
  path: string,
): Promise<unknown> {
  const value = valueAt(facts, path);
  const members = membersAt(facts, path);
  const isYesNo = (await page.locator('input[value=no]').count()) > 0;
  if (!isYesNo || typeof value !== 'object') return value;
  const told = asked.filter((before) => before === path).length;
  if (told < members.length) return true;
  return Array.isArray(value) ? false : undefined;
}

async function fillIn(page: Page, answer: unknown): Promise<void> {
  const check = (value: string): Promise<void> => page.locator(`input[value="${value}"]`).check();
  if (answer === undefined || answer === null) return check('unknown');
  if ((await page.locator('#why').count()) > 0)
    await page.locator('#why').fill('As the example in the code has it.');
  if (typeof answer === 'boolean') return check(answer ? 'yes' : 'no');
  if (Array.isArray(answer)) {
    if (answer.length === 0) return check('none');
    for (const member of answer) await check(`is-${String(member)}`);
    return;
  }
  if (answer === 'notYet') return check('notYet');
  if (typeof answer !== 'string' && typeof answer !== 'number')
    throw new Error(`no way to give ${JSON.stringify(answer)}`);
  const text = `${answer}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return fillDate(page, text);
  const [, amount, unit] = /^P(\d+)([DWMY])$/.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) {
    await page.locator('#amount').fill(amount);
    await page.locator('#unit').selectOption(unit);
    return;
  }
  const field = page.locator('#number, #text');
  return (await field.count()) > 0 ? field.fill(text) : check(`is-${text}`);
}

/** Sends the answer, and waits for what comes; the milliseconds that took. */
async function goOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const step = (): string | undefined =>
      document.querySelector<HTMLElement>('form[data-path]')?.dataset['step'];
    const before = step();
    const began = performance.now();
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Continue')?.click();
    do {
      await new Promise((resolve) => setTimeout(resolve));
      if (step() !== before) continue;
      if (document.querySelector('.govuk-error-summary') !== null || performance.now() - began > 20_000)
        throw new Error(`no next page: ${document.querySelector('main')?.textContent ?? ''}`);
    } while (step() === before);
    return performance.now() - began;
  });
}

/** The record that the result page hands out. */
export async function downloadRecord(page: Page): Promise<SealedRecord> {
  return JSON.parse(await downloaded(page, 'Download the record as data (JSON)')) as SealedRecord;
}

/** The record in a file that was handed out. */
export async function recordIn(file: Download): Promise<SealedRecord> {
  return JSON.parse(readFileSync(await file.path(), 'utf8')) as SealedRecord;
}

/** The text of a file that a button hands out. */
export async function downloaded(page: Page, button: string): Promise<string> {
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await file).path(), 'utf8');
}
