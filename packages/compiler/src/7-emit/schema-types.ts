/** TypeScript types of a JSON Schema. */
import type { JsonSchema } from '../6-plan/shape.ts';

/** What the library prints for a schema of this name; its formatter would take most of the time of a build. */
export async function typesOfSchema(schema: JsonSchema, name: string): Promise<string> {
  // Loaded only here: it brings much along.
  const { compile } = await import('json-schema-to-typescript');
  return compile(schema, name, {
    bannerComment: '',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    format: false,
  });
}
