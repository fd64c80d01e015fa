/** @packageDocumentation The compiler: a checked program to its plan, and the plan to what applications use. */
export { buildPlan, type Built } from './6-plan/build-plan.ts';
export { type Digests, digestsOf, isAsSealed } from './6-plan/digest.ts';
export { planSchema } from './6-plan/plan-schema.ts';
export { checkPlan, PlanError, type PlanProblem, readPlan } from './6-plan/read-plan.ts';
export type { JsonSchema } from './6-plan/shape.ts';
export { statementDigests } from './6-plan/statement-digests.ts';
export { assessmentSchema } from './7-emit/assessment-schema.ts';
export { factsSchema } from './7-emit/json-schema.ts';
export { factsTypes } from './7-emit/types.ts';
export { factsZod, factsZodName } from './7-emit/zod.ts';
export { type CompiledPack, compilePack, type CompileResult } from './compile-pack.ts';
export { type LoadResult, loadPack } from './load-pack.ts';
export { emitModules, emitPack } from './7-emit/typescript/emit-pack.ts';
export type { EmittedFile } from './7-emit/typescript/emitted-file.ts';
export { emittedFile, type EmittedModule } from './7-emit/typescript/module-file.ts';
export { runtimeTypes, runtimeValues } from './7-emit/runtime-names.ts';
