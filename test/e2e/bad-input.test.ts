/** The command line with bad files: exit codes, messages that say what to do, nothing written that was not asked for. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso, type Ran, scratch } from './cli-run.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let pack = '';

beforeAll(async () => {
  folder = await scratch();
  pack = join(folder.path, 'goods');
  const made = await proviso(['new', 'goods'], { cwd: folder.path });
  if (made.code !== 0) throw new Error(made.stderr);
});
afterAll(() => folder.remove());

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
};
const assess = async (input: string | Uint8Array): Promise<Ran> =>
  proviso(['assess', pack, '--facts', '-', '--as-of', '2026-03-01'], { input });

/** What a terminal would obey, or a reader would not see. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029](?<![\t\n])/u;

describe('facts that cannot be read', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}\n`;
  test.each<readonly [string, string | Uint8Array, string]>([
    ['aliases that stand for gigabytes', bomb, 'is not read'],
    ['nesting without end', '['.repeat(200_000), 'nest deeper than 64'],
    ['YAML nesting without end', `order: ${'{a: '.repeat(50_000)}`, 'nest'],
    ['the same key twice', '{"order": {}, "order": {}}', 'is given twice'],
    ['__proto__', '{"__proto__": {"order": {}}}', 'is never the name of a fact'],
    [
      'a number that cannot be held',
      '{"order": {"deliveredOn": 9007199254740993}}',
      'cannot be held exactly',
    ],
    ['a binary file', Uint8Array.from({ length: 300 }, (_, i) => i % 256), 'not text'],
    ['another encoding', Uint8Array.from([0x6f, 0x3a, 0x20, 0xe9]), 'save it as UTF-8'],
    ['twenty million bytes', new Uint8Array(20_000_000).fill(0x20), 'at most 10000000 are read'],
    ['an impossible date', 'order:\n  deliveredOn: 2026-02-30\n', 'there is no such day as 2026-02-30'],
    ['an escape sequence', '{"order": {"\\u001b[2Jx\\r\\nerror: none": 1}}', 'there is no fact'],
  ])('%s', async (_, input, message) => {
    const ran = await assess(input);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toMatch(unseen);
    expect(ran.stderr).not.toMatch(/fault of the program|^error: none/m);
  });

  test('a byte order mark and CRLF are no problem', async () => {
    expect(await assess('\ufeff{\r\n"order": {"madeToMeasure": true}\r\n}\r\n')).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('what a case says', () => {
  test('cannot steer a terminal nor pass for a line of the answer, and is all there in JSON', async () => {
    const text = await readFile(join(pack, 'pack.policy'), 'utf8');
    const policy = text
      .replace('import "scenarios.policy"\n', '')
      .replace(
        'record Order',
        'fact city: text { ask "Which city?" say "the city is {value}" }\n\nrecord Order',
      )
      .replace('means order.returnedOn', 'means city is "Bath" and order.returnedOn');
    const path = await file('city.policy', policy);
    const city = 'Bath\u001b[2J\u001b]0;x\u0007\u202e\r\nBreached: nothing\u2028';
    const args = ['assess', path, '--facts', '-', '--as-of', '2026-03-01', '--goal', 'returnable'];
    const input = JSON.stringify({ city, order: { madeToMeasure: false } });
    const [shown, json] = await Promise.all([
      proviso(args, { input }),
      proviso([...args, '--format', 'json'], { input }),
    ]);
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    expect(shown.stdout).not.toMatch(unseen);
    expect(shown.stdout).not.toMatch(/^Breached/m);
    expect(json.stdout).not.toMatch(unseen);
    expect(JSON.stringify(JSON.parse(json.stdout))).toContain(JSON.stringify(city).slice(1, -1));
  });
});

describe('policies that cannot be used', () => {
  test('a link that leads out of the folder is not followed', async () => {
    const linked = join(folder.path, 'linked');
    await mkdir(linked);
    await file('secret.policy', 'bearer secret "a secret"\n');
    await symlink(join(folder.path, 'secret.policy'), join(linked, 'inner.policy'));
    await writeFile(
      join(linked, 'pack.policy'),
      'pack p { title "P" version "0.1.0" period from 2020-01-01 }\nimport "inner.policy"\nimport "../secret.policy"\n',
    );
    const ran = await proviso(['check', linked]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain("leads out of the pack's folder");
    expect(ran.stderr).not.toContain('a secret');
  });

  test('fmt writes nothing back where a byte could be lost', async () => {
    const latin = Uint8Array.from([
      ...new TextEncoder().encode('bearer x "caf'),
      0xe9,
      ...new TextEncoder().encode('"\n'),
    ]);
    const path = await file('latin.policy', latin);
    const [fmt, check] = await Promise.all([proviso(['fmt', path]), proviso(['check', path, '--fix'])]);
    expect([fmt.code, check.code]).toEqual([1, 2]);
    for (const ran of [fmt, check]) expect(ran.stderr).toContain('is not text in UTF-8');
    expect(Uint8Array.from(await readFile(path))).toEqual(latin);
  });
});

describe('plans that cannot be used', () => {
  test('one that was changed, one nested without end, one that is none', async () => {
    const out = join(folder.path, 'built');
    expect(await proviso(['build', pack, '--out', out])).toMatchObject({ code: 0 });
    const plan = await readFile(join(out, 'plan.json'), 'utf8');
    const phrases = await readFile(join(out, 'phrases.json'), 'utf8');
    const refused = async (
      name: string,
      planText: string,
      phrasesText: string,
      message: string,
    ): Promise<void> => {
      const at = join(folder.path, name);
      await mkdir(at);
      await writeFile(join(at, 'plan.json'), planText);
      await writeFile(join(at, 'phrases.json'), phrasesText);
      const ran = await proviso(['check', at]);
      expect([name, ran.code, ran.stdout]).toEqual([name, 2, '']);
      expect(ran.stderr).toContain(message);
    };
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    await Promise.all([
      refused('changed', plan.replace(/("days": ?)14/, '$1 15'), phrases, 'is not as it was built'),
      refused('reworded', plan, phrases.replace('may|may not', 'must|must not'), 'is not as it was built'),
      refused('deep', deep, phrases, 'is no plan'),
      refused('deep-words', plan, `{"format": 1, "facts": ${deep}}`, 'nests deeper'),
      refused('cut', plan.slice(0, -20), phrases, 'is not JSON'),
    ]);
    // A build beside nothing else: no folder of an unfinished one is left.
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});

describe('nothing is overwritten', () => {
  test('by new, nor by build', async () => {
    const before = await readFile(join(pack, 'pack.policy'), 'utf8');
    const [made, built, onFile] = await Promise.all([
      proviso(['new', 'goods'], { cwd: folder.path }),
      proviso(['build', pack, '--out', pack]),
      proviso(['build', pack, '--out', join(pack, 'pack.policy')]),
    ]);
    expect([made.code, built.code, onFile.code]).toEqual([2, 2, 2]);
    expect(built.stderr).toContain('nothing is overwritten');
    expect(await readFile(join(pack, 'pack.policy'), 'utf8')).toBe(before);
  });

  test('by what is to keep facts, nor is a folder made for it; told before the first question', async () => {
    const facts = join(pack, 'case.yaml');
    const before = await readFile(facts, 'utf8');
    const ask = ['ask', pack, '--goal', 'refund', '--as-of', '2026-03-01', '--save'];
    const [over, nowhere] = await Promise.all([
      proviso([...ask, facts, '--answers', facts]),
      proviso([...ask, join(pack, 'cases', 'saved.json')]),
    ]);
    expect([over.code, nowhere.code]).toEqual([2, 2]);
    expect(over.stderr).toContain('is there already');
    expect(nowhere.stderr).toContain('there is no folder');
    expect(over.stderr + nowhere.stderr).not.toContain('made to measure');
    expect(await readFile(facts, 'utf8')).toBe(before);
  });

  test.each(['.hidden', 'CON:', 'x\u202ey', ''])('new refuses the name %j', async (name) => {
    const before = await readdir(folder.path);
    const ran = await proviso(['new', name], { cwd: pack });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).not.toMatch(unseen);
    expect(await readdir(folder.path)).toEqual(before);
  });
});
