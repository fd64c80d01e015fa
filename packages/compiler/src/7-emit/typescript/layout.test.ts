import { expect, test } from 'vitest';
import { formatDay } from './calendar.ts';
import { asTypeScript, typed } from './erasable.ts';
import { allOf, anyOf, atom, jsFalse, jsTrue, negate, ternary } from './js.ts';
import { group, hardline, ifBroken, indent, line, list, print, softline } from './layout.ts';
import { mark } from './marks.ts';
import { Names } from './names.ts';
import { identifier, key, member, quote } from './spelling.ts';
import { parameters, used } from './unused.ts';

const [a, b, c] = [atom('a'), atom('b'), atom('c')];

test('a list stands on one line where it fits, else one item a line', () => {
  expect(print(list('{', ['a', 'b'], '}', line))).toBe('{ a, b }');
  const long = Array.from({ length: 12 }, (_, i) => `aRatherLongName${i}`);
  expect(print(list('[', long, ']'))).toBe(`[\n${long.map((name) => `  ${name},\n`).join('')}]`);
});

test('a group counts what follows it up to where the line may be broken', () => {
  const items = Array.from({ length: 8 }, (_, i) => `nameNumber${i}`);
  const flat = `[${items.join(', ')}]`;
  const fits = ';'.repeat(110 - flat.length);
  expect(print([list('[', items, ']'), fits, line])).toBe(`${flat}${fits}\n`);
  expect(print([list('[', items, ']'), fits, ';', line])).toMatch(/^\[\n {2}nameNumber0,\n/);
});

test('what is broken is indented, and only then is what is printed where a group is broken', () => {
  const choice = group('x =', indent(line, ifBroken('| '), 'a'.repeat(60), line, '| ', 'b'.repeat(60)), ';');
  expect(print(choice)).toBe(`x =\n  | ${'a'.repeat(60)}\n  | ${'b'.repeat(60)};`);
  expect(print(group('x =', indent(line, ifBroken('| '), 'a'), ';'))).toBe('x = a;');
  expect(print(group('(', indent(softline, group('a', hardline, 'b')), softline, ')'))).toBe(
    '(\n  a\n  b\n)',
  );
});

test('a text with line breaks of its own is left as it is', () => {
  const text = 'one\n\n  two  \nthree';
  expect(print(text)).toBe(text);
  expect(print([text, hardline, 'four'])).toBe(`${text}\nfour`);
});

test('a group without an end is a bug, not a loop', () => {
  expect(() => print(mark.group)).toThrow('has no end');
});

test('brackets stand where the meaning or the reader needs them', () => {
  expect(print(anyOf([allOf([a, b]), c]).doc)).toBe('(a && b) || c');
  expect(print(allOf([anyOf([a, b]), c]).doc)).toBe('(a || b) && c');
  expect(print(negate(anyOf([a, b])).doc)).toBe('!(a || b)');
  expect(print(allOf([ternary(a, b, c), c]).doc)).toBe('(a ? b : c) && c');
});

test('constants fold', () => {
  expect(allOf([a, jsFalse])).toBe(jsFalse);
  expect(allOf([jsTrue])).toBe(jsTrue);
  expect(anyOf([a, jsTrue])).toBe(jsTrue);
  expect(print(anyOf([a, jsFalse]).doc)).toBe('a');
  expect(negate(jsTrue)).toBe(jsFalse);
  expect(ternary(jsFalse, a, b)).toBe(b);
});

test('names are unique and never reserved', () => {
  const names = new Names();
  expect(['letter', 'letter', 'class', 'a.b'].map((name) => names.take(name))).toEqual([
    'letter',
    'letter2',
    'class2',
    'aB',
  ]);
  expect(identifier('9 lives')).toBe('_9Lives');
});

test('texts of a policy cannot leave their literal', () => {
  expect(quote(`it's "so" \\ \u2028`)).toBe(`'it\\'s "so" \\\\ \\u2028'`);
  expect(key('a-b')).toBe('"a-b"');
  expect(key('__proto__')).toBe('"__proto__"');
  expect(member('a-b')).toBe('["a-b"]');
});

test('what is not mentioned is left out', () => {
  const declarations = [
    { name: 'one', text: 'const one = two;' },
    { name: 'two', text: 'const two = 2;' },
    { name: 'three', text: 'const three = 3;' },
  ];
  expect(used(declarations, 'return one;').map(({ name }) => name)).toEqual(['one', 'two']);
  expect(
    parameters([typed('a', 'number'), typed('b', 'string')], 'return x.a + b;').map(asTypeScript),
  ).toEqual(['_a: number', 'b: string']);
});

test('dates', () => {
  expect([0, 17676, -719_162, 2_932_896].map(formatDay)).toEqual([
    '1970-01-01',
    '2018-05-25',
    '0001-01-01',
    '9999-12-31',
  ]);
});
