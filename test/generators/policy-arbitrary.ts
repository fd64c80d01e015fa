import { parseFile } from '@proviso/language';
import * as fc from 'fast-check';

/**
 * Texts of `.policy` files that are right in their grammar and use every construct of it. They make no sense: names
 * need not exist and types need not fit. Comments and layout are strewn in, so that a formatter has work to do.
 */

/** Plain names, and soft keywords where a name is expected: both must work. */
const name: fc.Arbitrary<string> = fc.oneof(
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

const text: fc.Arbitrary<string> = fc
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

const date = fc.constantFrom('2018-05-25', '2026-02-05', '0001-01-01', '9999-12-31');
const number = fc.constantFrom('0', '1', '2', '18', '12.50', '-3', '-0.5');
const duration = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom('day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'),
  )
  .map(([amount, unit]) => `${amount} ${unit}`);

const words = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(' '));
const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.option(part, { nil: '' });
const many = (
  part: fc.Arbitrary<string>,
  separator: string,
  minLength = 0,
  maxLength = 3,
): fc.Arbitrary<string> => fc.array(part, { minLength, maxLength }).map((parts) => parts.join(separator));
const commas = (part: fc.Arbitrary<string>, minLength = 1, maxLength = 3): fc.Arbitrary<string> =>
  many(part, ' , ', minLength, maxLength);

const path = many(name, '.', 1, 3);
const names = words('{', commas(name), fc.constantFrom('', ','), '}');
const members = words('{', commas(name, 0), '}');

/** What begins with a negative number where that would continue what stands before it as a difference. */
const guarded = (guard: string): string => (guard.startsWith('-') ? `( ${guard} )` : guard);

const { expression, primary } = fc.letrec<{
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

const pinpoint = fc.constantFrom('p.45', 'sch.1', 'para.22(3)', 'art.9(2)(d)', 'reg.22');
const citation = words(name, many(pinpoint, ' ', 1, 2), maybe(text));
const cite = words('cite', commas(citation));
const covers = words('covers', commas(fc.constantFrom('DM-31', 'EX-10b', 'PRO-01')));
const say = words('say', text);
const certainty = fc.oneof(
  fc.constantFrom('likely', 'very likely', 'highly likely', 'unlikely', 'very unlikely', 'difficult to see'),
  text,
);

/** Each clause at most once where the grammar wants that, in any order, each on a line of its own. */
const clauses = (
  once: readonly fc.Arbitrary<string>[],
  often: readonly fc.Arbitrary<string>[],
  always: readonly fc.Arbitrary<string>[] = [],
): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(...always),
      fc.tuple(...once.map((part) => fc.option(part, { nil: undefined }))),
      fc.array(fc.oneof(...often), { maxLength: 3 }),
    )
    .chain(([must, single, several]) => {
      const present = [...must, ...single.filter((part) => part !== undefined), ...several];
      return fc.shuffledSubarray(present, { minLength: present.length, maxLength: present.length });
    })
    .map((all) => (all.length === 0 ? '' : `\n${all.join('\n')}\n`));

const block = (body: fc.Arbitrary<string>): fc.Arbitrary<string> => body.map((inner) => `{${inner}}`);
const label = maybe(name.map((text) => `${text} :`));
const limb = words(
  label,
  expression,
  maybe(certainty.map((text) => `, ${text}`)),
  maybe(cite),
  maybe(block(clauses([], [cite, covers], [say]))),
);

const { exception } = fc.letrec<{ exception: string; exceptions: string }>((tie) => ({
  exceptions: block(
    clauses(
      [words('except otherwise', maybe(text))],
      [cite, covers, tie('exception')],
      [fc.oneof(say, covers)],
    ),
  ),
  exception: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'exception' },
    words('except', label, expression, maybe(certainty.map((text) => `, ${text}`)), maybe(cite)),
    words('except', label, expression, maybe(cite), tie('exceptions')),
  ),
}));
const exceptOtherwise = words('except otherwise', maybe(text));

const type = fc.oneof(
  fc.constantFrom('yesno', 'date', 'duration', 'text', 'number', 'decimal(2)'),
  words(fc.constantFrom('number', 'decimal(2)'), 'in', text),
  words('set of', name),
  words('list of', name),
  fc.constantFrom('Channel', 'R'),
);

const law: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(words('governed by', expression), { nil: undefined }),
    fc.option(fc.oneof(words('from', date), words('from', date, 'ceasing', date), words('ceasing', date)), {
      nil: undefined,
    }),
    fc.option(words('succeeded by', many(name, ' and ', 1, 2)), { nil: undefined }),
    fc.constantFrom(' ', ' , '),
  )
  .map(([governed, period, succeeded, separator]) =>
    [governed, period, succeeded].filter((part) => part !== undefined).join(separator),
  );
const param = maybe(words('for', name, ':', name));

const fact = words(
  fc.oneof(
    words('fact', name, ':', type),
    words('event', name),
    words('judgement', name, maybe(words(':', type))),
  ),
  maybe(words('only if', expression)),
  maybe(
    block(
      clauses(
        [
          words('ask', text),
          say,
          words('help', text),
          fc.constant('fixed'),
          words('effort', fc.constantFrom('0', '1', '18', '12.50')),
          words('assume', primary, 'if not known'),
        ],
        [words('consider', commas(path)), cite],
      ),
    ),
  ),
);

const cell = fc.oneof(
  fc.constant('-'),
  commas(
    words(
      fc.constantFrom('', '', '<', '<=', '>', '>='),
      fc.oneof(path, number, date, fc.constantFrom('yes', 'no')),
    ),
  ),
);
const table = words(
  'table',
  many(expression.map(guarded), ' | ', 1, 3),
  '{\n',
  many(words(many(cell, ' | ', 1, 3), ':', expression, maybe(cite)), '\n'),
  '\n}',
);

const claim = fc.oneof(
  words('always', expression),
  words('never', expression),
  words('never both {', commas(expression, 2), '}'),
);
const modal = words(
  fc.constantFrom('must', 'must not', 'should', 'should not', 'may'),
  text,
  maybe(words('as', text)),
);
const done = fc.oneof(
  words('done when', expression),
  words('done by', expression, maybe(words(', no later than', expression))),
);
const ruleHead = fc
  .tuple(maybe(words('on', name)), maybe(words('despite', commas(name))), law)
  .map((parts) => parts.filter((part) => part !== '').join(' '));

const indexedPath = many(
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
const { given } = fc.letrec<{ given: string; value: string; elements: string }>((tie) => ({
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
const expectation = words(
  fc.constantFrom('directMarketing', 'a', 'verdict'),
  maybe(words('for', indexedPath)),
  ':',
  scalar,
  maybe(words('presumed', scalar)),
  maybe(words('depends on', many(name, ' and ', 1, 2))),
);
const linesOf = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  block(many(line, '\n').map((all) => `\n${all}\n`));

const flatDeclaration: fc.Arbitrary<string> = fc.oneof(
  words(
    'pack',
    path,
    block(
      clauses(
        [
          words('title', text),
          words('version', text),
          words('period from', date, maybe(words('ceasing', date))),
          words('licence', text),
        ],
        [fc.constant('')],
      ),
    ),
  ),
  words('import', text),
  words('goal', name, maybe(text), maybe(names)),
  words(
    'source',
    name,
    text,
    maybe(
      block(
        clauses(
          [
            words('short', text),
            words('edition', text),
            words('published', date),
            words('checked', date),
            words('status', name),
            words('basis', name),
            words('succeeds', name),
            words('from', date),
            words('ceasing', date),
            words('url', text),
          ],
          [fc.constant('')],
        ),
      ),
    ),
  ),
  words('enum', name, '{', commas(words(name, maybe(text))), fc.constantFrom('', ','), '}'),
  words('bearer', name, text),
  words('record', name, text, linesOf(fact)),
  fact,
  words(
    'ambiguity',
    name,
    maybe(text),
    block(
      clauses([], [words('reading', name, text, maybe(fc.constant('default')), maybe(cite)), cite, covers]),
    ),
  ),
  words(
    'define',
    name,
    param,
    maybe(words(':', type)),
    law,
    block(
      clauses(
        [say, words('otherwise', text), table, exceptOtherwise],
        [words('requires', limb), words('includes', limb), words('means', limb), exception, cite, covers],
      ),
    ),
  ),
  words(
    'rule',
    name,
    param,
    ruleHead,
    block(clauses([words('when', expression), done, exceptOtherwise], [exception, cite, covers], [modal])),
  ),
  words(
    'exception',
    name,
    'to',
    path,
    law,
    block(
      clauses(
        [say, exceptOtherwise],
        [exception, cite, covers],
        [words('when', expression, maybe(certainty.map((text) => `, ${text}`)))],
      ),
    ),
  ),
  words('constraint', name, param, block(clauses([words('because', text)], [cite], [claim]))),
  words('invariant', name, param, block(clauses([words('because', text)], [cite, covers], [claim]))),
  words('accept', fc.constantFrom('unused-fact', 'long'), maybe(words('on', path)), 'because', text),
  words(
    'scenario',
    text,
    maybe(words('as', text, ', but')),
    maybe(words('as of', date)),
    block(
      clauses(
        [],
        [
          words(
            'given',
            linesOf(
              fc.oneof(
                { weight: 4, arbitrary: given },
                { weight: 1, arbitrary: words('forget', indexedPath) },
              ),
            ),
          ),
          words('expect', linesOf(expectation)),
          words('reading', name, ':', name),
          cite,
          covers,
        ],
      ),
    ),
  ),
);

const { declaration } = fc.letrec<{ declaration: string }>((tie) => ({
  declaration: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'section' },
    flatDeclaration,
    words('section', text, law, block(many(tie('declaration'), '\n').map((inner) => `\n${inner}\n`))),
  ),
}));

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
