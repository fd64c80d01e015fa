import { expect, test } from 'vitest';
import { caseFileText, readCaseFile } from './case-file.ts';
import type { Walk } from './walk.ts';

const goals = [{ name: 'mayContact', answers: [], definitions: [], rules: [], facts: [], ambiguities: [] }];
const pack = { id: 'a.pack', version: '1.0.0', period: { from: 0, ceasing: null }, meaning: 'm', text: 't' };
const plan = { pack, goals };
const walk: Walk = {
  goals: ['mayContact'],
  asOf: '2026-01-15',
  told: [
    { path: 'letters', list: true, answer: true },
    {
      path: 'letters[0].objects',
      list: false,
      answer: true,
      who: 'the secretary',
      why: 'the letter says so',
    },
    { path: 'message.topics', list: false, answer: ['tax', 'housing'] },
    { path: 'person.age', list: false, answer: null },
  ],
};
const text = caseFileText(walk, {}, plan);

test('a case is read as it was kept', () => {
  expect(readCaseFile(text, plan)).toEqual({ walk, sameVersion: true });
});

test('another version of the rules is told', () => {
  const later = { ...plan, pack: { ...pack, meaning: 'other' } };
  expect(readCaseFile(text, later)).toEqual({ walk, sameVersion: false });
});

test.each([
  ['no JSON', 'case'],
  ['something else', '{"format":2}'],
  ['another pack', text.replace('a.pack', 'another')],
  ['a goal that there is not', text.replace('mayContact', 'mayNot')],
  ['no day', text.replace('2026-01-15', '2026-02-30')],
  ['a path that is none', text.replace('person.age', '__proto__ x')],
  [
    'a list that is told as a fact',
    text.replace('"list": true,\n      "answer": true', '"list": true,\n      "answer": "x"'),
  ],
  ['a reason that is no text', text.replace('"the letter says so"', '7')],
  ['answers that are no list', text.replace('"told": [', '"told": {}, "old": [')],
])('%s is refused whole', (_, changed) => {
  expect(changed).not.toBe(text);
  expect(readCaseFile(changed, plan)).toHaveProperty('problem');
});
