import { defineConfig } from 'vitest/config';

/** Where generated tests begin from; see `test/support/seed.ts`. */
const seeds = './test/support/fast-check-seed.ts';

/** The condition under which each package's `exports` name its source, so that no test needs a build first. */
const source = '@proviso/source';

const project = (name: string, include: string[], testTimeout: number, setupFiles: string[] = []) => ({
  resolve: { conditions: [source] },
  ssr: { resolve: { conditions: [source, 'module', 'node', 'development|production'] } },
  test: { name, include, exclude: ['**/node_modules/**', '**/dist/**'], testTimeout, setupFiles },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: [
      'default',
      [
        'json',
        { outputFile: process.env['PROVISO_TEST_REPORT'] ?? 'node_modules/.cache/proviso/tests.json' },
      ],
    ],
    projects: [
      project('unit', ['packages/*/src/**/*.test.ts'], 30_000, [seeds]),
      project('golden', ['test/golden/**/*.test.ts'], 30_000),
      project('property', ['test/properties/**/*.test.ts'], 600_000, [seeds]),
      project('conformance', ['test/conformance/**/*.test.ts'], 600_000),
      project('fuzz', ['test/fuzz/**/*.test.ts'], 600_000),
      project('e2e', ['test/e2e/**/*.test.ts'], 180_000),
      project('docs', ['test/docs/**/*.test.ts'], 180_000),
    ],
  },
});
