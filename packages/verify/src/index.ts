/** @packageDocumentation Proofs and counterexamples for packs. */
export { type Bounds, defaultBounds, pathOf } from './translate/variables.ts';
export { boundsFor, type Counting } from './translate/counts.ts';
export { statuses, Translation } from './translate/translator.ts';
export { Form, type NodeId } from './form/form.ts';
export { type Assignment, valuesUnder } from './form/assignment.ts';
export { variablesUnder } from './form/cone.ts';
export { validityFor } from './translate/validity.ts';
export { assignmentOf, type Case, caseOf } from './case/case.ts';
export type { Answer, Prover, Question } from './decide/prover.ts';
export { seek, type Shown, type Sought } from './prove/conditions.ts';
export type { Witness } from './prove/counterexample.ts';
export { scenarioText, type ScenarioWords } from './case/scenario-text.ts';
export { cachedProver, type CachedProver, type Memory, type Remembered } from './decide/cached-prover.ts';
export { type InvariantReport, proveInvariants } from './prove/invariants.ts';
export type { Outcome } from './case/confirm.ts';
export { type ProverOptions, proverOf } from './decide/prover-of.ts';
export { smtlibOf } from './decide/smtlib.ts';
export { conditionText } from './words/write-expr.ts';
export { type Finding, type FindingOptions, findingsOf } from './findings/findings-of.ts';
export { type Acceptance, type Accepted, weigh, type Weighed } from './findings/accepted.ts';
export { isDecided, type VerificationReport, verifyPlan } from './verify-plan.ts';
export { byOperator, type Tally, tallyOf } from './mutate/score.ts';
export type { Telling } from './mutate/difference.ts';
export { mutatedPlan } from './mutate/mutated-plan.ts';
export { type Change as Edit, type Mutant, mutantsOf } from './mutate/mutants.ts';
export { type Operator, type OperatorName, operators } from './mutate/operators.ts';
export {
  type Choice,
  type Fate,
  type Judged,
  type MutationRun,
  runMutants,
  type Told,
} from './mutate/run-mutants.ts';
export { type Side, sharedPeriod } from './diff/beside.ts';
export type { Circumstance } from './diff/circumstances.ts';
export type { Place, Quantity } from './diff/quantities.ts';
export { type DiffOptions, differencesOf } from './diff/differences.ts';
export type { Aspect, Change } from './diff/outcomes.ts';
export type {
  DifferenceClass,
  Differences,
  Differing,
  Found,
  GoalDifference,
  StatementDifference,
  TermChange,
} from './diff/report.ts';
export type { Period, VocabularyChange } from './diff/vocabulary.ts';
