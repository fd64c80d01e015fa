/** @packageDocumentation An interview: the next question, what it says, and what the answers come to. Browser-safe. */
export { allowedValues } from './allowed-values.ts';
export { type Asked, type CaseSoFar, caseOf, membersAt, valueAt } from './answers.ts';
export { factorPaths } from './factors.ts';
export { nextNeed } from './next-need.ts';
export { type Choice, type Question, questionOf, questionWords } from './question.ts';
