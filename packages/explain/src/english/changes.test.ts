import type { Change, Phrasebook, Searched } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { english } from './english.ts';

const phrases: Phrasebook = {
  format: 1,
  pack: { title: 'Parcels' },
  facts: {
    glass: { ask: 'Is it glass?', say: 'the parcel {is|is not} of glass' },
    labels: { ask: 'Which labels?', say: 'the parcel {bears|does not bear} the label {value}' },
    weight: { ask: 'What weight?', say: 'the weight is {value}' },
    careful: { ask: 'With care?', say: 'it {was|was not} carried with care' },
    letters: { record: 'Letter' },
    'Letter.receivedOn': { ask: 'When was it received?', say: 'it was received on {value}' },
    'Letter.delay': { ask: 'Which delay?', say: 'the delay is {value}' },
  },
  records: { Letter: { title: 'the letter' } },
  enums: {},
  bearers: { carrier: { title: 'the carrier' } },
  statements: {
    fragile: { kind: 'define', say: 'the parcel {is|is not} fragile' },
    deliver: { kind: 'rule', act: 'deliver it', modality: 'must' },
  },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: {},
};
const say = english(phrases).changes;
const fact = (
  path: string,
  from: boolean | number | string | null,
  to: boolean | number | string,
  more = {},
): Change => ({
  kind: 'fact',
  path,
  input: 'fact',
  from,
  to,
  ...more,
});

describe('a change, told as if it were so', () => {
  test.each<[Change, string]>([
    [fact('glass', true, false), 'the parcel is not of glass'],
    [fact('glass', null, true), 'it is known that the parcel is of glass'],
    [
      fact('labels', true, false, { member: 'thisSideUp' }),
      'the parcel does not bear the label this side up',
    ],
    [fact('weight', 31, 30, { bound: 'orLess' }), 'the weight is 30 or less (given: 31)'],
    [fact('weight', null, 30, { bound: 'orMore' }), 'it is known that the weight is 30 or more'],
    [fact('careful', false, true, { input: 'judgement' }), 'it was carried with care (a judgement)'],
    [
      fact('letters[1].receivedOn', 'notYet', '2019-09-08', { input: 'event', bound: 'orLess' }),
      'as to the second letter, it was received on 8 September 2019 or earlier (given: not yet)',
    ],
    [
      fact('letters[0].receivedOn', '2019-09-08', 'notYet', { input: 'event' }),
      'it has not yet been received (given: 8 September 2019)',
    ],
    [
      fact('letters[0].delay', 'P1M', 'P40D', { bound: 'orMore' }),
      'the delay is 40 days or more (given: 1 month)',
    ],
    [{ kind: 'complete', path: 'letters', length: 0 }, 'it is known that there is no letter'],
    [
      { kind: 'complete', path: 'letters', length: 1 },
      'it is known that there is no letter but the one given',
    ],
    [{ kind: 'member', path: 'letters[1]' }, 'there is another letter, the second letter'],
  ])('%o', (change, words) => {
    expect(say.change(change, 'letters[0]')).toBe(words);
  });
});

test('the changes of a set together, with the questions that fall away', () => {
  expect(say.together(['a'], [])).toBe('a');
  expect(say.together(['a', 'b', 'c'], [])).toBe('a; b; and c');
  expect(say.together(['a', 'b'], ['glass'])).toBe(
    'a; and b (the question “Is it glass?” would then not arise)',
  );
  expect(say.together(['a'], ['glass', 'weight'])).toBe(
    'a (the questions “Is it glass?” and “What weight?” would then not arise)',
  );
});

test('how the answer would be', () => {
  const result = { modality: 'must', bearer: 'carrier', status: 'compliedWith', because: [] } as const;
  expect(say.would('deliver', { kind: 'rule', result }, true)).toBe(
    'it would be met, as far as this goes, if any one of these were so',
  );
  expect(say.would('deliver', { kind: 'rule', result: { ...result, status: 'doesNotApply' } }, false)).toBe(
    'it would not apply if this were so',
  );
  // What is only not established is never told as a negative.
  expect(say.would('fragile', { kind: 'definition', value: 'no', notEstablished: true }, false)).toBe(
    'the answer would be that it is not established that the parcel is fragile, if this were so',
  );
});

test.each<[Searched, string]>([
  [
    { size: 3, complete: 3, tried: 9 },
    'Sets of up to three changes were looked for, of facts that a person can change.',
  ],
  [{ size: 1, complete: 1, tried: 9 }, 'Single changes were looked for, of facts that a person can change.'],
  [
    { size: 3, complete: 2, tried: 90, stopped: 'budget' },
    'The search stopped after 90 cases: sets of up to two changes have all been tried, larger ones not.',
  ],
  [
    { size: 3, complete: 0, tried: 9, stopped: 'budget' },
    'The search stopped after 9 cases: not every single change has been tried.',
  ],
  [
    { size: 3, complete: 1, tried: 9, stopped: 'count' },
    'Single changes were looked for; larger ones were not, since there are so many already.',
  ],
])('how far was looked: %o', (searched, words) => {
  expect(say.searched(searched)).toBe(words);
});
