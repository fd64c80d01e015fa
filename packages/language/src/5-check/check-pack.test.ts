import { describe, expect, test } from 'vitest';
import type { Expr } from '../ast/ast.ts';
import type { Program } from '../program.ts';
import { policy } from '../diagnostics/samples.ts';
import { resolveImport } from '../4-bind/load-files.ts';
import { checkPack } from './check-pack.ts';
import { childrenOf, expressionsOf } from './children.ts';

const yesno = (name: string): string => `fact ${name}: yesno { ask "?" say "it {is|is not}" }\n`;
const say = 'say "it {is|is not}"';

function programOf(...parts: readonly string[]): Program {
  const { value, diagnostics } = checkPack(new Map([['pack.policy', policy(...parts)]]), 'pack.policy');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (value === undefined) throw new Error('no program');
  return value;
}

function codesOf(...parts: readonly string[]): readonly string[] {
  return checkPack(new Map([['pack.policy', policy(...parts)]]), 'pack.policy').diagnostics.map(
    ({ code }) => code,
  );
}

/** What each path of a statement stands for, in source order. */
function resolutionsOf(program: Program, name: string): readonly unknown[] {
  const found: unknown[] = [];
  const visit = (expr: Expr): void => {
    if (expr.kind === 'path') found.push(program.resolutions.get(expr));
    childrenOf(expr).forEach(visit);
  };
  for (const { node } of program.statements.get(name)?.versions ?? [])
    for (const expr of expressionsOf(node)) visit(expr);
  return found;
}

const letters = `record Letter "the letter" {
  event receivedOn { ask "?" }
  fact stated: yesno { ask "?" say "it {is|is not}" }
  fact period: duration only if stated { ask "?" }
}
fact letters: list of Letter
fact first: Letter
`;

describe('the program', () => {
  test('resolves facts, variables, parameters, definitions, aspects and labels', () => {
    const program = programOf(
      letters,
      yesno('paid'),
      'bearer payer "the payer"\n',
      `define operative for l: Letter { ${say} means l.stated except waived: paid cite act s.1 cite act s.1 }`,
      'rule answer for l: Letter on payer { must "answer" when l.operative done by l.receivedOn, no later than l.receivedOn cite act s.2 }',
      `define found { ${say} means some m in letters has (m.operative.waived or m.answer.breached or first.operative) cite act s.3 }`,
    );
    const at = (base: string | null, ...path: readonly string[]): object => ({ base, path });
    expect(resolutionsOf(program, 'found')).toMatchObject([
      { kind: 'fact', at: at(null, 'letters'), type: { kind: 'list', of: 'Letter' } },
      { kind: 'label', statement: 'operative', labels: ['waived'], of: at('m') },
      { kind: 'aspect', rule: 'answer', aspect: 'breached', of: at('m') },
      { kind: 'definition', name: 'operative', of: at(null, 'first') },
    ]);
    expect(program.order).toEqual(['operative', 'answer', 'found']);
  });

  test('enum members are what the place expects', () => {
    const program = programOf(
      'enum A { x, y }\nenum B { y, z }\n',
      'fact a: A { ask "?" }\nfact b: B { ask "?" }\nfact s: set of B { ask "?" }\n',
      `define d { ${say} means y is a and b is one of { y, z } and s includes y cite act s.1 }`,
    );
    const members = resolutionsOf(program, 'd').filter(
      (one) => (one as { kind: string }).kind === 'enumMember',
    );
    expect(members).toEqual([
      { kind: 'enumMember', enum: 'A', member: 'y' },
      { kind: 'enumMember', enum: 'B', member: 'y' },
      { kind: 'enumMember', enum: 'B', member: 'z' },
      { kind: 'enumMember', enum: 'B', member: 'y' },
    ]);
  });

  test('the members of an enum have their words and comments', () => {
    const program = programOf('enum A {\n  /// The first.\n  x "the x",\n  y,\n  z "the \\"z\\"",\n}\n');
    expect(program.enums.get('A')?.members.map(({ text, words, doc }) => [text, words?.value, doc])).toEqual([
      ['x', 'the x', ['The first.']],
      ['y', undefined, undefined],
      ['z', 'the "z"', undefined],
    ]);
  });

  describe('units', () => {
    const units = `fact price: decimal(2) in "£" { ask "?" }
fact rent: decimal(2) in "£" { ask "?" }
fact weight: decimal(2) in "kg" { ask "?" }
fact bare: decimal(2) { ask "?" }
`;
    test.each([
      ['price < rent', []],
      ['price < bare', []],
      ['price < 3.50', []],
      ['price + rent < 2 * weight', []],
      ['price < weight', ['units-differ']],
      ['1 + price is weight', ['units-differ']],
      ['price + weight < bare', ['units-differ']],
      ['price is one of { 1, weight }', ['type-mismatch']],
    ])('`%s`', (means, codes) => {
      const found = codesOf(units, `define d { ${say} means ${means} cite act s.1 }`);
      expect(found.filter((code) => !code.startsWith('unused'))).toEqual(codes);
    });
    test('of what a definition comes to', () => {
      const total = (unit: string): string =>
        `define d: decimal(2)${unit} { say "it is {value}" means price + 1 cite act s.1 }`;
      const found = (unit: string): readonly string[] =>
        codesOf(units, total(unit)).filter((code) => !code.startsWith('unused'));
      expect(found('')).toEqual([]);
      expect(found(' in "£"')).toEqual([]);
      expect(found(' in "kg"')).toEqual(['type-mismatch']);
    });
    test.each(['', ' ', '£ ', '{day}', '{|days}', '{a|b|c}', 'a {b|c} {d|e}', 'a\\nb'])(
      '%j is none',
      (unit) => {
        const found = codesOf(`fact n: number in "${unit}" { ask "?" }\n`);
        expect(found.filter((code) => !code.startsWith('unused'))).toEqual([
          unit.trim() === '' ? 'empty-text' : 'unfit-unit',
        ]);
      },
    );
  });

  test('section clauses are handed down one by one, and versions stand oldest first', () => {
    const program = programOf(
      'event madeOn { ask "?" }\n',
      yesno('ready'),
      `section "Outer" governed by madeOn {
        section "Inner" from 2021-01-01 {
          define d { ${say} means ready cite act s.2 }
          define later from 2022-01-01 { ${say} means ready cite act s.2 }
        }
        define d ceasing 2021-01-01 { ${say} means ready cite act s.1 }
      }`,
    );
    const versions = program.statements.get('d')?.versions ?? [];
    expect(
      versions.map(({ law, sections }) => [law.from?.iso, law.ceasing?.iso, law.governedBy?.kind, sections]),
    ).toEqual([
      [undefined, '2021-01-01', 'path', ['Outer']],
      ['2021-01-01', undefined, 'path', ['Outer', 'Inner']],
    ]);
    expect(program.statements.get('later')?.versions[0]?.law.from?.iso).toBe('2022-01-01');
  });

  test('exceptions and permissions written elsewhere are attached, and make their target depend on them', () => {
    const program = programOf(
      yesno('a'),
      yesno('b'),
      'bearer payer "the payer"\n',
      'rule pay on payer { must "pay" when a done when b except old: b cite act s.1 cite act s.1 }',
      'exception poor to pay { when not late cite act s.2 }',
      'exception rich to pay.old { when a cite act s.2 }',
      'rule wait on payer despite pay { may "wait" when a cite act s.3 }',
      `define late { ${say} means b cite act s.4 }`,
      `define used { ${say} means pay.poor or pay.old.rich cite act s.5 }`,
    );
    const version = program.statements.get('pay')?.versions[0];
    expect(version?.exceptions.map(({ node }) => node.name.text)).toEqual(['poor', 'rich']);
    expect(version?.permissions).toEqual(['wait']);
    expect(program.order).toEqual(['wait', 'late', 'pay', 'used']);
  });

  test('number literals take the places of what they stand beside', () => {
    const program = programOf(
      'fact price: decimal(2) { ask "?" }\n',
      `define d { ${say} means 10 < price cite act s.1 }`,
    );
    const types = [...program.types].filter(([expr]) => expr.kind === 'number').map(([, type]) => type);
    expect(types).toEqual([{ kind: 'number', places: 2 }]);
  });
});

describe('what the examples of the codes leave open', () => {
  test('a parameter stands for each instance, nowhere else', () => {
    expect(
      codesOf(
        letters,
        `define a for l: Letter { ${say} means l.stated cite act s.1 }`,
        `define b { ${say} means a cite act s.1 }`,
      ),
    ).toEqual(['needs-instance']);
  });

  test('a fact may stand beside the exclusion of the other members', () => {
    const form =
      'enum Form { letter, email, oral }\nfact form: Form { ask "?" }\nfact sent: yesno only if form is one of { letter, email } { ask "?" say "it {is|is not}" }\n';
    expect(codesOf(form, `define d { ${say} means (not (form is oral)) and sent cite act s.1 }`)).toEqual([]);
    expect(codesOf(form, `define d { ${say} means form is oral or sent cite act s.1 }`)).toEqual([]);
    expect(codesOf(form, `define d { ${say} means form is email and sent cite act s.1 }`)).toEqual([]);
    expect(codesOf(form, `define d { ${say} means form is oral and sent cite act s.1 }`)).toEqual([
      'only-if-apart',
    ]);
    expect(codesOf(form, `define d { ${say} means sent and form is email cite act s.1 }`)).toEqual([
      'only-if-apart',
    ]);
  });

  test('that a rule is met stands beside what its facts exist by, or that it applies', () => {
    const rule =
      'rule answer for l: Letter on payer { must "answer" when l.stated done by 1 day after l.receivedOn, no later than l.period after l.receivedOn cite act s.2 }';
    const codes = (condition: string, ...more: readonly string[]): readonly string[] =>
      codesOf(
        letters,
        'bearer payer "the payer"\n',
        rule,
        ...more,
        `define d { ${say} means ${condition} cite act s.1 }`,
      );
    expect(codes('first.answer.met')).toEqual(['only-if-apart']);
    expect(codes('not first.answer.met')).toEqual(['only-if-apart']);
    expect(codes('some l in letters has (first.stated and l.answer.met)')).toEqual(['only-if-apart']);
    expect(codes('first.answer.met and first.answer.applies')).toEqual(['only-if-apart']);
    expect(codes('first.answer.applies and first.answer.met')).toEqual([]);
    expect(codes('first.stated and first.answer.met')).toEqual([]);
    expect(codes('some l in letters has (l.stated and l.answer.met)')).toEqual([]);
    expect(codes('not first.answer.applies or first.answer.met')).toEqual([]);
    expect(codes('first.answer.breached')).toEqual([]);
    const through = (when: string): string =>
      `rule again for m: Letter on payer { must "answer again" when ${when} done when m.answer.met cite act s.3 }`;
    expect(codes('first.again.met', through('m.stated'))).toEqual(['only-if-apart']);
    expect(codes('first.again.applies and first.again.met', through('m.stated'))).toEqual([]);
    expect(codes('first.again.met', through('m.receivedOn <= asOf'))).toEqual(['only-if-apart']);
  });

  test('bounds go through definitions', () => {
    const many = (n: number): string =>
      `define d0: number { say "{value}" means 3000 * w cite act s.1 }\ndefine d1: number { say "{value}" means ${n} * d0 cite act s.1 }`;
    expect(codesOf('fact w: number { ask "?" }\n', many(3))).toEqual([]);
    expect(codesOf('fact w: number { ask "?" }\n', many(4))).toEqual(['sum-too-large']);
  });

  test('the version in force, and the one before, hold on no common day', () => {
    const d = (law: string): string => `define d ${law} { ${say} means ready cite act s.1 }\n`;
    expect(codesOf(yesno('ready'), d('from 2021-01-01'), d('ceasing 2021-01-01'))).toEqual([]);
    expect(codesOf(yesno('ready'), d('from 2021-01-01'), d('ceasing 2021-01-02'))).toEqual([
      'versions-overlap',
    ]);
    expect(codesOf(yesno('ready'), d('from 2021-01-02'), d('ceasing 2021-01-01'))).toEqual(['versions-hole']);
  });

  test('a table of dates knows that nothing is after notYet and nothing between neighbouring days', () => {
    const table = (...rows: readonly string[]): string =>
      `event e { ask "?" }\ndefine d: number { say "{value}" table e {\n${rows.join('\n')}\n} cite act s.1 }`;
    expect(codesOf(table('<= 2020-02-28: 1', '>= 2020-02-29: 2'))).toEqual([]);
    expect(codesOf(table('<= 2021-02-28: 1', '>= 2021-03-01: 2'))).toEqual([]);
    expect(codesOf(table('<= 2020-02-28: 1', '>= 2020-03-01: 2'))).toEqual(['table-gap']);
    expect(codesOf(table('< notYet: 1', 'notYet: 2'))).toEqual([]);
  });

  test('warnings of what is unused wait until there is no error', () => {
    expect(codesOf(yesno('a'), yesno('b'), `define d { ${say} means a and bb cite act s.1 }`)).toEqual([
      'unknown-name',
    ]);
  });
});

describe('input that is no policy', () => {
  test.each([
    ['nothing', ''],
    ['noise', '\u0000\u202e}}}{{{ define define'],
    ['a half sentence', policy('define a { means ')],
    ['reserved words of JavaScript', policy(yesno('__proto__'), yesno('constructor'))],
    [
      'a name used by every prototype',
      policy(`define d { ${say} means hasOwnProperty and toString cite act s.1 }`),
    ],
  ])('%s is reported, never thrown', (_name, text) => {
    const { value, diagnostics } = checkPack(new Map([['pack.policy', text]]), 'pack.policy');
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('an entry that is not there', () => {
    const { value, diagnostics } = checkPack(new Map(), 'pack.policy');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('missing-import');
  });
});

const objectNames = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'prototype'];

describe.each(objectNames)('the name `%s`, which every object of JavaScript has', (name) => {
  const defined = (called: string, clauses: string): string =>
    `define ${called} { ${say} ${clauses} cite act s.1 }`;
  const so = defined('so', 'means a');
  test.each([
    ['a fact', yesno(name)],
    ['a field', `record R "r" { ${yesno(name)} } fact r: R`],
    ['a member', `enum E { ${name} } fact e: E { ask "?" }`],
    ['an enum', `enum ${name} { one } fact e: ${name} { ask "?" }`],
    ['a record', `record ${name} "r" { ${yesno('b')} } fact r: ${name}`],
    ['a definition', defined(name, 'means a')],
    ['a rule', `bearer b "b" rule ${name} on b { must "do" when a done when a cite act s.1 }`],
    ['a goal', `${so} goal ${name} { so }`],
    ['a label', defined('labelled', `includes ${name}: a otherwise "?"`)],
    [
      'a variable',
      `record R "r" { ${yesno('b')} } fact r: list of R ${defined('so', `means some ${name} in r has (${name}.b)`)}`,
    ],
    ['an ambiguity', `ambiguity ${name} "A" { reading x "x" default reading y "y" cite act s.1 }`],
    ['a reading', `ambiguity m "A" { reading ${name} "x" default reading y "y" cite act s.1 }`],
    ['a bearer', `bearer ${name} "b"`],
    ['a source', `source ${name} "A text" { status draft }`],
  ])('is refused for %s', (_what, text) => {
    expect(codesOf(yesno('a'), text)).toContain(_what === 'a label' ? 'reserved-label' : 'reserved-name');
  });
});

describe('the paths of the vocabulary', () => {
  const levels = 12;
  /** Records each of which holds the one before twice. */
  const records = (count: number): string =>
    Array.from(
      { length: count },
      (_, i) => `record R${i + 1} "r" { fact x: R${i} fact y: list of R${i} }`,
    ).join('\n');
  /** A vocabulary of so many paths, of which a fact of `R0` has so many: itself and what is in it. */
  const vocabulary = (paths: number, ofR0: number): string => {
    const facts: string[] = [];
    let left = paths;
    for (let level = levels; level >= 0; level -= 1) {
      const size = (ofR0 + 1) * 2 ** level - 1;
      for (; left >= size; left -= size) facts.push(`fact f${facts.length}: R${level}`);
    }
    for (; left > 0; left -= 1) facts.push(yesno(`f${facts.length}`));
    return [`record R0 "r" { ${yesno('a')} }`, records(levels), ...facts].join('\n');
  };
  const open = 'define open for r: R0 { say "{is|is not}" includes r.a otherwise "?" cite act s.1 }';

  test.each([
    ['the facts alone', 2, ''],
    ['the grounds that are not listed besides', 4, open],
  ])('are counted up to the limit, and one more is refused: %s', (_what, ofR0, more) => {
    const errors = (paths: number): readonly string[] =>
      codesOf(vocabulary(paths, ofR0), more).filter((code) => !code.startsWith('unused-'));
    expect(errors(20_000)).toEqual([]);
    expect(errors(20_001)).toEqual(['too-many-paths']);
  });

  test('are counted at once where there are more than anyone could list', () => {
    const text = [`record R0 "r" { ${yesno('a')} }`, records(1000), 'fact top: R1000'].join('\n');
    expect(codesOf(text)).toContain('too-many-paths');
  });
});

test.each([
  ['a/pack.policy', 'facts.policy', 'a/facts.policy'],
  ['a/b/pack.policy', '../facts.policy', 'a/facts.policy'],
  ['pack.policy', './b/../facts.policy', 'facts.policy'],
  ['/a/b/pack.policy', 'facts.policy', '/a/b/facts.policy'],
  ['pack.policy', '../facts.policy', null],
  ['pack.policy', '/etc/passwd', null],
  ['pack.policy', 'https://example.org/x.policy', null],
])('in %s, import %s is %s', (from, imported, path) => {
  expect(resolveImport(from, imported)).toBe(path);
});

describe('a file that is refused', () => {
  const tooDeep = `define d { means ${'('.repeat(600)}yes${')'.repeat(600)} cite act s.1 }\n`;
  const codesIn = (files: Readonly<Record<string, string>>, entry: string): readonly string[] =>
    checkPack(new Map(Object.entries(files)), entry).diagnostics.map(({ code }) => code);

  test.each([
    ['nested-too-deep', tooDeep],
    ['not-text', 'pack p {\u0000}'],
    ['file-too-large', `// ${'x'.repeat(1024 * 1024)}\n`],
  ])('as the entry is all that there is to report: %s', (code, text) => {
    expect(codesIn({ 'pack.policy': text }, 'pack.policy')).toEqual([code]);
  });

  test('an entry that is not there is no pack without a declaration', () => {
    expect(codesIn({}, 'pack.policy')).toEqual(['missing-import']);
  });

  test('comes before what is missed because of it', () => {
    const entry = policy(yesno('paid'), `define a { ${say} means d cite act s.1 }`, 'import "z.policy"\n');
    const codes = codesIn({ 'pack.policy': entry, 'z.policy': tooDeep }, 'pack.policy');
    expect(codes).toEqual(['nested-too-deep', 'unknown-name']);
  });
});

test.each([
  ['they are {value}', ['say-without-polarity']],
  ['they {are|are not} told', ['say-without-value']],
  ['they {include|do not include} {value}', []],
])('a set speaks of one member, which is in it or is not: %s', (words, found) => {
  expect(
    codesOf(
      `enum K { one, two }\nfact ks: set of K { ask "Which?" say "${words}" }\n`,
      `define x { ${say} means ks includes one cite act s.1 }`,
    ),
  ).toEqual(found);
});

test('of a pack with too many declarations that alone is said', () => {
  expect(codesOf('bearer b "the bearer"\n'.repeat(5001))).toEqual(['too-many-declarations-in-file']);
});

test.each([
  ['accept unused-source because ""\n', ['empty-text']],
  ['accept unused-source because " \t"\n', ['empty-text']],
  ['bearer b " "\naccept unused-bearer because "kept"\n', ['empty-text']],
  ['constraint c { always weighed because "" cite act s.1 }\n', ['empty-text']],
])('a text that must say something: %s', (text, found) => {
  expect(codesOf(yesno('weighed'), `define x { ${say} means weighed cite act s.1 }\n`, text)).toEqual(found);
});

describe('the implicit judgements of one statement', () => {
  const open = (label: string, inner = ''): string =>
    `except ${label}: b cite act s.1 { except otherwise ${inner} }\n`;
  const within = (label: string, inner: string): string => `except ${label}: b cite act s.1 { ${inner} }\n`;
  const codes = (...exceptions: readonly string[]): readonly string[] =>
    codesOf(yesno('a'), yesno('b'), `define x { ${say} means a\n ${exceptions.join('')} cite act s.1 }\n`);

  test.each([
    ['side by side', [open('grace'), open('Grace')]],
    ['nested', [open('later', open('grace')), open('laterGrace')]],
    ['nested in different ways', [within('a', open('bC')), within('aB', open('c'))]],
  ])('are two, %s, where their labels run together', (_, exceptions) => {
    expect(codes(...exceptions)).toEqual(['otherwise-clash']);
  });

  test('are two where their labels differ', () => {
    expect(codes(open('grace'), open('later', open('grace')))).toEqual([]);
  });

  test('are one in two versions of it', () => {
    const version = (law: string): string =>
      `define x ${law} { ${say} means a\n ${open('grace')} cite act s.1 }\n`;
    expect(
      codesOf(yesno('a'), yesno('b'), version('ceasing 2021-01-01'), version('from 2021-01-01')),
    ).toEqual([]);
  });
});

describe('a dated definition that goes by another day than what uses it', () => {
  const heads = `bearer c "the carrier"\n${yesno('a')}event e { ask "?" say "e was on {value}" }\n`;
  const define = (name: string, law: string, means: string): string =>
    `define ${name} ${law} { ${say} means ${means} cite act s.1 }\n`;
  const rule = (law: string, when: string): string =>
    `rule r on c ${law} { must "x" when ${when} done by e cite act s.1 }\n`;
  const told = (...parts: readonly string[]): readonly string[] =>
    checkPack(new Map([['p', policy(heads, ...parts)]]), 'p').diagnostics.map(
      ({ code, message, help }) => `${code} ${message.split('`')[1]} ${help?.includes('governed by e')}`,
    );

  test('is told of once, with the day', () => {
    const other = define('z', 'governed by e', 'y');
    expect(told(define('y', 'from 2021-01-01', 'a'), rule('governed by e', 'y'), other)).toEqual([
      'used-apart y true',
    ]);
  });

  test('is told of where a definition without dates comes between', () => {
    expect(
      told(define('z', 'ceasing 2023-01-01', 'a'), define('y', '', 'z'), rule('governed by e', 'y')),
    ).toEqual(['used-apart z true']);
  });

  test('is told of where an exception in a provision of its own uses it', () => {
    const exception = `exception q to r governed by e { say "it {is|is not}" when y cite act s.1 }\n`;
    expect(told(define('y', 'from 2021-01-01', 'a'), rule('', 'a'), exception)).toEqual([
      'used-apart y true',
    ]);
  });

  test.each([
    [
      'it says by which day it is judged',
      define('y', 'governed by e, from 2021-01-01', 'a'),
      'governed by e',
    ],
    [
      'it says that it is the day of the assessment',
      define('y', 'governed by asOf, from 2021-01-01', 'a'),
      'governed by e',
    ],
    ['it has no dates', define('y', '', 'a'), 'governed by e'],
    ['both go by the day of the assessment', define('y', 'from 2021-01-01', 'a'), ''],
  ])('is not told of where %s', (_, y, law) => {
    expect(told(y, rule(law, 'y'))).toEqual([]);
  });
});
