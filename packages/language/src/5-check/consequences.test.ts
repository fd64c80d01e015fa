import { describe, expect, test } from 'vitest';
import { policy } from '../diagnostics/samples.ts';
import { applyFix } from '../diagnostics/diagnostic.ts';
import { checkPack } from './check-pack.ts';

const yesno = (name: string): string => `fact ${name}: yesno { ask "?" say "it {is|is not}" }\n`;
const say = 'say "it {is|is not}"';

describe('one mistake is told once, with what to do', () => {
  const whole = (condition: string): string => `define x { ${say} means ${condition} cite act s.1 }\n`;
  const dated = 'event e { ask "?" say "e was on {value}" }\nfact n: number { ask "?" say "n is {value}" }\n';
  const lists = `record L "the letter" { fact r: date { ask "?" say "it came on {value}" } }\nfact ls: list of L\n`;
  const set =
    'enum S { u, v }\nfact s: set of S { ask "?" say "they {have|lack} {value}" }\nfact k: S { ask "?" say "k is {value}" }\n';
  const heavy = (of: string): string => `define x ${of} { ${say} means l.r <= asOf cite act s.1 }\n`;
  const table = (head: string, ...of: readonly string[]): string =>
    `define x: number {\n  say "it is {value}"\n  table ${head} {\n    ${of.join('\n    ')}\n  }\n  cite act s.1\n}\n`;
  const given = (facts: string): string =>
    `scenario "s" as of 2021-01-01 { given { ${facts} } expect { x: yes } cite act s.1 }\n`;
  const single = 'fact one: L\n';
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
    ['`if`', whole('if a then a else no'), 'if', '`case { condition: value'],
    ['`any { … }`', whole('any l in ls has (l.r <= asOf)'), 'any', 'some x in list has'],
    ['`between`', whole('n between 1 and 2'), 'between', 'two sides'],
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
    ['a list after `for`', heavy('for l in ls'), 'for l in ls', 'whatever list it stands'],
    ['`for l of L`', heavy('for l of L'), 'for l of L', 'whatever list it stands'],
    ['`for every l: L`', heavy('for every l: L'), 'for every', 'whatever list it stands'],
    ['a parameter in brackets', heavy('(l: L)'), '(', '`for p: RECORD`'],
    ['arrows in a `case`', whole('case { a -> yes\n not a -> no }'), '->', 'otherwise: value'],
    ['double arrows in a `case`', whole('case { a => yes\n otherwise => no }'), '=>', 'otherwise: value'],
    ['`when … then … else`', whole('case { when a then yes\n else no }'), 'when', 'otherwise: value'],
    [
      '`otherwise` without its colon',
      whole('case { a: yes\n otherwise no }'),
      'otherwise',
      'otherwise: value',
    ],
    ['outer bars', table('a', '| yes : 1', '| no : 2'), '| yes', 'bars between the cells'],
    ['a drawn table', table('| a |', '| yes | 1 |', '| no | 2 |'), '| a', 'bars between the cells'],
    ['`otherwise` in a table', table('a', 'yes: 1', 'otherwise: 2'), 'otherwise', 'name every value'],
    ['commas in the head of a table', table('a, a', 'yes: 1', 'no: 2'), ', a', '`small | yes: 1`'],
    ['a day before another', whole('e before asOf'), 'e before', '`a < b`'],
    ['a day on or after another', whole('e on or after asOf'), 'on or', '`>=`'],
    ['a section in words', whole('a').replace('s.1', 'section 1(2)(a)'), 'section', 'write `s.1(2)(a)`'],
    ['a schedule in words', whole('a').replace('s.1', 'schedule 1 paragraph 2'), 'sched', '`sch.1 para.2`'],
    ['a section sign', whole('a').replace('s.1', '§ 1'), '§', '`s.1`'],
    ['a comma after the source', whole('a').replace('act s.1', 'act, s.1'), ', s.1', '`act s.1`'],
    ['a second pinpoint after a comma', whole('a').replace('s.1', 's.1, s.2'), 's.2', '`act s.2`'],
    ['a division', whole('n / 2 > 3'), '/', 'nothing is divided'],
    [
      'a record without its title',
      lists
        .replace('L "the letter"', 'Old')
        .replaceAll('L', 'Old')
        .replaceAll('ls', 'os')
        .replaceAll(' r:', ' s:'),
      'Old {',
      '`record Old "the old" { … }`',
    ],
    ['`true` in a scenario', `${whole('a')}${given('a: true')}`, 'true', undefined],
    ['`=` in a scenario', `${whole('a')}${given('a = yes')}`, '=', undefined],
    ['`is` in a scenario', `${whole('a')}${given('a is yes')}`, 'is yes', undefined],
    [
      'a comma in a member of a list',
      `${whole('a')}${given('ls: [ { r: 2020-01-01, } ]')}`,
      ', }',
      undefined,
    ],
    [
      'a record in braces',
      `${whole('a')}${single}${given('one: { r: 2020-01-01 }')}`,
      'one: {',
      '`one.r: …`',
    ],
    [
      'an answer about an instance by its path',
      `${heavy('for l: L')}scenario "s" as of 2021-01-01 { given { ls: [ {} ] } expect { ls[0].x: unknown } cite act s.1 }\n`,
      'ls[0].x',
      '`x for ls[0]: …`',
    ],
    [
      'an aspect of a rule, expected',
      'bearer c "the carrier"\nrule x on c { must "x" when a done when a cite act s.1 }\nscenario "s" as of 2021-01-01 { given { a: yes } expect { x.breached: yes } cite act s.1 }\n',
      'x.breached',
      'by its status',
    ],
    ['a list in braces', `${whole('a')}${given('ls: { r: 2020-01-01 }')}`, 'ls: {', '`parcels: [ {'],
    ['a call', whole('a(a)'), 'a(a', 'called with brackets'],
    ['a name with a hyphen', whole('a').replace(' x ', ' x-y '), '-y', '`xY`'],
    ['a number with a comma', whole('n > 1,500'), '500', '`1500`'],
    ['one number or another', whole('n is 3 or 4'), '4', '`x is one of { a, b }`'],
    ['one member or another', `${set}${whole('k is u or v')}`, 'v', '`x is one of { a, b }`'],
    [
      'a set in square brackets',
      `${set}${whole('s includes u')}${given('s: [u, v]')}`,
      'u, v]',
      '`{ a, b }`',
    ],
    ['a member in quotes, given', `${set}${whole('k is u')}${given('k: "u"')}`, '"u"', 'without quotes: `u`'],
    ['a member in quotes, compared', `${set}${whole('k is "u"')}`, 'k is "u"', 'without quotes: `u`'],
    ['a member after its enum, given', `${set}${whole('k is u')}${given('k: S.u')}`, 'S.u', 'stands alone'],
    ['a day in quotes', `${whole('e <= asOf')}${given('e: "2020-01-01"')}`, '"2020', 'without quotes'],
    ['members in quotes', 'enum Q { "u", "v" }\n', '"u"', 'without quotes'],
    ['an enum after `=`', 'enum Q = { x, y }\n', '=', 'right after the name'],
    [
      'a list of nothing',
      whole('a').replace('define x', 'fact z: list { ask "?" }\ndefine x'),
      '{ ask',
      undefined,
    ],
    ['an import without quotes', 'import facts.policy\n', 'facts', '`import "facts.policy"`'],
    ['a question without braces', 'fact z: yesno "Is it so?"\n', '"Is', 'stand in the braces'],
    [
      'an exception to nothing',
      'exception z { say "it {is|is not}" when a cite act s.1 }\n',
      '{ say',
      undefined,
    ],
    ['days between two days', whole('asOf - e > 3'), 'asOf - e', '3 days after'],
    ['a number of days without its unit', whole('asOf > e + 30'), 'e + 30', '`30 days after d`'],
    [
      'a citation that an exception takes',
      `define x { ${say} means a except b: a\n cite act s.1 }\n`,
      'x {',
      'belongs to that condition',
    ],
    ['`now()`', whole('e <= now()'), 'now()', undefined],
    ['`asOf()`', whole('e <= asOf()'), 'asOf()', undefined],
    ['`not yet` in a scenario', `${whole('e <= asOf')}${given('e: not yet')}`, 'not yet', undefined],
    ['`not` in a scenario', `${whole('a')}${given('a: not yes')}`, 'not yes', '`urgent: no`'],
    [
      '`not` of an answer',
      `${whole('a')}${given('a: yes').replace('x: yes', 'not x')}`,
      'not x',
      '`urgent: no`',
    ],
    ['a range with dots', whole('n is 0..10'), '0..10', 'two sides'],
    ['a range of what is in it', whole('n in 0..10'), 'in 0..10', 'two sides'],
    ['a range between', whole('n between 0 and 10'), 'between', 'two sides'],
    ['a range in a table', table('n', '0..10: 1', '> 10: 2'), '0..10', 'a cell of a table has one'],
    ['a star in a `case`', whole('case { a: yes\n *: no }'), '*:', 'otherwise: value'],
    ['an underscore in a `case`', whole('case { a: yes\n _: no }'), '_:', 'otherwise: value'],
    ['a hyphen in a `case`', whole('case { a: yes\n -: no }'), '-:', 'otherwise: value'],
    ['`else` in a `case`', whole('case { a: yes\n else: no }'), 'else', 'otherwise: value'],
    ['`default` in a `case`', whole('case { a: yes\n default: no }'), 'default', '`otherwise`'],
    ['`if` in a `case`', whole('case { if a: yes\n else: no }'), 'if a', 'otherwise: value'],
    ['`case x { … }`', whole('case a { yes: no no: yes }'), 'case a', 'each branch has a condition'],
    [
      'a table with commas',
      table('a, n', 'yes, < 1: 1', 'yes, >= 1: 2', 'no, *: 3'),
      ', n',
      '`small | yes: 1`',
    ],
    [
      'a row with commas',
      table('a | n', 'yes, < 1: 1', 'yes | >= 1: 2', 'no | -: 3'),
      'yes, < 1',
      'bars part the cells',
    ],
    [
      'a row without its colon',
      table('a | n', 'yes | < 1 | 1', 'yes | >= 1: 2', 'no | -: 3'),
      '| 1',
      '`small | yes: 1`',
    ],
    ['commas behind rows', table('a', 'yes: 1,', 'no: 2,'), ',', '`small | yes: 1`'],
    ['an empty cell', table('a | n', 'yes | < 1: 1', 'yes | >= 1: 2', 'no |: 3'), '|: 3', '`-` is any value'],
    [
      '`otherwise` in a table of two inputs',
      table('a | n', 'yes | -: 1', 'otherwise: 2'),
      'otherwise',
      'name every value',
    ],
    ['`NOT`', whole('NOT a'), 'NOT', undefined],
    ['a number in words', whole('at least two of { a, a, a }'), 'two', undefined],
    ['`at most` of a list', whole('at most 2 l in ls has (l.r <= asOf)'), 'at most', '`not (at least 3'],
    ['a term in words', whole('asOf > thirty days after e'), 'thirty', undefined],
    ['working days', whole('asOf > 30 working days after e'), 'working', 'days of the calendar'],
    ['a count', whole('count(ls) > 2'), 'count', 'at least 2 x in list'],
    ['a list in square brackets', 'fact zs: [L]\n', '[L]', undefined],
    ['a list with brackets behind', 'fact zs: L[]\n', 'L[]', undefined],
    ['a fact without its type', 'fact z\n' + whole('a'), 'define', undefined],
    [
      'a definition without the colon of its type',
      'define y number { say "it is {value}" means 1 cite act s.1 }\n' + whole('y > 0'),
      'number',
      undefined,
    ],
    [
      'a rule without what it says',
      'bearer c "the carrier"\nrule r on c { shall "x" when a done when a cite act s.1 }\n' +
        'scenario "s" as of 2021-01-01 { given { a: yes } expect { r: breached } cite act s.1 }\n',
      'shall',
      undefined,
    ],
    ['a label inside a condition', whole('a: a and b: a'), 'b: a', '`requires b: …`'],
    ['labels in brackets', whole('(p: a) or (q: a)'), 'p: a', 'names a whole clause'],
    ['labels among operands', whole('any of { p: a, q: a }'), 'p: a', 'names a whole clause'],
    [
      'a label after `when`',
      'bearer c "the carrier"\nrule r on c { must "x" when p: a done when a cite act s.1 }\n',
      'p: a',
      'names a whole clause',
    ],
    [
      'members without commas',
      'enum Q { u v w }\nfact k: Q { ask "?" say "k is {value}" }\ndefine x { say "it {is|is not}" means k is w cite act s.1 }\n',
      'v w',
      undefined,
    ],
    [
      'elements without a comma',
      `${heavy('for l: L')}scenario "s" as of 2021-01-01 { given { ls: [ {} {} {} ] } expect { x for ls[2]: unknown } cite act s.1 }\n`,
      '{} {} ]',
      undefined,
    ],
    [
      'a source without a name',
      whole('a').replace('act', 'other') + 'source "The other" { status statute }\n',
      '"The other"',
      undefined,
    ],
    [
      'an enum without braces',
      'enum Q u, v\nfact k: Q { ask "?" say "k is {value}" }\ndefine x { say "it {is|is not}" means k is u cite act s.1 }\n',
      'u, v',
      'stand in the braces',
    ],
    [
      'a field with no type',
      'record R "the r" { fact z { ask "?" say "it {is|is not}" } fact y: yesno { ask "?" say "it {is|is not}" } }\nfact one: R\ndefine x { say "it {is|is not}" means one.y cite act s.1 }\n',
      '{ ask',
      undefined,
    ],
    [
      'an event with a type',
      'record R "the r" { event z: date { ask "?" say "on {value}" } fact y: yesno { ask "?" say "it {is|is not}" } }\nfact one: R\ndefine x { say "it {is|is not}" means one.y cite act s.1 }\n',
      ': date',
      'an `event` has no type',
    ],
    ['a type of another language', 'fact z: boolean { ask "?" }\n', 'boolean', undefined],
  ])('%s', (_, text, at, help) => {
    const pack = policy(yesno('a'), dated, lists, text);
    const { diagnostics } = checkPack(new Map([['pack.policy', pack]]), 'pack.policy');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, message, help: said }) => [code, message, said])).toHaveLength(1);
    expect(pack.slice(errors[0]!.span.start).startsWith(at)).toBe(true);
    expect(errors[0]!.help ?? '').toContain(help ?? '');
    expect(errors[0]!.message).not.toContain('``');
  });

  test('a finding about a drawn table, or a `case` of another language, mends all of it', () => {
    const drawn = table('| a | n |', '| yes | < 1 | 1 |', '| yes | >= 1 | 2 |', '| no | - |: 3');
    const foreign = whole('case {\n when a then yes\n else: no\n }').replace('x', 'y');
    const pack = policy(yesno('a'), dated, drawn, foreign);
    const { diagnostics } = checkPack(new Map([['p', pack]]), 'p');
    const fixes = diagnostics.flatMap(({ fix }) => (fix?.safe === true ? [fix] : []));
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['foreign-case', 'outer-bar']);
    const mended = checkPack(new Map([['p', fixes.reduceRight(applyFix, pack)]]), 'p');
    expect(mended.diagnostics.map(({ code }) => code)).toEqual(['unused-fact']);
  });

  test('a fact that has the name of a word of other languages is one', () => {
    const names = ['then', 'else', 'when', 'is', 'table'];
    const cases = names.map(
      (name) =>
        `define of${name} { ${say} means case {\n ${name}: a\n a and ${name}: ${name}\n otherwise: not ${name}\n } cite act s.1 }\n`,
    );
    const table =
      'define fee: number {\n  say "it is {value}"\n  table table | then {\n    yes | -: 1\n    no | yes: 2\n    no\n    | no: 3\n  }\n  cite act s.1\n}\n';
    const scenario =
      'scenario "s" as of 2021-01-01 { given { a: yes\n is: no then: yes else: no } expect { ofthen: yes } cite act s.1 }\n' +
      'scenario "t" as "s", but { given { forget is\n else: yes } expect { ofthen: yes } cite act s.1 }\n';
    const pack = policy(yesno('a'), ...names.map(yesno), ...cases, table, scenario);
    expect(checkPack(new Map([['p', pack]]), 'p').diagnostics).toEqual([]);
  });

  test.each(['in', 'of', 'has'])('a record called `%s` has its fields, on lines of their own', (name) => {
    const declared = `record ${name} "the record" {\n  ${yesno('in')}  event of { ask "?" }\n}\nfact f: ${name}\n`;
    const pack = policy(declared, `define x { ${say} means f.in cite act s.1 }\n`);
    expect(checkPack(new Map([['p', pack]]), 'p').diagnostics.map(({ code }) => code)).toEqual([
      'unused-fact',
    ]);
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
    expect(errors.map(({ code }) => code)).toEqual(Array(2).fill('stray-comma'));
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
