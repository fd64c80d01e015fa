import { describe, expect, test } from 'vitest';
import type { Question } from '@proviso/interview';
import { answerHint, readReply } from './reply.ts';

const election: Question = {
  path: 'election',
  kind: 'fact',
  ask: 'Which election?',
  consider: [],
  field: { name: 'election', kind: 'fact', type: { kind: 'enum', name: 'Election' } },
  members: [
    { member: 'ukParliament', words: 'the UK Parliament' },
    { member: 'welshParliament', words: 'the Senedd, formerly the National Assembly' },
    { member: 'referendum', words: 'referendum' },
  ],
};
const elections: Question = {
  ...election,
  field: { name: 'elections', kind: 'fact', type: { kind: 'set', of: 'Election' } },
};
const fee: Question = {
  ...election,
  field: { name: 'fee', kind: 'fact', type: { kind: 'number', places: 2 } },
  members: [],
  unit: '£',
};

describe('members with words of their own', () => {
  test('are offered in them, parted so that their commas part nothing', () => {
    expect(answerHint(election)).toBe(
      'the UK Parliament; the Senedd, formerly the National Assembly; referendum',
    );
    expect(answerHint({ ...election, members: election.members.slice(2) })).toBe('referendum');
  });
  test.each(['the UK Parliament', 'the uk parliament', 'ukParliament', 'UK Parliament', '1'])(
    'are understood: %s',
    (typed) => {
      expect(readReply(election, typed)).toEqual({ kind: 'value', value: 'ukParliament' });
    },
  );
  test('of a set are read apart', () => {
    expect(readReply(elections, 'referendum; the Senedd, formerly the National Assembly')).toEqual({
      kind: 'value',
      value: ['referendum', 'welshParliament'],
    });
    expect(readReply(elections, 'referendum, 1')).toMatch(/^not understood; answer with none, or some of/);
  });
});

test('a number is asked for in its unit', () => {
  expect(answerHint(fee)).toBe('a number, in £');
});
