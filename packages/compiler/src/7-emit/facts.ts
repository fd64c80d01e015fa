/**
 * @packageDocumentation What describes facts outside the language, and files of the modules that the emitter writes: an entry without
 * the emitter, for a thread of its own.
 */
export { factsSchema } from './json-schema.ts';
export { typesOfSchema } from './schema-types.ts';
export { factsTypes } from './types.ts';
export type { EmittedFile } from './typescript/emitted-file.ts';
export { emittedFile, type EmittedModule } from './typescript/module-file.ts';
export { factsZod, factsZodName } from './zod.ts';
