/** @packageDocumentation A record as a page: one file, without script, that prints. */
export { recordHtml } from './record-html.ts';
