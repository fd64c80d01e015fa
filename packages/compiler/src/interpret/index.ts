/** @packageDocumentation The reference interpreter: assesses cases by a plan, with no code generation. Browser-safe. */
export { type Decision, interpretPlan, type LoadedPack, loadPlan } from './load-plan.ts';
export type { AssessOptions } from './options.ts';
