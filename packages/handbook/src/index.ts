/** @packageDocumentation A policy pack as a static site: for lawyers, who never read code. */
export { handbook } from './handbook.ts';
export type {
  CoverageLine,
  HandbookInput,
  RegisteredSection,
  RegisteredStatement,
  Release,
  ReviewState,
} from './input.ts';
