import { describe, expect, test } from 'vitest';
import { applyFix } from '../diagnostics/diagnostic.ts';
import { checkPack } from '../5-check/check-pack.ts';
import { parseFile } from '../parse-file.ts';

const whole = `pack demo {
  title   "A demonstration"
  version "1.0.0"
  period  from 2020-01-01
}
source act "The Parcels Act" {
  status statute
}
bearer carrier "the carrier"

enum Size { small, large }

record Parcel "the parcel" {
  fact size: Size { ask "Which size?" say "it is {value}" }
  fact fragile: yesno {
    ask "Is it fragile?"
    say "it {is|is not} fragile"
  }
  fact weight: number { ask "What does it weigh?" say "it weighs {value}" }
}
fact parcels: list of Parcel
fact parcel: Parcel

define fee: number {
  say "the fee is {value}"
  table parcel.size | parcel.fragile {
    small | yes: 2
    small | no: 1
    large | -: 3
  }
  cite act s.1
}

define heavy {
  say "it {is|is not} heavy"
  means any of { parcel.weight > 10, (parcel.fragile and parcel.weight > 5) }
  cite act s.2
}

define total: number {
  say "it comes to {value}"
  means case { heavy: 10 otherwise: fee }
  cite act s.3
}

rule tell on carrier {
  must "tell the sender"
  when heavy and some p in parcels has (p.fragile and p.weight > 3)
  done when parcel.size is small
  cite act s.4
}

scenario "usual" as of 2022-01-01 {
  given {
    parcel.weight: 12
    parcels: [ { fragile: yes weight: 5 }, { weight: 2 } ]
  }
  expect {
    heavy: yes
    tell: undetermined
  }
  cite act s.4
}
`;

const found = (text: string): ReturnType<typeof checkPack>['diagnostics'] =>
  checkPack(new Map([['pack.policy', text]]), 'pack.policy').diagnostics;

test('the whole has no finding', () => {
  expect(found(whole)).toEqual([]);
});

/** What stands in the whole, what is written instead, and at what the one finding stands. */
describe.each([
  [
    'missing-bracket',
    [
      ['weight > 5)', 'weight > 5', '(parcel.fragile and'],
      ['weight > 3)', 'weight > 3', '(p.fragile'],
      ['otherwise: fee }', 'otherwise: fee', '{ heavy: 10'],
      ['{ weight: 2 } ]', '{ weight: 2 }', '[ { fragile'],
      ['{ weight: 2 } ]', '{ weight: 2 ]', '{ weight: 2'],
      ['weight: 5 },', 'weight: 5,', '{ fragile: yes weight: 5'],
      ['small, large }', 'small, large', '{ small'],
      ['is not} fragile"\n  }', 'is not} fragile"', '{\n    ask "Is it fragile?"'],
      ['weighs {value}" }\n}', 'weighs {value}" }', '{\n  fact size'],
      ['large | -: 3\n  }', 'large | -: 3', '{\n    small'],
      ['{ weight: 2 } ]\n  }', '{ weight: 2 } ]', '{\n    parcel.weight'],
      ['undetermined\n  }', 'undetermined', '{\n    heavy: yes'],
      ['cite act s.3\n}', 'cite act s.3', '{\n  say "it comes'],
      ['cite act s.4\n}\n\nscenario', 'cite act s.4\n\nscenario', '{\n  must'],
      ['status statute\n}', 'status statute', '{\n  status'],
    ],
  ],
  [
    'wrong-bracket',
    [
      ['weight > 3)', 'weight > 3]', '(p.fragile'],
      ['weight > 3)', 'weight > 3}', '(p.fragile'],
      ['otherwise: fee }', 'otherwise: fee )', '{ heavy: 10'],
      ['{ weight: 2 } ]', '{ weight: 2 } )', '[ { fragile'],
      ['weight: 5 },', 'weight: 5 ),', '{ fragile: yes weight: 5'],
      ['small, large }', 'small, large ]', '{ small'],
      ['is not} fragile"\n  }', 'is not} fragile"\n  )', '{\n    ask "Is it fragile?"'],
      ['large | -: 3\n  }', 'large | -: 3\n  ]', '{\n    small'],
      ['undetermined\n  }', 'undetermined\n  )', '{\n    heavy: yes'],
      ['cite act s.3\n}', 'cite act s.3\n)', '{\n  say "it comes'],
    ],
  ],
  [
    'extra-bracket',
    [
      ['weight > 3)', 'weight > 3))', ')\n  done'],
      ['yes weight: 5 }', 'yes) weight: 5 }', ') weight: 5'],
      ['otherwise: fee }', 'otherwise: fee ) }', ') }\n  cite act s.3'],
      ['cite act s.3\n}', 'cite act s.3\n}}', '}\n\nrule'],
    ],
  ],
  [
    'missing-opening',
    [
      ['rule tell on carrier {', 'rule tell on carrier', 'rule tell'],
      ['define fee: number {', 'define fee: number', 'define fee'],
      ['record Parcel "the parcel" {', 'record Parcel "the parcel"', 'record Parcel'],
      ['given {', 'given', 'given\n'],
      ['expect {', 'expect', 'expect\n'],
      ['as of 2022-01-01 {', 'as of 2022-01-01', 'scenario "usual"'],
    ],
  ],
  [
    'foreign-brackets',
    [
      ['enum Size { small, large }', 'enum Size ( small, large )', '( small'],
      ['enum Size { small, large }', 'enum Size [small, large]', '[small'],
      ['case { heavy: 10 otherwise: fee }', 'case ( heavy: 10 otherwise: fee )', '( heavy: 10'],
      ['any of { parcel.weight > 10, ', 'any of ( parcel.weight > 10, ', '( parcel.weight > 10'],
      ['given {', 'given (', '(\n    parcel.weight'],
      ['define fee: number {', 'define fee: number (', '(\n  say "the fee'],
      ['record Parcel "the parcel" {', 'record Parcel "the parcel" [', '[\n  fact size'],
    ],
  ],
] as const)('%s', (code, cases) => {
  test.each(cases.map(([from, to, at]) => ({ from, to, at })))('$from → $to', ({ from, to, at }) => {
    expect(whole).toContain(from);
    const text = whole.replace(from, to);
    const findings = found(text);
    expect(findings.map((one) => `${one.code}: ${one.message}`)).toHaveLength(1);
    const [one] = findings;
    expect(one?.code).toBe(code);
    expect(text.slice(one?.span.start).startsWith(at)).toBe(true);
    expect(found(applyFix(text, one!.fix!))).toEqual([]);
  });
});

test('what is wrong elsewhere in the file is found all the same', () => {
  const text = whole
    .replace('{ weight: 2 } ]\n  }', '{ weight: 2 } ]')
    .replace('is small', 'is smal')
    .replace('heavy: 10', 'haevy: 10')
    .replace('weight > 5)', 'weight > 5]');
  expect(found(text).map(({ code }) => code)).toEqual([
    'wrong-bracket',
    'unknown-name',
    'unknown-member',
    'missing-bracket',
  ]);
});

test('what stands in brackets in a table is no mark of it', () => {
  const bracketed = whole
    .replace('table parcel.size |', 'table (parcel.size) |')
    .replace('small | yes: 2', 'small | (yes): (2)');
  expect(found(bracketed).filter(({ code }) => /table|bar/.test(code))).toEqual([]);
});

test('a text without any layout is closed as far as its declarations tell', () => {
  const flat = whole.replaceAll(/^ +/gm, '').replace('cite act s.3\n}', 'cite act s.3');
  const findings = found(flat);
  expect(findings.map(({ code }) => code)).toEqual(['missing-bracket']);
  expect(flat.slice(findings[0]?.span.start).startsWith('{\nsay "it comes')).toBe(true);
});

test.each([
  'define x: decimal(\n  2) { say "it is {value}" means 2.50 cite act s.1 }',
  'define x governed by (\n  parcel.weight > 1 and parcel.weight < 3) { say "it {is|is not}" means heavy cite act s.1 }',
])('brackets are no braces: %s', (text) => {
  const codes = found(`${whole}${text}\n`).map(({ code }) => code);
  expect(codes).not.toContain('foreign-brackets');
});

test.each([
  [',', true],
  [' , ', true],
  [', // the small ones\n    ', false],
])('a cell for two, parted by %j, is mended where no comment would be lost', (comma, isMended) => {
  const [one] = found(whole.replace('small | yes: 2', `small${comma}yes: 2`));
  expect(one?.code).toBe('table-cells');
  expect(one?.fix !== undefined).toBe(isMended);
});

describe('a name is called `table`', () => {
  test.each([
    'enum E { table, chair }',
    'enum E {\n  chair "a chair",\n  table "a table",\n  desk "a desk"\n}',
    'define d { means x is one of { table, chair } cite act s.1 }',
    'define d { means any of {\n  chair,\n  table,\n  desk\n} cite act s.1 }',
    'define d { means x cite act s.1,\n  table s.2, act s.3 }',
    'judgement j {\n  consider\n    table,\n    desk\n}',
    'goal g { table, desk }',
    'scenario "s" as of 2020-01-01 { given { furniture: { table, chair } } }',
  ])('%s', (text) => {
    expect(parseFile(text, 'pack.policy').diagnostics).toEqual([]);
  });
});

test.each(['(]', '{)', '( a ]'])('100,000 times `%s` is looked at once', (pair) => {
  const started = process.cpuUsage();
  parseFile(`define d { means ${pair.repeat(100_000)}`, 'pack.policy');
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
});
