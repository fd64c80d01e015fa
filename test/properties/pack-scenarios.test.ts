/** The packs as a whole: their scenarios pass and leave nothing out, their cases can be assessed, no statement is forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, nodeHost, run } from '@proviso/cli';
import { describe, expect, test } from 'vitest';
import { readPack, repository } from '../support/read-pack.ts';

const packs = ['ico-political-campaigning', 'tenancy-deposits'];

async function proviso(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  let output = '';
  const stream = {
    write: (text: string) => {
      output += text;
    },
    isTerminal: false,
    colours: false,
    columns: 100,
  };
  const host: Host = { ...nodeHost(), stdout: stream, stderr: stream };
  return { code: await run(words, host), output };
}

describe.each(packs)('%s', (name) => {
  const folder = join(repository, 'policies', name);

  test('is checked and formatted', async () => {
    expect((await proviso('check', folder)).output).toMatch(/^no findings/);
    const { code, output } = await proviso('fmt', '--check', folder);
    expect(code, output).toBe(0);
  });

  test('passes its scenarios, and they exercise every rule, limb and exception', async () => {
    const { code, output } = await proviso('test', folder, '--coverage');
    expect(code, output).toBe(0);
    expect(output).toContain('0 failed');
    expect(output).not.toContain('not exercised');
  });

  test.each(readdirSync(join(folder, 'cases')))('assesses cases/%s', async (file) => {
    const asOf = /`([^`]+)` \| (\d{4}-\d{2}-\d{2})/g;
    const days = new Map(
      [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(asOf)].map(([, each, day]) => [each, day]),
    );
    const day = days.get(file);
    expect(day, `the README gives a day for ${file}`).toBeDefined();
    const { code, output } = await proviso(
      'assess',
      folder,
      '--facts',
      join(folder, 'cases', file),
      '--as-of',
      day ?? '',
    );
    expect(code, output).toBe(0);
    expect(output).toContain('This is not legal advice.');
  });
});

test('every statement of the three areas is named by what encodes it', () => {
  const { plan } = readPack('ico-political-campaigning');
  const covered = new Set(
    [...plan.definitions, ...plan.rules, ...plan.invariants].flatMap(({ covers }) => covers),
  );
  const numbered = (prefix: string, last: number): readonly string[] =>
    Array.from({ length: last }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`);
  const statements = [
    ...numbered('DM', 28),
    'DM-18P',
    'DM-19A',
    ...numbered('PRO', 43),
    ...numbered('SC', 38),
  ];
  expect(statements.filter((id) => !covered.has(id))).toEqual([]);
});

/** The figures of the pack's README are counted here, not believed. */
test('the README counts the statements encoded, and names every reading', () => {
  const { plan, program } = readPack('ico-political-campaigning');
  const readme = readFileSync(join(repository, 'policies', 'ico-political-campaigning', 'README.md'), 'utf8');
  const covered = new Set(
    [...plan.definitions, ...plan.rules, ...plan.invariants].flatMap(({ covers }) => covers),
  );
  const areas = [
    { file: 'direct-marketing.policy', prefix: 'DM-', statements: 30 },
    { file: 'profiling.policy', prefix: 'PRO-', statements: 43 },
    { file: 'special-category.policy', prefix: 'SC-', statements: 38 },
  ];
  for (const { file, prefix, statements } of areas) {
    const encoded = [...covered].filter((id) => id.startsWith(prefix)).length;
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${file}\``));
    expect(row).toMatch(new RegExp(`\\| ${encoded} of ${statements} \\|$`));
  }
  expect(readme).toContain(
    `${plan.rules.length} rules, ${plan.ambiguities.length} ambiguities, ${plan.invariants.length} invariants.`,
  );
  const rows = readme.split('\n').filter((line) => /^\| (D-\d\d|unlisted)/.test(line));
  expect(rows).toHaveLength(plan.ambiguities.length);
  for (const { name, default: byDefault, readings } of plan.ambiguities) {
    const row = rows.find((line) => line.includes(`\`${name}\``));
    expect(row?.startsWith(`| ${program.ambiguities.get(name)?.title?.value ?? ''}`), name).toBe(true);
    const other = readings.find((reading) => reading.name !== byDefault);
    expect(row, name).toMatch(new RegExp(`\\| \`${byDefault}\` \\| \`${other?.name ?? ''}\` \\|$`));
  }
});

test('every ambiguity says which listed defect of the source it is, if any, and why its default is one, and some scenario takes another reading than its default', () => {
  const { plan, program } = readPack('ico-political-campaigning');
  expect(plan.ambiguities).toHaveLength(14);
  for (const { name, default: byDefault } of plan.ambiguities) {
    expect(program.ambiguities.get(name)?.title?.value, name).toMatch(/^D-\d\d$|^unlisted$/);
    expect(program.ambiguities.get(name)?.doc, `${name} says why its default is the default`).toBeDefined();
    const taken = plan.scenarios
      .map(({ readings }) => readings[name])
      .filter((reading) => reading !== undefined);
    expect(
      taken.some((reading) => reading !== byDefault),
      name,
    ).toBe(true);
  }
});
