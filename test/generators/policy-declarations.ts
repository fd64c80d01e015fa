/** Declarations of policies, as text. */
import * as fc from 'fast-check';
import {
  block,
  certainty,
  cite,
  clauses,
  covers,
  exception,
  exceptOtherwise,
  limb,
  say,
} from './policy-clauses.ts';
import { expression, guarded, primary } from './policy-expressions.ts';
import { expectation, given, indexedPath, linesOf } from './policy-scenarios.ts';
import { commas, date, many, maybe, name, names, number, path, text, words } from './policy-words.ts';

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

export const { declaration } = fc.letrec<{ declaration: string }>((tie) => ({
  declaration: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'section' },
    flatDeclaration,
    words('section', text, law, block(many(tie('declaration'), '\n').map((inner) => `\n${inner}\n`))),
  ),
}));
