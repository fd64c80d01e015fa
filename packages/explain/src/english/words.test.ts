import { expect, test } from 'vitest';
import { humanise } from '../identifiers.ts';
import { wrap } from '../text.ts';
import { asSubject, countWords, dateWords, listWords, ordinalWord } from './words.ts';

test('dates, lists, counts, ordinals, identifiers', () => {
  expect([dateWords('2024-02-29'), dateWords('unknown')]).toEqual(['29 February 2024', 'unknown']);
  expect([listWords([]), listWords(['a']), listWords(['a', 'b']), listWords(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
  expect([countWords(0, 'rule'), countWords(1, 'rule'), countWords(12, 'rule')]).toEqual([
    'no rules',
    'one rule',
    '12 rules',
  ]);
  expect([0, 9, 10, 11, 20, 21, 110].map(ordinalWord)).toEqual([
    'first',
    'tenth',
    '11th',
    '12th',
    '21st',
    '22nd',
    '111th',
  ]);
  expect([humanise('voteSuppression'), humanise('article22Applies'), humanise('a.b_c')]).toEqual([
    'vote suppression',
    'article 22 applies',
    'a b c',
  ]);
});

test.each([
  ['the rule to answer', 'the rule to answer'],
  ['the rule to answer, also at night', 'the rule to answer, also at night,'],
  ['the rule to answer, whether or not it is late', 'the rule to answer, whether or not it is late,'],
  ['the rule to open, read and answer', 'the rule to open, read and answer'],
  ['the rule to give, when asked, the reasons', 'the rule to give, when asked, the reasons'],
])('%s, as a subject', (clause, subject) => {
  expect(asSubject(clause)).toBe(subject);
});

test('wrapping keeps words whole and within the width', () => {
  expect(wrap('one two three four', '- ', '  ', 11)).toEqual(['- one two', '  three', '  four']);
  expect(wrap('a-word-too-long-for-the-line b', '', '', 10)).toEqual(['a-word-too-long-for-the-line', 'b']);
  expect(wrap('', '- ', '  ', 10)).toEqual(['-']);
});
