/**
 * An emitted module comes in three forms: TypeScript, what runs, and its declarations. The first is the source; the others
 * are what a compiler makes of it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EmittedFile, emitPack, factsTypes, factsZod } from '@proviso/compiler';
import { transformSync } from 'esbuild';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plansAndCases } from '../generators/plan-arbitrary.ts';
import { readPack, repository } from '../support/read-pack.ts';

const { plan, phrases } = readPack('tenancy-deposits');
const files: readonly EmittedFile[] = [
  ...(await factsTypes(plan, phrases)),
  ...[undefined, ...plan.goals].map((goal) => factsZod(plan, goal)),
  ...emitPack(plan, phrases),
];

test('what runs is the source without its types', () => {
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expectSameCode(file);
  fc.assert(
    fc.property(plansAndCases, ({ plan: generated }) => {
      for (const file of emitPack(generated)) expectSameCode(file);
    }),
    { numRuns: 200 },
  );
});

test('a module imports of the runtime only what it names', () => {
  const { plan: large, phrases: words } = readPack('ico-political-campaigning');
  for (const file of [...files, ...emitPack(large, words)])
    expect(importedInVain(file), file.path).toEqual([]);
  fc.assert(
    fc.property(plansAndCases, ({ plan: generated }) => {
      for (const file of emitPack(generated)) expect(importedInVain(file), file.path).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

function importedInVain({ javaScript }: EmittedFile): readonly string[] {
  const [whole, list] = /import \{([^}]*)\} from '@proviso\/runtime';/.exec(javaScript) ?? ['', ''];
  const imported = [...(list ?? '').matchAll(/([\w$]+)\s*(?:,|$)/g)].map(([, name]) => name ?? '');
  const named = new Set(javaScript.replace(whole, '').match(/(?<![\w$.])[A-Za-z_$][\w$]*/g));
  return imported.filter((name) => !named.has(name));
}

test('the declarations are those that the TypeScript compiler would write', () => {
  const folder = join(repository, 'test/node_modules/.cache/declarations');
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, 'src', path)), { recursive: true });
    writeFileSync(join(folder, 'src', path), text);
  }
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    module: 'nodenext',
    rootDir: 'src',
    outDir: 'dist',
    declaration: true,
    emitDeclarationOnly: true,
    isolatedDeclarations: true,
    // Zod is not in reach of the folder, and what is declared does not depend on it.
    noCheck: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
  for (const { path, declarations } of files) {
    const written = readFileSync(join(folder, 'dist', path.replace(/\.ts$/, '.d.ts')), 'utf8');
    expect(tokens(declarations), path).toBe(tokens(written));
  }
});

function expectSameCode({ path, text, javaScript }: EmittedFile): void {
  const source = text.replaceAll(/(from '\.[^']*)\.ts';/g, `$1.js';`);
  const stripped = transformSync(source, {
    loader: 'ts',
    minifyWhitespace: true,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code;
  const written = transformSync(javaScript, { loader: 'js', minifyWhitespace: true }).code;
  // A module of types alone says that it is a module.
  expect(written, path).toBe(stripped === '' ? 'export{};\n' : stripped);
}

/** Declarations without what printers differ in: blanks, comments, quotes, commas and bars that stand before or after all. */
function tokens(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\/|^\/\/.*$/gm, '')
    .replaceAll(/(from '\.[^']*)\.ts';/g, `$1.js';`)
    .replaceAll('"', `'`)
    .replaceAll(/\s+/g, '')
    .replaceAll(/,(?=[})\]])/g, '')
    .replaceAll(/(?<=[:=(])\|/g, '')
    .replaceAll('export{};', '');
}
