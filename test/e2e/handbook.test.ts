/** The handbook as a reader has it: opened from the file system, in a real browser. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso, root, scratch } from './cli-run.ts';
import { chromiumPath } from './packed/page.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let site = '';
const pages = new Map<string, string>();

/** One page of each type. */
const types = [
  'index.html',
  'sections/notices-under-section-21.html',
  'statements/depositBars.html',
  'statements/initialRequirements.html',
  'statements/weeksAllowed.html',
  'questions.html',
  'judgements.html',
  'readings.html',
  'sources.html',
  'index-of-names.html',
  'traceability.html',
  'coverage.html',
  'review.html',
  'changes.html',
  'search.html',
];

beforeAll(async () => {
  folder = await scratch();
  site = join(folder.path, 'handbook');
  const made = await proviso(['handbook', join(root, 'policies/tenancy-deposits'), '--out', site]);
  if (made.code !== 0) throw new Error(made.stderr);
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    pages.set(relative(site, path).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
}, 120_000);
afterAll(() => folder.remove());

const html = (): readonly (readonly [string, string])[] =>
  [...pages].filter(([path]) => path.endsWith('.html'));

describe('the files', () => {
  test('every link leads to a page and to a place in it, and nothing is loaded from elsewhere', () => {
    const broken: string[] = [];
    let links = 0;
    for (const [path, text] of html()) {
      for (const [, attribute, target = ''] of text.matchAll(/ (href|src)="([^"]*)"/g)) {
        if (/^https?:/.test(target)) {
          if (attribute === 'src') broken.push(`${path} loads ${target}`);
          continue;
        }
        links += 1;
        const [file = '', place] = target.split('#');
        const at = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
        const found = pages.get(at);
        if (found === undefined) broken.push(`${path} → ${target}`);
        else if (place !== undefined && !found.includes(` id="${place}"`))
          broken.push(`${path} → ${target}: no such place`);
      }
    }
    expect(links).toBeGreaterThan(500);
    expect(broken).toEqual([]);
    expect(pages.get('assets/govuk.css')).not.toMatch(/@font-face|GDS Transport|url\(|@import/);
  });

  test('every definition and rule has its page, with its exceptions nested and its cases told', () => {
    const page = pages.get('statements/depositBars.html') ?? '';
    expect(page).toContain('The deposit bars a notice');
    expect(page).toContain('Yet not where any of these is so');
    expect(page).toContain('an exception to the exception');
    expect(page).toContain('<svg');
    expect(page).toMatch(/Cases that try it \(\d+\)/);
    expect(pages.get('statements/weeksAllowed.html')).toContain('Decision table');
    expect(pages.get('statements/informTenant.html')).toContain('The rule applies where');
    expect(pages.get('index.html')).toContain('No lawyer has reviewed it.');
  });

  test('every question of more than one answer leads to the provisions that answer it', () => {
    const start = pages.get('index.html') ?? '';
    const question = start.slice(start.indexOf('May a notice under section 21 be given?'));
    expect(question).toMatch(/^[^<]*<\/span><\/summary>/);
    const answers = question.slice(0, question.indexOf('</details>')).matchAll(/href="([^"]*)"/g);
    expect([...answers].map(([, href]) => href)).toEqual([
      'statements/noticeBarred.html',
      'statements/noSection21Notice.html',
    ]);
  });

  test('counts agree, a value is asked for in words, and cases are told in the words of the pack', () => {
    expect(pages.get('index.html')).toContain('one place that can be read in more than one way');
    const weeks = pages.get('statements/weeksAllowed.html') ?? '';
    expect(weeks).toContain("It is asked what the number of weeks' rent that the deposit may be is");
    expect(weeks).toContain('less than £50,000');
    expect(weeks).not.toMatch(/…\.|notYet|deposits\[/);
    expect(weeks).toContain('The first deposit: the deposit was received on 4 January 2021');
    expect(weeks).toContain(' (as to the first deposit): 2 February 2021');
    expect(weeks).toContain('(as to the first deposit): done, as far as this goes');
    expect(pages.get('sources.html')).toContain('22 November 2026');
  });

  test('is the same each time, replaces a handbook as a whole, and nothing else', async () => {
    const again = await proviso(['handbook', join(root, 'policies/tenancy-deposits'), '--out', site]);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    for (const [path, text] of pages) expect(await readFile(join(site, path), 'utf8'), path).toBe(text);
    const other = await proviso([
      'handbook',
      join(root, 'policies/tenancy-deposits'),
      '--out',
      folder.path.replace(/[^/]*$/, ''),
    ]);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('nothing is overwritten');
  }, 60_000);
});

test('what changed since the release before is told in words, and a release is never lost to it', async () => {
  const pack = join(folder.path, 'pack');
  await cp(join(root, 'policies/tenancy-deposits'), pack, { recursive: true });
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(pack, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(pack, file), text.replace(from, to));
  };
  expect((await proviso(['release', pack])).code).toBe(0);
  await edit('pack.policy', 'version "0.2.2"', 'version "0.3.0"');
  await edit('protection.policy', 'means 29 days after d.receivedOn', 'means 30 days after d.receivedOn');
  await edit(
    'amount.policy',
    'say "the deposit {is|is not} within the cap"',
    'say "the deposit {is|is not} under the cap"',
  );
  await edit('pack.policy', '{ noticeBarred, noSection21Notice }', '{ noSection21Notice }');
  await edit('pack.policy', 'goal amount "', 'goal cap "');
  const out = join(folder.path, 'changed');
  expect(await proviso(['handbook', pack, '--out', out])).toMatchObject({ code: 0, stderr: '' });
  const page = await readFile(join(out, 'changes.html'), 'utf8');
  const told = page.replaceAll(/<[^>]*>/g, '\n').replaceAll(/\n+/g, '\n');
  expect(told).toContain('What changed since version 0.2.2');
  expect(told).toMatch(
    /Conditions changed: an answer can differ \(1\)\nThe last day for protecting the deposit/,
  );
  expect(told).toMatch(/Only words changed \(1\)\nThe deposit is under the cap/);
  expect(told).toContain(
    'May a notice under section 21 be given?” is no longer answered by “a notice under section 21',
  );
  expect(told).toContain('“Is the deposit within the cap?” is new.');
  expect(told).toContain('“Is the deposit within the cap?” is gone.');
}, 60_000);

describe('in a browser, from the file system', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());

  test('axe finds nothing on any type of page, and none scrolls sideways at 320 pixels', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    for (const path of types) {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(pathToFileURL(join(site, path)).href);
      for (const fold of await page.locator('details').all())
        await fold.evaluate((each) => each.setAttribute('open', ''));
      const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
      expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, path).toBeLessThanOrEqual(0);
      expect(complaints, path).toEqual([]);
      await page.close();
    }
    await context.close();
  }, 180_000);

  /** What is read out, in its order; and where the tabulator key leads: rewritten with `-u`, and read before it is kept. */
  test.each(types)('%s is read out and walked through as is written down', async (path) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, path)).href);
    const tree = await page.locator('body').ariaSnapshot();
    const stops: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          return `${at?.tagName.toLowerCase() ?? ''}: ${(at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim().slice(0, 60)}`;
        }),
      );
    }
    await page.close();
    // The digests at the foot, and what follows the first lines of a long page, say nothing more of its shape.
    const lines = tree.split('\n').filter((line) => !line.includes('digest'));
    const told = `${lines.slice(0, 120).join('\n')}\n\nTab:\n${stops.join('\n')}\n`;
    await expect(told).toMatchFileSnapshot(
      join(root, 'test/golden/accessibility', `handbook-${path.replaceAll(/\W/g, '-')}.txt`),
    );
  });

  test('the search finds a rule, by keyboard alone', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, 'search.html')).href);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('prescribed information');
    await page
      .getByRole('listitem')
      .getByRole('link', { name: /prescribed information/i })
      .first()
      .waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/found/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/statements|questions|traceability/);
    await page.close();
  }, 60_000);
});

test('what is not law is not headed as law, and sources of one name and shared references are told apart', async () => {
  const pack = join(folder.path, 'texts.policy');
  await writeFile(
    pack,
    `pack texts {
  title "Texts"
  version "1.0.0"
  period from 2020-01-01 ceasing 2030-01-01
}
goal opening "Is it kept open?" { keep, answer }
source act "The Act, section 1" { short "Act" status statute basis primary checked 2026-01-01 }
source schedule "The Act, Schedule" { short "Act" status statute basis primary checked 2026-01-01 }
source note "A letter" { status letter basis primary checked 2026-01-01 }
bearer clerk "the clerk"
record Desk "the desk" {
  fact open: yesno { ask "Is it open?" say "the desk {is|is not} open" }
}
fact desk: Desk
ambiguity first "unlisted" {
  reading a "open" default cite note p.1
  reading b "not open" cite note p.2
  cite note p.1
}
ambiguity second "unlisted" {
  reading a "shut" default cite note p.1
  reading b "not shut" cite note p.2
  cite note p.1
}
define openAt {
  say "it {is|is not} open at all"
  means by reading first { a: desk.open  b: not desk.open } cite note p.1
}
define shutAt {
  say "it {is|is not} shut at all"
  means by reading second { a: not desk.open  b: desk.open } cite note p.1
}
section "Opening" {
  rule keep on clerk {
    must "keep it open"
    when openAt
    done when desk.open
    cite act s.1, schedule para.2
  }
  rule answer on clerk {
    must "open it"
    when shutAt
    done when desk.open
    cite note p.1
  }
}
`,
  );
  const out = join(folder.path, 'texts');
  expect(await proviso(['handbook', pack, '--out', out])).toMatchObject({ code: 0, stderr: '' });
  const section = await readFile(join(out, 'sections/opening.html'), 'utf8');
  expect(
    section.split('What texts that are not law require and forbid').map((part) => part.includes('Open it')),
  ).toEqual([false, true]);
  expect(section).toContain('What the law requires and forbids');
  const sources = await readFile(join(out, 'sources.html'), 'utf8');
  expect(sources).toContain('>Act s.1<');
  expect(sources).toContain('>Act para.2<');
  expect(await readFile(join(out, 'readings.html'), 'utf8')).not.toContain('unlisted');
});

test('how the no of an open definition is told is said with what can deny it', async () => {
  const pack = join(folder.path, 'open.policy');
  await writeFile(
    pack,
    `pack open {
  title "Open"
  version "1.0.0"
  period from 2020-01-01 ceasing 2030-01-01
}
goal asked "Is it so?" { warm, bright }
source note "A letter" { status letter basis primary checked 2026-01-01 }
fact sunny: yesno { ask "Is it sunny?" say "it {is|is not} sunny" cite note p.1 }
fact windy: yesno { ask "Is it windy?" say "it {is|is not} windy" cite note p.1 }
define warm {
  say "it {is|is not} warm"
  cite note p.1
  includes sunny
  except wind: windy cite note p.3
}
define bright {
  say "it {is|is not} bright"
  cite note p.2
  includes sunny
}
`,
  );
  const out = join(folder.path, 'open');
  expect(await proviso(['handbook', pack, '--out', out])).toMatchObject({ code: 0, stderr: '' });
  const told = 'says only that this is not established: the list of grounds is open.';
  expect(await readFile(join(out, 'statements/warm.html'), 'utf8')).toContain(
    `Where an exception applies, an explanation says: it is not warm. Where no ground is made out, listed or not, it ${told}`,
  );
  expect(await readFile(join(out, 'statements/bright.html'), 'utf8')).toContain(
    `>Where no ground is made out, listed or not, an explanation ${told}`,
  );
});
