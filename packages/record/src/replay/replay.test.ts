import { expect, test } from 'vitest';
import { trialFacts, trialPack, trialRecord } from '../../../../test/support/trial-record.ts';
import type { DecisionRecord } from '../record.ts';
import { recompute, replay } from './replay.ts';

const pack = trialPack();
const { record } = trialRecord();

function replayed(changed: Partial<DecisionRecord>, program: string = record.made.program) {
  const again = recompute({ ...record, ...changed }, pack);
  if ('cannot' in again) throw new Error(again.cannot);
  return replay({ ...record, ...changed }, pack, again, program);
}

test('a record that was made before facts said which member they are about holds', () => {
  const told = record.told.map(({ about: _about, ...fact }) => fact);
  expect(told).toHaveLength(2 * Object.keys(trialFacts.letters[0] ?? {}).length + 1);
  expect(replayed({ told })).toMatchObject({ holds: true, reworded: false });
});

test('a fact that is said to be about another member is altered', () => {
  const told = record.told.map((fact) =>
    fact.about === undefined ? fact : { ...fact, about: 'the third letter' },
  );
  expect(replayed({ told })).toMatchObject({ holds: false, altered: ['told'] });
});

test('a rule in the words of another version of the program is reworded, in other words of this one altered', () => {
  const duties = record.duties.map((duty) => ({ ...duty, says: 'the controller has to answer' }));
  expect(duties).not.toEqual([]);
  expect(replayed({ duties }, 'another')).toMatchObject({ holds: true, reworded: true, altered: [] });
  expect(replayed({ duties })).toMatchObject({ holds: false, altered: ['duties'] });
  const later = record.duties.map((duty) => ({ ...duty, dueOn: '2030-01-01' }));
  expect(replayed({ duties: later }, 'another')).toMatchObject({ holds: false, altered: ['duties'] });
});
