// Compiles a policy with the real compiler and loads the TypeScript it emits, as an application would: types stripped,
// runtime bundled in, nothing minified.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compiler } from './toolchain.ts';

const cache: string = join(import.meta.dirname, 'node_modules/.cache/proviso');

/** A compiled pack on disk. */
export interface EmittedPack {
  /** Where the emitted TypeScript lies. */
  readonly folder: string;
  readonly plan: object;
}

/** The `.policy` files of a folder below `policies/`, by their paths in it. */
export function policyFiles(name: string): ReadonlyMap<string, string> {
  const folder = join(import.meta.dirname, 'policies', name);
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.policy'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

/** A policy that is compiled, but not yet emitted. */
export interface CompiledPack {
  readonly plan: object;
  readonly phrases: object;
}

/** @throws where the policy has mistakes: what is measured has none. */
export async function compiled(files: ReadonlyMap<string, string>): Promise<CompiledPack> {
  const { compilePack } = await compiler();
  const { value, diagnostics } = compilePack(files, 'pack.policy');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

/** Compiles a policy and writes what is emitted of it. */
export async function emit(name: string, files: ReadonlyMap<string, string>): Promise<EmittedPack> {
  return emitCompiled(name, await compiled(files));
}

/** Writes what is emitted of a policy that is compiled already. */
export async function emitCompiled(name: string, { plan, phrases }: CompiledPack): Promise<EmittedPack> {
  const { emitPack } = await compiler();
  const folder = join(cache, name);
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of emitPack(plan, phrases)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }\n');
  return { folder, plan };
}

/** Bundles some exports of an emitted module, with what they need of the runtime and nothing else. */
export async function bundle(
  pack: EmittedPack,
  module: string,
  names: readonly string[],
  minify: boolean,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from './${module}';`,
      resolveDir: pack.folder,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    conditions: ['@proviso/source'],
    minify,
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** Some exports of an emitted module. Each `variant` is a module instance of its own, with its own types observed. */
export async function load(
  pack: EmittedPack,
  module: string,
  names: readonly string[],
  variant = 'only',
): Promise<Record<string, unknown>> {
  const short = names.length > 4 ? `${names.length}-names` : names.join('-');
  const at = join(pack.folder, `${module.replaceAll('/', '-')}.${short}.${variant}.mjs`);
  writeFileSync(at, await bundle(pack, module, names, false));
  return (await import(pathToFileURL(at).href)) as Record<string, unknown>;
}
