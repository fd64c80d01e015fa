/** Decisions on record: made, replayed by their own version and under another, and what is refused. */
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trialFacts, trialPolicy } from '../support/trial-record.ts';
import { proviso, type Ran, root, scratch } from './cli-run.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
const at = (name: string): string => join(folder.path, name);
const run = async (...args: readonly string[]): Promise<Ran> => proviso(args, { cwd: folder.path });
const read = async (name: string): Promise<any> => JSON.parse(await readFile(at(name), 'utf8'));
const ico = join(root, 'policies/ico-political-campaigning');

const provenance = `letters: { who: The post room, when: 2019-08-08 }
letters[0].objects: { who: The officer, why: "It says stop", evidence: letter 1 }
`;
const recording = ['record', 'pack', '--facts', 'case.json', '--as-of', '2019-09-20', '--on', '2019-09-21'];

beforeAll(async () => {
  folder = await scratch();
  await mkdir(at('pack'));
  await writeFile(at('pack/pack.policy'), trialPolicy);
  await writeFile(at('pack/CHANGELOG.md'), '# Changes\n\n## 1.0.0\n\n## 2.0.0\n');
  await writeFile(at('case.json'), JSON.stringify(trialFacts));
  await writeFile(at('who.yaml'), provenance);
  for (const args of [
    ['release', 'pack'],
    ['keys', 'new', 'legal'],
    ['keys', 'new', 'other'],
    [
      ...recording,
      '--provenance',
      'who.yaml',
      '--title',
      'Two letters',
      '--by',
      'The legal team',
      '--out',
      'two.json',
      '--format',
      'both',
    ],
    [...recording, '--sign', 'legal.private.pem', '--out', 'signed.json'],
    [...recording, '--mask', '/letters/0/receivedOn', '--openings', 'opened.json', '--out', 'masked.json'],
  ]) {
    const ran = await run(...args);
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  }
}, 120_000);
afterAll(() => folder.remove());

describe('record', () => {
  test('writes the record and its page, and tells what lacks a name or a reason', async () => {
    const ran = await run(...recording, '--provenance', 'who.yaml', '--out', 'told.json', '--format', 'html');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('lacking: letters[1].objects has no why\n');
    expect(await readFile(at('told.json'), 'utf8')).toMatch(/^<!doctype html>/);
    const page = await readFile(at('two.html'), 'utf8');
    for (const words of ['Two letters', 'The officer', 'It says stop', 'The legal team', '8 September 2019'])
      expect(page).toContain(words);
    expect(page).not.toContain('<script');
    expect(await read('two.json')).toMatchObject({
      format: 1,
      record: { made: { on: '2019-09-21', by: 'The legal team' }, review: { notReviewed: 2 } },
    });
  });

  test('never replaces a file, and leaves none behind where it fails', async () => {
    expect((await run(...recording, '--out', 'two.json')).stderr).toContain('`two.json` is there already');
    const before = await readdir(folder.path);
    for (const args of [
      ['--mask', '/letters/5', '--openings', 'o.json'],
      ['--mask', '/mailed'],
      ['--openings', 'o.json'],
      ['--provenance', 'case.json'],
      ['--sign', 'legal.public.pem'],
      ['--sign', 'missing.pem'],
      ['--goal', 'nothing'],
    ]) {
      const ran = await run(...recording, ...args, '--out', 'none.json');
      expect(ran, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).not.toContain('fault of the program');
    }
    expect(await readdir(folder.path)).toEqual(before);
  });

  test.each<readonly [string, string, string]>([
    ['a path of no fact', 'letters[9]: { who: x }', 'who-bad.yaml:1: letters[9]: no such fact is given'],
    ['a key that it does not have', 'mailed: { whom: x }', 'who-bad.yaml:1: mailed'],
    ['a day that is none', 'mailed: { when: 2019-02-30 }', 'expected a day'],
    ['broken YAML', 'mailed: [', 'who-bad.yaml:1'],
    ['a list', '- mailed', 'cannot be used'],
  ])('refuses a provenance with %s', async (_, text, message) => {
    await writeFile(at('who-bad.yaml'), text);
    const ran = await run(...recording, '--provenance', 'who-bad.yaml', '--out', 'none.json');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
  });

  test('escapes what people wrote, on the page and in the file', async () => {
    const who = { mailed: { who: '<img src=x onerror=alert(1)>', why: '\u202eevil\u001b[2J' } };
    await writeFile(at('who-evil.json'), JSON.stringify(who));
    await run(...recording, '--provenance', 'who-evil.json', '--out', 'evil.json', '--format', 'both');
    expect(await readFile(at('evil.html'), 'utf8')).not.toContain('<img');
    // oxlint-disable-next-line no-control-regex
    expect(await readFile(at('evil.json'), 'utf8')).not.toMatch(/[\u202e\u001b]/);
    expect((await read('evil.json')).record.told.at(-1).why).toBe('\u202eevil\u001b[2J');
  });

  test('makes secrets that only their owner can read', async () => {
    for (const name of ['legal.private.pem', 'opened.json'])
      expect((await stat(at(name))).mode & 0o077, name).toBe(0);
    expect(await run('keys', 'new', 'legal')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('replay', () => {
  test('says that a record holds by the version that it names', async () => {
    const ran = await run('replay', 'two.json', '--pack', 'pack');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('holds: pack/releases/1.0.0 gives the same answers for the same reasons.');
    expect(ran.stdout).toContain('not signed, so that tampering could not be told');
  });

  test('says what differs on another day', async () => {
    const ran = await run('replay', 'two.json', '--pack', 'pack', '--as-of', '2019-08-20');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('holds: ');
    expect(ran.stdout).toContain(
      'the controller must answer the objection: breached, due by 8 September 2019; now not yet due, due by 8 September 2019.',
    );
    expect(ran.stdout).toContain('It turns on the day: 20 September 2019 before, 20 August 2019 now.');
    expect((await run('replay', 'two.json', '--pack', 'pack', '--as-of', '2019-09-21')).code).toBe(0);
  });

  test('says what differs under another version, and which statement was itself changed', async () => {
    await cp(at('pack'), at('later'), { recursive: true });
    const later = trialPolicy.replace('"1.0.0"', '"2.0.0"').replace('narrow: mailed', 'narrow: not mailed');
    await writeFile(at('later/pack.policy'), later.replace('wide: mailed or not mailed', 'wide: not mailed'));
    const ran = await run('replay', 'two.json', '--against', 'later');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('holds: later/releases/1.0.0');
    expect(ran.stdout).toContain('The outcome: a breach is found; now no breach is found.');
    expect(ran.stdout).toContain(
      '- They are reached; now they are not reached. [reached]\n  It was itself changed',
    );
    expect(ran.stdout).toContain(
      'now does not apply. [answer]\n  It follows from another difference: whether they are reached.',
    );
    const json = await run('replay', 'two.json', '--against', 'later', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: 'replay',
      own: { kind: 'holds' },
      other: { kind: 'compared', told: [{ name: 'reached' }, { name: 'answer', of: 'letters[0]' }] },
    });
  });

  test('lists which of many would flip, and passes over no file that is refused', async () => {
    await mkdir(at('many'));
    for (const name of ['two.json', 'signed.json', 'opened.json']) await cp(at(name), at(`many/${name}`));
    const flips = await run('replay', '--records', 'many', '--against', 'later');
    expect(flips.code).toBe(1);
    expect(flips.stdout).toContain(
      '2 records: 0 with the same answers, 2 with other answers, 0 that cannot be replayed.',
    );
    expect((await run('replay', '--records', 'many', '--against', 'pack')).code).toBe(0);
    await writeFile(at('many/broken.json'), '{');
    await cp(at('masked.json'), at('many/masked.json'));
    const some = await run('replay', '--records', 'many', '--against', 'pack');
    expect(some.code).toBe(2);
    expect(some.stdout).toContain(
      '4 records: 2 with the same answers, 0 with other answers, 2 that cannot be replayed.',
    );
    const keyed = await run('replay', '--records', 'many', '--against', 'pack', '--key', 'legal.public.pem');
    expect(keyed.stdout).toContain(
      '1 with the same answers, 0 with other answers, 3 that cannot be replayed.',
    );
  });

  test('cannot where the version is not at hand, or is not the same', async () => {
    const missing = await run('replay', 'two.json');
    expect(missing.code).toBe(2);
    expect(missing.stdout).toContain('trial.objections 1.0.0 is not in `.`');
    await mkdir(at('forged'));
    await writeFile(at('forged/pack.policy'), trialPolicy.replace('1 month', '9 months'));
    const forged = await run('replay', 'two.json', '--pack', 'forged');
    expect(forged.code).toBe(2);
    expect(forged.stdout).toContain('the digests differ');
    expect((await run('replay')).code).toBe(2);
    expect((await run('replay', '--records', 'many')).code).toBe(2);
    expect((await run('replay', '--records', 'pack', '--against', 'pack')).stderr).toContain('no record in');
  });

  test('cannot recompute what is masked, until it is opened', async () => {
    const masked = await run('replay', 'masked.json', '--pack', 'pack');
    expect(masked.code).toBe(2);
    expect(masked.stdout).toContain('masked: cannot be recomputed');
    expect(masked.stdout).not.toContain('2019-08-08');
    expect(await run('replay', 'masked.json', '--pack', 'pack', '--openings', 'opened.json')).toMatchObject({
      code: 0,
    });
    const openings = await read('opened.json');
    openings.openings[0].value = '2019-08-09';
    await writeFile(at('lie.json'), JSON.stringify(openings));
    const lie = await run('replay', 'masked.json', '--pack', 'pack', '--openings', 'lie.json');
    expect(lie.code).toBe(2);
    expect(lie.stdout).toContain('this is not the value that was masked');
  });

  test('says which parts of a record do not follow from its facts, where nobody signed it', async () => {
    const sealed = await read('two.json');
    sealed.record.assessment.rules.answer.instances[0].status = 'compliedWith';
    sealed.record.duties = [];
    await writeFile(at('altered.json'), JSON.stringify(await resealed(sealed.record)));
    const ran = await run('replay', 'altered.json', '--pack', 'pack');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('do not follow from its facts: assessment, duties.');
    expect(ran.stdout).toContain('done, as far as this goes, due by 8 September 2019; now breached');
  });
});

async function resealed(record: unknown): Promise<unknown> {
  const { seal } = await import('@proviso/record');
  return seal(record as Parameters<typeof seal>[0]);
}

describe('where a key is configured', () => {
  test('what is signed by it is accepted, and nothing else', async () => {
    const keyed = ['--pack', 'pack', '--key', 'legal.public.pem'];
    const ran = await run('replay', 'signed.json', ...keyed);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('which is trusted here');
    const unsigned = await run('replay', 'two.json', ...keyed);
    expect(unsigned).toMatchObject({ code: 2, stdout: '' });
    expect(unsigned.stderr).toContain('refused: it is not signed');
    const other = await run('replay', 'signed.json', '--pack', 'pack', '--key', 'other.public.pem');
    expect(other.stderr).toContain('refused: it is signed by another key');
    expect(
      (await run('replay', 'signed.json', '--pack', 'pack', '--key', 'legal.private.pem')).stderr,
    ).toContain('it is a private key');
  });

  test('beside the records it counts without being named, and a file of keys that is none is not the same as none', async () => {
    await mkdir(at('kept'));
    await cp(at('two.json'), at('kept/two.json'));
    await cp(at('signed.json'), at('kept/signed.json'));
    await cp(at('legal.public.pem'), at('kept/trusted-keys.pem'));
    expect((await run('replay', 'kept/two.json', '--pack', 'pack')).code).toBe(2);
    expect((await run('replay', 'kept/signed.json', '--pack', 'pack')).code).toBe(0);
    await writeFile(at('kept/trusted-keys.pem'), '');
    expect(await run('replay', 'kept/signed.json', '--pack', 'pack')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('a file that is no record', () => {
  const twice = async (): Promise<string> => {
    const text = await readFile(at('signed.json'), 'utf8');
    return text.replace('"format": 1,', '"format": 1, "format": 1,');
  };
  test.each<readonly [string, () => string | Uint8Array | Promise<string>, string]>([
    ['broken JSON', () => '{"format": 1,', 'cannot be read'],
    ['an empty file', () => '', 'cannot be read'],
    ['a binary file', () => Uint8Array.from({ length: 300 }, (_, i) => i % 256), 'not text'],
    ['forty million bytes', () => new Uint8Array(40_000_000).fill(0x20), 'more than 32000000 bytes'],
    ['nesting without end', () => '['.repeat(200_000), 'nest deeper'],
    ['the same key twice', twice, '`format` is given twice'],
    ['other JSON', () => '{"letters": []}', 'it is no decision record'],
    ['another format', () => '{"format": 99}', 'is of format 99; this program reads format 1'],
    ['a record of nothing', () => '{"format": 1, "record": {}}', 'has no `digest`'],
    ['__proto__', () => '{"format": 1, "__proto__": {"record": {}}}', 'is refused'],
    [
      'a change of one letter',
      async () => (await readFile(at('signed.json'), 'utf8')).replace('post', 'Post'),
      'the digest does not fit',
    ],
  ])('%s is refused, and nothing of it is printed', async (_, content, message) => {
    await writeFile(at('bad.json'), await content());
    const ran = await run('replay', 'bad.json', '--pack', 'pack', '--key', 'legal.public.pem');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toContain('fault of the program');
  });
});

test('real cases are recorded whole and hold', async () => {
  for (const [name, asOf] of [
    ['mail-to-the-occupier.json', '2019-09-01'],
    ['minority-not-to-vote.yaml', '2019-09-01'],
    ['decision-after-the-2025-act.json', '2026-03-01'],
  ] as const) {
    const made = await run(
      'record',
      ico,
      '--facts',
      join(ico, 'cases', name),
      '--as-of',
      asOf,
      '--out',
      `ico-${name}.json`,
    );
    expect(made, name).toMatchObject({ code: 0, stderr: '' });
    const ran = await run('replay', `ico-${name}.json`, '--pack', ico);
    expect(ran.stdout, name).toContain('holds: ');
    expect(ran.code).toBe(0);
  }
});
