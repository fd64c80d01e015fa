import { describe, expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';
import { editDistance, didYouMean } from './did-you-mean.ts';
import { lineIndex } from './lines.ts';
import { renderJson } from './render-json.ts';
import { renderSarif } from './render-sarif.ts';
import { renderText } from './render-text.ts';

const text = 'fact a: yesno {\n  ask "x"\n  ask "y"\n}\n';
const sources = new Map([['main.policy', text]]);
const { diagnostics } = parseFile(text, 'main.policy');

describe('text', () => {
  test('shows the place, the related place and the help', () => {
    expect(renderText(diagnostics, sources)).toBe(`error[repeated-clause]: \`ask\` is said a second time
 --> main.policy:3:3
  |
3 |   ask "y"
  |   ^^^^^^^
 ::: main.policy:2:3
  |
2 |   ask "x"
  |   ------- first said here
  = help: keep one of the two
`);
  });

  test('is coloured only by its caller', () => {
    const styled = renderText(diagnostics, sources, {
      style: (role, words) => `<${role}>${words}</${role}>`,
    });
    expect(styled).toContain('<error>error[repeated-clause]</error>: <title>');
    expect(styled.replaceAll(/<\/?[a-z]+>/g, '')).toBe(renderText(diagnostics, sources));
  });

  test('shows what cannot be seen, and never prints it', () => {
    const hidden = `import "a\u202eb\u001b[31m"\n`;
    const shown = renderText(parseFile(hidden, 'x').diagnostics, new Map([['x', hidden]]));
    expect(['\u202e', '\u001b'].filter((each) => shown.includes(each))).toEqual([]);
    expect(shown).toContain('�');
  });

  test('cuts a long line around the place', () => {
    const long = `// ${'x'.repeat(500)}\ndefine d { means ${'a and '.repeat(100)}b or c cite code p.1 }`;
    const shown = renderText(parseFile(long, 'x').diagnostics, new Map([['x', long]]));
    expect(Math.max(...shown.split('\n').map((each) => each.length))).toBeLessThan(200);
  });

  test('stops after so many, and says how many are left', () => {
    const two = [...diagnostics, ...diagnostics];
    expect(renderText(two, sources, { limit: 1 })).toBe(
      `${renderText(diagnostics, sources)}\n… and 1 more\n`,
    );
    expect(renderText(two, sources, { limit: 2 })).not.toContain('more');
  });

  test('does without the source', () => {
    expect(renderText(diagnostics, new Map())).toContain('--> main.policy');
  });
});

describe('JSON', () => {
  test('counts lines and columns from one', () => {
    const [first] = renderJson(diagnostics, sources);
    expect(first?.place).toEqual({
      file: 'main.policy',
      start: { line: 3, column: 3, offset: 28 },
      end: { line: 3, column: 10, offset: 35 },
    });
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });
});

describe('SARIF', () => {
  test('has the rule, the result and the fix', () => {
    const bad = 'define d {\n  means a && b\n  cite code p.1\n}\n';
    const log = renderSarif(
      parseFile(bad, 'a b.policy').diagnostics,
      new Map([['a b.policy', bad]]),
      '1.2.3',
    );
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'proviso', semanticVersion: '1.2.3', rules: [{ id: 'foreign-operator' }] },
          },
          results: [
            {
              ruleId: 'foreign-operator',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'a%20b.policy' },
                    region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 13 },
                  },
                },
              ],
              fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'and' } }] }] }],
            },
          ],
        },
      ],
    });
  });
});

describe('did you mean', () => {
  test.each([
    ['', 'abc', 3],
    ['means', 'meens', 1],
    ['means', 'maens', 1],
    ['mean', 'means', 1],
    ['abc', 'xyz', 3],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect([editDistance(a, b), editDistance(b, a)]).toEqual([distance, distance]);
  });

  test.each([
    ['requries', 'requires'],
    ['Means', 'means'],
    ['x', undefined],
    ['somethingElse', undefined],
    ['a'.repeat(1000), undefined],
  ])('%s suggests %s', (word, expected) => {
    expect(didYouMean(word, ['requires', 'means', 'y'])).toBe(expected);
  });
});

test('lines end in LF, CRLF or CR', () => {
  const index = lineIndex('a\nb\r\nc\rd');
  expect([0, 2, 5, 7].map((offset) => index.position(offset).line)).toEqual([1, 2, 3, 4]);
  expect([1, 2, 3, 4, 5].map((line) => index.lineText(line))).toEqual(['a', 'b', 'c', 'd', '']);
});
