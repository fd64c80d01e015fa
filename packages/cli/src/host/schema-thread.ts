/** Types of schemas, made in a thread of their own. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SchemaTypes } from './host.ts';

// Beside this file, TypeScript where this file is.
const file = new URL(`./schema-worker${/\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** Starts the thread. An error in it is that of the one who asks. */
export function startSchemaThread(): SchemaTypes {
  const worker = new Worker(file);
  let failed: unknown;
  // It may fail before it is asked.
  worker.on('error', (error) => {
    failed = error;
  });
  return {
    make: async (schema, name) => {
      if (failed !== undefined) throw failed;
      worker.postMessage([schema, name]);
      const [text] = await once(worker, 'message');
      return String(text);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
