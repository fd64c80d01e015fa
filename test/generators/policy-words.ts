/** Words of policies, and how texts are put together of them. */
import * as fc from 'fast-check';

/** Plain names, and soft keywords where a name is expected: both must work. */
export const name: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('a', 'b', 'message', 'openedOn', 'x1', 'longNameOfSomething_2', 'R', 'Letter'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'title',
      'date',
      'list',
      'rule',
      'fact',
      'fixed',
      'effort',
      'source',
      'url',
      'at',
      'day',
      'known',
      'default',
    ),
  },
);

export const text: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      '',
      'the letter',
      'it {is|is not} so',
      'naïve “quoted” – 日本',
      'a \\"b\\" \\\\ c\\nd',
      '// not a comment',
      '{ } ( | ]',
    ),
    fc.stringMatching(/^[ -!#-[\]-~]{0,60}$/),
  )
  .map((words) => `"${words}"`);

export const date = fc.constantFrom('2018-05-25', '2026-02-05', '0001-01-01', '9999-12-31');
export const number = fc.constantFrom('0', '1', '2', '18', '12.50', '-3', '-0.5');
export const duration = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom('day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'),
  )
  .map(([amount, unit]) => `${amount} ${unit}`);

export const words = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(' '));
export const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.option(part, { nil: '' });
export const many = (
  part: fc.Arbitrary<string>,
  separator: string,
  minLength = 0,
  maxLength = 3,
): fc.Arbitrary<string> => fc.array(part, { minLength, maxLength }).map((parts) => parts.join(separator));
export const commas = (part: fc.Arbitrary<string>, minLength = 1, maxLength = 3): fc.Arbitrary<string> =>
  many(part, ' , ', minLength, maxLength);

export const path = many(name, '.', 1, 3);
export const names = words('{', commas(name), fc.constantFrom('', ','), '}');
export const members = words('{', commas(name, 0), '}');
