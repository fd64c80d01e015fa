import type { Assessment, Need } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { caseOf, membersAt, nextNeed, valueAt } from './index.ts';

const given = (path: string, answer: unknown) => ({ path, list: false, answer });
const listed = (path: string, answer: boolean | null) => ({ path, list: true, answer });

test('answers come to facts in the order they were given, the last to a question standing', () => {
  const { facts } = caseOf([given('message.channel', 'post'), given('message.channel', 'email')]);
  expect(facts).toEqual({ message: { channel: 'email' } });
});

test('a list may have more members until it is said to have none', () => {
  const one = [listed('letters', true), given('letters[0].objects', true)];
  expect(caseOf(one).facts).toEqual({ letters: { atLeast: [{ objects: true }] } });
  expect(caseOf([...one, listed('letters', false)]).facts).toEqual({ letters: [{ objects: true }] });
  expect(caseOf([listed('letters', false)]).facts).toEqual({ letters: [] });
});

test('what is not known is no fact, and is not asked again', () => {
  const so = caseOf([given('message.channel', null), listed('letters', null)]);
  expect(so.facts).toEqual({});
  expect(so.unknown).toEqual(new Set(['message.channel', 'letters']));
});

test('an answer that becomes known after all is a fact', () => {
  const { facts } = caseOf([given('fair', null), given('fair', false)]);
  expect(facts).toEqual({ fair: false });
});

test('members of open and of complete lists are found alike', () => {
  for (const letters of [[{ objects: true }], { atLeast: [{ objects: true }] }]) {
    expect(membersAt({ letters }, 'letters')).toHaveLength(1);
    expect(valueAt({ letters }, 'letters[0].objects')).toBe(true);
    expect(valueAt({ letters }, 'letters[1].objects')).toBeUndefined();
  }
  expect(valueAt({}, 'toString')).toBeUndefined();
});

const assessed = (...needs: readonly Need[]) => ({ needs }) as unknown as Assessment;
const list: Need = { path: 'letters', kind: 'list', for: ['a', 'b', 'c'] };
const member: Need = { path: 'letters[0].objects', kind: 'fact', for: ['a'] };
const other: Need = { path: 'person.age', kind: 'fact', for: ['a', 'b'] };

test('what serves most is asked first', () => {
  expect(nextNeed(assessed(member, other), new Set(), {})?.path).toBe('person.age');
  expect(nextNeed(assessed(member, other, list), new Set(['person.age', 'letters']), {})?.path).toBe(
    'letters[0].objects',
  );
});

test('whether a list has more is asked only when its members have been', () => {
  expect(nextNeed(assessed(list, member), new Set(), {})?.path).toBe('letters[0].objects');
  expect(nextNeed(assessed(list, member), new Set(['letters[0].objects']), {})?.path).toBe('letters');
  expect(nextNeed(assessed(list, member), new Set(['letters', 'letters[0].objects']), {})).toBeUndefined();
});
