import { statementDigests } from '@proviso/compiler/plan';
import { describe, expect, test } from 'vitest';
import { trialPack, trialPolicy } from '../../../../test/support/trial-record.ts';
import { readReviewLog } from './read-log.ts';
import { type ReviewLog, withEntry } from './review.ts';
import { reviewCounts, reviewStates } from './state.ts';

const digestsOf = (policy: string) => {
  const { plan, phrases } = trialPack(policy);
  return statementDigests(plan, phrases);
};
const digests = digestsOf(trialPolicy);
const empty = (reviewer: string): ReviewLog => ({ format: 1, reviewer, entries: [] });
const say = (
  log: ReviewLog,
  statement: string,
  decision: 'approved' | 'changesWanted' | 'comment',
): ReviewLog =>
  withEntry(log, {
    statement,
    decision,
    on: '2026-01-01',
    version: '1.0.0',
    digests: digests[statement] ?? { meaning: '', text: '' },
  });
const states = (logs: readonly ReviewLog[], policy: string = trialPolicy): Readonly<Record<string, string>> =>
  Object.fromEntries(reviewStates(digestsOf(policy), logs).map(({ name, state }) => [name, state]));

describe('the state of a statement', () => {
  const approved = say(say(empty('A'), 'reached', 'approved'), 'answer', 'approved');

  test('is by the last decision of each reviewer, and changes wanted outweigh', () => {
    expect(states([])).toEqual({ reached: 'notReviewed', answer: 'notReviewed' });
    expect(states([approved])).toEqual({ reached: 'approved', answer: 'approved' });
    const doubting = say(empty('B'), 'answer', 'changesWanted');
    expect(states([approved, doubting])).toEqual({ reached: 'approved', answer: 'changesWanted' });
    expect(states([approved, say(doubting, 'answer', 'approved')])).toMatchObject({ answer: 'approved' });
    expect(states([say(empty('A'), 'answer', 'comment')])).toMatchObject({ answer: 'notReviewed' });
    expect(states([say(approved, 'answer', 'comment')])).toMatchObject({ answer: 'approved' });
  });

  test.each<readonly [string, string, string, Readonly<Record<string, string>>]>([
    ['the rule', '1 month', '2 months', { reached: 'approved', answer: 'reopened' }],
    ['its citation', 'para.3 "within', 'para.4 "within', { reached: 'approved', answer: 'reopened' }],
    ['its words', 'answer the objection', 'reply', { reached: 'approved', answer: 'reopened' }],
    [
      'what it refers to',
      'narrow: mailed',
      'narrow: not mailed',
      { reached: 'reopened', answer: 'reopened' },
    ],
    [
      'the words of a fact of another',
      '{were|were not} mailed',
      '{were|were not} sent',
      { reached: 'reopened', answer: 'reopened' },
    ],
    [
      'the title of the pack',
      'Objections to mail',
      'Objections',
      { reached: 'approved', answer: 'approved' },
    ],
  ])('editing %s reopens what depends on it', (_, from, to, expected) => {
    expect(trialPolicy).toContain(from);
    expect(states([approved], trialPolicy.replace(from, to))).toEqual(expected);
  });

  test('is counted', () => {
    expect(reviewCounts(reviewStates(digests, [say(empty('A'), 'answer', 'approved')]))).toEqual({
      approved: 1,
      changesWanted: 0,
      reopened: 0,
      notReviewed: 1,
    });
  });
});

describe('a log', () => {
  const log = say(
    say(say(empty('A'), 'reached', 'approved'), 'answer', 'changesWanted'),
    'answer',
    'approved',
  );
  const copy = (): any => JSON.parse(JSON.stringify(log));

  test('is read back', () => expect(readReviewLog(copy())).toEqual({ value: log }));

  test.each<readonly [string, (log: any) => void]>([
    ['an entry taken out', (l) => l.entries.splice(1, 1)],
    ['the first taken out', (l) => l.entries.shift()],
    ['two in another order', (l) => l.entries.reverse()],
    ['an entry changed', (l) => (l.entries[1].decision = 'approved')],
    ['a comment put in', (l) => (l.entries[0].comment = 'later')],
    ['another reviewer', (l) => (l.reviewer = 'B')],
    ['another format', (l) => (l.format = 2)],
    ['a key that it does not have', (l) => (l.entries[0].weight = 2)],
    ['a decision that there is none of', (l) => (l.entries[2].decision = 'signedOff')],
    ['half a surrogate pair', (l) => (l.reviewer = '\udc00')],
  ])('is refused with %s', (_, change) => {
    const changed = copy();
    change(changed);
    expect(readReviewLog(changed)).toHaveProperty('problems');
  });
});
