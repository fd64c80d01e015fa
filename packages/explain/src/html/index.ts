/** @packageDocumentation Explanations as HTML, and the elements that such pages are made of. */
export { type Child, el, type Element, htmlOf, htmlPage } from './elements.ts';
export {
  explanationElement,
  type FragmentOptions,
  renderHtml,
  renderHtmlPage,
  sectionElements,
} from './explanation.ts';
