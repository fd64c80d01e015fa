/** Someone who has a keyboard and nothing else. */
import type { JsonObject } from '@proviso/compiler/plan';
import type { Locator, Page } from 'playwright-core';
import { answerFrom, questionAsked } from './journey.ts';

/** What can be done by keys. */
export interface Keys {
  /** Goes to something and sets it going. */
  readonly press: (what: Locator, key?: 'Enter' | 'Space') => Promise<void>;
  readonly typeDate: (iso: string) => Promise<void>;
  /** Answers by choices until nothing is asked; gives back what was asked. */
  readonly answerAll: (facts: JsonObject) => Promise<readonly string[]>;
}

/** The most stops of one page. */
const most = 120;

/** By keys. */
export function byKeys(page: Page): Keys {
  const hasFocus = (what: Locator): Promise<boolean> =>
    what.evaluate((element) => element === document.activeElement);

  const stepTo = async (what: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> => {
    for (let stop = 0; stop < most; stop++) {
      if (await hasFocus(what)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${String(what)}`);
  };

  const press: Keys['press'] = async (what, key = 'Enter') => {
    await stepTo(what, 'Tab');
    await page.keyboard.press(key);
  };

  /** Checkboxes are a stop each; radio buttons are one, where the arrows go from one to the next and choose it. */
  const choose = async (value: string): Promise<void> => {
    const wanted = page.locator(`input[value="${value}"]`);
    if ((await wanted.getAttribute('type')) === 'checkbox') return press(wanted, 'Space');
    await stepTo(page.locator('input[name=choice]').first(), 'Tab');
    await page.keyboard.press('Space');
    return stepTo(wanted, 'ArrowDown');
  };

  const type = async (field: string, text: string): Promise<void> => {
    await stepTo(page.getByLabel(field, { exact: true }), 'Tab');
    await page.keyboard.type(text);
  };

  const typeDate: Keys['typeDate'] = async (iso) => {
    const [year = '', month = '', day = ''] = iso.split('-');
    await type('Day', day);
    await type('Month', month);
    await type('Year', year);
  };

  const answer = async (value: unknown): Promise<void> => {
    if (value === undefined) return choose('unknown');
    if (Array.isArray(value) && value.length === 0) await choose('none');
    else if (Array.isArray(value)) for (const member of value) await choose(`is-${String(member)}`);
    else if (typeof value === 'boolean') await choose(value ? 'yes' : 'no');
    else if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) await typeDate(value);
    else if (typeof value === 'string') await choose(`is-${value}`);
    else throw new Error(`no choice is ${JSON.stringify(value)}`);
    if ((await page.locator('#why').count()) > 0) await type('Why?', 'As the example in the code has it.');
  };

  return {
    press,
    typeDate,
    answerAll: async (facts) => {
      const asked: string[] = [];
      for (;;) {
        const path = await questionAsked(page);
        if (path === undefined) return asked;
        // Each new page is heard from its heading on.
        if (!(await hasFocus(page.locator('h1')))) throw new Error(`the heading of ${path} has no focus`);
        await answer(await answerFrom(page, facts, asked, path));
        await press(page.getByRole('button', { name: 'Continue' }));
        asked.push(path);
        await page.waitForFunction(
          (before) => document.querySelector<HTMLElement>('form[data-path]')?.dataset['step'] !== before,
          String(asked.length - 1),
        );
      }
    },
  };
}
