/** @packageDocumentation An assessment and its pack's phrasebook in, English out. */
export type { Otherwise, Reassess } from './alternatives.ts';
export { english } from './english/english.ts';
export {
  instanceWords,
  memberOfWords,
  memberWords,
  question,
  withinSentence,
  withoutNotYet,
} from './english/facts.ts';
export { dutySentence, statusWords } from './english/results.ts';
export { sourceStanding } from './english/sources.ts';
export { definitionClause, ruleWords } from './english/statements.ts';
export { toldOtherwise, type ToldPack } from './english/told-otherwise.ts';
export {
  amountWords,
  definitionValueWords,
  enumMemberWords,
  factValueWords,
  standsBefore,
  toldValue,
} from './english/told-values.ts';
export { unknownPhrase, valueWords, whichValue } from './english/values.ts';
export { countWords, dateWords, listWords } from './english/words.ts';
export { isNotEstablished } from './established.ts';
export { bindingRules } from './examined.ts';
export { explain, type ExplainOptions, type Length } from './explain.ts';
export { capitalise, humanise } from './identifiers.ts';
export { type Line, lineOf, type Run } from './layout.ts';
export { explainMarkdown, type MarkdownOptions, renderMarkdown } from './markdown.ts';
export type { Citation, Explanation, Force, Point, Reference, Section } from './outline.ts';
export { factPhrases, ownTitle } from './phrases.ts';
export { fill, hasPlace, isTwoSided, negative, positive } from './polarity.ts';
export { type NextSteps, nextSteps, type OpenRule, whatNext } from './next.ts';
export { type Assess, type AssessedCase, reassessing } from './reassessing.ts';
export { attributionOf } from './provenance.ts';
export { explainText, lineText, renderText, type TextOptions, wrap } from './text.ts';
export { textBehind, type TextKind } from './texts.ts';
export { inWordsOf, phrasesAsJudged } from './versions.ts';
export { whatWouldChange } from './what-would-change.ts';
export type { Language, Wording } from './wording.ts';
export { explainWhyNot, type WhyNotOptions } from './why-not.ts';
