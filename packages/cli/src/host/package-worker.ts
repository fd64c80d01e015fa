/**
 * The thread that writes a package. What describes facts is made here, by code that nothing else needs: it is loaded, with a
 * large library, before there is a plan. Modules that evaluate come as they are written and are laid out here, while the one who
 * started the thread writes the next.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PackageFile } from '../template/facts-files.ts';
import type { PackageMessage } from './package-thread.ts';

enableCompileCache();
const [{ factsFiles, moduleFiles }, { emittedFile, typesOfSchema }] = await Promise.all([
  import('../template/facts-files.ts'),
  import('@proviso/compiler/facts'),
]);
await typesOfSchema({ type: 'object' }, 'Nothing');

let folder = '';
let facts = Promise.resolve();
const made = new Set<string>();

function write([path, text]: PackageFile): void {
  const file = join(folder, path);
  const inner = dirname(file);
  if (!made.has(inner)) mkdirSync(inner, { recursive: true });
  made.add(inner);
  writeFileSync(file, text);
}

parentPort?.on('message', (message: PackageMessage) => {
  if (message.kind === 'begin') {
    folder = message.folder;
    facts = factsFiles(JSON.parse(message.plan), JSON.parse(message.phrases), write);
  } else if (message.kind === 'files') message.files.forEach(write);
  else if (message.kind === 'module') moduleFiles(emittedFile(message.module)).forEach(write);
  else void facts.then(() => parentPort?.postMessage('written'));
});
