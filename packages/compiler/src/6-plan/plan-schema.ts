/** The JSON Schema of a plan, published as `plan.schema.json`. */
import { planShape, planShapes } from './plan-shape.ts';
import { type JsonSchema, schemaOfShape } from './shape.ts';

/** JSON Schema 2020-12; says everything of a plan's shape, and nothing of what its names refer to. */
export function planSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Generated from packages/compiler/src/6-plan/plan-shape.ts.',
    title: 'Plan',
    ...schemaOfShape(planShape),
    $defs: Object.fromEntries(
      Object.entries(planShapes).map(([name, shape]) => [name, schemaOfShape(shape)]),
    ),
  };
}
