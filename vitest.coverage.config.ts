/** What the tests run in one process reach of the sources: all tests but those that start a browser or a command of their own. */
import { defineConfig, mergeConfig } from 'vitest/config';
import tests from './vitest.config.ts';

const measured = mergeConfig(
  tests,
  defineConfig({
    test: {
      coverage: {
        enabled: true,
        provider: 'v8',
        reportOnFailure: true,
        include: ['packages/*/src/**/*.{ts,tsx}'],
        exclude: ['**/*.test.ts', '**/*.d.ts'],
        reporter: ['text', 'json-summary', 'json'],
        reportsDirectory: 'node_modules/.cache/proviso/coverage',
      },
    },
  }),
);

export default {
  ...measured,
  test: {
    ...measured.test,
    projects: tests.test?.projects?.filter(
      (project) => typeof project === 'object' && 'test' in project && project.test?.name !== 'e2e',
    ),
  },
};
