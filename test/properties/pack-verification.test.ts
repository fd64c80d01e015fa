/** Both packs, verified whole: what CI holds them to. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';
import { proviso } from '../support/run-proviso.ts';

const packs = globSync('policies/*/pack.policy', { cwd: repository }).map((path) =>
  path.replace(/\/pack\.policy$/, ''),
);

test('there are packs to verify', () => {
  expect(packs.length).toBeGreaterThan(1);
});

test.each(packs)('%s: every invariant is proved, and nothing is found that is not accepted', async (pack) => {
  const { code, output } = await proviso(
    'verify',
    join(repository, pack),
    '--strict',
    '--no-cache',
    '--format',
    'json',
  );
  const { counts, findings } = JSON.parse(output) as {
    readonly counts: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly message: string }[];
  };
  expect(findings.map(({ message }) => message)).toEqual([]);
  expect(counts).toMatchObject({ refuted: 0, found: 0, notDecided: 0 });
  expect(counts['proved']).toBeGreaterThan(0);
  expect(code).toBe(0);
});
