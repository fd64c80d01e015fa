/** Reads and compiles a pack of this repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CompiledPack, compilePack } from '@proviso/compiler';

/** The root of the repository. */
export const repository: string = join(import.meta.dirname, '..', '..');

/** The texts of the `.policy` files under a folder, by path within it. */
export function policyTexts(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.policy'));
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('node_modules'))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** A pack under `policies/`, compiled; throws with what is wrong where it has errors. */
export function readPack(name: string): CompiledPack {
  const { value, diagnostics } = compilePack(policyTexts(join(repository, 'policies', name)), 'pack.policy');
  if (value === undefined) {
    throw new Error(diagnostics.map((each) => `${each.span.file}: ${each.message}`).join('\n'));
  }
  return value;
}
