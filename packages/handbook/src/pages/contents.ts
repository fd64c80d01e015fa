/** The start page, the page of each section, and what changed since the release before. */
import type { Plan } from '@proviso/compiler/plan';
import type { Statement } from '@proviso/language';
import { countWords, textBehind, toldOtherwise } from '@proviso/explain';
import type { Phrasebook } from '@proviso/runtime';
import { type Book, type Chapter, frameOf, pageOf, reviewedSentence } from '../book.ts';
import { bullets, type Child, el, heading, link, page, paragraph } from '../html.ts';
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
    bullets(
      ...plan.goals.map(({ name, answers }) => {
        const title = phrases.goals[name]?.title ?? name;
        const [only] = answers;
        return answers.length === 1 && only !== undefined ? link(pageOf(only), title) : title;
      }),
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

/** What changed since the release before, in words. */
export function changesPage(book: Book): string {
  const { previous } = book;
  if (previous === undefined)
    return page(
      frameOf(book, 'Changes'),
      heading(1, 'What changed'),
      paragraph('There is no earlier release to compare with.'),
    );
  const before = statementsIn(previous.plan, previous.phrases);
  const now = statementsIn(book.plan, book.phrases);
  const added = [...now.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !now.has(name));
  const both = [...now.keys()].filter((name) => before.has(name));
  const meaning = both.filter((name) => now.get(name)?.meaning !== before.get(name)?.meaning);
  const words = both.filter(
    (name) => !meaning.includes(name) && now.get(name)?.words !== before.get(name)?.words,
  );
  const told = toldOtherwise(previous, book);
  const section = (
    title: string,
    names: readonly string[],
    item: (name: string) => Child,
  ): readonly Child[] =>
    names.length === 0 ? [] : [heading(2, `${title} (${names.length})`), bullets(...names.map(item))];
  const linked = (name: string): Child => link(pageOf(name), capital(titleOf(name, book)));
  // What is gone has no page, and only the earlier version has words for it.
  const gone = (name: string): Child => capital(titleOf(name, { ...book, phrases: previous.phrases }));
  return page(
    frameOf(book, 'Changes'),
    heading(1, `What changed since version ${previous.plan.pack.version}`),
    ...section('New', added, linked),
    ...section('Gone', removed, gone),
    ...section('Conditions changed: an answer can differ', meaning, linked),
    ...section('Only words changed', words, linked),
    ...section('Answers told in other words', told, (sentence) => sentence),
    added.length + removed.length + meaning.length + words.length + told.length === 0
      ? paragraph('Nothing.')
      : null,
  );
}

/** Of each statement, what it computes and what it says; two of them are the same where these are. */
function statementsIn(
  plan: Plan,
  phrases: Phrasebook,
): ReadonlyMap<string, { readonly meaning: string; readonly words: string }> {
  const parts = new Map<string, string[]>();
  for (const { id, expr } of plan.definitions) {
    const owner = id.split('.')[0] ?? id;
    parts.set(owner, [
      ...(parts.get(owner) ?? []),
      JSON.stringify(expr, (key: string, value: unknown) => (key === 'cites' ? undefined : value)),
    ]);
  }
  for (const { name, modality, bearer } of plan.rules)
    parts.set(name, [...(parts.get(name) ?? []), modality, bearer]);
  const visible = new Set([
    ...plan.definitions.filter((each) => each.visible).map(({ id }) => id),
    ...plan.rules.map(({ name }) => name),
  ]);
  return new Map(
    [...parts]
      .filter(([name]) => visible.has(name))
      .map(([name, texts]) => [
        name,
        { meaning: texts.join('\n'), words: JSON.stringify(phrases.statements[name] ?? {}) },
      ]),
  );
}
