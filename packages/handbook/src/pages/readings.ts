/** Where the source can be read in more than one way. */
import type { Ambiguity } from '@proviso/compiler/plan';
import { sliceOf } from '@proviso/compiler/plan';
import { ownTitle } from '@proviso/explain';
import { type Book, frameOf, pageOf, shortName } from '../book.ts';
import { bullets, el, heading, link, listed, page, paragraph } from '../html.ts';
import { cited } from './words.ts';

/** The ambiguities that a statement itself, or what it rests on, can turn on. */
export function ambiguitiesOf(book: Book, name: string): readonly Ambiguity[] {
  const { ambiguities } = sliceOf(book.plan, [name]);
  return book.plan.ambiguities.filter((each) => ambiguities.includes(each.name));
}

/** Where the list of the source's defects has it, in brackets. */
export function reference({ phrases }: Book, ambiguity: string): string {
  const title = ownTitle(phrases, ambiguity);
  return title === undefined ? '' : ` (${title})`;
}

/** The page. */
export function readingsPage(book: Book): string {
  const users = new Map<string, string[]>(book.plan.ambiguities.map(({ name }) => [name, []]));
  for (const { id, expr } of book.plan.definitions) {
    const owner = id.split('.')[0] ?? id;
    for (const [, name] of JSON.stringify(expr).matchAll(/"kind":"reading","ambiguity":"(\w+)"/g)) {
      const list = users.get(name ?? '');
      if (list !== undefined && !list.includes(owner)) list.push(owner);
    }
  }
  const cites = (indexes: readonly number[]) => indexes.flatMap((i) => book.plan.cites[i] ?? []);
  return page(
    frameOf(book, 'Readings'),
    heading(1, 'Where the source can be read in more than one way'),
    paragraph(
      'Each of these is decided by a default, for the reason given, and every answer that turns on one says so. Whoever assesses a case can take another reading.',
    ),
    ...book.plan.ambiguities.map((ambiguity) => {
      const words = book.phrases.ambiguities[ambiguity.name];
      return el(
        'section',
        { id: ambiguity.name },
        heading(2, shortName(ambiguity.name) + reference(book, ambiguity.name)),
        ...(words?.doc === undefined ? [] : [paragraph(words.doc.replaceAll('\n', ' '))]),
        bullets(
          ...ambiguity.readings.map((reading) =>
            el(
              'span',
              null,
              words?.readings[reading.name] ?? reading.name,
              reading.name === ambiguity.default ? ' (taken here)' : '',
              cited(book, cites(reading.cites), ''),
            ),
          ),
        ),
        paragraph(
          'Used by ',
          listed(
            (users.get(ambiguity.name) ?? []).map((name) => link(pageOf(name), shortName(name))),
            'nothing',
          ),
          '. ',
          cited(book, cites(ambiguity.cites), ''),
        ),
      );
    }),
  );
}
