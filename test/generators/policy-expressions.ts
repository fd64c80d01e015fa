/** Expressions of policies, as text. */
import * as fc from 'fast-check';
import {
  commas,
  date,
  duration,
  many,
  maybe,
  members,
  name,
  number,
  path,
  text,
  words,
} from './policy-words.ts';

/** What begins with a negative number where that would continue what stands before it as a difference. */
export const guarded = (guard: string): string => (guard.startsWith('-') ? `( ${guard} )` : guard);

export const { expression, primary } = fc.letrec<{
  expression: string;
  primary: string;
  unary: string;
  sum: string;
  operands: string;
}>((tie) => {
  const shallow = fc.oneof(
    path,
    path,
    path,
    fc.constantFrom('yes', 'no', 'asOf', 'notYet'),
    number,
    duration,
    date,
    text,
  );
  const lines = (branch: fc.Arbitrary<string>, min = 0): fc.Arbitrary<string> => many(branch, '\n', min, 3);
  return {
    operands: words('{', commas(tie('expression')), fc.constantFrom('', ','), '}'),
    primary: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expr' },
      shallow,
      words('(', tie('expression'), ')'),
      words(fc.constantFrom('all of', 'any of', 'at least 2 of'), tie('operands')),
      words(fc.constantFrom('some', 'every', 'no', 'at least 2'), name, 'in', path, 'has', tie('primary')),
      words(fc.constantFrom('earliest of', 'latest of'), tie('operands')),
      words(fc.constantFrom('earliest', 'latest'), name, 'in', path, 'of', tie('primary')),
      words(
        'case {',
        lines(words(tie('expression').map(guarded), ':', tie('expression'))),
        maybe(words('\notherwise:', tie('expression'))),
        '}',
      ),
      words('by reading', name, '{', lines(words(name, ':', tie('expression')), 1), '}'),
    ),
    sum: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expr' },
      tie('primary'),
      words(tie('primary'), fc.constantFrom('+', '-'), tie('primary')),
      words('2 *', tie('primary')),
      words(tie('primary'), fc.constantFrom('after', 'before'), tie('primary')),
    ),
    unary: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expr' },
      tie('sum'),
      words('not', fc.oneof(path, words('(', tie('expression'), ')'), words('any of', tie('operands')))),
      words(tie('sum'), fc.constantFrom('<', '<=', '>', '>=', 'is', 'is not'), tie('sum')),
      words(path, 'includes', tie('primary')),
      words(path, 'is exactly', members),
      words(path, fc.constantFrom('is empty', 'is not empty')),
      words(tie('sum'), fc.constantFrom('is one of', 'is not one of'), '{', commas(tie('primary')), '}'),
    ),
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expr' },
      tie('unary'),
      many(tie('unary'), ' and ', 2, 4),
      many(tie('unary'), ' or ', 2, 4),
    ),
  };
});
