/** Clauses of policies, as text: citations, limbs, exceptions. */
import * as fc from 'fast-check';
import { expression } from './policy-expressions.ts';
import { commas, many, maybe, name, text, words } from './policy-words.ts';

const pinpoint = fc.constantFrom('p.45', 'sch.1', 'para.22(3)', 'art.9(2)(d)', 'reg.22');
const citation = words(name, many(pinpoint, ' ', 1, 2), maybe(text));
export const cite = words('cite', commas(citation));
export const covers = words('covers', commas(fc.constantFrom('DM-31', 'EX-10b', 'PRO-01')));
export const say = words('say', text);
export const certainty = fc.oneof(
  fc.constantFrom('likely', 'very likely', 'highly likely', 'unlikely', 'very unlikely', 'difficult to see'),
  text,
);

/** Each clause at most once where the grammar wants that, in any order, each on a line of its own. */
export const clauses = (
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

export const block = (body: fc.Arbitrary<string>): fc.Arbitrary<string> => body.map((inner) => `{${inner}}`);
const label = maybe(name.map((text) => `${text} :`));
export const limb = words(
  label,
  expression,
  maybe(certainty.map((text) => `, ${text}`)),
  maybe(cite),
  maybe(block(clauses([], [cite, covers], [say]))),
);

export const { exception } = fc.letrec<{ exception: string; exceptions: string }>((tie) => ({
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
export const exceptOtherwise = words('except otherwise', maybe(text));
