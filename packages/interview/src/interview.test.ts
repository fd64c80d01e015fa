import { compilePack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import type { Assessment, Need } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { caseOf, membersAt, nextNeed, type Question, questionOf, valueAt } from './index.ts';

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

const assessed = (...needs: readonly Need[]) =>
  ({ pack: {}, definitions: {}, rules: {}, restsOn: {}, needs }) as unknown as Assessment;
const list: Need = { path: 'letters', kind: 'list', for: ['a', 'b', 'c'] };
const member: Need = { path: 'letters[0].objects', kind: 'fact', for: ['a'] };
const other: Need = { path: 'person.age', kind: 'fact', for: ['a', 'b'] };

test('what serves most is asked first', () => {
  expect(nextNeed(assessed(member, other), new Set(), { lookAhead: 3 })?.path).toBe('person.age');
  expect(
    nextNeed(assessed(member, other, list), new Set(['person.age', 'letters']), { lookAhead: 3 })?.path,
  ).toBe('letters[0].objects');
});

test('whether a list has more is asked only when its members have been', () => {
  expect(nextNeed(assessed(list, member), new Set(), { lookAhead: 3 })?.path).toBe('letters[0].objects');
  expect(nextNeed(assessed(list, member), new Set(['letters[0].objects']), { lookAhead: 3 })?.path).toBe(
    'letters',
  );
  expect(
    nextNeed(assessed(list, member), new Set(['letters', 'letters[0].objects']), { lookAhead: 3 }),
  ).toBeUndefined();
});

test('of needs that are level, the one whose answers settle most comes first, if it is looked into', () => {
  const policy = `
pack example.level {
  title "Level"
  version "1.0.0"
  period from 2018-05-25
}
source act "An act" { status statute }
fact first: yesno { ask "First?" say "the first {holds|does not hold}" }
fact second: yesno { ask "Second?" say "the second {holds|does not hold}" }
fact enough: yesno { ask "Enough?" say "it {is|is not} enough" }
define allowed {
  say "it {is|is not} allowed"
  means enough or (first and second)
  cite act s.1
}
`;
  const { value, diagnostics } = compilePack(new Map([['pack.policy', policy]]), 'pack.policy');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const assessment = loadPlan(value?.plan).assess({}, { asOf: '2026-01-15', goals: ['allowed'] });
  expect(nextNeed(assessment, new Set(), { lookAhead: 3 })?.path).toBe('enough');
  expect(nextNeed(assessment, new Set(), { lookAhead: 2 })?.path).toBe('first');
  expect(nextNeed(assessment, new Set(['enough']), { lookAhead: 3 })?.path).toBe('first');
});

test('a question has the words of what can be chosen, and the unit of a number', () => {
  const pack = `pack demo { title "A demonstration" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
enum Size { small "of little size", large }
fact size: Size { ask "How large?" }
fact days: number in "{day|days}" { ask "How long?" }
define late { say "it {is|is not} late" means size is small and days > 3 cite act s.1 }
`;
  const { value } = compilePack(new Map([['pack.policy', pack]]), 'pack.policy');
  if (value === undefined) throw new Error('the pack does not compile');
  const question = (path: string): Question => questionOf({ path, kind: 'fact' }, value.plan, value.phrases);
  expect(question('size').members).toEqual([
    { member: 'small', words: 'of little size' },
    { member: 'large', words: 'large' },
  ]);
  expect(question('size')).not.toHaveProperty('unit');
  expect(question('days')).toMatchObject({ unit: 'days', members: [] });
});
