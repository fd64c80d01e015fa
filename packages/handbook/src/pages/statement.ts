/** The page of one definition or rule. */
import { factPhrases, isTwoSided, negative } from '@proviso/explain';
import type { Statement } from '@proviso/language';
import { type Book, type Chapter, frameOf, pageOf, shortName } from '../book.ts';
import { dotOf } from '../diagram.ts';
import {
  bullets,
  type Child,
  drawing,
  el,
  type Element,
  folded,
  heading,
  link,
  listed,
  page,
  paragraph,
  several,
  table,
} from '../html.ts';
import { unitWords } from '@proviso/runtime';
import type { Citation, Clause } from '../provision/outline.ts';
import { type Provision, provisionsOf, titleOf } from '../provision/provision.ts';
import { ambiguitiesOf, reference } from './readings.ts';
import { capital, cited, clauseItem, placeOf, story } from './words.ts';

const up = '../';
/** More cases than this are counted, and told on the page of scenarios. */
const mostStories = 8;

/** The page. */
export function statementPage(book: Book, statement: Statement, chapter: Chapter): string {
  const { name } = statement;
  const provisions = provisionsOf(statement, book);
  const phrases = book.phrases.statements[name];
  const title = capital(titleOf(name, book));
  const doc = phrases?.doc;
  return page(
    frameOf(book, title, { up, above: [[chapter.title, `sections/${chapter.slug}.html`]] }),
    el('span', { class: 'govuk-caption-l' }, kindOf(statement)),
    heading(1, title),
    reviewLine(book, name),
    ...provisions.flatMap((provision, i) =>
      provisionSection(book, provision, provisions.length > 1 ? i + 1 : undefined),
    ),
    ...passagesSection(book, provisions),
    ...(doc === undefined
      ? []
      : [
          heading(2, 'Notes of the authors'),
          ...doc.split('\n\n').map((text) => paragraph(text.replaceAll('\n', ' '))),
        ]),
    ...negativeNote(statement, phrases?.say),
    ...statementsOfSource(book, name),
    ...readingsSection(book, name),
    ...factsSection(book, name),
    ...neighboursSection(book, name),
    ...storiesSection(book, name),
  );
}

function kindOf(statement: Statement): string {
  if (statement.kind === 'define') return 'Definition';
  switch (statement.versions.at(-1)?.node.modal) {
    case 'must':
    case 'must not':
      return 'Rule of law';
    case 'should':
    case 'should not':
      return 'Rule of good practice';
    default:
      return 'Permission';
  }
}

function reviewLine(book: Book, name: string): Element {
  const review = book.reviews.get(name);
  const words = {
    approved: 'Approved by a reviewer',
    changesWanted: 'A reviewer wants changes',
    reopened: 'Reviewed before, and changed since',
    notReviewed: 'Not reviewed',
  }[review?.state ?? 'notReviewed'];
  return el(
    'p',
    { class: 'govuk-body' },
    el('strong', { class: `govuk-tag govuk-tag--${review?.state === 'approved' ? 'green' : 'grey'}` }, words),
    review === undefined || review.note === '' ? '' : ` ${review.note}`,
    ` Its name in the policy: ${name}.`,
  );
}

function provisionSection(book: Book, provision: Provision, version: number | undefined): readonly Child[] {
  return [
    ...(version === undefined ? [] : [heading(2, `Version ${version}`)]),
    el(
      'div',
      { class: 'handbook-provision' },
      el('p', { class: 'govuk-body-l' }, `${capital(provision.says)}.`, cited(book, provision.cites, up)),
      provision.law === '' ? null : el('p', { class: 'govuk-inset-text' }, `${capital(provision.law)}.`),
      ...provision.parts.map(({ heading: words, clauses }) =>
        el(
          'div',
          /^(?:Yet not|It does not apply)/.test(words) ? { class: 'handbook-exception' } : null,
          el('p', { class: 'govuk-body govuk-!-font-weight-bold' }, `${words}:`),
          el('ul', null, ...clauses.map((one) => clauseItem(book, one, up))),
        ),
      ),
      provision.table === undefined
        ? null
        : table(
            'Decision table',
            [...provision.table.heads.map(capital), 'Where it stands'],
            provision.table.rows.map(({ cells, cites }) => [...cells, cited(book, cites, up)]),
          ),
    ),
    provision.parts.length === 0
      ? null
      : folded(
          'As a diagram',
          drawing(
            book.draw(dotOf(provision)),
            'A diagram of the provision above. It says nothing that the text above does not say.',
          ),
        ),
  ];
}

/** What stands at the places cited, where the reviewer brought the text. */
function passagesSection(book: Book, provisions: readonly Provision[]): readonly Child[] {
  const cites = provisions.flatMap((provision) => [
    ...provision.cites,
    ...provision.parts.flatMap(({ clauses }) => clauses.flatMap(citesIn)),
    ...(provision.table?.rows ?? []).flatMap((row) => row.cites),
  ]);
  const found = new Map<string, string>();
  for (const cite of cites) {
    const passage =
      cite.anchor === undefined ? undefined : book.passage?.(cite.source, cite.pinpoint, cite.anchor);
    if (passage !== undefined) found.set(passage, placeOf(book, cite));
  }
  if (found.size === 0) return [];
  return [
    folded(
      'The passages cited',
      ...[...found].map(([passage, place]) =>
        el('blockquote', { class: 'handbook-passage' }, el('p', null, passage), el('cite', null, place)),
      ),
    ),
  ];
}

function citesIn({ cites = [], items = [] }: Clause): readonly Citation[] {
  return [...cites, ...items.flatMap(citesIn)];
}

function negativeNote(statement: Statement, say: string | undefined): readonly Child[] {
  if (statement.kind !== 'define' || say === undefined || !isTwoSided(say)) return [];
  const version = statement.versions.at(-1);
  const open = version !== undefined && version.node.means.length === 0 && version.node.table === undefined;
  if (!open) return [paragraph(`Where it is not so, an explanation says: ${negative(say)}.`)];
  const { node, exceptions } = version;
  const denials = [
    ...(node.requires.length > 0 ? ['what is required is missing'] : []),
    ...(node.exceptions.length + exceptions.length > 0 || node.exceptOtherwise !== undefined
      ? ['an exception applies']
      : []),
  ];
  const denied =
    denials.length === 0 ? '' : `Where ${denials.join(' or ')}, an explanation says: ${negative(say)}. `;
  return [
    paragraph(
      `${denied}Where no ground is made out, listed or not, ${denied === '' ? 'an explanation' : 'it'} says only that this is not established: the list of grounds is open.`,
    ),
  ];
}

function statementsOfSource(book: Book, name: string): readonly Child[] {
  const covers = coversOf(book, name);
  if (covers.length === 0) return [];
  return [
    heading(2, 'What of the source it stands for'),
    table(
      'Statements of the source',
      ['Statement', 'Where', 'In the source’s words', 'What it says, in ours'],
      covers.map((id) => {
        const registered = book.registered.get(id);
        return [
          link(`${up}traceability.html#${id}`, id),
          registered === undefined ? 'not registered' : `${registered.source} ${registered.pinpoint}`,
          registered === undefined ? '' : registered.strength.verbatim.map((word) => `“${word}”`).join(', '),
          registered?.wording ?? '',
        ];
      }),
    ),
  ];
}

/** The statements of the source that a definition or rule covers. */
export function coversOf(book: Book, name: string): readonly string[] {
  return (
    book.plan.rules.find((rule) => rule.name === name)?.covers ??
    book.plan.definitions.find(({ id }) => id === name)?.covers ??
    []
  );
}

function readingsSection(book: Book, name: string): readonly Child[] {
  const used = ambiguitiesOf(book, name);
  if (used.length === 0) return [];
  return [
    heading(2, 'Where the source can be read in more than one way'),
    bullets(
      ...used.map((ambiguity) => {
        const words = book.phrases.ambiguities[ambiguity.name];
        return several(
          link(`${up}readings.html#${ambiguity.name}`, shortName(ambiguity.name)),
          reference(book, ambiguity.name),
          `: read here as “${words?.readings[ambiguity.default] ?? ambiguity.default}”.`,
        );
      }),
    ),
  ];
}

function factsSection(book: Book, name: string): readonly Child[] {
  const facts = book.graph.get(name)?.facts ?? [];
  if (facts.length === 0) return [];
  return [
    heading(2, 'What is asked for it'),
    table(
      'Questions',
      ['Question', 'Help', 'Name in the facts'],
      facts.map((path) => {
        const { ask, help, unit } = factPhrases(book.phrases, path);
        const asked = link(`${up}questions.html#${path}`, ask ?? path);
        const inUnit = unit === undefined ? '' : ` (in ${unitWords(unit, false)})`;
        return [several(asked, inUnit), help ?? '', path];
      }),
    ),
  ];
}

function neighboursSection(book: Book, name: string): readonly Child[] {
  const { restsOn = [], feeds = [] } = book.graph.get(name) ?? {};
  const links = (names: readonly string[]): Element =>
    listed(
      names.map((other) => link(`${up}${pageOf(other)}`, shortName(other))),
      'nothing',
    );
  return [
    heading(2, 'What it rests on, and what rests on it'),
    el(
      'dl',
      { class: 'govuk-summary-list' },
      ...(
        [
          ['It rests on', restsOn],
          ['On it rest', feeds],
        ] as const
      ).map(([words, names]) =>
        el(
          'div',
          { class: 'govuk-summary-list__row' },
          el('dt', { class: 'govuk-summary-list__key' }, words),
          el('dd', { class: 'govuk-summary-list__value' }, links(names)),
        ),
      ),
    ),
  ];
}

function storiesSection(book: Book, name: string): readonly Child[] {
  const scenarios = book.scenariosOf.get(name) ?? [];
  if (scenarios.length === 0) return [heading(2, 'Cases'), paragraph('No scenario tries it.')];
  const shown = scenarios.slice(0, mostStories);
  return [
    heading(2, `Cases that try it (${scenarios.length})`),
    ...shown.map((scenario) => story(book, scenario, up)),
    ...(scenarios.length > shown.length
      ? [
          paragraph(
            `And ${scenarios.length - shown.length} more: `,
            listed(
              scenarios.slice(mostStories).map(({ name: title }) => `“${title}”`),
              '',
            ),
            '.',
          ),
        ]
      : []),
  ];
}
