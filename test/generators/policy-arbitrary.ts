/**
 * Texts of `.policy` files that are right in their grammar and use every construct of it. They make no sense: names
 * need not exist and types need not fit. Comments and layout are strewn in, so that a formatter has work to do.
 */
import { parseFile } from '@proviso/language';
import * as fc from 'fast-check';
import { declaration } from './policy-declarations.ts';
import { many } from './policy-words.ts';

/** What may be strewn in at a line break. */
const strewn: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: fc.constant('\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\n\n',
      '\n\n\n\t\n',
      '\r\n',
      '\n// a comment of its own\n',
      ' // at the end of a line\n',
      '\n\n  //   two\n// lines\n\n',
    ),
  },
);

/** The text of a file, with comments and empty lines at some of its line breaks. */
export const policyText: fc.Arbitrary<string> = fc
  .tuple(many(declaration, '\n', 0, 4), fc.infiniteStream(strewn))
  .map(([plain, breaks]) =>
    plain.replaceAll('\n', () => {
      const next = breaks.next();
      return next.done === true ? '\n' : next.value;
    }),
  );

/** A text in quotes or a comment, and the space beside it; or a blank. */
const quotedOrBlank = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|[ \n]/g;

/** The text of a file with comments at any blanks between its words, as long as it still can be read. */
export const commentedText: fc.Arbitrary<string> = fc
  .tuple(
    many(declaration, '\n', 1, 2),
    fc.infiniteStream(
      fc.oneof(
        { weight: 30, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(' // at the end\n', '\n// of its own\n') },
      ),
    ),
  )
  .map(([plain, comments]) =>
    plain.replaceAll(quotedOrBlank, (found) => {
      if (found !== ' ' && found !== '\n') return found;
      const next = comments.next();
      return next.done === true ? found : (next.value ?? found);
    }),
  )
  .filter((text) => parseFile(text, 'generated.policy').diagnostics.length === 0);

/** Words of the language in no order. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'define',
      'rule',
      'fact',
      'record',
      'section',
      'scenario',
      'given',
      'expect',
      'means',
      'requires',
      'includes',
      'except',
      'cite',
      'must',
      'when',
      'done',
      'by',
      'reading',
      'case',
      'otherwise',
      'and',
      'or',
      'not',
      'is',
      'one',
      'of',
      'at',
      'least',
      'some',
      'in',
      'has',
      'no',
      'yes',
      'asOf',
      'table',
      'a',
      'b.c',
      '"t"',
      '"',
      '1',
      '2 days',
      '2018-05-25',
      'p.45',
      'DM-1',
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      ':',
      ',',
      '.',
      '|',
      '<',
      '<=',
      '-',
      '+',
      '*',
      '\n',
      '\n\n',
      '// c\n',
      '/// d\n',
      '&&',
      '==',
      ';',
      '@',
      '\u202e',
      'é',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));
