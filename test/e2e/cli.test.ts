import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso, scratch } from './cli-run.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let pack = '';

beforeAll(async () => {
  folder = await scratch();
  pack = join(folder.path, 'goods-returned');
  const made = await proviso(['new', 'goods-returned'], { cwd: folder.path });
  if (made.code !== 0) throw new Error(made.stderr);
});
afterAll(() => folder.remove());

const path = (name: string): string => join(folder.path, name);
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(path(name), content);
  return path(name);
};
const asOf = ['--as-of', '2026-03-01'];

describe('new', () => {
  test('makes a pack that is checked, formatted, tested and covered', async () => {
    const [check, fmt, tested] = await Promise.all([
      proviso(['check', pack]),
      proviso(['fmt', '--check', pack]),
      proviso(['test', pack, '--coverage']),
    ]);
    expect(check).toEqual({ code: 0, stdout: 'no findings in 2 files\n', stderr: '' });
    expect(fmt).toEqual({ code: 0, stdout: 'formatted: 2 files\n', stderr: '' });
    expect(tested.code).toBe(0);
    expect(tested.stdout).toContain('3 passed, 0 failed');
    expect(tested.stdout).toMatch(/rules 1\/1, definitions 1\/1,.* exceptions 1\/1/);
    expect(tested.stdout).not.toContain('not exercised');
  });

  test('overwrites nothing and refuses a bad name', async () => {
    const again = await proviso(['new', 'goods-returned'], { cwd: folder.path });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('is there already');
    const bad = await proviso(['new', 'Bad Name'], { cwd: folder.path });
    expect(bad).toMatchObject({ code: 2, stdout: '' });
    expect(bad.stderr).toContain('cannot name a pack');
  });
});

describe('check', () => {
  test('reports mistakes as text, JSON and SARIF', async () => {
    const text = await readFile(join(pack, 'pack.policy'), 'utf8');
    const bad = await file(
      'bad.policy',
      text.replace('import "scenarios.policy"\n', '').replace('order.madeToMeasure', 'order.madeToMesure'),
    );
    const [human, json, sarif] = await Promise.all([
      proviso(['check', bad]),
      proviso(['check', bad, '--format', 'json']),
      proviso(['check', bad, '--format', 'sarif']),
    ]);
    expect(human).toMatchObject({ code: 1, stderr: '' });
    expect(human.stdout).toContain('bad.policy:');
    expect(human.stdout).toContain('madeToMesure');
    expect(human.stdout).toMatch(/\d errors? in 1 file/);
    expect(json.code).toBe(1);
    const report = JSON.parse(json.stdout);
    expect(report).toMatchObject({ format: 1, command: 'check', files: 1 });
    expect(report.errors).toBeGreaterThan(0);
    expect(report.diagnostics[0]).toMatchObject({
      code: expect.any(String),
      place: { file: bad, start: { line: expect.any(Number) } },
    });
    expect(sarif.code).toBe(1);
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'proviso' } } }],
    });
  });

  test('--fix makes the repairs that cannot change what is meant, and says which', async () => {
    const text = await readFile(join(pack, 'pack.policy'), 'utf8');
    const broken = text
      .replace('import "scenarios.policy"\n', '')
      .replace('except custom: order.madeToMeasure', 'except custom: order.madeToMeasure;');
    const bad = await file('fixable.policy', broken);
    const fixed = await proviso(['check', bad, '--fix']);
    expect(await readFile(bad, 'utf8')).toContain('except custom: order.madeToMeasure ');
    expect(fixed.stdout).toContain('1 finding fixed');
    expect(fixed.stdout).toMatch(/fixed .*fixable\.policy:\d+:\d+: delete the semicolon \(stray-semicolon\)/);
    expect(fixed.code).toBe(0);
  });

  test.each([
    ['a name that is guessed', 'order.madeToMesure', 'unknown-part'],
    [
      'what `and` and `or` join',
      'order.madeToMeasure and order.madeToMeasure or order.madeToMeasure',
      'mixed-and-or',
    ],
  ])('--fix leaves %s to the author', async (_, condition, code) => {
    const text = (await readFile(join(pack, 'pack.policy'), 'utf8'))
      .replace('import "scenarios.policy"\n', '')
      .replace('except custom: order.madeToMeasure', `except custom: ${condition}`);
    const bad = await file('guess.policy', text);
    const ran = await proviso(['check', bad, '--fix']);
    expect(await readFile(bad, 'utf8')).toBe(text);
    expect(ran.stdout).toContain(`error[${code}]`);
    expect(ran.stdout).toContain('fix:');
    expect(ran.stdout).not.toContain('fixed');
    expect(ran.code).toBe(1);
  });

  test.each([
    ['nothing.policy', 'there is no `nothing.policy`'],
    ['package.json', 'is no plan'],
    ['CONTRIBUTING.md', 'is no pack'],
    ['packages', 'has no `pack.policy`'],
  ])('%s: %s', async (name, message) => {
    const ran = await proviso(['check', name]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
  });

  test.each<[string, string | Uint8Array]>([
    ['empty.policy', ''],
    ['binary.policy', Uint8Array.from({ length: 400 }, (_, i) => i % 256)],
    [
      'deep.policy',
      'pack p { title "x" version "0.1.0" period from 2020-01-01 } define d { means '.concat(
        '('.repeat(100_000),
      ),
    ],
  ])('%s gives findings, not a crash', async (name, content) => {
    const ran = await proviso(['check', await file(name, content)]);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toMatch(/error\[/);
  });
});

describe('fmt', () => {
  test('formats, keeps comments, and is then content', async () => {
    const text = await readFile(join(pack, 'pack.policy'), 'utf8');
    const untidy = await file(
      'untidy.policy',
      text.replace('import "scenarios.policy"\n', '// kept\n').replaceAll('  ', '      '),
    );
    const before = await proviso(['fmt', '--check', untidy]);
    expect(before).toMatchObject({ code: 1, stderr: '' });
    expect(before.stdout).toContain('not formatted');
    expect(await proviso(['fmt', untidy])).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(untidy, 'utf8')).toContain('// kept');
    expect(await proviso(['fmt', '--check', untidy])).toMatchObject({ code: 0, stderr: '' });
  });

  test('leaves a file that it cannot read as it is', async () => {
    const broken = await file('broken.policy', 'define {{{');
    const ran = await proviso(['fmt', broken]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('is left as it is');
    expect(await readFile(broken, 'utf8')).toBe('define {{{');
  });
});

describe('test', () => {
  test('a failing scenario shows expected, got and why; coverage too', async () => {
    const text = await readFile(join(pack, 'scenarios.policy'), 'utf8');
    const main = await readFile(join(pack, 'pack.policy'), 'utf8');
    await file('failing-scenarios.policy', text.replace('refund: breached', 'refund: compliedWith'));
    const failing = await file(
      'failing.policy',
      main.replace('scenarios.policy', 'failing-scenarios.policy'),
    );
    const ran = await proviso(['test', failing, '--coverage']);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('refund: expected compliedWith, got breached');
    expect(ran.stdout).toContain('the money has not yet been returned');
    expect(ran.stdout).toContain('2 passed, 1 failed');
    expect(ran.stdout).toContain('Coverage by scenarios');
    const json = JSON.parse((await proviso(['test', failing, '--format', 'json'])).stdout);
    expect(json).toMatchObject({ format: 1, command: 'test', passed: 2, failed: 1 });
    expect(json.scenarios[0].mismatches).toEqual([
      { name: 'refund', about: 'value', expected: 'compliedWith', got: 'breached' },
    ]);
  });

  test('a pack with errors is not tested', async () => {
    const ran = await proviso(['test', await file('wrong.policy', 'pack')]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('has errors');
  });
});

describe('assess: how much, in which form, and why not', () => {
  const facts = ['assess', '', '--facts', '', ...asOf];
  beforeAll(() => {
    facts[1] = pack;
    facts[3] = join(pack, 'case.yaml');
  });

  test('tells one trace at three lengths', async () => {
    const [short, standard, full] = await Promise.all(
      ['short', 'standard', 'full'].map((length) => proviso([...facts, '--length', length])),
    );
    expect(short?.stdout).toMatch(/^.*\n.*\n\nIN SHORT\n[^\n]+/);
    expect(short?.stdout).not.toContain('OUTCOME');
    const lengths = [short, standard, full].map((ran) => ran?.stdout.length ?? 0);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    const plain = await proviso(facts);
    expect(plain.stdout).toBe(standard?.stdout);
  });

  test('as Markdown, as a page, and of nothing it does not know', async () => {
    const [markdown, html, other] = await Promise.all([
      proviso([...facts, '--format', 'markdown']),
      proviso([...facts, '--format', 'html']),
      proviso([...facts, '--format', 'pdf']),
    ]);
    expect(markdown.stdout).toMatch(/^# .*\n\n.*\n\n## Outcome\n/);
    expect(html.stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html.stdout).not.toContain('<script');
    expect([markdown.code, html.code, other.code]).toEqual([0, 0, 2]);
  });

  test('on whose word the facts are given', async () => {
    const who = await file(
      'who.yaml',
      'order:\n  who: the shop\n  when: 2026-02-01\n  evidence: the receipt\n',
    );
    const [full, standard, wrong] = await Promise.all([
      proviso([...facts, '--provenance', who, '--length', 'full']),
      proviso([...facts, '--provenance', who]),
      proviso([...facts, '--provenance', await file('whom.yaml', 'order:\n  whom: the shop\n')]),
    ]);
    const told = full.stdout.replaceAll(/\s+/g, ' ');
    expect(told).toMatch(
      /WHERE THE FACTS COME FROM - Given by the shop on 1 February 2026: .* \(evidence: the receipt\)\./,
    );
    expect(standard.stdout).not.toContain('the shop');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
  });

  test('why a rule or a label did not apply', async () => {
    const [rule, json, wrong, both] = await Promise.all([
      proviso([...facts, '--why-not', 'returnable']),
      proviso([...facts, '--why-not', 'returnable', '--format', 'json']),
      proviso([...facts, '--why-not', 'returnabel']),
      proviso([...facts, '--why-not', 'returnable', '--goal', 'returnable']),
    ]);
    expect(rule).toMatchObject({ code: 0, stderr: '' });
    expect(rule.stdout).toMatch(/WHY NOT\nIt is so, for these reasons\.\n1\./);
    const { assessment, whyNot } = JSON.parse(json.stdout);
    expect(assessment.definitions.returnable.value).toBe('yes');
    expect(whyNot.sections[0].heading).toBe('Why not');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('did you mean `returnable`?');
    expect(both).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('assess: what would change it, and what is next', () => {
  const facts = ['assess', '', '--facts', '', ...asOf];
  beforeAll(() => {
    facts[1] = pack;
    facts[3] = join(pack, 'case.yaml');
  });

  test('tells both in place of the explanation, in every form', async () => {
    const asked = ['--what-would-change', 'returnable', '--next'];
    const [text, markdown, html, json] = await Promise.all([
      proviso([...facts, ...asked]),
      proviso([...facts, ...asked, '--format', 'markdown']),
      proviso([...facts, ...asked, '--format', 'html']),
      proviso([...facts, ...asked, '--format', 'json']),
    ]);
    expect([text, markdown, html, json].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(text.stdout).toMatch(
      /WHAT WOULD CHANGE IT\n[\s\S]*WHAT TO DO NEXT\n[\s\S]*This is not legal advice/,
    );
    expect(markdown.stdout).toContain('## What would change it');
    expect(html.stdout).toContain('What would change it</h2>');
    const { assessment, changes, next } = JSON.parse(json.stdout);
    expect(assessment.definitions.returnable.value).toBe('yes');
    expect(changes).toMatchObject([
      { target: { name: 'returnable' }, from: 'yes', searched: { size: 3, complete: 3 } },
    ]);
    expect(changes[0].sets.length).toBeGreaterThan(0);
    expect(next.rules).toMatchObject([
      { name: 'refund', result: { status: 'breached', dueOn: '2026-02-11' } },
    ]);
  });

  test('refuses what no answer is called and no answer can be', async () => {
    const [name, value, form] = await Promise.all([
      proviso([...facts, '--what-would-change', 'returnabel']),
      proviso([...facts, '--what-would-change', 'returnable=breached']),
      proviso([...facts, '--what-would-change', '=breached']),
    ]);
    expect([name, value, form].map(({ code, stdout }) => [code, stdout])).toEqual([
      [2, ''],
      [2, ''],
      [2, ''],
    ]);
    expect(name.stderr).toContain('did you mean `returnable`?');
    expect(value.stderr).toContain('it can be `yes`, `no`');
    expect(form.stderr).toContain('NAME@INSTANCE=VALUE');
  });
});

describe('assess', () => {
  test('decides, explains and cites', async () => {
    const ran = await proviso(['assess', pack, '--facts', join(pack, 'case.yaml'), ...asOf]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Breached, under guidance only: the seller must return the money [terms s.4, “within thirty days”].',
    );
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain('It was due by 11 February 2026');
    expect(ran.stdout).toContain('This is not legal advice. goodsReturned 0.1.0, as of 1 March 2026');
    expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('takes JSON from standard input and prints JSON', async () => {
    const ran = await proviso(
      ['assess', pack, '--facts', '-', ...asOf, '--goal', 'returnable', '--format', 'json'],
      {
        input: '{"order": {"returnedOn": "2026-01-12"}}',
      },
    );
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const { format, command, assessment } = JSON.parse(ran.stdout);
    expect({ format, command }).toEqual({ format: 1, command: 'assess' });
    expect(assessment).toMatchObject({
      goals: ['returnable'],
      definitions: { returnable: { value: 'unknown' } },
    });
    expect(assessment.needs.map((need: { readonly path: string }) => need.path)).toEqual([
      'order.deliveredOn',
      'order.madeToMeasure',
    ]);
  });

  test('--fail-on', async () => {
    const facts = ['assess', pack, '--facts', join(pack, 'case.yaml'), ...asOf];
    const empty = ['assess', pack, '--facts', '-', ...asOf];
    const codes = await Promise.all([
      proviso([...facts, '--fail-on', 'breach']),
      proviso([...empty, '--fail-on', 'breach']),
      proviso([...empty, '--fail-on', 'undetermined']),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([1, 0, 1]);
  });

  test('every problem with the facts at once, with lines', async () => {
    const facts = await file(
      'wrong.yaml',
      'order:\n  deliveredOn: 2026-02-30\n  returnedOm: 2026-01-12\n  madeToMeasure: maybe\n',
    );
    const ran = await proviso(['assess', pack, '--facts', facts, ...asOf]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/wrong\.yaml:2: order\.deliveredOn: there is no such day as 2026-02-30/);
    expect(ran.stderr).toMatch(/wrong\.yaml:3: order\.returnedOm: .*\n.*did you mean `returnedOn`/);
    expect(ran.stderr).toMatch(/wrong\.yaml:4: order\.madeToMeasure: expected yes or no/);
  });

  test('a scenario that a constraint refuses is told why, and by which facts', async () => {
    const text = await readFile(join(pack, 'pack.policy'), 'utf8');
    const policy = await file(
      'refused.policy',
      `${text.replaceAll(/^import .*$/gm, '')}
constraint noReturnBefore { always order.returnedOn >= order.deliveredOn because "nothing is returned before it has come" }
scenario "sent back early" as of 2026-03-01 {
  given { order.deliveredOn: 2026-02-02  order.returnedOn: 2026-02-01 }
  expect { refund: doesNotApply }
  cite terms s.2
}
`,
    );
    const ran = await proviso(['test', policy]);
    expect(ran.stdout + ran.stderr).toMatch(
      /violate the constraint `noReturnBefore`: nothing is returned before it has come\n +help: .*: order\.deliveredOn, order\.returnedOn/,
    );
    expect(ran.code).toBe(1);
  });

  test('a name that --why-not misspells is told with what may be meant', async () => {
    const ran = await proviso([
      'assess',
      pack,
      '--facts',
      join(pack, 'case.yaml'),
      ...asOf,
      '--why-not',
      'refnd',
    ]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/nothing in the pack is named `refnd`\n +help: did you mean `refund`\?\n/);
  });

  test('what is wrong is JSON too where JSON is asked for', async () => {
    const ran = await proviso(['assess', pack, '--facts', '-', ...asOf, '--format', 'json'], {
      input: '{"order": 3}',
    });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(ran.stderr)).toMatchObject({ format: 1, error: { problems: [{ path: 'order' }] } });
  });

  test.each<[string, readonly string[], string]>([
    ['no date', ['--facts', '-'], "required option '--as-of <date>'"],
    ['no such day', ['--facts', '-', '--as-of', '2026-02-30'], 'There is no such day in the calendar'],
    ['no date at all', ['--facts', '-', '--as-of', 'yesterday'], 'year-month-day'],
    ['outside the period', ['--facts', '-', '--as-of', '2019-12-31'], '--as-of: '],
    ['no such goal', ['--facts', '-', ...asOf, '--goal', 'refunt'], 'did you mean `refund`?'],
    [
      'no such reading',
      ['--facts', '-', ...asOf, '--reading', 'a=b'],
      '--reading: there is no ambiguity `a`',
    ],
    [
      'no such file',
      ['--facts', 'nowhere.yaml', ...asOf],
      'cannot read `nowhere.yaml`: there is no such file',
    ],
    ['an unknown option', ['--facts', '-', ...asOf, '--gaol', 'x'], "unknown option '--gaol'"],
  ])('wrong use: %s', async (_, args, message) => {
    const ran = await proviso(['assess', pack, ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['twice.json', '{"order": {},\n "order": {}}', 'twice.json:2:'],
    ['alias.yaml', 'order: &a {}\nx: *a\n', 'anchor'],
    ['big.yaml', `order: {madeToMeasure: 99999999999999999999}\n`, 'cannot be held exactly'],
    ['zero.yaml', Uint8Array.of(1, 0, 2), 'zero byte'],
    ['huge.json', new Uint8Array(10_000_001).fill(0x20), 'at most 10000000'],
  ])('facts that cannot be read: %s', async (name, content, message) => {
    const ran = await proviso(['assess', pack, '--facts', await file(name, content), ...asOf]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('the facts cannot be read');
    expect(ran.stderr).toContain(message);
  });

  test.each([
    ['proto.json', '{"__proto__": {},\n "ordre": {}}'],
    ['proto.yaml', '__proto__: {}\nordre: {}\n'],
  ])('a key that no fact can have is told with whatever else is wrong: %s', async (name, content) => {
    const ran = await proviso(['assess', pack, '--facts', await file(name, content), ...asOf]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(`${name}:1: __proto__: \`__proto__\` is never the name of a fact`);
    expect(ran.stderr).toContain('help: rename or remove it');
    expect(ran.stderr).toContain(`${name}:2: ordre: there is no fact`);
  });
});

describe('facts and ask', () => {
  test('the template is valid facts, all unknown', async () => {
    const template = await proviso(['facts', pack, '--goal', 'refund']);
    expect(template).toMatchObject({ code: 0, stderr: '' });
    expect(template.stdout).toContain('# When was it delivered?\n  deliveredOn: null  # a date, or notYet');
    const ran = await proviso(['assess', pack, '--facts', '-', ...asOf], { input: template.stdout });
    expect(ran.code).toBe(0);
    const listed = JSON.parse((await proviso(['facts', pack, '--format', 'json'])).stdout);
    expect(
      listed.facts.find((fact: { readonly path: string }) => fact.path === 'order.madeToMeasure'),
    ).toMatchObject({ kind: 'fact', type: 'yesno', allowed: ['yes', 'no'] });
  });

  test('asks only what still matters', async () => {
    const ran = await proviso(['ask', pack, '--goal', 'refund', ...asOf, '--format', 'json'], {
      input: 'yes\n',
    });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('Were the goods made to measure?');
    const { asked, assessment } = JSON.parse(ran.stdout);
    expect(asked).toEqual([{ path: 'order.madeToMeasure', answer: true }]);
    expect(assessment.rules.refund.status).toBe('doesNotApply');
  });

  test('a judgement says what to consider after its question, in the interview and in the file to fill in', async () => {
    const [asked, template] = await Promise.all([
      proviso(['ask', 'test/golden/explain/constructs/workshop', '--goal', 'mayBorrow', ...asOf]),
      proviso(['facts', 'test/golden/explain/constructs/workshop']),
    ]);
    expect(asked.stderr).toMatch(/\(a judgement\)\n {2}Consider: /);
    expect(template.stdout).toMatch(/# Consider: /);
  });

  test('asks in words: of which member, of lists as of people, without what is typed in files', async () => {
    const tenancy = ['policies/tenancy-deposits', '--goal', 'protection', '--as-of', '2021-02-20'];
    const { stderr } = await proviso(['ask', ...tenancy], { input: 'yes\n' });
    expect(stderr).toMatch(/^Is there any deposit to tell of\?\n/);
    expect(stderr).toContain('\nAs to the first deposit: when did the landlord receive it?\n');
    expect(stderr).toContain(
      '\nAs to the first deposit: is there any person who paid for the tenant to tell of?\n',
    );
    expect(stderr).toContain('\nIs there another deposit to tell of?\n');
    expect(stderr).not.toContain('notYet');
    const workshop = ['test/golden/explain/constructs/workshop', '--goal', 'mayBorrow'];
    const members = await proviso(['ask', ...workshop, ...asOf]);
    expect(members.stderr).not.toMatch(/\[[^\]]*[a-z][A-Z]/);
  });

  test('understands back, ? and mistakes', async () => {
    const input = 'perhaps\nyes\n';
    const ran = await proviso(['ask', pack, '--goal', 'refund', ...asOf, '--format', 'json'], { input });
    expect(ran.stderr).toContain('not understood; answer with yes, no');
    const back = await proviso(['ask', pack, '--goal', 'refund', ...asOf, '--format', 'json'], {
      input: 'no\nback\n?\n',
    });
    expect(JSON.parse(back.stdout).asked[0]).toEqual({ path: 'order.madeToMeasure', answer: null });
  });

  test('--answers answers from a file, --save keeps the facts', async () => {
    const saved = path('saved.json');
    const ran = await proviso([
      'ask',
      pack,
      '--goal',
      'refund',
      ...asOf,
      '--answers',
      join(pack, 'case.yaml'),
      '--save',
      saved,
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('Breached, under guidance only: the seller must return the money');
    const again = await proviso(['assess', pack, '--facts', saved, ...asOf, '--goal', 'refund']);
    expect(again.stdout).toBe(ran.stdout);
  });
});

describe('build', () => {
  test('makes a package that decides, and that the other commands take', async () => {
    const out = path('built');
    const ran = await proviso(['build', pack, '--out', out]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const manifest = JSON.parse(await readFile(join(out, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'goods-returned', version: '0.1.0', type: 'module' });
    for (const { types, default: code } of [
      manifest.exports['.'],
      manifest.exports['./facts'],
      manifest.exports['./plan'],
    ]) {
      expect(await readFile(join(out, types), 'utf8')).not.toBe('');
      expect(await readFile(join(out, code), 'utf8')).toBeDefined();
    }
    expect(await readFile(join(out, 'dist/goal/refund.d.ts'), 'utf8')).toContain(
      'export declare function decideRefund',
    );
    expect(await proviso(['check', out])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('intact'),
    });
    expect((await proviso(['test', join(out, 'plan.json')])).stdout).toContain('3 passed');
    const assess = await proviso(['assess', out, '--facts', join(pack, 'case.yaml'), ...asOf]);
    expect(assess.stdout).toBe(
      (await proviso(['assess', pack, '--facts', join(pack, 'case.yaml'), ...asOf])).stdout,
    );
    expect((await proviso(['build', pack, '--out', out])).code).toBe(0);
  });

  test('takes the licences and notices of the pack along, and nothing that only sounds so', async () => {
    const licensed = path('licensed');
    await cp(pack, licensed, { recursive: true });
    for (const name of ['LICENSE', 'LICENSE-NOTE.md', 'NOTICE.txt', 'noticed.txt'])
      await writeFile(join(licensed, name), `The text of ${name}.\n`);
    const out = path('built-licensed');
    expect((await proviso(['build', licensed, '--out', out])).code).toBe(0);
    const told = (await readdir(out)).filter((name) => /^(licen|notice)/i.test(name));
    expect(told.sort()).toEqual(['LICENSE', 'LICENSE-NOTE.md', 'NOTICE.txt']);
    expect(await readFile(join(out, 'NOTICE.txt'), 'utf8')).toBe('The text of NOTICE.txt.\n');
    const { files } = JSON.parse(await readFile(join(out, 'package.json'), 'utf8'));
    expect(files).toEqual(expect.arrayContaining(told));
    expect(await readFile(join(out, 'README.md'), 'utf8')).toContain(
      '[LICENSE](LICENSE), [LICENSE-NOTE.md](LICENSE-NOTE.md), [NOTICE.txt](NOTICE.txt)',
    );
  });

  test('imports zod nowhere but in the schemas of facts, which agree with the types', async () => {
    const out = path('built');
    const manifest = JSON.parse(await readFile(join(out, 'package.json'), 'utf8'));
    expect(manifest.dependencies).not.toHaveProperty('zod');
    expect(manifest.peerDependenciesMeta).toEqual({ zod: { optional: true } });
    // Schemas of earlier versions compile code at run time.
    expect(manifest.peerDependencies).toEqual({ zod: '^4.1.0' });
    const files = await readdir(join(out, 'dist'), { recursive: true });
    const importing: string[] = [];
    for (const file of files.filter((name) => name.endsWith('.js')))
      if (/\bzod\b/.test(await readFile(join(out, 'dist', file), 'utf8'))) importing.push(file);
    expect(importing.sort()).toEqual(['facts.zod.js', 'zod/refund.js', 'zod/returnable.js']);
    expect(await readFile(join(out, 'dist/facts.zod.d.ts'), 'utf8')).toContain(
      'export declare const factsSchema: z.ZodMiniType<Facts>;',
    );
    expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('`goods-returned/facts.zod`');
  });

  test('replaces nothing that it did not build', async () => {
    const ran = await proviso(['build', pack, '--out', pack]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('no build is in it');
  });

  test('a plan that was changed is refused', async () => {
    const plan = await readFile(join(path('built'), 'plan.json'), 'utf8');
    const ran = await proviso([
      'check',
      await file('plan.json', plan.replace('"doesNotApply"', '"breached"')),
    ]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('is not as it was built');
    const other = await proviso(['check', await file('other.json', '{"format": 999}')]);
    expect(other.stderr).toContain('not 999');
    expect(other.code).toBe(2);
  });
});

describe('explain and help', () => {
  test('explains a code, lists them, suggests', async () => {
    const list = await proviso(['explain']);
    expect(list.code).toBe(0);
    // Whole sentences, however many colons they have.
    const unfinished = list.stdout.split('\n').filter((line) => line !== '' && !/[.?!]$/.test(line));
    expect(unfinished).toEqual([]);
    const codes = JSON.parse((await proviso(['explain', '--format', 'json'])).stdout).codes as readonly {
      readonly code: string;
    }[];
    expect(codes.length).toBeGreaterThan(20);
    const one = await proviso(['explain', codes[0]!.code]);
    expect(one.stdout).toContain('Reported');
    const wrong = await proviso(['explain', `${codes[0]!.code}x`]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('did you mean');
  });

  test('every command has help with examples', async () => {
    const listed = [...(await proviso(['--help'])).stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(listed).toEqual([
      'new',
      'check',
      'fmt',
      'rename',
      'test',
      'verify',
      'find',
      'mutate',
      'diff',
      'trace',
      'sources',
      'assess',
      'facts',
      'ask',
      'build',
      'release',
      'handbook',
      'playground',
      'explain',
      'record',
      'replay',
      'review',
    ]);
    for (const [command, ran] of await Promise.all(
      listed.map(async (name) => [name, await proviso([name, '--help'])] as const),
    )) {
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).toMatch(new RegExp(`Examples:\\n(.*\\n)*? +\\$.*proviso ${command} `));
    }
  });

  test('no command, an unknown one, the version', async () => {
    const none = await proviso([]);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('Usage: proviso');
    const unknown = await proviso(['asess']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('Did you mean assess?');
    const manifest = JSON.parse(
      await readFile(new URL('../../packages/cli/package.json', import.meta.url), 'utf8'),
    );
    expect((await proviso(['--version'])).stdout).toBe(`${manifest.version}\n`);
  });

  test('help of no command, and what was meant', async () => {
    const ran = await proviso(['help', 'chek']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/there is no command `chek`\n.*did you mean `check`\?/);
  });

  test('wrong arguments are told as JSON where JSON is asked for', async () => {
    const ran = await proviso(['assess', pack, '--format', 'json']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(ran.stderr)).toMatchObject({
      format: 1,
      error: { message: "required option '--facts <file>' not specified", problems: [] },
    });
    // There it is the form of a file.
    expect((await proviso(['record', pack, '--format', 'json'])).stderr).toMatch(/^error: required option/);
  });

  test('an option with one value is not given two', async () => {
    const ran = await proviso(['assess', pack, '--facts', 'a.yaml', '--facts', 'b.yaml', ...asOf]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain("option '--facts <file>' is given twice");
  });

  test('a pack that an option of many values has swallowed', async () => {
    const ran = await proviso(['facts', '--goal', 'refund', pack]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--goal takes every word after it: put other arguments before it');
  });

  test('no colours into a pipe', async () => {
    const ran = await proviso(['check', 'nothing'], { env: { NO_COLOR: '1' } });
    // oxlint-disable-next-line no-control-regex -- looking for escapes is the point
    expect(ran.stdout + ran.stderr).not.toMatch(/\u001b\[/);
  });
});
