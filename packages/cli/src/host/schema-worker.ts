/** The thread that makes types of schemas. It loads the library, which is large, before it is asked. */
import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { JsonSchema } from '@proviso/compiler';

enableCompileCache();
const { typesOfSchema } = await import('@proviso/compiler/schema-types');
await typesOfSchema({ type: 'object' }, 'Nothing');

parentPort?.on('message', ([schema, name]: readonly [JsonSchema, string]) => {
  void typesOfSchema(schema, name).then((text) => parentPort?.postMessage(text));
});
