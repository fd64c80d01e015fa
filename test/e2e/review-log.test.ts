/** Reviews of a pack: recorded, signed, reopened by an edit, refused where they were changed. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trialPolicy } from '../support/trial-record.ts';
import { proviso, type Ran, root, scratch } from './cli-run.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
const at = (name: string): string => join(folder.path, name);
const review = async (...args: readonly string[]): Promise<Ran> =>
  proviso(['review', 'pack', ...args], { cwd: folder.path });
const by = (name: string): readonly string[] => ['--by', name, '--on', '2026-01-01'];

beforeAll(async () => {
  folder = await scratch();
  await mkdir(at('pack'));
  await writeFile(at('pack/pack.policy'), trialPolicy);
  for (const name of ['one', 'two']) await proviso(['keys', 'new', name], { cwd: folder.path });
}, 60_000);
afterAll(() => folder.remove());

test('both packs of the project say that nobody has reviewed them', async () => {
  for (const name of ['ico-political-campaigning', 'tenancy-deposits']) {
    const pack = join(root, 'policies', name);
    const ran = await proviso(['review', pack]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const [, count, total] = /not reviewed: (\d+) of (\d+)/.exec(ran.stdout) ?? [];
    expect(count).toBe(total);
    expect(ran.stdout).toContain('Nothing says that a lawyer has reviewed this pack.');
    expect(await readFile(join(pack, 'README.md'), 'utf8')).toMatch(/not been reviewed by a lawyer/);
  }
});

describe('what a reviewer says', () => {
  test('is kept, by the name of a statement or the number of one of the source, and only added to', async () => {
    expect((await review('--approve', 'reached', ...by('First Reviewer'))).code).toBe(0);
    const first = await readFile(at('pack/reviews/first-reviewer.json'), 'utf8');
    const ran = await review(
      '--changes',
      'T-02',
      '--comment',
      'Clause 3 has two limbs',
      ...by('First Reviewer'),
    );
    expect(ran.stderr).toContain('recorded: answer: changesWanted');
    const second = JSON.parse(await readFile(at('pack/reviews/first-reviewer.json'), 'utf8'));
    expect(second.entries.slice(0, 1)).toEqual(JSON.parse(first).entries);
    await review('--about', 'answer', '--comment', 'See also clause 9', ...by('Second Reviewer'));
    const list = await review('--list');
    expect(list.stdout).toContain('approved: 1 of 2');
    expect(list.stdout).toContain(
      'changes wanted: The controller must answer the objection (answer)\n    First Reviewer, 1 January 2026: changes wanted: Clause 3',
    );
    expect(list.stdout).toContain('Second Reviewer, 1 January 2026: comment: See also clause 9');
  });

  test('is open again when something that the statement refers to is edited', async () => {
    await writeFile(at('pack/pack.policy'), trialPolicy.replace('narrow: mailed', 'narrow: not mailed'));
    const ran = await review('--list');
    await writeFile(at('pack/pack.policy'), trialPolicy);
    expect(ran.stdout).toContain('reopened: edited since it was reviewed: 2 of 2');
    expect(ran.stdout).toContain('approved, of an earlier text');
    const json = await review('--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: 'review',
      counts: { approved: 1, changesWanted: 1 },
    });
  });

  test.each<readonly [string, readonly string[], string]>([
    ['nobody', ['--approve', 'answer'], 'a review is by somebody'],
    ['of nothing', ['--comment', 'x', ...by('A')], 'nothing is said of what'],
    ['changes without a word', ['--changes', 'answer', ...by('A')], 'what is to be said of it?'],
    ['two at once', ['--approve', 'answer', '--changes', 'reached', ...by('A')], 'one of'],
    ['of what is not there', ['--approve', 'anwser', ...by('A')], 'did you mean `answer`?'],
    [
      'under a name of another’s file',
      ['--approve', 'answer', ...by('first reviewer')],
      'the log of another reviewer',
    ],
  ])('is not taken from %s', async (_, args, message) => {
    const before = await readdir(at('pack/reviews'));
    const ran = await review(...args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(await readdir(at('pack/reviews'))).toEqual(before);
  });
});

describe('where a key is configured', () => {
  test('reviews that are not signed with it are refused, and are not written', async () => {
    const keyed = ['--key', 'one.public.pem'];
    expect((await review(...keyed)).stderr).toContain('it is not signed');
    await writeFile(
      at('pack/reviews/first-reviewer.json'),
      '{"format":1,"reviewer":"First Reviewer","entries":[]}',
    );
    await writeFile(
      at('pack/reviews/second-reviewer.json'),
      '{"format":1,"reviewer":"Second Reviewer","entries":[]}',
    );
    const signed = await review(
      '--approve',
      'reached',
      ...by('First Reviewer'),
      '--sign',
      'one.private.pem',
      ...keyed,
    );
    expect(signed).toMatchObject({ code: 0 });
    expect(signed.stdout).toContain('Every review is signed by a key that is trusted here.');
    const other = await review(
      '--approve',
      'answer',
      ...by('First Reviewer'),
      '--sign',
      'two.private.pem',
      ...keyed,
    );
    expect(other.stderr).toContain('it is signed by another key');
    expect((await review(...keyed)).stdout).toContain('approved: 1 of 2');
  });

  test('a review changed after it was signed is refused, its chain made anew or not', async () => {
    const path = at('pack/reviews/first-reviewer.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"reached"', '"answer"'));
    expect((await review('--key', 'one.public.pem')).stderr).toContain('its signature does not fit');
    await writeFile(path, text.replace('"First Reviewer"', '"Another"'));
    expect((await review()).stderr).toContain('does not follow from what stands before it');
    await writeFile(path, '{');
    expect(await review()).toMatchObject({ code: 2, stdout: '' });
  });
});
