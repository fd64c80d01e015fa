/**
 * Runs the programs of the guide to embedding and of the packages' own pages: builds the pack as the guide's console block
 * does, type-checks every TypeScript block against the built package, runs it, and compares what its comments say with
 * what comes out.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';
import { type Block, blocksOf, enterFolder, stepsOf } from '../support/walkthrough.ts';

/** A program of a page. */
interface Program extends Block {
  readonly page: string;
}

const guide = blocksOf(await readFile(join(repository, 'docs/embedding.md'), 'utf8'));
const pages = new Set(['questionnaire', 'playground']);
const packages = readdirSync(join(repository, 'packages')).filter((name) => !pages.has(name));
const libraries = packages.filter((name) => name !== 'cli');
const ownPages = await Promise.all(
  packages.map(async (name) => ({
    page: name,
    blocks: blocksOf(await readFile(join(repository, 'packages', name, 'README.md'), 'utf8')),
  })),
);
const programs: readonly Program[] = [{ page: 'embedding', blocks: guide }, ...ownPages].flatMap(
  ({ page, blocks }) =>
    blocks.filter(({ language }) => language === 'ts').map((block) => ({ ...block, page })),
);
let folder = '';
let leave: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ folder, leave } = await enterFolder('programs'));
  const links: readonly (readonly [string, string])[] = [
    ['housing-tenancy-deposits', join(folder, 'build/tenancy-deposits')],
    ...packages.map((name): readonly [string, string] => [
      `@proviso/${name}`,
      join(repository, 'packages', name),
    ]),
    ['zod', join(repository, 'packages/cli/node_modules/zod')],
    [
      'vscode-languageserver',
      join(repository, 'packages/language-server/node_modules/vscode-languageserver'),
    ],
  ];
  await mkdir(join(folder, 'node_modules/@proviso'), { recursive: true });
  for (const [name, target] of links) await symlink(target, join(folder, 'node_modules', name));
});
afterAll(async () => leave?.());

const fileOf = ({ page, line }: Program): string => `${page}-${line}`;

// In order, as tests of a file are: what follows needs the build.
test.each(stepsOf(guide))('$name', async ({ act }) => {
  expect(await act(folder)).toBe('');
});

test('a built package can be asked for its manifest, as some tools do', () => {
  const resolve = createRequire(join(folder, 'asks.js')).resolve;
  expect(resolve('housing-tenancy-deposits/package.json')).toBe(
    join(folder, 'build/tenancy-deposits/package.json'),
  );
});

test('the guide and the page of every library show programs, and say what they give', () => {
  const shown = new Set(programs.map(({ page }) => page));
  expect([...shown].sort()).toEqual(['embedding', ...libraries].sort());
  expect(programs.flatMap(claimsOf).length).toBeGreaterThanOrEqual(30);
});

test('every program type-checks against the built package', async () => {
  for (const block of programs) await writeFile(join(folder, `${fileOf(block)}.ts`), block.text);
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  const types = { typeRoots: [join(repository, 'packages/cli/node_modules/@types')], types: ['node'] };
  const exactOptionalPropertyTypes = true;
  for (const [isGuide, more] of [
    // Who embeds a pack needs no types of Node.
    [true, { exactOptionalPropertyTypes }],
    // Libraries are read from their sources here, which know Node.
    [false, { exactOptionalPropertyTypes, ...types }],
  ] as const) {
    const files = programs.filter(({ page }) => (page === 'embedding') === isGuide).map(fileOf);
    expect(
      await typeCheck(
        files.map((file) => `${file}.ts`),
        more,
      ),
    ).toEqual({ code: 0, output: '' });
  }
});

test('the schemas are of the types that they are annotated with', async () => {
  const files = ['src/facts.zod.ts', 'src/zod/amount.ts'].map((file) => `build/tenancy-deposits/${file}`);
  expect(await typeCheck(files, {})).toEqual({ code: 0, output: '' });
});

describe('what the comments say', () => {
  test.each(programs)('$page, line $line', async (block) => {
    const file = join(folder, `${fileOf(block)}.mjs`);
    await writeFile(file, instrumented(block));
    const { code, output } = await run(['--conditions=@proviso/source', '--no-warnings', file]);
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toEqual(claimsOf(block).map(({ line, value }) => ({ line, value })));
  });
});

interface Claim {
  readonly line: number;
  readonly expression: string;
  readonly value: unknown;
}

/** Lines `expression; // literal`, where something may follow the literal after a colon or semicolon. */
function claimsOf({ text }: Block): readonly Claim[] {
  return text.split('\n').flatMap((source, line) => {
    const [, expression = '', comment = ''] = /^([^\s}].*);\s*\/\/ (.+)$/.exec(source) ?? [];
    if (expression === '' || /^(const|let|import|export|return|if)\b/.test(expression)) return [];
    for (const candidate of [comment, comment.split(/[:;] /)[0] ?? '']) {
      try {
        return [{ line, expression, value: inJson(runInNewContext(`(${candidate})`)) }];
      } catch {
        // Words, not a literal.
      }
    }
    return [];
  });
}

/** As it comes through a pipe. */
function inJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function instrumented(block: Block): string {
  const claims = new Map(claimsOf(block).map((claim) => [claim.line, claim]));
  const lines = stripTypeScriptTypes(block.text).split('\n');
  const told = lines.map((source, line) => {
    const claim = claims.get(line);
    return claim === undefined ? source : `told.push({ line: ${line}, value: ${claim.expression} });`;
  });
  return ['const told = [];', ...told, 'console.log(JSON.stringify(told));'].join('\n');
}

async function typeCheck(files: readonly string[], more: object): ReturnType<typeof run> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2024',
    lib: ['es2024'],
    module: 'nodenext',
    customConditions: ['@proviso/source'],
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    types: [],
    ...more,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  return run([join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder]);
}

async function run(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder, encoding: 'utf8' }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` });
    });
  });
}
