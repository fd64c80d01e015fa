/** Elements of HTML pages; escaping is the library's. */
import { type Attributes, type ComponentChild, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** An element. */
export type Element = VNode;

/** An element, or nothing. */
export type Child = Element | string | null;

/** An element with its attributes and what is in it. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string | number>> | null,
  ...children: readonly Child[]
): Element {
  // The library's own types name each attribute of each tag; every one here is a text or a number.
  const props: Attributes | null = attributes;
  return h(tag, props, ...(children as readonly ComponentChild[]));
}

/** Some elements as text. */
export function htmlOf(element: Element): string {
  return renderToString(element);
}

/** A whole page: one file that needs nothing else. `styles` is ours, never an author's. */
export function htmlPage(title: string, styles: string, language: string, ...main: readonly Child[]): string {
  const style = h('style', { dangerouslySetInnerHTML: { __html: styles } }) as unknown as VNode;
  const page = el(
    'html',
    { lang: language },
    el(
      'head',
      null,
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('title', null, title),
      style,
    ),
    el('body', null, el('main', null, ...main)),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}
