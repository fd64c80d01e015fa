/** Parts of the page inside the editor, which takes elements. */
import { type ComponentChild, render } from 'preact';

/** An element with something in it, and how that ends. */
export function rendered(what: ComponentChild): { readonly dom: HTMLElement; readonly destroy: () => void } {
  const dom = document.createElement('div');
  render(what, dom);
  return { dom, destroy: () => render(null, dom) };
}
