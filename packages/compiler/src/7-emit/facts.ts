/** @packageDocumentation What describes facts outside the language: an entry without the emitter, for a thread of its own. */
export { factsSchema } from './json-schema.ts';
export { typesOfSchema } from './schema-types.ts';
export { factsTypes } from './types.ts';
export type { EmittedFile } from './typescript/emitted-file.ts';
export { factsZod, factsZodName } from './zod.ts';
