/** Runs the pages that show commands: the front page, the tutorial, the guide to records. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';
import { blocksOf, enterFolder, stepsOf } from '../support/walkthrough.ts';

/** What each page must at least show, so that a page that lost its blocks does not pass. */
const pages = [
  { page: 'README.md', files: 2, commands: 1 },
  { page: 'docs/tutorial.md', files: 6, commands: 6 },
  { page: 'docs/records.md', files: 1, commands: 3 },
  { page: 'docs/reviewing.md', files: 0, commands: 4 },
  { page: 'docs/verification.md', files: 3, commands: 3 },
  { page: 'docs/differences.md', files: 2, commands: 1 },
  { page: 'CONTRIBUTING.md', files: 0, commands: 0 },
  { page: 'policies/ico-political-campaigning/README.md', files: 0, commands: 0 },
  { page: 'policies/tenancy-deposits/README.md', files: 0, commands: 0 },
];

/** Pages whose blocks other tests run or compare. */
const elsewhere = ['docs/embedding.md', 'docs/explanations.md'];

test('no page shows a command that no test runs', () => {
  const all = globSync(['*.md', 'docs/*.md', 'policies/*/*.md'], { cwd: repository });
  const shown = all.filter((page) => {
    const blocks = blocksOf(readFileSync(join(repository, page), 'utf8'));
    return blocks.some(({ text }) => /^(?:\$ |(?:npx -y )?pnpm(?:@12)? -s )proviso /m.test(text));
  });
  const known = new Set([...pages.map(({ page }) => page), ...elsewhere]);
  expect(shown.length).toBeGreaterThan(6);
  expect(shown.filter((page) => !known.has(page))).toEqual([]);
});

describe.each(pages)('$page', ({ page, files, commands }) => {
  const blocks = blocksOf(readFileSync(join(repository, page), 'utf8'));
  let entered: Awaited<ReturnType<typeof enterFolder>> | undefined;

  beforeAll(async () => {
    entered = await enterFolder(page.replaceAll(/\W/g, '-'));
  });
  afterAll(async () => entered?.leave());

  test('shows files and commands', () => {
    expect(
      blocks.filter(({ language, info }) => language !== 'console' && info !== '').length,
    ).toBeGreaterThanOrEqual(files);
    expect(blocks.filter(({ text }) => text.startsWith('$ proviso')).length).toBeGreaterThanOrEqual(commands);
  });

  // In order, as tests of a file are: each step stands on those before it.
  test.each(stepsOf(blocks))('$name', async ({ act }) => {
    expect(await act(entered?.folder ?? '')).toBe('');
  });
});
