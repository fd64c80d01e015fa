/** What scenarios give and expect, as text. */
import * as fc from 'fast-check';
import { block } from './policy-clauses.ts';
import { commas, date, duration, many, maybe, members, name, number, text, words } from './policy-words.ts';

export const indexedPath = many(
  words(name, fc.constantFrom('', '[0]', '[12]')).map((part) => part.replaceAll(' ', '')),
  '.',
  1,
  3,
);
const scalar = fc.oneof(
  fc.constantFrom('yes', 'no', 'notYet', 'unknown'),
  date,
  duration,
  number,
  text,
  name,
);
export const { given } = fc.letrec<{ given: string; value: string; elements: string }>((tie) => ({
  elements: words('[', commas(words('{', many(tie('given'), '\n'), '}'), 0), ']'),
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    members,
    words('at least', members, maybe(words('not', members))),
    tie('elements'),
    words('at least', tie('elements')),
  ),
  given: words(indexedPath, ':', tie('value')),
}));
export const expectation = words(
  fc.constantFrom('directMarketing', 'a', 'verdict'),
  maybe(words('for', indexedPath)),
  ':',
  scalar,
  maybe(words('presumed', scalar)),
  maybe(words('depends on', many(name, ' and ', 1, 2))),
);
export const linesOf = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  block(many(line, '\n').map((all) => `\n${all}\n`));
