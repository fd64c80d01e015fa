/** Both packs, verified whole: what CI holds them to. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';
import { proviso } from '../support/run-proviso.ts';

interface Mutant {
  readonly id: string;
  readonly fate: string;
  readonly before: string;
  readonly after?: string;
}

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

test.each(packs)('%s: its scenarios and invariants notice at least 95 of 100 mistakes', async (pack) => {
  const { code, output } = await proviso(
    'mutate',
    join(repository, pack),
    '--min-score',
    '0.95',
    '--format',
    'json',
  );
  const { score, made, notDecided, mutants } = JSON.parse(output) as {
    readonly score: number;
    readonly made: number;
    readonly notDecided: number;
    readonly mutants: readonly Mutant[];
  };
  expect(score).toBeGreaterThanOrEqual(0.95);
  expect(made).toBeGreaterThan(200);
  expect(notDecided).toBe(0);
  expect(code).toBe(0);
  // Those that are left out of the score are published: whoever doubts one can look it up.
  const equivalent = mutants.filter(({ fate }) => fate === 'equivalent');
  const lines = equivalent.map(({ id, before, after }) => `${id}: ${before} => ${after ?? 'nothing'}\n`);
  await expect(lines.join('')).toMatchFileSnapshot(
    join(repository, 'test', 'golden', 'mutation', `${pack.replace('policies/', '')}.equivalent.txt`),
  );
});
