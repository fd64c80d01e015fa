import { describe, expect, test } from 'vitest';
import { policy } from '../diagnostics/samples.ts';
import { checkPack } from './check-pack.ts';

const yesno = (name: string): string => `fact ${name}: yesno { ask "?" say "it {is|is not}" }\n`;
const say = 'say "it {is|is not}"';

describe('one mistake is told once, with what to do', () => {
  const whole = (condition: string): string => `define x { ${say} means ${condition} cite act s.1 }\n`;
  const dated = 'event e { ask "?" say "e was on {value}" }\nfact n: number { ask "?" say "n is {value}" }\n';
  const lists = `record L "the letter" { fact r: date { ask "?" say "it came on {value}" } }\nfact ls: list of L\n`;
  const set = 'enum S { u, v }\nfact s: set of S { ask "?" say "they {have|lack} {value}" }\n';
  const readings = 'ambiguity m "D-1" {\n  reading w "all" default\n  reading z "most"\n  cite act s.1\n}\n';
  test.each([
    ['a reserved word as a name', whole('a').replace(' x ', ' and '), 'and', 'word of the language'],
    ['a factor behind', whole('n * 2 > 3'), '*', 'write `2 * n`'],
    ['`a and or b`', whole('a and or a'), 'or a', undefined],
    [
      'a number and its unit on two lines',
      'bearer c "the carrier"\nrule r on c { must "x" when a done by e, no later than 7\ndays after e cite act s.1 }\n',
      'days',
      'write `7 days`',
    ],
    ['`is known`', whole('e is known'), 'known', 'nothing asks whether a fact is known'],
    ['`includes` in the line of a limb', whole('a includes b'), 'a includes', 'begin a line with `includes`'],
    [
      'two scenarios of one title',
      `${whole('a')}${'scenario "s" as of 2021-01-01 { given { a: yes } expect { x: yes } cite act s.1 }\n'.repeat(2)}`,
      '"s"',
      'another title',
    ],
    [
      'a colon after a clause word',
      whole('a').replace('means', 'means:'),
      ':',
      'nothing stands between `means`',
    ],
    ['commas in a `case`', whole('case { a: yes, otherwise: no }'), ',', 'nothing between'],
    ['a set compared', `${set}${whole('s is u')}`, 's is', '`includes`'],
    ['an empty list', whole('ls is empty'), 'ls', '`no x in ls has yes`'],
    ['an ambiguity as a fact', `${readings}${whole('m is w')}`, 'm is', '`by reading m { … }`'],
    ['`until`', whole('a').replace('x {', 'x from 2021-01-01 until 2022-01-01 {'), 'until', 'first day'],
    ['a date between two words', whole('e is before asOf'), 'before', '`a < b`'],
    ['`if`', whole('if a then b'), 'if', '`case { condition: value'],
    ['`any { … }`', whole('any l in ls has (l.r <= asOf)'), 'any', 'some x in list has'],
    ['`between`', whole('n between 1 and 2'), 'between', '`a <= x and x <= b`'],
    ['a section for a pinpoint', whole('a').replace('s.1', 's1'), 's1', '`p.45`'],
    ['a value without its type', whole('n').replace('{is|is not}', '{value}'), 'x', 'after its name'],
    [
      'a comparison after `has` without brackets',
      whole('every l in ls has l.r <= asOf'),
      'every',
      'brackets',
    ],
    [
      'a text without quotes',
      'bearer c "the carrier"\nrule r on c { must refuse when a done when a cite act s.1 }\n',
      'refuse',
      undefined,
    ],
    [
      '`shall`',
      'bearer c "the carrier"\nrule r on c { shall "refuse" when a done when a cite act s.1 }\n',
      'shall',
      undefined,
    ],
    [
      'a deadline of a condition',
      'bearer c "the carrier"\nrule r on c { must "x" when a done when a, no later than e cite act s.1 }\n',
      ',',
      '`done by EVENT, no later than DATE`',
    ],
    [
      'a day from another',
      'bearer c "the carrier"\nrule r on c { must "x" when a done by e, no later than 3 days from e cite act s.1 }\n',
      'from',
      undefined,
    ],
    ['a long chain', whole(`0 < n${' + n'.repeat(70)}`), '', undefined],
  ])('%s', (_, text, at, help) => {
    const pack = policy(yesno('a'), dated, lists, text);
    const { diagnostics } = checkPack(new Map([['pack.policy', pack]]), 'pack.policy');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, message, help: said }) => [code, message, said])).toHaveLength(1);
    expect(pack.slice(errors[0]!.span.start).startsWith(at)).toBe(true);
    expect(errors[0]!.help ?? '').toContain(help ?? '');
    expect(errors[0]!.message).not.toContain('``');
  });

  test('what is missing is told where all of a declaration could be read', () => {
    const bare = 'define y { means a }\ndefine z { means a between b }\n';
    const { diagnostics } = checkPack(new Map([['p', policy(yesno('a'), yesno('b'), bare)]]), 'p');
    const told = diagnostics.map(({ code, message }) => [code, message.includes('`y`')]);
    expect(told).toContainEqual(['missing-say', true]);
    expect(told).not.toContainEqual(['missing-say', false]);
    expect(told).toContainEqual(['unknown-clause', false]);
  });

  test.each(['case', 'both', 'of', 'in'])('a definition called `%s` is one', (name) => {
    const pack = policy(yesno('a'), `define ${name} {\n  ${say}\n  means a\n  cite act s.1\n}\n`);
    expect(checkPack(new Map([['p', pack]]), 'p').diagnostics).toEqual([]);
  });

  test('commas between facts and between answers', () => {
    const text = `${whole('a')}scenario "s" as of 2021-01-01 { given { a: yes, n: 1, } expect { x: yes, } cite act s.1 }\n`;
    const { diagnostics } = checkPack(new Map([['p', policy(yesno('a'), dated, text)]]), 'p');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(Array(3).fill('stray-comma'));
  });

  test('a dated permission, or exception, judged by another day than what it is an exception to', () => {
    const apart = (law: string): readonly unknown[] => {
      const rules = [
        'bearer c "the carrier"',
        'rule r on c governed by e { must not "x" when a cite act s.1 }',
        `rule p on c despite r ${law} { may "x" when a cite act s.1 }`,
        `exception q to r ${law} { say "it {is|is not}" when a cite act s.1 }`,
      ];
      const pack = policy(yesno('a'), 'event e { ask "?" say "e was on {value}" }\n', rules.join('\n'));
      const found = checkPack(new Map([['p', pack]]), 'p').diagnostics;
      expect(found.every(({ code }) => code === 'governed-apart')).toBe(true);
      return found.map(({ message, help }) => [message.split('`')[1], help?.includes('governed by e')]);
    };
    expect(apart('from 2021-01-01')).toEqual([
      ['p', true],
      ['q', true],
    ]);
    expect(apart('governed by e, from 2021-01-01')).toEqual([]);
    expect(apart('governed by asOf, from 2021-01-01')).toEqual([]);
    expect(apart('')).toEqual([]);
  });

  test('a deadline needs no comma before it', () => {
    const rule =
      'bearer c "the carrier"\nrule r on c { must "x" when a done by e no later than 3 days after e cite act s.1 }\n';
    const pack = policy(yesno('a'), 'event e { ask "?" say "e was on {value}" }\n', rule);
    expect(checkPack(new Map([['p', pack]]), 'p').diagnostics).toEqual([]);
  });
});
