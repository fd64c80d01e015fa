/** Elements that the pages are made of, and the frame around them. */
import { type Child, el, type Element, htmlOf } from '@proviso/explain/html';
import { h } from 'preact';

export { type Child, el, type Element };

/** A drawing made by our own layout, labelled for those who do not see it. */
export function drawing(svg: string, label: string): Element {
  const inner = svg.slice(Math.max(0, svg.indexOf('<svg')));
  const props = {
    class: 'drawing',
    role: 'img',
    'aria-label': label,
    dangerouslySetInnerHTML: { __html: inner },
  };
  return h('div', props) as unknown as Element;
}

/** Where a page stands. */
export interface PageFrame {
  readonly title: string;
  /** The pack's title, and its version. */
  readonly pack: string;
  readonly version: string;
  /** From this page to the root of the site: `` or `../`. */
  readonly up: string;
  /** Pages above this one, after the start page. */
  readonly above: readonly (readonly [title: string, href: string])[];
  /** Said at the foot of every page. */
  readonly standing: string;
  /** Scripts that the page needs, in order. */
  readonly scripts?: readonly string[];
}

/** A whole page. */
export function page(frame: PageFrame, ...main: readonly Child[]): string {
  const { title, pack, version, up, above, standing, scripts = [] } = frame;
  const isStart = above.length === 0 && up === '' && title === pack;
  const html = el(
    'html',
    { lang: 'en', class: 'govuk-template' },
    el(
      'head',
      null,
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('title', null, isStart ? `${pack}: handbook` : `${title} – ${pack}`),
      el('link', { rel: 'stylesheet', href: `${up}assets/govuk.css` }),
      el('link', { rel: 'stylesheet', href: `${up}assets/handbook.css` }),
    ),
    el(
      'body',
      { class: 'govuk-template__body' },
      el('a', { href: '#main', class: 'govuk-skip-link' }, 'Skip to main content'),
      el(
        'header',
        { class: 'handbook-header' },
        el(
          'div',
          { class: 'govuk-width-container' },
          el('a', { href: `${up}index.html`, class: 'handbook-header__title' }, pack),
          el('span', { class: 'handbook-header__version' }, `Handbook of version ${version}`),
          el(
            'nav',
            { 'aria-label': 'Handbook' },
            el(
              'ul',
              null,
              ...NAVIGATION.map(([name, href]) => el('li', null, el('a', { href: `${up}${href}` }, name))),
            ),
          ),
        ),
      ),
      el(
        'div',
        { class: 'govuk-width-container' },
        isStart ? null : crumbs(frame),
        el('main', { class: 'govuk-main-wrapper', id: 'main' }, ...main),
      ),
      el(
        'footer',
        { class: 'govuk-footer' },
        el('div', { class: 'govuk-width-container' }, el('p', { class: 'govuk-body-s' }, standing)),
      ),
      ...scripts.map((src) => el('script', { src: `${up}${src}` })),
    ),
  );
  return `<!doctype html>\n${htmlOf(html)}\n`;
}

const NAVIGATION: readonly (readonly [string, string])[] = [
  ['Contents', 'index.html'],
  ['Index', 'index-of-names.html'],
  ['Traceability', 'traceability.html'],
  ['Review', 'review.html'],
  ['Search', 'search.html'],
];

function crumbs({ title, up, above }: PageFrame): Element {
  return el(
    'nav',
    { class: 'govuk-breadcrumbs', 'aria-label': 'Breadcrumb' },
    el(
      'ol',
      { class: 'govuk-breadcrumbs__list' },
      ...[['Contents', 'index.html'] as const, ...above].map(([name, href]) =>
        el(
          'li',
          { class: 'govuk-breadcrumbs__list-item' },
          el('a', { class: 'govuk-breadcrumbs__link', href: `${up}${href}` }, name),
        ),
      ),
      el('li', { class: 'govuk-breadcrumbs__list-item', 'aria-current': 'page' }, title),
    ),
  );
}

export const heading = (level: 1 | 2 | 3, text: string, id?: string): Element =>
  el(
    `h${level}`,
    {
      class: `govuk-heading-${({ 1: 'l', 2: 'm', 3: 's' } as const)[level]}`,
      ...(id === undefined ? {} : { id }),
    },
    text,
  );

export const paragraph = (...children: readonly Child[]): Element =>
  el('p', { class: 'govuk-body' }, ...children);

export const link = (href: string, text: string): Element => el('a', { class: 'govuk-link', href }, text);

export const bullets = (...items: readonly Child[]): Element =>
  el('ul', { class: 'govuk-list govuk-list--bullet' }, ...items.map((item) => el('li', null, item)));

/** What is opened only by whoever wants it. */
export function folded(summary: string, ...children: readonly Child[]): Element {
  return el(
    'details',
    { class: 'govuk-details' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el('span', { class: 'govuk-details__summary-text' }, summary),
    ),
    el('div', { class: 'govuk-details__text' }, ...children),
  );
}

/** A table that scrolls by itself where it is wider than the page. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Child[])[],
  ids?: readonly string[],
): Element {
  return el(
    'div',
    { class: 'handbook-scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: 'govuk-table' },
      el('caption', { class: 'govuk-table__caption govuk-table__caption--s' }, caption),
      el(
        'thead',
        { class: 'govuk-table__head' },
        el(
          'tr',
          { class: 'govuk-table__row' },
          ...heads.map((head) => el('th', { scope: 'col', class: 'govuk-table__header' }, head)),
        ),
      ),
      el(
        'tbody',
        { class: 'govuk-table__body' },
        ...rows.map((cells, row) =>
          el(
            'tr',
            { class: 'govuk-table__row', ...(ids?.[row] === undefined ? {} : { id: ids[row] }) },
            ...cells.map((cell, i) =>
              i === 0
                ? el('th', { scope: 'row', class: 'govuk-table__header' }, cell)
                : el('td', { class: 'govuk-table__cell' }, cell),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Children as one, for a cell. */
export const several = (...children: readonly Child[]): Element => el('span', null, ...children);

/** Children with ", " between them; `none` where there are none. */
export function listed(children: readonly Child[], none: string): Element {
  return several(
    ...(children.length === 0 ? [none] : children.flatMap((child, i) => (i === 0 ? [child] : [', ', child]))),
  );
}
