/** Each operator on statements small enough to see every edit. */
import { compilePack } from '@proviso/compiler';
import { checkPlan, type Plan } from '@proviso/compiler/plan';
import { expect, test } from 'vitest';
import { mutatedPlan } from './mutated-plan.ts';
import { mutantsOf } from './mutants.ts';
import { type OperatorName, operators } from './operators.ts';

const head = `
  pack mutants.here { title "Mutants" version "1.0.0" period from 2015-01-01 ceasing 2030-01-01 }
  source act "An Act" { status statute }
  bearer trader "the trader"
  enum Channel { post, phone, web }
  record Letter "the letter" {
    fact heavy: yesno { ask "Heavy?" say "it {is|is not} heavy" }
    event sentOn { ask "Sent?" say "it was sent on {value}" }
  }
  fact wet: yesno { ask "Wet?" say "it {is|is not} wet" assume no if not known cite act s.1 }
  fact cold: yesno { ask "Cold?" say "it {is|is not} cold" }
  fact dark: yesno { ask "Dark?" say "it {is|is not} dark" }
  fact price: decimal(2) { ask "Price?" say "the price is {value}" }
  fact channel: Channel { ask "By what?" say "it is {value}" }
  fact days: set of Channel { ask "Which?" say "the days {include|do not include} {value}" }
  fact letters: list of Letter
  event paidOn { ask "Paid?" say "paid on {value}" }
  event soldOn { ask "Sold?" say "sold on {value}" }
`;

function planOf(text: string): Plan {
  const cited = text.replaceAll(/\b(define|rule|ambiguity|invariant) ([^{]*)\{/g, '$1 $2{ cite act s.1 ');
  const { value, diagnostics } = compilePack(new Map([['m.policy', head + cited]]), 'm.policy');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (value === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return value.plan;
}

/** The edits of one operator, as `before => after`. */
function edits(text: string, operator: OperatorName): readonly string[] {
  return mutantsOf(planOf(text))
    .filter((mutant) => mutant.operator === operator)
    .map(({ before, after }) => `${before} => ${after ?? ''}`);
}

const stated = (condition: string, type = ''): string =>
  `define d${type} { say "it {is|is not} so" means ${condition} }`;
const valued = (value: string, type: string): string =>
  `define d: ${type} { say "it is {value}" means ${value} }`;

const tried: readonly (readonly [OperatorName, string, readonly string[]])[] = [
  ['limb', stated('wet and cold'), ['wet => ', 'cold => ']],
  [
    'limb',
    'define d { say "it {is|is not} so" requires wet includes a: cold }',
    ['wet => ', 'cold => ', 'otherwise.d => '],
  ],
  [
    'exception',
    'define d { say "it {is|is not} so" means wet except x: cold cite act s.2 except y: dark cite act s.3 }',
    ['cold => ', 'dark => '],
  ],
  [
    'exception',
    'define d { say "it {is|is not} so" means wet except x: cold cite act s.2 }',
    ['not cold => '],
  ],
  ['and-or', stated('wet and cold'), ['wet and cold => wet or cold']],
  [
    'and-or',
    'define d { say "it {is|is not} so" means wet and cold except x: dark cite act s.2 }',
    ['wet and cold => wet or cold'],
  ],
  [
    'count',
    stated('at least 2 of { wet, cold, dark }'),
    [
      'at least 2 of { wet, cold, dark } => wet or cold or dark',
      'at least 2 of { wet, cold, dark } => wet and cold and dark',
    ],
  ],
  [
    'negation',
    stated('wet and not cold'),
    ['wet and not cold => not (wet and not cold)', 'wet => not wet', 'not cold => cold'],
  ],
  ['comparison', stated('price <= 10'), ['price <= 10.00 => price < 10.00']],
  ['comparison', stated('price < 10'), ['price < 10.00 => price <= 10.00']],
  ['constant', stated('price < 10'), ['10.00 => 9.99', '10.00 => 10.01']],
  [
    'constant',
    stated('paidOn <= 1 month after soldOn'),
    ['1 month => 0 days', '1 month => 1 month and 1 day'],
  ],
  ['date', stated('paidOn <= 2020-02-01'), ['2020-02-01 => 2020-01-31', '2020-02-01 => 2020-02-02']],
  ['direction', stated('paidOn <= 1 month after soldOn'), ['1 month after soldOn => 1 month before soldOn']],
  [
    'extreme',
    valued('earliest of { paidOn, soldOn }', 'date'),
    ['earliest of { paidOn, soldOn } => latest of { paidOn, soldOn }'],
  ],
  [
    'enum',
    stated('channel is web or days includes post'),
    ['web => post', 'days includes post => days includes phone'],
  ],
  [
    'branch',
    valued('case { wet: post  cold: phone  otherwise: web }', 'Channel'),
    [
      'post => phone',
      'phone => web',
      'case { wet: post  otherwise: web } => ',
      'case { cold: phone  otherwise: web } => ',
    ],
  ],
  [
    'quantifier',
    stated('some l in letters has l.heavy'),
    ['some l in letters has l.heavy => every l in letters has l.heavy'],
  ],
  [
    'quantifier',
    stated('every l in letters has l.heavy'),
    ['every l in letters has l.heavy => some l in letters has l.heavy'],
  ],
  ['modality', 'rule r on trader { must "pay" when wet done when cold }', ['must => should']],
  ['modality', 'rule r on trader { should not "pay" when wet done when cold }', ['should not => must not']],
  ['modality', 'rule r on trader { may "pay" when wet }', []],
  ['assumption', stated('wet'), ['assume no => assume yes']],
  [
    'reading',
    `ambiguity a { reading x "x" default reading y "y" } ${stated('by reading a { x: wet  y: cold }')}`,
    ['reading x default => reading y default'],
  ],
];

test.each(tried)('%s: %s', (operator, text, expected) => {
  expect(edits(text, operator)).toEqual(expected);
});

test('every operator is tried', () => {
  expect([...new Set(tried.map(([operator]) => operator))].toSorted()).toEqual(
    operators.map(({ name }) => name).toSorted(),
  );
});

test('a deadline is edited once for the duty and its lateness', () => {
  const plan = planOf(
    'rule r on trader { must "pay" when wet done by paidOn, no later than 14 days after soldOn }',
  );
  const mutants = mutantsOf(plan).filter(({ operator }) => operator === 'constant');
  expect(mutants.map(({ change }) => [...change.definitions.keys()])).toEqual([
    ['r.due', 'r.met', 'r.late'],
    ['r.due', 'r.met', 'r.late'],
  ]);
});

test('what a label repeats is edited with the statement', () => {
  const plan = planOf(
    `define a { say "it {is|is not} a" means one: wet and cold means two: dark }
     define b { say "it {is|is not} b" means a.one and dark }`,
  );
  const mutant = mutantsOf(plan).find(
    ({ operator, before }) => operator === 'and-or' && before === 'wet and cold',
  );
  expect([...(mutant?.change.definitions.keys() ?? [])].toSorted()).toEqual(['a', 'a.one']);
});

test('a dated version is edited at its first and last day', () => {
  const text = `define d ceasing 2020-01-01 { say "it {is|is not} so" means wet }
    define d from 2020-01-01 { say "it {is|is not} so" means cold }`;
  expect(edits(text, 'date')).toEqual([
    'in force ceasing 2020-01-01 => in force ceasing 2019-12-31',
    'in force ceasing 2020-01-01 => in force ceasing 2020-01-02',
    'in force from 2020-01-01 => in force from 2019-12-31',
    'in force from 2020-01-01 => in force from 2020-01-02',
  ]);
});

test('of a set that is spelled out only what is written is edited', () => {
  const some = mutantsOf(planOf(stated('days is not empty'))).filter(({ subject }) => subject === 'd');
  expect(some.map(({ operator }) => operator)).toEqual(['negation']);
  const exactly = planOf(stated('wet and days is exactly { post, web }'));
  expect(
    mutantsOf(exactly)
      .filter(({ subject }) => subject === 'd')
      .map(({ operator, before, after }) => `${operator}: ${before} => ${after ?? ''}`)
      .filter((edit) => !edit.includes(' and ')),
  ).toEqual([
    'limb: wet => ',
    'negation: wet => not wet',
    'negation: days includes post => not days includes post',
    'negation: not days includes phone => days includes phone',
    'negation: days includes web => not days includes web',
  ]);
});

test('rows of a table move their bound, and give their results away', () => {
  const text = 'define d: number { say "it is {value}" table price {\n < 10: 1\n >= 10: 2\n } }';
  expect(edits(text, 'comparison')).toEqual([
    'price < 10.00 => price <= 10.00',
    '10.00 <= price => 10.00 < price',
  ]);
  expect(edits(text, 'negation')).toEqual([]);
  expect(edits(text, 'branch')).toEqual([
    '1 => 2',
    'case { price < 10.00: 1  otherwise: 2 } => ',
    'case { 10.00 <= price: 2  otherwise: 2 } => ',
  ]);
});

test('every mutant is a plan, no two are the same, and ids stay', () => {
  const plan = planOf(
    `${stated('wet and (cold or price < 10)')} rule r on trader { must "pay" when d done by paidOn, no later than 14 days after soldOn }`,
  );
  const mutants = mutantsOf(plan);
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  const plans = mutants.map((mutant) => mutatedPlan(plan, mutant));
  for (const mutated of plans) expect(checkPlan(mutated)).toEqual([]);
  expect(new Set([plan, ...plans].map((each) => JSON.stringify(each))).size).toBe(mutants.length + 1);
  expect(mutantsOf(plan).map(({ id }) => id)).toEqual(mutants.map(({ id }) => id));
});
