import { Lexer } from 'chevrotain';
import { describe, expect, test } from 'vitest';
import { applyFix } from '../diagnostics/diagnostic.ts';
import { parseFile } from '../parse-file.ts';
import { utf8Length } from './characters.ts';
import { lex, stringValue } from './lex.ts';
import { maxDeclarations, maxFileBytes, maxFindings, maxNesting } from './limits.ts';
import { lexedTokens } from './tokens.ts';

const names = (text: string): readonly string[] =>
  lex(text, 't').tokens.map(({ tokenType }) => tokenType.name);
const codes = (text: string): readonly string[] => parseFile(text, 't').diagnostics.map(({ code }) => code);
const means = (condition: string): string => `define d {\n  means ${condition}\n  cite code p.1\n}\n`;

describe('tokens', () => {
  test('are well defined', () => {
    const { lexerDefinitionErrors } = new Lexer([...lexedTokens], {
      ensureOptimizations: true,
      deferDefinitionErrorsHandling: true,
    });
    expect(lexerDefinitionErrors).toEqual([]);
  });

  test.each([
    ['2018-05-25', ['Date']],
    ['12.50 12', ['Number', 'Number']],
    [
      'p.45 sch.1 para.22(3) art.9(2)(d) reg.22',
      ['Pinpoint', 'Pinpoint', 'Pinpoint', 'Pinpoint', 'Pinpoint'],
    ],
    ['DM-31 EX-10b PRO-01', ['StatementId', 'StatementId', 'StatementId']],
    ['message.channel', ['Identifier', '.', 'Identifier']],
    ['not notYet nothing', ['not', 'notYet', 'Identifier']],
    ['day days daylight', ['day', 'days', 'Identifier']],
    ['a<=b', ['Identifier', '<=', 'Identifier']],
    ['"a \\" b"', ['String']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(lex(text, 't').diagnostics).toEqual([]);
  });

  test('a text has its escapes resolved', () => {
    const [token] = lex('"a \\"b\\" \\\\ c\\nd"', 't').tokens;
    expect(token && stringValue(token)).toBe('a "b" \\ c\nd');
  });

  test('every keyword but the reserved ones may be a name', () => {
    const text =
      'fact title: yesno\nfact date: date\nfact fact: yesno\ndefine when {\n  means title and fact.date\n  cite cite p.1\n}\n';
    expect(codes(text)).toEqual([]);
  });
});

describe('odd files', () => {
  test.each([
    ['empty', ''],
    ['a byte order mark', '\ufeffimport "a.policy"\n'],
    ['CRLF', 'import "a.policy"\r\nimport "b.policy"\r\n'],
    ['CR alone', 'import "a.policy"\rimport "b.policy"\r'],
    ['no line break at the end', '// only a comment'],
  ])('%s is read without a finding', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  test('spans count the byte order mark', () => {
    const text = '\ufeffimport "a.policy"';
    const [declaration] = parseFile(text, 't').value.declarations;
    expect(text.slice(declaration?.span.start, declaration?.span.end)).toBe('import "a.policy"');
  });

  test.each([
    ['a right-to-left override in a comment', `// \u202ehidden\n`],
    ['an isolate in a text', `import "a\u2066b"\n`],
    ['a zero-width joiner between words', `import\u200d "a"\n`],
    ['a no-break space', `import\u00a0"a"\n`],
    ['an escape character', `// \u001b[31m\n`],
    ['a byte order mark inside', `import "a"\n\ufeff\n`],
    ['half a surrogate pair', `// \ud83d\n`],
  ])('%s is refused, and the fix removes it', (_, text) => {
    const { diagnostics } = parseFile(text, 't');
    expect(diagnostics.map(({ code }) => code)).toEqual(['invisible-character']);
    const fix = diagnostics[0]?.fix;
    expect(fix && codes(applyFix(text, fix))).toEqual([]);
  });

  test('letters outside ASCII are welcome in texts and comments', () => {
    expect(codes('// déjà vu 日本 🙂\nimport "naïve – “quoted”.policy"\n')).toEqual([]);
  });

  test('neighbouring unknown characters are one finding', () => {
    expect(codes('@@@@ §§§')).toEqual(['unknown-character', 'unknown-character']);
  });

  test('noise is cut off', () => {
    const found = codes('@ '.repeat(5000));
    expect(found).toHaveLength(maxFindings + 1);
    expect(found.at(-1)).toBe('too-many-findings');
  });

  test('an image gives one finding', () => {
    expect(codes('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR')).toEqual(['not-text']);
  });
});

describe('limits', () => {
  test('bytes are those of UTF-8', () => {
    for (const text of ['', 'a', 'é', '€', '🙂', 'a\ud800b', '\ud83d']) {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    }
  });

  test('a file of exactly the limit is read, one byte more is not', () => {
    const atLimit = `//${'é'.repeat((maxFileBytes - 4) / 2)}\n`.padEnd(0);
    const exact = atLimit + ' '.repeat(maxFileBytes - Buffer.byteLength(atLimit));
    expect(Buffer.byteLength(exact)).toBe(maxFileBytes);
    expect(codes(exact)).toEqual([]);
    expect(codes(`${exact} `)).toEqual(['file-too-large']);
  });

  test.each([
    ['round brackets', (n: number) => means('('.repeat(n - 1) + 'yes' + ')'.repeat(n - 1))],
    ['braces', (n: number) => means('any of { '.repeat(n - 1) + 'yes' + ' }'.repeat(n - 1))],
    ['sums', (n: number) => means(`a${' + 1'.repeat(n - 1)} < 2`)],
    ['shifts', (n: number) => means(`${'1 day after '.repeat(n - 1)}d < asOf`)],
    [
      'sums in brackets',
      (n: number) =>
        means(
          `${'1 + ('.repeat(maxNesting / 2 - 1)}1${' + 1'.repeat(n - maxNesting + 1)}${')'.repeat(maxNesting / 2 - 1)} < 2`,
        ),
    ],
    ['sections', (n: number) => `${'section "s" {\n'.repeat(n)}${'}\n'.repeat(n)}`],
  ])('%s nest to the limit and no deeper', (_, nested) => {
    expect(codes(nested(maxNesting))).toEqual([]);
    expect(codes(nested(maxNesting + 1))).toEqual(['nested-too-deep']);
  });

  test.each([
    ['('],
    ['['],
    ['{'],
    ['all of {'],
    ['case {'],
    ['section "s" {'],
    ['not ('],
    ['1 day after '],
    ['1 - '],
  ])('100,000 times `%s` is one finding, at once', (opening) => {
    const text = means(opening.repeat(100_000)).slice(0, maxFileBytes);
    const started = process.cpuUsage();
    expect(codes(text)).toEqual(['nested-too-deep']);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });

  test('declarations are counted through sections and records', () => {
    const file = (n: number): string =>
      `section "s" {\nrecord R "r" {\n${'fact a: yesno\n'.repeat(10)}}\n${'import "x"\n'.repeat(n - 12)}}\n`;
    expect(codes(file(maxDeclarations))).toEqual([]);
    expect(codes(file(maxDeclarations + 1))).toEqual(['too-many-declarations-in-file']);
  });
});
