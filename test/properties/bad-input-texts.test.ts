/** Every entry point that takes the text of a policy, with every kind of bad text: findings with places, never a throw. */
import { compilePack, loadPack } from '@proviso/compiler';
import {
  checkPack,
  type Diagnostic,
  explainCode,
  formatText,
  parseFile,
  renderJson,
  renderSarif,
  renderText,
} from '@proviso/language';
import { describe, expect, test } from 'vitest';
import { badInputPack } from '../support/bad-input-pack.ts';

const head = 'pack p { title "P" version "0.1.0" period from 2020-01-01 }\nsource s "S" { status statute }\n';
const fact = 'fact f: yesno { ask "f?" say "f {is|is not}" }\n';
const define = (name: string, means: string): string =>
  `define ${name} { say "${name} {is|is not}" means ${means} cite s s.1 }\n`;
const defineF = (means: string): string => head + fact + define('d', means);
/** As many repetitions as fit in the largest file, less the head. */
const fill = (text: string): string => text.repeat(Math.floor(1_040_000 / Buffer.byteLength(text)));

/** What is wrong with a text: the codes that must be among the findings; none where the text is sound. */
type Case = readonly [name: string, text: string, codes: readonly string[]];

const small: readonly Case[] = [
  ['empty', '', ['missing-pack']],
  ['only blanks', ' \n\t\n ', ['missing-pack']],
  ['only a byte order mark', '\ufeff', ['missing-pack']],
  ['byte order mark and CRLF', `\ufeff${defineF('f').replaceAll('\n', '\r\n')}`, []],
  ['byte order mark within', head + '\ufeff' + fact + define('d', 'f'), ['invisible-character']],
  ['a lone carriage return for each line', defineF('f').replaceAll('\n', '\r'), []],
  ['zero byte', `${head}\u0000`, ['not-text']],
  ['binary', String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i)), ['not-text']],
  [
    'binary without a zero',
    String.fromCharCode(...Array.from({ length: 255 }, (_, i) => i + 1)),
    ['invisible-character'],
  ],
  ['lone surrogates', `${head}\ud800\udfff\ud800`, ['unknown-character']],
  ['another script', `${head}факт имя: yesno`, ['non-ascii-name']],
  ['bidirectional control in a text', defineF('f').replace('"f?"', '"f\u202e?"'), ['invisible-character']],
  ['bidirectional control in a comment', `${defineF('f')}// \u2066hidden\u2069\n`, ['invisible-character']],
  ['escape sequence in a text', defineF('f').replace('"f?"', '"\u001b[31mf?"'), ['invisible-character']],
  [
    'unsafe number',
    head + 'fact n: number { ask "n?" say "n {value}" }\n' + define('d', 'n > 9007199254740993'),
    ['number-too-large'],
  ],
  ['impossible date', defineF('asOf > 2025-02-30'), ['no-such-day']],
  ['impossible period', 'pack p { title "P" version "0.1.0" period from 2020-13-45 }', ['no-such-day']],
  [
    'the same clause twice',
    head.replace('version "0.1.0"', 'version "0.1.0" version "0.1.1"'),
    ['repeated-clause'],
  ],
  ['the same name twice', defineF('f') + fact, ['duplicate-name']],
  [
    'a name of the host\u2019s objects',
    head + 'fact constructor: yesno { ask "c?" say "c {is|is not}" }',
    ['reserved-name'],
  ],
  [
    'a name of the host\u2019s prototypes',
    head + 'fact __proto__: yesno { ask "c?" say "c {is|is not}" }',
    ['non-ascii-name'],
  ],
  ['an import out of the folder', `${head}import "../../etc/passwd"\n`, ['import-outside']],
  ['an import by address', `${head}import "https://example.org/x.policy"\n`, ['import-outside']],
  ['an import of itself', `${head}import "pack.policy"\n${fact}${define('d', 'f')}`, []],
  [
    'a circle of definitions',
    head + define('a', 'b') + define('b', 'c') + define('c', 'a'),
    ['circular-definition'],
  ],
  ['a record in itself', `${head}record R "r" { fact r: R }\nfact r: R\n`, ['record-in-itself']],
  ['brackets as deep as allowed', defineF(`${'('.repeat(63)}f${')'.repeat(63)}`), []],
  ['brackets one too deep', defineF(`${'('.repeat(64)}f${')'.repeat(64)}`), ['nested-too-deep']],
  ['unclosed text', `${head}fact f: yesno { ask "f?`, ['unterminated-string']],
  ['other language', 'function f() { return 1; }', ['missing-pack']],
];

/** Large ones; each must be read in a few seconds on a slow machine, for work is bounded by bytes. */
const large: readonly Case[] = [
  ['one byte too many', head + ' '.repeat(1_048_577 - head.length), ['file-too-large']],
  ['a million bytes too many', 'x'.repeat(2_048_576), ['file-too-large']],
  ['100,000 round brackets', `${head}define d { means ${'('.repeat(100_000)}`, ['nested-too-deep']],
  ['100,000 curly brackets', head + '{'.repeat(100_000), ['nested-too-deep']],
  ['100,000 of all brackets', head + '({['.repeat(33_333), ['nested-too-deep']],
  ['100,000 closing brackets', head + ')'.repeat(100_000), ['extra-bracket']],
  ['a chain of operators', `${head}define d { means f ${'+ 1 '.repeat(100_000)}}`, ['nested-too-deep']],
  [
    '100,000 times not',
    `${head}${fact}define d { say "x" means ${'not '.repeat(100_000)}f }`,
    ['double-not'],
  ],
  ['5,000 operands', defineF(Array.from({ length: 5000 }, () => 'f').join(' and ')), []],
  [
    'a definition over a definition, 2,000 times',
    head +
      fact +
      Array.from({ length: 2000 }, (_, i) => define(`d${i}`, i === 0 ? 'f' : `d${i - 1}`)).join(''),
    ['definitions-too-deep'],
  ],
  [
    '6,000 declarations',
    head + Array.from({ length: 6000 }, (_, i) => `bearer b${i} "b"\n`).join(''),
    ['too-many-declarations-in-file'],
  ],
  [
    'dates that double with each definition',
    head +
      'event e { ask "e?" say "e {value}" }\n' +
      Array.from(
        { length: 14 },
        (_, i) =>
          `define t${i}: date { say "t {value}" means latest of { ${i === 0 ? 'e' : `t${i - 1}`}, 1 day after ${i === 0 ? 'e' : `t${i - 1}`} } cite s s.1 }\n`,
      ).join('') +
      define('d', 't13 < asOf'),
    ['comparison-too-large'],
  ],
  ['one long name', head + fill('a'), ['unknown-declaration']],
  ['one long unclosed text', `${head}"${fill('a')}`, ['unterminated-string']],
  ['one long line of bidirectional controls', head + fill('\u202e'), ['invisible-character']],
  ['errors within one record', `${head}record R "r" {\n${fill('\nfact a ')}}`, ['expected-something-else']],
  [
    'errors within one case',
    `${head}scenario "x" as of 2020-01-01 { given {\n${fill('\na: ')}} }`,
    ['expected-something-else'],
  ],
  ['beginnings of declarations', head + fill('define '), ['expected-something-else']],
  ['beginnings of comments', head + fill('/*'), ['too-many-findings']],
  ['quotes', head + fill('"'), ['unknown-declaration']],
  ['escapes', `${head}fact f: yesno { ask "${fill('\\q')}" }`, ['too-many-findings']],
  ['places in a text', `${head}fact f: yesno { ask "f?" say "${fill('{a|')}" }`, ['say-braces']],
  ['half a pinpoint', head + fill('p.1('), ['nested-too-deep']],
  ['half a statement id', head + fill('AAAAAAAA'), ['unknown-declaration']],
  ['digits', head + fill('1'), ['unknown-declaration']],
];

const entries: readonly (readonly [name: string, run: (text: string) => readonly Diagnostic[]])[] = [
  ['parseFile', (text) => parseFile(text, 'pack.policy').diagnostics],
  ['formatText', (text) => formatText(text, 'pack.policy').diagnostics],
  ['checkPack', (text) => checkPack(new Map([['pack.policy', text]]), 'pack.policy').diagnostics],
  ['compilePack', (text) => compilePack(new Map([['pack.policy', text]]), 'pack.policy').diagnostics],
  ['loadPack', (text) => loadPack(new Map([['pack.policy', text]]), 'pack.policy').diagnostics],
];

/** Every finding says where, what and what to do. */
function expectUseful(diagnostics: readonly Diagnostic[], text: string): void {
  for (const { code, message, span, help, fix } of diagnostics) {
    expect(span.start, code).toBeGreaterThanOrEqual(0);
    expect(span.end, code).toBeGreaterThanOrEqual(span.start);
    expect(span.end, code).toBeLessThanOrEqual(text.length);
    expect(message, code).toMatch(/\S/);
    expect(message.length, code).toBeLessThan(2000);
    // What to do is said beside it, or by `proviso explain CODE` with an example that is right.
    expect(help ?? fix?.title ?? explainCode(code)?.explanation, `${code} says what to do`).toMatch(/\S/);
  }
}

const errorsOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe.each(entries)('%s', (entry, run) => {
  // A single file may lack a pack, and names are of no concern to its syntax: only whoever sees the pack reports them.
  const ofPack = ['checkPack', 'compilePack', 'loadPack'].includes(entry);

  test.each(small)('%s', (_, text, codes) => {
    const diagnostics = run(text);
    expectUseful(diagnostics, text);
    const found = diagnostics.map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(ofPack ? [...codes] : []));
    expect(codes.length > 0 || errorsOf(diagnostics).length === 0).toBe(true);
  });
});

describe('compilePack on large texts', () => {
  test.each(large)(
    '%s',
    (_, text, codes) => {
      const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
      expectUseful(diagnostics, text);
      expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
      expect(value === undefined).toBe(errorsOf(diagnostics).length > 0);
      expect(diagnostics.length).toBeLessThan(1000);
    },
    20_000,
  );
});

test('100,000 nested brackets give a finding in well under a second', () => {
  const text = `${head}define d { means ${'('.repeat(100_000)}`;
  compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  const before = performance.now();
  const { diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  expect(performance.now() - before).toBeLessThan(500);
  expect(diagnostics.map(({ code }) => code)).toContain('nested-too-deep');
});

describe('wrong types', () => {
  test.each([
    ['no files at all', new Map<string, string>(), ''],
    ['an entry that is not there', new Map([['a.policy', head]]), 'b.policy'],
    ['an entry named like a prototype', new Map([['a.policy', head]]), '__proto__'],
  ])('%s', (_, files, entry) => {
    const { value, diagnostics } = compilePack(files, entry);
    expect(value).toBeUndefined();
    expect(errorsOf(diagnostics)).not.toEqual([]);
  });
});

describe('rendering', () => {
  const hostile = `${head}fact \u202eevil\u001b[2J: yesno { ask "\u001b]0;title\u0007" }\n`;
  const { diagnostics } = checkPack(new Map([['pack.policy', hostile]]), 'pack.policy');
  const files = new Map([['pack.policy', hostile]]);

  test('text shows control characters as a mark, whatever the file holds', () => {
    expect(diagnostics).not.toEqual([]);
    expect(renderText(diagnostics, files)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069](?<!\n)/u);
  });

  test('JSON and SARIF can be read back', () => {
    for (const report of [renderJson(diagnostics, files), renderSarif(diagnostics, files, '1.0.0')])
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('nothing is lost', () => {
  test('a text with errors is not formatted', () => {
    for (const [name, text] of [...small, ...large.slice(0, 6)]) {
      const { value, diagnostics } = formatText(text, 'pack.policy');
      expect([name, value === undefined]).toEqual([name, errorsOf(diagnostics).length > 0]);
    }
  });

  test('CRLF and a byte order mark change the layout and nothing else', () => {
    const plain = formatText(badInputPack, 'pack.policy').value;
    expect(plain).toMatch(/\S/);
    expect(formatText(`\ufeff${badInputPack.replaceAll('\n', '\r\n')}`, 'pack.policy').value).toBe(plain);
  });
});
