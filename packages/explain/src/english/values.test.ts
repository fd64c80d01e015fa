import { expect, test } from 'vitest';
import { negative, positive } from '../polarity.ts';
import { notYetPhrase, unknownPhrase, valueWords, whichValue } from './values.ts';

test.each([
  [
    'the message {is|is not} direct marketing',
    'the message is direct marketing',
    'the message is not direct marketing',
    'it is not known whether the message is direct marketing',
  ],
  [
    'it {gives|does not give} a period and {says|is silent on} why',
    'it gives a period and says why',
    'it does not give a period and is silent on why',
    'it is not known whether it gives a period and says why',
  ],
])('%s', (say, yes, no, unknown) => {
  expect([positive(say), negative(say), unknownPhrase(say)]).toEqual([yes, no, unknown]);
});

test.each([
  [
    'the letter was received on {value}',
    'it is not known when the letter was received',
    'the letter has not yet been received',
  ],
  [
    'the goods were sent back on {value}',
    'it is not known when the goods were sent back',
    'the goods have not yet been sent back',
  ],
  ['the channel of the message is {value}', 'the channel of the message is not known', undefined],
  ['the person is a {value}', 'it is not known what the person is', undefined],
  ['the message goes by {value}', 'it is not known how to complete “the message goes by …”', undefined],
])('%s, where it is not known or has not happened', (say, unknown, notYet) => {
  expect([unknownPhrase(say), notYetPhrase(say)]).toEqual([unknown, notYet]);
});

test.each([
  ['2019-06-01', '1 June 2019'],
  ['notYet', 'not yet'],
  ['socialDirectMessage', 'social direct message'],
  ['P2M10D', '2 months and 10 days'],
  ['P1Y', '1 year'],
  [12.5, '12.5'],
  ['The Blue Party', 'The Blue Party'],
])('the value %j in words: %s', (value, words) => {
  expect(valueWords(value)).toBe(words);
});

test.each([
  ['the letter was received on {value}', 'when the letter was received'],
  ['the fee is {value}', 'what the fee is'],
  ['the message goes by {value}', '“the message goes by …”'],
])('%s, as a subject', (say, subject) => {
  expect(whichValue(say)).toBe(subject);
});
