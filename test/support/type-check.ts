/** Emitted packs under TypeScript's strict settings, the runtime's own declarations in reach. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CompiledPack, emitPack, factsTypes } from '@proviso/compiler';

const root = join(import.meta.dirname, '../..');

/** A file to check: its path in the folder of the sources, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What is emitted of a pack, with the types of its facts. */
export async function emittedSources({ plan, phrases }: CompiledPack): Promise<readonly SourceFile[]> {
  return [...emitPack(plan, phrases), ...(await factsTypes(plan, phrases))];
}

/** What the compiler prints; nothing where it is content. The folder is named, so that several can be checked at once. */
export function typeCheck(name: string, files: readonly SourceFile[]): string {
  const folder = join(root, 'test/node_modules/.cache', name);
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: {
        noEmit: true,
        rewriteRelativeImportExtensions: false,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        // A use that folded away may leave its import or variable behind.
        noUnusedLocals: false,
        noUnusedParameters: false,
      },
      include: ['**/*.ts'],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}
