/** The start page, and the page of each section. */
import type { Goal } from '@proviso/compiler/plan';
import type { Statement } from '@proviso/language';
import { countWords, textBehind } from '@proviso/explain';
import { type Book, type Chapter, frameOf, pageOf, reviewedSentence } from '../book.ts';
import { bullets, type Child, el, folded, heading, link, page, paragraph } from '../html.ts';
import { titleOf } from '../provision/provision.ts';
import { capital } from './words.ts';

/** The start page. */
export function startPage(book: Book): string {
  const { phrases, plan } = book;
  const doc = phrases.pack.doc ?? '';
  return page(
    { ...frameOf(book, phrases.pack.title), above: [] },
    heading(1, phrases.pack.title),
    el(
      'div',
      { class: 'govuk-warning-text' },
      el('span', { class: 'govuk-warning-text__icon', 'aria-hidden': 'true' }, '!'),
      el(
        'strong',
        { class: 'govuk-warning-text__text' },
        el('span', { class: 'govuk-visually-hidden' }, 'Warning'),
        ` This is not legal advice. ${reviewedSentence(book)}`,
      ),
    ),
    ...doc
      .split('\n\n')
      .filter((text) => text !== '')
      .map((text) => paragraph(text.replaceAll('\n', ' '))),
    paragraph(
      `${capital(countWords(plan.rules.length, 'rule'))}, ${countWords(plan.definitions.filter(({ visible }) => visible).length, 'definition')}, ${countWords(plan.ambiguities.length, 'place')} that can be read in more than one way, ${countWords(plan.scenarios.length, 'case')}.`,
    ),
    heading(2, 'The provisions'),
    el(
      'ol',
      { class: 'govuk-list govuk-list--number' },
      ...book.chapters.map(({ title, slug, statements }) =>
        el('li', null, link(`sections/${slug}.html`, title), ` (${statements.length})`),
      ),
    ),
    heading(2, 'Questions that it answers'),
    el(
      'ul',
      { class: 'govuk-list handbook-questions' },
      ...plan.goals.map((goal) => el('li', null, question(goal, book))),
    ),
    heading(2, 'Lists'),
    bullets(
      link('questions.html', 'What is asked'),
      link('judgements.html', 'Judgements and presumptions'),
      link('readings.html', 'Where the source can be read in more than one way'),
      link('sources.html', 'Sources'),
      link('traceability.html', 'From the source to the rules'),
      link('coverage.html', 'What the cases try'),
      link('changes.html', 'What changed since the release before'),
      link('review.html', 'How far it is reviewed'),
      link('index-of-names.html', 'Index'),
      link('search.html', 'Search'),
    ),
  );
}

/** What a goal asks, and the provisions that answer it. */
function question({ name, answers }: Goal, book: Book): Child {
  const { title = name, doc } = book.phrases.goals[name] ?? {};
  const [only] = answers;
  if (answers.length === 1 && only !== undefined && doc === undefined) return link(pageOf(only), title);
  return folded(
    title,
    ...(doc === undefined ? [] : [paragraph(doc.replaceAll('\n', ' '))]),
    bullets(...answers.map((answer) => link(pageOf(answer), capital(titleOf(answer, book))))),
  );
}

/** The page of a section. */
export function sectionPage(book: Book, chapter: Chapter): string {
  const groups: readonly (readonly [string, (statement: Statement) => boolean])[] = [
    [
      'What the law requires and forbids',
      (statement) => modalOf(statement)?.startsWith('must') === true && isLaw(statement, book),
    ],
    [
      'What texts that are not law require and forbid',
      (statement) => modalOf(statement)?.startsWith('must') === true && !isLaw(statement, book),
    ],
    ['Good practice', (statement) => modalOf(statement)?.startsWith('should') === true],
    ['What is permitted', (statement) => modalOf(statement) === 'may'],
    ['Definitions', (statement) => statement.kind === 'define'],
  ];
  return page(
    frameOf(book, chapter.title, { up: '../' }),
    heading(1, chapter.title),
    ...groups.flatMap(([title, fits]): readonly Child[] => {
      const members = chapter.statements.filter(fits);
      return members.length === 0
        ? []
        : [
            heading(2, title),
            bullets(...members.map(({ name }) => link(`../${pageOf(name)}`, capital(titleOf(name, book))))),
          ];
    }),
  );
}

/** Is law among what it rests on? */
function isLaw({ name }: Statement, { phrases }: Book): boolean {
  return textBehind(phrases.statements[name]?.cites, (source) => phrases.sources[source]) === undefined;
}

function modalOf(statement: Statement): string | undefined {
  return statement.kind === 'rule' ? statement.versions.at(-1)?.node.modal : undefined;
}
