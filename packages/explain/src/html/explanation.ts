/** An explanation as HTML: headings and lists, paragraphs that can be linked to, citations that link to their sources. */
import { checkExplanation, checkOptions, checkSections } from '../given.ts';
import { lineOf, numberedSections, type Run } from '../layout.ts';
import { webAddress } from '../links.ts';
import type { Citation, Explanation, Point, Section } from '../outline.ts';
import { type Child, el, type Element, htmlOf, htmlPage } from './elements.ts';
import { styles } from './styles.ts';

/** How a fragment fits into its page. */
export interface FragmentOptions {
  /** The level of the title, 1 to 5; 1 unless told. */
  readonly level?: number;
  /** Begins every `id`, where a page holds several explanations. */
  readonly idPrefix?: string;
}

/** An explanation as an `article`, for a page of the caller's own. */
export function renderHtml(explanation: Explanation, options: FragmentOptions = {}): string {
  return htmlOf(explanationElement(explanation, options));
}

/** An explanation as a whole page: one file that needs nothing else, has no script, and prints. */
export function renderHtmlPage(explanation: Explanation): string {
  checkExplanation(explanation);
  const { title, subtitle, language } = explanation;
  return htmlPage(`${title}: ${subtitle}`, styles, language, explanationElement(explanation, {}));
}

/** The same as an element. */
export function explanationElement(explanation: Explanation, options: FragmentOptions): Element {
  checkExplanation(explanation);
  checkOptions(options, { level: 'titleLevel', idPrefix: 'text' });
  const { level = 1, idPrefix = '' } = options;
  const { language, title, subtitle, standing } = explanation;
  return el(
    'article',
    { lang: language },
    el(`h${level}`, null, title),
    el('p', { class: 'subtitle' }, subtitle),
    ...sectionElements(explanation, { level: level + 1, idPrefix }),
    el('p', { class: 'standing' }, standing),
  );
}

/** Its sections alone, for a page that has a title of its own; `level` is that of their headings, 2 unless told. */
export function sectionElements(
  explanation: Pick<Explanation, 'sections'>,
  options: FragmentOptions,
): readonly Element[] {
  checkSections(explanation);
  checkOptions(options, { level: 'level', idPrefix: 'text' });
  const { level = 2, idPrefix = '' } = options;
  return numberedSections(explanation).map(([section, first], index) =>
    sectionElement(section, first, { id: `${idPrefix}section-${index + 1}`, level, idPrefix }),
  );
}

interface Place {
  readonly id: string;
  readonly level: number;
  readonly idPrefix: string;
}

function sectionElement(section: Section, first: number, { id, level, idPrefix }: Place): Element {
  const { heading, paragraphs, points, numbered } = section;
  const items = points.map((point, index) =>
    pointElement(
      point,
      idPrefix,
      numbered ? { id: paragraphId(idPrefix, first + index), value: first + index } : null,
    ),
  );
  return el(
    'section',
    { 'aria-labelledby': id },
    el(`h${level}`, { id }, heading),
    ...paragraphs.map((text) => el('p', null, text)),
    items.length === 0 ? null : el(numbered ? 'ol' : 'ul', null, ...items),
  );
}

function paragraphId(prefix: string, paragraph: number): string {
  return `${prefix}paragraph-${paragraph}`;
}

function pointElement(
  point: Point,
  idPrefix: string,
  attributes: Readonly<Record<string, string | number>> | null,
): Element {
  const { runs, force, points } = lineOf(point);
  return el(
    'li',
    attributes,
    force === undefined ? null : el('span', { class: `force ${force.kind}` }, force.words),
    force === undefined ? null : ' ',
    ...runs.map((run) => runChild(run, idPrefix)),
    points.length === 0
      ? null
      : el('ul', null, ...points.map((child) => pointElement(child, idPrefix, null))),
  );
}

function runChild(run: Run, idPrefix: string): Child {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'see':
      return el(
        'span',
        { class: 'see' },
        '(',
        el('a', { href: `#${paragraphId(idPrefix, run.see.paragraph)}` }, run.see.words),
        ')',
      );
    case 'cites':
      return el('span', { class: 'cites' }, '[', ...run.cites.flatMap(citeChildren), ']');
    default:
      throw new Error(`unknown run: ${String(run satisfies never)}`);
  }
}

function citeChildren({ where, note, url }: Citation, index: number): readonly Child[] {
  const address = webAddress(url);
  return [
    index === 0 ? null : '; ',
    address === undefined ? where : el('a', { href: address }, where),
    note === '' ? null : note,
  ];
}
