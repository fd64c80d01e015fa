import { describe, expect, test } from 'vitest';
import { FactsFileError, type FileProblem } from './document.ts';
import { readFactsFile } from './read-facts-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'facts.yaml'): unknown => readFactsFile(bytes(text), name).data;

function problems(content: string | Uint8Array, name: string): readonly FileProblem[] {
  try {
    readFactsFile(typeof content === 'string' ? bytes(content) : content, name);
  } catch (error) {
    if (error instanceof FactsFileError) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is read', () => {
  test.each([
    [
      'facts.yaml',
      'message:\n  promotes: yes\n  sentOn: 2019-06-01\n  recorded: no\n  name: "yes"\n  seen: null\n  n: -1.5\n',
    ],
    [
      'facts.json',
      '{"message": {"promotes": true, "sentOn": "2019-06-01", "recorded": false, "name": "yes", "seen": null, "n": -1.5}}',
    ],
    [
      '-',
      '  {"message": {"promotes": true, "sentOn": "2019-06-01", "recorded": false, "name": "yes", "seen": null, "n": -1.5}}',
    ],
    [
      'facts.yml',
      '\uFEFFmessage: {promotes: true, sentOn: 2019-06-01, recorded: false, name: "yes", seen: , n: -1.5}\r\n',
    ],
  ])('%s', (name, text) => {
    expect(read(text, name)).toEqual({
      message: { promotes: true, sentOn: '2019-06-01', recorded: false, name: 'yes', seen: null, n: -1.5 },
    });
  });

  test('in YAML yes and no are answers as true and false are; other words of YAML 1.1 are text', () => {
    expect(read('a: [yes, Yes, YES, true, True, TRUE]\nb: [no, No, NO, false, False, FALSE]\n')).toEqual({
      a: Array(6).fill(true),
      b: Array(6).fill(false),
    });
    expect(read('a: [on, Off, y, N, yEs, "yes"]\n')).toEqual({ a: ['on', 'Off', 'y', 'N', 'yEs', 'yes'] });
  });

  test('nothing at all is no facts', () => {
    expect(read('')).toEqual({});
    expect(read('# only a comment\n')).toEqual({});
    expect(read('\n', 'facts.json')).toEqual({});
  });

  test.each([
    ['a.json', '{"__proto__": {"constructor": 1}}'],
    ['a.yaml', '__proto__:\n  constructor: 1\n'],
  ])('a key that reaches a prototype is a member like any other: %s', (name, text) => {
    const data = read(text, name) as object;
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.entries(data)).toEqual([['__proto__', { constructor: 1 }]]);
  });

  test('escapes of JSON', () => {
    expect(read(String.raw`{"a": "\ud83d\ude00 \" \\ \/ \n"}`, 'a.json')).toEqual({ a: '😀 " \\ / \n' });
  });

  test.each(['facts.json', 'facts.yaml'])('the lines of values in %s', (name) => {
    const document = readFactsFile(
      bytes('{\n"letters": [\n  { "inWriting": true },\n  {\n    "period": 3 } ] }'),
      name,
    );
    expect(document.lineOf('letters[1].period')).toBe(5);
    expect(document.lineOf('letters[0].inWriting')).toBe(3);
    expect(document.lineOf('letters[1].unheardOf')).toBe(4);
    expect(document.lineOf('elsewhere')).toBe(1);
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [name: string, text: string, message: string, line: number])[] = [
    ['a.json', '{"a": 1,\n "a": 2}', '`a` is given twice', 2],
    ['a.yaml', 'a: 1\nb: 2\na: 3\n', '`a` is given twice', 3],
    ['a.json', '{"n": 12345678901234567890}', '`12345678901234567890` cannot be held exactly', 1],
    ['a.json', '{"n": 1e400}', 'cannot be held exactly', 1],
    ['a.yaml', 'n: 0.1234567890123456789\n', 'cannot be held exactly', 1],
    ['a.yaml', 'a: 1\nn: .inf\n', '`.inf` is not a number that facts can have', 2],
    ['a.yaml', 'n: 0x10\n', '`0x10` is not a number that facts can have', 1],
    ['a.yaml', 'a: &x 1\nb: *x\n', 'the anchor `&x` is not read', 1],
    ['a.yaml', 'a: !!binary aGk=\n', 'the tag', 1],
    ['a.yaml', 'a: !secret 3\n', 'the tag', 1],
    ['a.yaml', 'a: 1\n---\nb: 2\n', 'a second document begins here', 2],
    ['a.yaml', 'a:\n\tb: 1\n', 'tab', 2],
    ['a.yaml', '? [a]\n: 1\n', 'a key is not a plain name', 1],
    ['a.json', '{"a": yes}', 'found `yes`', 1],
    ['a.json', '{"a": 1,}', 'a comma stands before `}`', 1],
    ['a.json', '{"a": 1} x', 'there is more after the end', 1],
    ['a.json', '{"a": "x\n"}', 'a text is not closed on its line', 1],
    ['a.json', '{"a": "\\q"}', 'an escape that JSON does not have', 1],
    ['a.json', '{"a" 1}', 'expected `:`, found `1`', 1],
    ['a.json', '[1', 'expected `,` or `]`, found the end of the file', 1],
    ['a.json', '{a: 1}', 'expected a key in double quotes', 1],
    ['a.json', '['.repeat(100_000), 'values nest deeper than 64', 1],
    ['a.yaml', `a: ${'['.repeat(20_000)}`, 'values nest too deep to read', 1],
    ['a.yaml', `a: ${'['.repeat(100)}${']'.repeat(100)}`, 'values nest deeper than 64', 1],
  ];
  // The texts are too long for a title.
  test.each(refused.map(([name, text, message, line]) => [name, message, line, text] as const))(
    '%s: %s, line %i',
    (name, message, line, text) => {
      const [problem] = problems(text, name);
      expect(problem?.message).toContain(message);
      expect(problem?.line).toBe(line);
    },
  );

  test('a bomb of aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
      .join('\n')}\n`;
    expect(problems(bomb, 'a.yaml')[0]?.message).toContain('anchor');
  });

  test.each<[string, Uint8Array, string]>([
    ['a zero byte', Uint8Array.of(0x61, 0x0a, 0, 0x62), 'zero byte'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'UTF-16'],
    ['Latin-1', Uint8Array.of(0x61, 0x3a, 0xe9), 'not text in UTF-8'],
    ['more than 10 MB', new Uint8Array(10_000_001).fill(0x20), 'at most 10000000 are read'],
  ])('%s', (_, content, message) => {
    expect(problems(content, 'a.yaml')[0]?.message).toContain(message);
  });

  test('many keys do not take quadratic time', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(Object.keys(read(text) as object)).toHaveLength(50_000);
  }, 20_000);
});
