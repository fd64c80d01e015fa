/** @packageDocumentation An assessment and its pack's phrasebook in, English out. */
export { explain, type ExplainOptions } from './explain.ts';
export type { Explanation, Point, Section } from './outline.ts';
export { fill, hasPlace, isTwoSided, negative, positive, unknownPhrase, valueWords } from './polarity.ts';
export { statusWords } from './statements.ts';
export { explainText, renderText, type TextOptions, wrap } from './text.ts';
export { factPhrases, question } from './wording.ts';
export { dateWords, humanise, listWords } from './words.ts';
