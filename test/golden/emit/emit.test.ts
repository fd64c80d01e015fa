/** What the emitter writes for paragraph 22, committed and compared; rewritten with PROVISO_UPDATE=1. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compilePack, emitPack, factsTypes, runtimeTypes, runtimeValues } from '@proviso/compiler';
import { describe, expect, test } from 'vitest';

const update = process.env['PROVISO_UPDATE'] === '1';
const here = import.meta.dirname;
const files = new Map([['pack.policy', readFileSync(join(here, 'paragraph22.policy'), 'utf8')]]);
const { value, diagnostics } = compilePack(files, 'pack.policy');
const modules = value === undefined ? [] : emitPack(value.plan, value.phrases);
const facts = value === undefined ? [] : await factsTypes(value.plan, value.phrases);
const emitted = [...modules, ...facts];

describe('the emitted paragraph 22', () => {
  test('comes from a policy without mistakes', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(emitted.map(({ path }) => path)).toEqual([
      'goal/paragraph22.ts',
      'goal/answers.ts',
      'screen.ts',
      'plan.ts',
      'index.ts',
      'facts.ts',
      'facts/paragraph22.ts',
      'facts/answers.ts',
    ]);
  });

  test.each(emitted)('$path is the golden', ({ path, text }) => {
    const golden = join(here, 'paragraph22', path);
    if (update) {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, text);
    }
    expect(existsSync(golden)).toBe(true);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('type-checks under the strict settings', () => {
    const root = join(here, '../../..');
    const folder = join(root, 'test/node_modules/.cache/proviso-emit');
    rmSync(folder, { recursive: true, force: true });
    for (const { path, text } of emitted) {
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
        },
        include: ['**/*.ts'],
      }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(
      execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' }),
    ).toBe('');
  });

  test('imports as code only what the list of runtime names has', () => {
    for (const { path, text } of emitted) {
      const imports = [...text.matchAll(/^import \{([^}]*)\} from '([^']*)';/gm)];
      for (const [, names = '', from] of imports) {
        expect(from).toBe('@proviso/runtime');
        for (const name of names.split(',').map((each) => each.trim())) {
          if (name === '') continue;
          const known = name.startsWith('type ')
            ? runtimeTypes.includes(name.slice(5))
            : runtimeValues.includes(name);
          expect(known, `${path} imports ${name}`).toBe(true);
        }
      }
    }
  });
});
