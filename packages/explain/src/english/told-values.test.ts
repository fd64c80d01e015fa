import type { Phrasebook } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { factClause } from './facts.ts';
import { definitionClause } from './statements.ts';
import { toldOtherwise } from './told-otherwise.ts';
import { amountWords, enumMemberWords, factValueWords } from './told-values.ts';

const phrases: Phrasebook = {
  format: 1,
  pack: { title: 'Elections' },
  facts: {
    election: { enum: 'Election', ask: 'Which election?', say: 'the election is for {value}' },
    others: { enum: 'Election', say: 'it {is|is not} also for {value}' },
    plain: { say: 'the other one is {value}' },
    fee: { unit: '£', places: 2, ask: 'What is the fee?', say: 'the fee is {value}' },
  },
  records: {},
  enums: { Election: { members: { ukParliament: { words: 'the UK Parliament' } } } },
  bearers: {},
  statements: {
    kind: { kind: 'define', enum: 'Election', say: 'its kind is {value}' },
    length: { kind: 'define', say: 'its length is {value}' },
  },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: {},
};

describe('a number with its unit', () => {
  test.each([
    [1500, '£', 2, '£1,500.00'],
    [0.5, '£', 2, '£0.50'],
    [-1234567.8, '£', 2, '-£1,234,567.80'],
    [999, '£', 0, '£999'],
    [5, 'US$', 0, 'US$5'],
    [12.5, 'kg', 2, '12.50 kg'],
    [20, '%', 0, '20%'],
    [1, '{day|days}', 0, '1 day'],
    [0, '{day|days}', 0, '0 days'],
    [12000, '{person|people} concerned', 0, '12,000 people concerned'],
    [0.000000001, 'g', 9, '0.000000001 g'],
  ])('%d in %s with %d places is %s', (value, unit, places, words) => {
    expect(amountWords(value, { unit, places })).toBe(words);
  });
});

describe('a member of an enum', () => {
  test('is told by its words, or from its identifier where it has none', () => {
    expect(enumMemberWords(phrases, 'Election', 'ukParliament')).toBe('the UK Parliament');
    expect(enumMemberWords(phrases, 'Election', 'localElection')).toBe('local election');
    expect(enumMemberWords(phrases, undefined, 'ukParliament')).toBe('uk parliament');
    expect(enumMemberWords(phrases, 'Election', 'constructor')).toBe('constructor');
  });
  test('only of the enum that has these words', () => {
    expect(factValueWords(phrases, 'election', 'ukParliament')).toBe('the UK Parliament');
    expect(factValueWords(phrases, 'plain', 'ukParliament')).toBe('uk parliament');
  });
  test('in clauses of facts, of members of sets and of definitions', () => {
    const fact = { kind: 'fact', input: 'fact' } as const;
    expect(factClause(phrases, { ...fact, path: 'election', value: 'ukParliament' })).toBe(
      'the election is for the UK Parliament',
    );
    expect(factClause(phrases, { ...fact, path: 'others', member: 'ukParliament', value: 'no' })).toBe(
      'it is not also for the UK Parliament',
    );
    expect(factClause(phrases, { ...fact, path: 'fee', value: 20 })).toBe('the fee is £20.00');
    expect(definitionClause(phrases, 'kind', 'ukParliament', false)).toBe('its kind is the UK Parliament');
  });
});

test('what two versions tell in other words', () => {
  const plan = { enums: [{ name: 'Election', members: ['ukParliament', 'referendum'] }] };
  const now: Phrasebook = {
    ...phrases,
    enums: { Election: { members: { referendum: { words: 'a referendum' } } } },
    facts: {
      ...phrases.facts,
      plain: { unit: '{day|days}', places: 0 },
      fee: { ...phrases.facts['fee'], unit: '€' },
    },
    statements: {
      ...phrases.statements,
      length: { kind: 'define', unit: '{day|days}', say: 'its length is {value}' },
    },
  };
  expect(toldOtherwise({ plan, phrases }, { plan, phrases })).toEqual([]);
  const fewer = { enums: [{ name: 'Election', members: ['referendum'] }] };
  expect(toldOtherwise({ plan: fewer, phrases }, { plan, phrases: now })).toEqual([
    'What was told as “referendum” is now told as “a referendum” (referendum of Election).',
    'The answer to “plain” is now told in days, and was told without a unit (plain).',
    'The answer to “What is the fee?” is now told in €, and was told in £ (fee).',
    '“its length is …” is now told in days, and was told without a unit (length).',
  ]);
});
