/** The playground in a real browser: opened from the file system, a text mended, a scenario failed, a case tried, by keys too. */
import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso, root, scratch } from './cli-run.ts';
import { chromiumPath } from './packed/page.ts';

const tenancy = join(root, 'policies/tenancy-deposits');

let folder: Awaited<ReturnType<typeof scratch>>;
let browser: Browser;
beforeAll(async () => {
  folder = await scratch();
  await promisify(execFile)(process.execPath, [join(root, 'packages/playground/site/build.ts')]);
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await folder.remove();
});

/** Makes a playground and opens it; whatever it asks of other places, and whatever fails, is a complaint. */
async function inPlayground(
  pack: string,
  use: (page: Page) => Promise<void>,
  device: Pick<BrowserContextOptions, 'viewport' | 'hasTouch'> = {},
): Promise<void> {
  const out = join(folder.path, `${Math.random().toString(36).slice(2)}.html`);
  const made = await proviso(['playground', pack, '--out', out]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const context = await browser.newContext({
    viewport: { width: 1300, height: 900 },
    reducedMotion: 'reduce',
    ...device,
  });
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(pathToFileURL(out).href);
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const expectWhere = async (page: Page, where: string, what: string | RegExp): Promise<void> =>
  section(page, where).getByText(what).first().waitFor();

const fileChoice = (page: Page) => page.getByRole('combobox', { name: 'File', exact: true });

/** Puts the cursor behind the first place of a text in a file, and types. */
async function typeBehind(page: Page, file: string, place: string, text: string): Promise<void> {
  await fileChoice(page).selectOption(file);
  await page.getByRole('textbox', { name: `Text of ${file}` }).waitFor();
  await typeIn(page, place, text);
}

/** The same in the file that is shown. */
async function typeIn(page: Page, place: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: /^Text of / });
  await editor.press('ControlOrMeta+f');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await editor.press('ArrowRight');
  await page.keyboard.type(text);
}

/** A pack of one file, with what could break out of the page that holds it. */
const nasty = `/// </script><script>document.title = 'broken out'</script><!--
pack example.vote {
  title "Voting <b>here</b>"
  version "1.0.0"
  period from 2018-05-25
}
source act "An Act" { status statute }
fact adult: yesno { ask "Are they an adult?" say "they {are|are not} an <i>adult</i>" }
define mayVote { say "they {may|may not} vote" means adult cite act s.1 "an adult" }
goal vote "May they vote?" { mayVote }
scenario "an adult" as of 2024-05-01 { given { adult: yes } expect { mayVote: yes } cite act s.1 }
`;

async function nastyPack(text = nasty): Promise<string> {
  const file = join(folder.path, `${Math.random().toString(36).slice(2)}.policy`);
  await writeFile(file, text);
  return file;
}

describe('the text', () => {
  test('is checked, and its scenarios are run, when the page opens', async () => {
    await inPlayground(tenancy, async (page) => {
      await page.getByRole('heading', { name: 'Tenancy deposits in England', level: 1 }).waitFor();
      expect(await page.title()).toBe('Playground: Tenancy deposits in England');
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await expectWhere(page, 'Scenarios', /^\d+ passed, 0 failed\.$/);
    });
  });

  test('with a mistake says where, leads there, and is taken back as in any editor', async () => {
    await inPlayground(tenancy, async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      // A case that is not laid out when the text gets errors is not laid out until they are mended.
      await page.getByRole('textbox', { name: 'Facts of the case' }).waitFor();
      await typeBehind(page, 'amount.policy', 'means', ' x');
      await expectWhere(page, 'Findings', /error/);
      await expectWhere(page, 'Case', /^The text has errors/);
      await expectWhere(page, 'Scenarios', /when the text has no errors/);
      const link = section(page, 'Findings').getByRole('button', { name: /amount\.policy, line \d+/ });
      await fileChoice(page).selectOption('facts.policy');
      await link.first().click();
      await page.getByRole('textbox', { name: 'Text of amount.policy' }).waitFor();
      await page.keyboard.press('ControlOrMeta+z');
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
    });
  });

  test('is repaired by what a finding offers', async () => {
    const pack = await nastyPack(nasty.replace('means adult', 'means adlut'));
    await inPlayground(pack, async (page) => {
      await expectWhere(page, 'Findings', /unknown|no fact|adlut/);
      await section(page, 'Findings').getByRole('button', { name: /adult/ }).click();
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await expectWhere(page, 'Scenarios', '1 passed, 0 failed.');
    });
  });

  test('is formatted and downloaded', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await page.getByRole('button', { name: 'Format' }).click();
      await page.getByText('1 file changed, in this page only so far.').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download', exact: true }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toContain('define mayVote {\n  say "they {may|may not} vote"\n');
      expect(download.suggestedFilename()).toMatch(/\.policy$/);
      await page.getByText(/in your downloads/).waitFor();
      expect(await page.getByText(/1 file changed/).count()).toBe(0);
    });
  });

  test('is what is laid out, and nothing that is typed meanwhile is lost', async () => {
    await inPlayground(tenancy, async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await typeBehind(page, 'amount.policy', 'weeksAllowed', '   ');
      // At once, before the text has rested; and another file before the answer is there.
      await page.evaluate(() => {
        const buttons = [...document.querySelectorAll('button')];
        buttons.find(({ textContent }) => textContent === 'Format')?.click();
        const files = document.querySelector('select');
        if (files === null) return;
        files.value = 'facts.policy';
        files.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await page.getByRole('textbox', { name: 'Text of facts.policy' }).waitFor();
      await page.getByText('Formatted.').waitFor();
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      const changed = await fileChoice(page).locator('option').allTextContents();
      expect(changed.filter((name) => name.includes('changed'))).toEqual([]);
    });
  });

  test('has a name changed in several files', async () => {
    await inPlayground(tenancy, async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await typeBehind(page, 'facts.policy', 'annualRent', '');
      await page.keyboard.press('F2');
      const dialog = page.getByRole('dialog', { name: 'Rename' });
      await dialog.getByLabel('New name').fill('yearlyRent');
      // Twice in one task, as two keys on a busy machine: a second key may else come when the dialog is closed.
      await dialog.locator('form').evaluate((form: HTMLFormElement) => {
        form.requestSubmit();
        form.requestSubmit();
      });
      await page.getByText(/^Renamed in \d files\./).waitFor();
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await expectWhere(page, 'Scenarios', /^\d+ passed, 0 failed\.$/);
      const changed = await fileChoice(page).locator('option').allTextContents();
      expect(changed.filter((name) => name.includes('changed')).length).toBeGreaterThan(1);
    });
  });

  test('says why a name cannot be changed, and changes it', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      const editor = page.locator('.editor').first().getByRole('textbox');
      await editor.getByText('adult', { exact: true }).first().click();
      await page.keyboard.press('F2');
      const dialog = page.getByRole('dialog', { name: 'Rename' });
      await dialog.getByText('fact adult').waitFor();
      await dialog.getByLabel('New name').fill('not');
      await page.keyboard.press('Enter');
      await dialog.getByRole('alert').waitFor();
      await dialog.getByLabel('New name').fill('grownUp');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      expect((await editor.innerText()).match(/grownUp/g)).toHaveLength(3);
    });
  });

  test('with other ends of lines is marked at the right places, and keeps them', async () => {
    const pack = await nastyPack(nasty.replace('means adult', 'means adlut').replaceAll('\n', '\r\n'));
    await inPlayground(pack, async (page) => {
      await section(page, 'Findings').getByRole('button', { name: /adult/ }).click();
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download', exact: true }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toBe(nasty.replaceAll('\n', '\r\n'));
    });
  });

  test('is downloaded as one patch of all files that were changed, which git applies', async () => {
    await inPlayground(tenancy, async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await typeBehind(page, 'amount.policy', 'means', ' // one\n');
      await typeBehind(page, 'facts.policy', 'annualRent', '// another\n');
      await page.getByText('2 files changed, in this page only so far.').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download all changes as a patch' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('changes.patch');
      await page.getByText(/^changes\.patch is in your downloads/).waitFor();
      expect(await page.getByText(/files? changed/).count()).toBe(0);
      const copy = join(folder.path, 'patched');
      await cp(tenancy, copy, { recursive: true });
      await promisify(execFile)('git', ['apply', await download.path()], { cwd: copy });
      expect(await readFile(join(copy, 'amount.policy'), 'utf8')).toContain('means // one\n');
      expect(await readFile(join(copy, 'facts.policy'), 'utf8')).toContain('annualRent// another\n');
    });
  });

  test('stays text, whatever stands in it', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      await page.getByRole('heading', { name: 'Voting <b>here</b>', level: 1 }).waitFor();
      await section(page, 'Scenarios')
        .getByRole('button', { name: /^Take as the case/ })
        .click();
      await expectWhere(page, 'Case', 'They may vote');
      expect(await page.title()).toBe('Playground: Voting <b>here</b>');
      expect(await page.locator('i, b').count()).toBe(0);
    });
  });
});

describe('a name', () => {
  const editor = (page: Page) => page.getByRole('textbox', { name: /^Text of / });
  const box = (page: Page) => page.locator('.cm-tooltip-hover');
  const list = (page: Page) => page.getByRole('listbox', { name: 'Completions' });
  const ready = async (page: Page): Promise<void> => page.locator('.cm-line').first().waitFor();

  test('is told when the pointer rests on it, every word of the author as text', async () => {
    const words = '<img src="x" onerror="document.title = 1"> <b>&amp; grown?</b>';
    const asked = words.replaceAll('"', String.raw`\"`);
    await inPlayground(await nastyPack(nasty.replace('Are they an adult?', asked)), async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await editor(page).getByText('adult', { exact: true }).first().hover();
      await box(page).getByText('adult: yesno').waitFor();
      await box(page).getByText(words).waitFor();
      expect(await box(page).locator('img, b').count()).toBe(0);
      await page.keyboard.press('Escape');
      await box(page).waitFor({ state: 'detached' });
    });
  });

  test('is told by a key, is said to who does not see it, and shuts when something is typed', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      await ready(page);
      await typeIn(page, 'means adul', '');
      await page.keyboard.press('ControlOrMeta+i');
      await box(page).getByText('Are they an adult?').waitFor();
      expect(await page.locator('.text .cm-announced').textContent()).toBe(
        'fact adult: yesno. Are they an adult?',
      );
      await page.keyboard.type('t');
      await box(page).waitFor({ state: 'detached' });
      await expectWhere(page, 'Findings', /adultt/);
      await page.keyboard.press('Home');
      await page.keyboard.press('ControlOrMeta+i');
      await page.getByText('The cursor stands on no name.').waitFor();
    });
  });

  test('is told by a button as well, where there is neither a pointer nor a key', async () => {
    await inPlayground(
      await nastyPack(),
      async (page) => {
        await ready(page);
        await editor(page).getByText('adult', { exact: true }).first().tap();
        await page.getByRole('button', { name: 'What is this?' }).tap();
        await box(page).getByText('Are they an adult?').waitFor();
        expect(await page.locator('.text .cm-announced').textContent()).toBe(
          'fact adult: yesno. Are they an adult?',
        );
        await editor(page).getByText('goal', { exact: true }).first().tap();
        await box(page).waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'What is this?' }).tap();
        await page.getByText('The cursor stands on no name.').waitFor();
      },
      { viewport: { width: 390, height: 800 }, hasTouch: true },
    );
  });

  test('is not told of a text that has changed meanwhile', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      await ready(page);
      await typeIn(page, 'means adul', '');
      // In one task, so that the text changes before there can be an answer.
      await editor(page).evaluate((text) => {
        const key = { key: 'i', code: 'KeyI', keyCode: 73, ctrlKey: true, bubbles: true };
        text.dispatchEvent(new KeyboardEvent('keydown', key));
        document.execCommand('insertText', false, 'x');
      });
      // The worker answers in turn: what it was asked before is answered when this is found.
      await expectWhere(page, 'Findings', /adulxt/);
      expect(await box(page).count()).toBe(0);
    });
  });

  test('is told under what is wrong with it, which stays in sight', async () => {
    const unused = 'fact spare: yesno { ask "Is it spare?" say "it {is|is not} spare" }\ngoal vote';
    await inPlayground(await nastyPack(nasty.replace('goal vote', unused)), async (page) => {
      await expectWhere(page, 'Findings', /spare/);
      await page.locator('.cm-lintRange').first().waitFor();
      await typeIn(page, 'spare', '');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ControlOrMeta+i');
      await box(page).getByText('Is it spare?').waitFor();
      const parts = box(page).locator('> .cm-tooltip-section');
      expect(await parts.nth(0).textContent()).toContain('no answer depends on it');
      expect(await parts.nth(1).textContent()).toContain('Is it spare?');
      expect(await page.locator('.text .cm-announced').textContent()).toMatch(
        /^warning: .*spare.*Is it spare\?$/s,
      );
      const below = await section(page, 'Findings').boundingBox();
      const over = await box(page).boundingBox();
      expect(over && below && over.y + over.height).toBeLessThanOrEqual(below?.y ?? 0);
    });
  });

  test('leads to where it is declared, in another file', async () => {
    await inPlayground(tenancy, async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await typeBehind(page, 'amount.policy', 'annualRent', '');
      await page.keyboard.press('F12');
      await page.getByText(/^Declared in facts\.policy, line \d+\.$/).waitFor();
      await page.getByRole('textbox', { name: 'Text of facts.policy' }).and(page.locator(':focus')).waitFor();
      // The cursor stands on the declaration now.
      await page.keyboard.press('F2');
      await page
        .getByRole('dialog')
        .getByText(/annualRent/)
        .waitFor();
    });
  });

  test('is written for whoever chooses it from a list', async () => {
    await inPlayground(await nastyPack(nasty.replace('means adult', 'means ')), async (page) => {
      await ready(page);
      await typeIn(page, 'means ', '');
      await page.keyboard.press('Control+Space');
      const option = list(page).getByRole('option', { name: /^adult/ });
      await option.waitFor();
      expect(await editor(page).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
      await page.locator('.cm-completionInfo').getByText('Are they an adult?').waitFor();
      await option.click();
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
    });
  });

  test('is offered unasked where the words before call for it, and nowhere else', async () => {
    await inPlayground(await nastyPack(nasty.replace(' cite act s.1 "an adult"', '')), async (page) => {
      await ready(page);
      await typeIn(page, 'means adult', ' ci');
      await expectWhere(page, 'Findings', /error/);
      expect(await list(page).count()).toBe(0);
      await page.keyboard.type('te a');
      await list(page).getByRole('option', { name: /^act/ }).waitFor();
      // Another letter of the same word leaves fewer.
      await page.keyboard.type('x');
      await list(page).waitFor({ state: 'detached' });
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Control+Space');
      await list(page).getByRole('option', { name: /^act/ }).waitFor();
      await page.keyboard.press('Escape');
      await list(page).waitFor({ state: 'detached' });
    });
  });
});

describe('what comes of it', () => {
  test('a scenario that fails says what it expected, and becomes the case', async () => {
    const pack = await nastyPack(nasty.replace('expect { mayVote: yes }', 'expect { mayVote: no }'));
    await inPlayground(pack, async (page) => {
      await expectWhere(page, 'Scenarios', '0 passed, 1 failed.');
      await expectWhere(page, 'Scenarios', 'mayVote: expected no, got yes');
      await section(page, 'Scenarios')
        .getByRole('button', { name: /^Take as the case/ })
        .first()
        .click();
      await expectWhere(page, 'Case', 'They may vote');
      expect(await section(page, 'Case').getByLabel('As of').inputValue()).toBe('2024-05-01');
    });
  });

  test('a case is explained as the command line explains it', async () => {
    const pack = await nastyPack();
    const facts = join(folder.path, 'case.yaml');
    await writeFile(facts, 'adult: no\n');
    const told = await proviso(['assess', pack, '--facts', facts, '--as-of', '2024-05-01', '--goal', 'vote']);
    expect(told.code).toBe(0);
    await inPlayground(pack, async (page) => {
      const editor = page.getByRole('textbox', { name: 'Facts of the case' });
      await editor.fill('adult: no\n');
      await section(page, 'Case').getByLabel('As of').fill('2024-05-01');
      await expectWhere(page, 'Case', 'They may not vote');
      const words = (text: string): string =>
        text
          .toLowerCase()
          .replaceAll(/[^\p{L}]+/gu, ' ')
          .trim();
      const shown = words(await section(page, 'Case').innerText());
      const paragraphs = told.stdout.split('\n\n').map(words);
      expect(paragraphs.length).toBeGreaterThan(3);
      // The last tells the digests, which are no words.
      for (const paragraph of paragraphs.slice(0, -1)) expect(shown).toContain(paragraph);
    });
  });

  test('facts that cannot be used are told with their lines', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      const editor = page.getByRole('textbox', { name: 'Facts of the case' });
      await editor.fill('adlut: yes\n');
      await expectWhere(page, 'Case', /^Line 1:/);
      await editor.fill('adult: [\n');
      await expectWhere(page, 'Case', /not valid YAML/);
      await editor.fill('adult: yes\n');
      await expectWhere(page, 'Case', 'They may vote');
    });
  });

  test('the whole code is checked and tried', async () => {
    await inPlayground(join(root, 'policies/ico-political-campaigning'), async (page) => {
      await expectWhere(page, 'Findings', 'Nothing is wrong with the text.');
      await section(page, 'Case')
        .getByLabel('Question')
        .selectOption({ label: 'Is the message direct marketing?' });
      await page.getByRole('textbox', { name: 'Facts of the case' }).fill('message: { sentFreepost: yes }\n');
      await expectWhere(page, 'Case', 'Still needed');
    });
  });
});

describe('for everybody', () => {
  test.each([
    ['wide', { width: 1300, height: 900 }],
    ['narrow', { width: 320, height: 640 }],
  ])('%s: nothing to complain of, nothing beside the window', async (_name, size) => {
    await inPlayground(
      tenancy,
      async (page) => {
        await expectWhere(page, 'Scenarios', /^\d+ passed, 0 failed\.$/);
        await section(page, 'Scenarios')
          .getByRole('button', { name: /^Take as the case/ })
          .first()
          .click();
        await expectWhere(page, 'Case', 'Outcome');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        );
      },
      { viewport: size },
    );
  });

  test.each([
    ['wide', { width: 1300, height: 900 }],
    ['narrow', { width: 320, height: 640 }],
  ])(
    '%s: what pops up over the text is within the window, and nothing to complain of',
    async (_name, size) => {
      // An editor lays out first and puts in its place after that.
      const placed = async (isInPlace: () => Promise<boolean>): Promise<void> =>
        expect.poll(isInPlace, { timeout: 30_000 }).toBe(true);
      const inWindow = async (of: Locator): Promise<void> =>
        placed(async () => {
          const box = await of.boundingBox();
          return (
            box !== null &&
            Math.min(box.x, box.y) >= 0 &&
            box.x + box.width <= size.width &&
            box.y + box.height <= size.height
          );
        });
      const clean = async (page: Page, ...but: string[]): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).disableRules(but).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        );
      };
      await inPlayground(
        tenancy,
        async (page) => {
          await expectWhere(page, 'Scenarios', /^\d+ passed, 0 failed\.$/);
          await page.getByText('Keys', { exact: true }).click();
          await typeBehind(page, 'amount.policy', 'annualRent', '');
          await page.keyboard.press('ControlOrMeta+i');
          const told = page.getByRole('note', { name: 'About the name' });
          await told.waitFor();
          await inWindow(page.locator('.cm-tooltip-hover'));
          await clean(page);
          await page.keyboard.press('Escape');
          await told.waitFor({ state: 'detached' });
          // Of a rule more is told than of most.
          await typeIn(page, 'means', ' ');
          await page.keyboard.press('Control+Space');
          await page.getByRole('option', { name: /^applyToCourt/, selected: true }).waitFor();
          const list = page.getByRole('listbox', { name: 'Completions' });
          const info = page.locator('.cm-completionInfo');
          await inWindow(list);
          await inWindow(info);
          // The choices stay in sight beside what is told of one.
          await placed(async () => {
            const [over, under] = [await list.boundingBox(), await info.boundingBox()];
            if (over === null || under === null) return false;
            return under.y >= over.y + over.height - 1 || under.y + under.height <= over.y + 1;
          });
          // Of lists that are scrolled by the keys of a text, axe knows those of one line only. These are:
          await clean(page, 'scrollable-region-focusable');
          await page.keyboard.press('ArrowUp');
          await placed(async () => {
            const last = page.getByRole('option', { selected: true }).and(list.locator('li').last());
            const [whole, one] = [await list.boundingBox(), await last.boundingBox({ timeout: 1000 })];
            if (whole === null || one === null) return false;
            return one.y >= whole.y - 1 && one.y + one.height <= whole.y + whole.height + 1;
          });
        },
        { viewport: size },
      );
    },
  );

  test('keys alone lead into the text and out of it, to the case', async () => {
    await inPlayground(await nastyPack(), async (page) => {
      await expectWhere(page, 'Scenarios', '1 passed, 0 failed.');
      const passed: string[] = [];
      for (let stop = 0; stop < 30 && passed.at(-1) !== 'Facts of the case'; stop += 1) {
        await page.keyboard.press('Tab');
        passed.push(
          await page.evaluate(() =>
            document.activeElement?.textContent === 'Take as the case'
              ? 'Take as the case'
              : (document.activeElement?.getAttribute('aria-label') ??
                document.activeElement?.textContent ??
                ''),
          ),
        );
      }
      expect(passed.map((name) => name.replace(/^Text of .*/, 'Text'))).toEqual(
        expect.arrayContaining([
          'Format',
          'Rename…',
          'Download',
          'Text',
          'Take as the case',
          'Facts of the case',
        ]),
      );
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('adult: yes');
      await expectWhere(page, 'Case', 'They may vote');
    });
  });
});

describe('the command', () => {
  test('replaces a playground and nothing else', async () => {
    const pack = await nastyPack();
    const out = join(folder.path, 'again.html');
    expect((await proviso(['playground', pack, '--out', out])).code).toBe(0);
    expect((await proviso(['playground', pack, '--out', out])).stdout).toBe(
      `made a playground of 1 file: ${out}\n`,
    );
    const other = join(folder.path, 'other.html');
    await writeFile(other, '<!doctype html>mine');
    const refused = await proviso(['playground', pack, '--out', other]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('is there already, and it is no playground');
    expect(await readFile(other, 'utf8')).toBe('<!doctype html>mine');
    expect((await proviso(['playground', pack, '--out', folder.path])).stderr).toContain('is a folder');
  });

  test('takes a pack with errors, and tells what it made as JSON', async () => {
    const out = join(folder.path, 'broken.html');
    const made = await proviso(['playground', await nastyPack('define {'), '--out', out, '--format', 'json']);
    expect(JSON.parse(made.stdout)).toMatchObject({ command: 'playground', out, files: 1 });
  });

  test('is published with its page', async () => {
    const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: join(root, 'packages/cli'),
    });
    expect(stdout).toContain('"dist/playground.html"');
    const { scripts } = JSON.parse(await readFile(join(root, 'packages/cli/package.json'), 'utf8'));
    expect(scripts.prepack).toContain('playground/site/build.ts');
  });

  test('the page names the licences of what others wrote', async () => {
    const out = join(folder.path, 'licences.html');
    await proviso(['playground', await nastyPack(), '--out', out]);
    const page = await readFile(out, 'utf8');
    for (const name of ['@codemirror/view', 'chevrotain', 'preact', 'yaml'])
      expect(page).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });
});
