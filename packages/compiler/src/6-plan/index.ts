/** The plan and what is done to it without the front end: reading, digests, slices. Loads no parser. */
export { assessmentShape, assessmentShapes } from '../7-emit/assessment-schema.ts';
export { canonicalJson, type Digests, digestOf, digestsOf, isAsSealed, meaningDigestOf } from './digest.ts';
export { and, atLeast, children, mapChildren, not, or, subexpressions, unmarked } from './expr.ts';
export { goalsNamed, statementNames } from './goals-named.ts';
export { statementOf } from './ids.ts';
export { literalValue } from './literal-value.ts';
export { checkPlanGiven } from './check-plan-given.ts';
export { labelNames, type LabelKind, type LabelledPlan, withLabel } from './labelled.ts';
export { type Slice, type Sliceable, sliceOf, type Slicer, slicerOf } from './slice.ts';
export { sourceInfo } from './source-info.ts';
export { instancePaths, type VocabularyPath, vocabularyPaths } from './vocabulary.ts';
export type {
  Ambiguity,
  Cite,
  Condition,
  Definition,
  EnumType,
  Expectation,
  Expr,
  Field,
  FieldKind,
  Goal,
  Invariant,
  Json,
  JsonObject,
  Literal,
  Mark,
  MarkKind,
  Modality,
  PackInfo,
  Path,
  Plan,
  RecordType,
  Rule,
  Scenario,
  Source,
  Type,
  Version,
} from './plan.ts';
export { PLAN_FORMAT } from './plan.ts';
export { planSchema } from './plan-schema.ts';
export { checkPlan, PlanError, planLimits, type PlanProblem, readPlan } from './read-plan.ts';
export { dependentsOf, type Referrers, referrersOf, refsIn } from './references.ts';
export {
  checkShape,
  type JsonSchema,
  schemaOfShape,
  type Shape,
  type ShapeLimits,
  type ShapeProblem,
  type Shapes,
} from './shape.ts';
export { statementDigests } from './statement-digests.ts';
