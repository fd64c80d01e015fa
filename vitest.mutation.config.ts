/**
 * The tests that mutants of our own code run against: the conformance suite and the unit tests of what is mutated. Stryker works on a
 * copy of the tree whose `node_modules` lead back to the original, so packages are named by where they lie in the copy.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const source = '@proviso/source';

/** Each entry point of a package by the name it is imported by, as the file in this tree. */
function entryPoints(folder: string): readonly { readonly find: RegExp; readonly replacement: string }[] {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, 'packages', folder, 'package.json'), 'utf8'),
  ) as { readonly name: string; readonly exports: Readonly<Record<string, string | Record<string, string>>> };
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    const file = typeof target === 'string' ? undefined : target[source];
    if (file === undefined) return [];
    const find = new RegExp(`^${manifest.name}${entry.slice(1)}$`);
    return [{ find, replacement: join(import.meta.dirname, 'packages', folder, file) }];
  });
}

export default defineConfig({
  resolve: { alias: ['runtime', 'language', 'compiler'].flatMap(entryPoints) },
  test: {
    include: [
      'test/conformance/interpreter.test.ts',
      'test/conformance/emitted.test.ts',
      'packages/runtime/src/**/*.test.ts',
      'packages/compiler/src/interpret/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    setupFiles: ['./test/support/fast-check-seed.ts'],
    testTimeout: 30_000,
  },
});
