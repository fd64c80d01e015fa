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

test('the interpreter loads no parser, nothing of Node and nothing of the front end', () => {
  const entry = join(import.meta.dirname, 'index.ts');
  expect([...packagesLoaded(entry)]).toEqual(['@proviso/runtime']);
  const front = join(import.meta.dirname, '../index.ts');
  expect([...packagesLoaded(front)]).not.toEqual(['@proviso/runtime']);
});
