import { expect, test } from 'vitest';
import { readDate } from './read-form.ts';

test.each([
  [{}, 'The date must have a day, a month and a year'],
  [{ day: '1' }, 'The date must have a month and a year'],
  [{ day: '1', year: '2019' }, 'The date must have a month'],
])('of a date that lacks parts, all that is missing is named: %j', (given, message) => {
  const form = new FormData();
  for (const [name, text] of Object.entries(given)) form.set(name, text);
  expect(readDate(form)).toMatchObject({ errors: [{ message }] });
});
