/** @packageDocumentation Proofs and counterexamples for packs. */
export { type Bounds, defaultBounds, pathOf } from './translate/variables.ts';
export { statuses, Translation } from './translate/translator.ts';
export { Form, type NodeId } from './form/form.ts';
export { type Assignment, valuesUnder } from './form/assignment.ts';
export { variablesUnder } from './form/cone.ts';
export { validityFor } from './translate/validity.ts';
export { assignmentOf, type Case, caseOf } from './case/case.ts';
export type { Answer, Prover, Question } from './decide/prover.ts';
export { type ProverOptions, proverOf } from './decide/prover-of.ts';
export { smtlibOf } from './decide/smtlib.ts';
