/** The handbook: every file of the site, by path. */
import { bookOf } from './book.ts';
import type { HandbookInput } from './input.ts';
import { changesPage } from './pages/changes.ts';
import { sectionPage, startPage } from './pages/contents.ts';
import {
  coveragePage,
  judgementsPage,
  namesPage,
  questionsPage,
  reviewPage,
  sourcesPage,
  traceabilityPage,
} from './pages/lists.ts';
import { readingsPage } from './pages/readings.ts';
import { searchIndex, searchPage, searchScript } from './pages/search.ts';
import { statementPage } from './pages/statement.ts';
import { handbookStyles, withoutCrown } from './styles.ts';

/**
 * Makes the site. It needs no server: pages link by relative addresses, load nothing from elsewhere, and open from the file
 * system. The same input makes the same files.
 */
export function handbook(input: HandbookInput): ReadonlyMap<string, string> {
  const book = bookOf(input);
  return new Map([
    ['index.html', startPage(book)],
    ...book.chapters.map((chapter): [string, string] => [
      `sections/${chapter.slug}.html`,
      sectionPage(book, chapter),
    ]),
    ...book.chapters.flatMap((chapter) =>
      chapter.statements.map((statement): [string, string] => [
        `statements/${statement.name}.html`,
        statementPage(book, statement, chapter),
      ]),
    ),
    ['questions.html', questionsPage(book)],
    ['judgements.html', judgementsPage(book)],
    ['readings.html', readingsPage(book)],
    ['sources.html', sourcesPage(book)],
    ['index-of-names.html', namesPage(book)],
    ['traceability.html', traceabilityPage(book)],
    ['coverage.html', coveragePage(book)],
    ['review.html', reviewPage(book)],
    ['changes.html', changesPage(book)],
    ['search.html', searchPage(book)],
    ['assets/govuk.css', withoutCrown(input.assets.css)],
    ['assets/handbook.css', handbookStyles],
    ['assets/minisearch.js', input.assets.search],
    ['assets/search-index.js', searchIndex(book)],
    ['assets/search.js', searchScript],
  ]);
}
