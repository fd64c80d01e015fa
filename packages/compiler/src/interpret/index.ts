/** @packageDocumentation The reference interpreter: assesses cases by a plan, with no code generation. Browser-safe. */
export { withChanges } from '../change/with-changes.ts';
export type { ChangeOptions } from '../change/what-would-change.ts';
export { type Decision, interpretPlan, type LoadedPack, loadPlan } from './load-plan.ts';
export type { AssessOptions } from './options.ts';
export { resultOf } from './result-of.ts';
export { typeOfExpr } from './values.ts';
export {
  answersOfScenario,
  type Mismatch,
  mismatchesOf,
  type Outcome,
  type OutcomeResult,
} from '../scenario/expectations.ts';
export { ScenarioBench, type ScenarioFailure, type Variant } from '../scenario/bench.ts';
