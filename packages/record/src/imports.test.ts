import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Every package that a source file loads, through the files it imports; imports of types alone load nothing. */
function packagesLoaded(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const packages = new Set<string>();
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type) [^;]*?from '([^']+)';/gms);
  for (const [, specifier = ''] of imports) {
    if (!specifier.startsWith('.')) packages.add(specifier);
    else for (const each of packagesLoaded(join(dirname(file), specifier), seen)) packages.add(each);
  }
  return packages;
}

const loaded = (entry: string): readonly string[] =>
  [...packagesLoaded(join(import.meta.dirname, entry))].toSorted();

test('records are made, read and replayed without Node, and without the parser of policies', () => {
  expect(loaded('index.ts')).toEqual(['@proviso/compiler/plan', '@proviso/explain', '@proviso/runtime']);
});

test('so are pages; signing alone needs Node', () => {
  expect(loaded('html/index.ts')).toEqual(['@proviso/explain', '@proviso/explain/html', '@proviso/runtime']);
  expect(loaded('sign/index.ts')).toContain('node:crypto');
});
