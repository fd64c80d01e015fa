/** What a reviewer runs: from statements to rules, and from citations to the texts. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso, scratch } from './cli-run.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let pack = '';

const policy = `pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft checked 2026-01-01 }
bearer controller "the controller"
fact done: yesno { ask "Done?" say "it {is|is not} done" }
rule act on controller {
  must "act"
  when yes
  done when done
  cite code para.2 "you must act at once"
  covers T-01
}
scenario "not done" as of 2021-01-01 { given { done: no } expect { act: breached } }
`;
const register = `section: T
title: Trial
statements:
  - id: T-01
    source: code
    pinpoint: para.2
    strength: { verbatim: ["must"], kind: must }
    bearer: controller
    wording: "Whoever controls has to act"
    conditions: [{ fact: done }]
    disposition: encode
`;
const text = '1. A beginning.\n2. Here you must act at once.\n3. You should rest.\n';

beforeAll(async () => {
  folder = await scratch();
  pack = join(folder.path, 'pack');
  await mkdir(join(pack, 'statements'), { recursive: true });
  await writeFile(join(pack, 'pack.policy'), policy);
  await writeFile(join(pack, 'statements', 'trial.yaml'), register);
  await writeFile(join(folder.path, 'code.txt'), text);
});
afterAll(() => folder.remove());

const path = (name: string): string => join(folder.path, name);

describe('trace', () => {
  test('is content where every statement is accounted for', async () => {
    const [human, json] = await Promise.all([
      proviso(['trace', pack]),
      proviso(['trace', pack, '--format', 'json']),
    ]);
    expect(human).toMatchObject({ code: 0, stderr: '' });
    expect(human.stdout).toContain('  T-01 code para.2 → act → "not done"\n');
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: 'trace',
      counts: { registered: 1, encoded: 1 },
    });
  });

  test('fails where one is not, and where the register cannot be read', async () => {
    const more = join(pack, 'statements', 'more.yaml');
    await writeFile(more, register.replaceAll('T-01', 'T-02'));
    const missing = await proviso(['trace', pack]);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toContain('broken: T-02 is to be encoded and nothing covers it');
    await writeFile(more, 'section: T\ntitle: Trial\nstatements:\n  - id: lower\n');
    const wrong = await proviso(['trace', pack]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('more.yaml:4');
    await writeFile(more, 'section: [');
    expect((await proviso(['trace', pack])).code).toBe(2);
    await writeFile(more, 'section: U\ntitle: Empty\nstatements: []\n');
  });
});

describe('sources', () => {
  const on = ['--on', '2026-03-01'];

  test('finds what is cited, and says what no citation touches', async () => {
    const ran = await proviso(['sources', pack, '--text', `code=${path('code.txt')}`, '--uncited', ...on]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('1 of 1 anchor found');
    expect(ran.stdout).toContain('line 3: You should rest');
  });

  test('tells words that are elsewhere, stale sources, and another text than the one recorded', async () => {
    const moved = path('moved.txt');
    await writeFile(
      moved,
      text.replace('A beginning', 'You must act at once').replace('Here you', 'Here, you'),
    );
    const elsewhere = path('elsewhere.txt');
    await writeFile(elsewhere, '1. You must act at once.\n2. Nothing here.\n3. Nor here.\n');
    expect((await proviso(['sources', pack, '--stale', '30d', ...on])).code).toBe(1);
    expect((await proviso(['sources', pack, '--stale', '90d', ...on])).code).toBe(0);
    const wrong = await proviso(['sources', pack, '--text', `code=${elsewhere}`, ...on]);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('these words stand elsewhere');
    const recorded = await proviso([
      'sources',
      pack,
      '--text',
      `code=${path('code.txt')}`,
      '--record',
      ...on,
    ]);
    expect(recorded).toMatchObject({ code: 0 });
    const kept = await readFile(join(pack, 'fingerprints.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({
      format: 1,
      sources: { code: { words: 14, checkedOn: '2026-03-01' } },
    });
    expect(kept).not.toContain('rest');
    const again = await proviso(['sources', pack, '--text', `code=${path('code.txt')}`, ...on]);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain('the text recorded');
    const other = await proviso(['sources', pack, '--text', `code=${moved}`, ...on]);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('not the text recorded');
  });

  test('refuses what it cannot read, and says what to do', async () => {
    const binary = path('code.pdf');
    await writeFile(binary, '%PDF-1.7 …');
    const pdf = await proviso(['sources', pack, '--text', `code=${binary}`]);
    expect(pdf.code).toBe(2);
    expect(pdf.stderr).toContain('pdftotext');
    const latin = path('latin.txt');
    await writeFile(latin, new Uint8Array([0x41, 0xe9, 0x42]));
    expect((await proviso(['sources', pack, '--text', `code=${latin}`])).stderr).toContain(
      'not text in UTF-8',
    );
    const unknown = await proviso(['sources', pack, '--text', `coed=${path('code.txt')}`]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('has no source `coed`');
    expect((await proviso(['sources', pack, '--record'])).code).toBe(2);
    expect((await proviso(['sources', pack, '--stale', 'long'])).code).toBe(2);
    expect((await proviso(['sources', pack, '--text', 'code'])).code).toBe(2);
  });
});

describe('release', () => {
  const state = async (version: string, act: string, expected = 'breached'): Promise<void> =>
    writeFile(
      join(pack, 'pack.policy'),
      policy
        .replace('version "0.1.0"', `version "${version}"`)
        .replace('must "act"', act)
        .replace('act: breached', `act: ${expected}`),
    );
  const changes = async (...versions: readonly string[]): Promise<void> =>
    writeFile(
      join(pack, 'CHANGELOG.md'),
      `# Changes\n${versions.map((each) => `\n## ${each} (2026-03-01)\n`).join('')}`,
    );
  const released = async (): Promise<string> =>
    readFile(join(pack, 'releases', '0.1.0', 'plan.json'), 'utf8');

  test('keeps a version for good, and what it assesses stays the same', async () => {
    expect((await proviso(['release', pack])).stderr).toContain('no heading for version 0.1.0');
    await changes('0.1.0');
    expect(await proviso(['release', pack])).toMatchObject({ code: 0 });
    const kept = await released();
    expect((await proviso(['release', pack])).stdout).toContain('released already, as it is');
    await state('0.1.0', 'must "act now"');
    const changed = await proviso(['release', pack]);
    expect(changed.code).toBe(2);
    expect(changed.stderr).toContain('is not as it was then');
    expect(await released()).toBe(kept);
    const facts = path('case.json');
    await writeFile(facts, '{ "done": false }');
    const old = join(pack, 'releases', '0.1.0');
    const assessed = await proviso([
      'assess',
      old,
      '--facts',
      facts,
      '--as-of',
      '2021-01-01',
      '--format',
      'json',
    ]);
    const { assessment } = JSON.parse(assessed.stdout);
    expect(assessment.pack).toMatchObject({ version: '0.1.0', meaning: JSON.parse(kept).pack.meaning });
    expect(assessment.rules.act).toMatchObject({ status: 'breached' });
  });

  test('asks for a version that fits the change', async () => {
    await changes('0.1.1', '0.0.9', '0.2.0');
    await state('0.1.1', 'must "act now"');
    expect(await proviso(['release', pack])).toMatchObject({ code: 0 });
    await state('0.1.2', 'should "act"', 'departedFrom');
    const patch = await proviso(['release', pack]);
    expect(patch.code).toBe(2);
    expect(patch.stderr).toContain('answers can differ');
    await state('0.0.9', 'must "act now"');
    expect((await proviso(['release', pack])).stderr).toContain('is earlier than 0.1.1');
    await state('0.2.0', 'should "act"', 'departedFrom');
    expect(await proviso(['release', pack])).toMatchObject({ code: 0 });
  });

  test('tells a release that was altered', async () => {
    await writeFile(
      join(pack, 'releases', '0.1.0', 'plan.json'),
      (await released()).replace('"breached"', '"compliedWith"'),
    );
    const ran = await proviso(['release', pack]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('is not as it was released');
  });
});
