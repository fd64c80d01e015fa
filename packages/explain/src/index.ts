/** @packageDocumentation An assessment and its pack's phrasebook in, English out. */
export type { Otherwise, Reassess } from './alternatives.ts';
export { english } from './english/english.ts';
export { instanceWords, question } from './english/facts.ts';
export { dutySentence, statusWords } from './english/results.ts';
export { definitionClause } from './english/statements.ts';
export { unknownPhrase, valueWords } from './english/values.ts';
export { dateWords, listWords } from './english/words.ts';
export { explain, type ExplainOptions, type Length } from './explain.ts';
export { capitalise, humanise } from './identifiers.ts';
export { type Line, lineOf, type Run } from './layout.ts';
export { explainMarkdown, type MarkdownOptions, renderMarkdown } from './markdown.ts';
export type { Citation, Explanation, Force, Point, Reference, Section } from './outline.ts';
export { factPhrases } from './phrases.ts';
export { fill, hasPlace, isTwoSided, negative, positive } from './polarity.ts';
export { type NextSteps, nextSteps, type OpenRule, whatNext } from './next.ts';
export { explainText, lineText, renderText, type TextOptions, wrap } from './text.ts';
export { whatWouldChange } from './what-would-change.ts';
export type { Language, Wording } from './wording.ts';
