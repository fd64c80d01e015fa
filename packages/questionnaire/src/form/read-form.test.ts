import { expect, test } from 'vitest';
import { readDate, readForm } from './read-form.ts';

test.each([
  [{}, 'The date must have a day, a month and a year'],
  [{ day: '1' }, 'The date must have a month and a year'],
  [{ day: '1', year: '2019' }, 'The date must have a month'],
])('of a date that lacks parts, all that is missing is named: %j', (given, message) => {
  const form = new FormData();
  for (const [name, text] of Object.entries(given)) form.set(name, text);
  expect(readDate(form)).toMatchObject({ errors: [{ message }] });
});

test.each([
  ['1150', '£', { answer: 1150 }],
  ['£1,150.50', '£', { answer: 1150.5 }],
  ['1,150.50', '£', { answer: 1150.5 }],
  ['12 kg', 'kg', { answer: 12 }],
  ['1,15', '£', { errors: [{ field: 'number', message: 'This must be a number' }] }],
  ['$5', '£', { errors: [{ field: 'number', message: 'This must be a number' }] }],
])('%s, asked for in %s, is %j', (text, unit, read) => {
  const form = new FormData();
  form.set('number', text);
  expect(readForm(form, { kind: 'number', places: 2, unit })).toEqual(read);
});
