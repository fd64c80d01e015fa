/** A package, written in a thread of its own while its parts are made. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EmittedModule } from '@proviso/compiler/facts';
import type { PackageFile } from '../template/facts-files.ts';
import type { PackageWriter } from './host.ts';

/** What the thread is told. Plan and words as JSON, which is quicker to copy than what it says. */
export type PackageMessage =
  | { readonly kind: 'begin'; readonly folder: string; readonly plan: string; readonly phrases: string }
  | { readonly kind: 'files'; readonly files: readonly PackageFile[] }
  | { readonly kind: 'module'; readonly module: EmittedModule }
  | { readonly kind: 'end' };

// Beside this file, TypeScript where this file is.
const file = new URL(`./package-worker${/\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** Starts the thread. An error in it is that of the one who waits for its end. */
export function startPackageThread(): PackageWriter {
  const worker = new Worker(file);
  let failed: unknown;
  // It may fail before anybody waits.
  worker.on('error', (error) => {
    failed = error;
  });
  const tell = (message: PackageMessage): void => {
    worker.postMessage(message);
  };
  return {
    begin: (folder, plan, phrases) => {
      tell({ kind: 'begin', folder, plan: JSON.stringify(plan), phrases: JSON.stringify(phrases) });
    },
    write: (files) => {
      tell({ kind: 'files', files });
    },
    writeModule: (module) => {
      tell({ kind: 'module', module });
    },
    written: async () => {
      if (failed !== undefined) throw failed;
      tell({ kind: 'end' });
      await once(worker, 'message');
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
