/** @packageDocumentation An assessment and its pack's phrasebook in, English out. */
export type { Otherwise, Reassess } from './alternatives.ts';
export { english } from './english/english.ts';
export { question } from './english/facts.ts';
export { statusWords } from './english/results.ts';
export { unknownPhrase, valueWords } from './english/values.ts';
export { dateWords, listWords } from './english/words.ts';
export { explain, type ExplainOptions, type Length } from './explain.ts';
export { humanise } from './identifiers.ts';
export { explainMarkdown, type MarkdownOptions, renderMarkdown } from './markdown.ts';
export type { Citation, Explanation, Force, Point, Reference, Section } from './outline.ts';
export { factPhrases } from './phrases.ts';
export { fill, hasPlace, isTwoSided, negative, positive } from './polarity.ts';
export { type NextSteps, nextSteps, type OpenRule, whatNext } from './next.ts';
export { explainText, renderText, type TextOptions, wrap } from './text.ts';
export { whatWouldChange } from './what-would-change.ts';
export type { Language, Wording } from './wording.ts';
