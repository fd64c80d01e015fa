/** The search: an index as a script, since a page that is opened from the file system may load nothing else. */
import MiniSearch from 'minisearch';
import { type Book, frameOf, pageOf } from '../book.ts';
import { el, heading, page } from '../html.ts';
import { titleOf } from '../provision/provision.ts';
import { capital } from './words.ts';

/** What the index is made with; the page's script opens it with the same. */
export const searchFields: string[] = ['title', 'text', 'id'];

/** The page. */
export function searchPage(book: Book): string {
  return page(
    frameOf(book, 'Search', {
      scripts: ['assets/minisearch.js', 'assets/search-index.js', 'assets/search.js'],
    }),
    heading(1, 'Search'),
    el(
      'div',
      { class: 'govuk-form-group' },
      el('label', { class: 'govuk-label', for: 'query' }, 'Search definitions, rules and questions'),
      el('input', {
        class: 'govuk-input',
        id: 'query',
        type: 'search',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    ),
    el('p', { class: 'govuk-body', id: 'count', role: 'status', 'aria-live': 'polite' }, 'Type a word.'),
    el('ol', { class: 'govuk-list', id: 'results' }),
    el(
      'noscript',
      null,
      el('p', { class: 'govuk-body' }, 'The search needs scripts; the index of names does not.'),
    ),
  );
}

/** The script with the index. */
export function searchIndex(book: Book): string {
  const index = new MiniSearch<{ id: string; title: string; text: string; href: string }>({
    fields: searchFields,
    storeFields: ['title', 'href'],
  });
  index.addAll([
    ...[...book.program.statements.keys()].map((name) => {
      const { say = '', act = '', doc = '' } = book.phrases.statements[name] ?? {};
      return {
        id: name,
        title: capital(titleOf(name, book)),
        text: `${say} ${act} ${doc}`,
        href: pageOf(name),
      };
    }),
    ...Object.entries(book.phrases.facts).flatMap(([key, { ask, help = '' }]) =>
      ask === undefined ? [] : [{ id: `fact ${key}`, title: ask, text: help, href: 'questions.html' }],
    ),
    ...[...book.registered.values()].map(({ id, wording }) => ({
      id,
      title: `${id}: ${wording}`,
      text: '',
      href: `traceability.html#${id}`,
    })),
  ]);
  // Inside a script, `</` could end it.
  return `window.handbookIndex = ${JSON.stringify(JSON.stringify(index)).replaceAll('</', '<\\/')};\n`;
}

/** The script of the page: as little as will do. */
export const searchScript: string = `'use strict';
(function () {
  var index = MiniSearch.loadJSON(window.handbookIndex, { fields: ${JSON.stringify(searchFields)}, storeFields: ['title', 'href'] });
  var query = document.getElementById('query');
  var results = document.getElementById('results');
  var count = document.getElementById('count');
  query.addEventListener('input', function () {
    var found = query.value.trim() === '' ? [] : index.search(query.value, { prefix: true, fuzzy: 0.15, boost: { title: 2 } }).slice(0, 50);
    results.replaceChildren.apply(results, found.map(function (one) {
      var item = document.createElement('li');
      var link = document.createElement('a');
      link.className = 'govuk-link';
      link.href = one.href;
      link.textContent = one.title;
      item.append(link);
      return item;
    }));
    count.textContent = query.value.trim() === '' ? 'Type a word.' : found.length === 0 ? 'Nothing found.' : found.length === 50 ? 'The first 50.' : found.length + ' found.';
  });
})();
`;
