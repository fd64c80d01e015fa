/** `proviso mutate` from its arguments to its exit code. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proviso } from '../support/run-proviso.ts';

const policy = `
pack mutate.here { title "Here" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
fact wet: yesno { ask "Is it wet?" say "it {is|is not} wet" }
fact cold: yesno { ask "Is it cold?" say "it {is|is not} cold" }
define damp {
  say "it {is|is not} damp"
  means both: wet and cold cite act s.1
  cite act s.1
}
scenario "wet and cold" as of 2020-06-01 { given { wet: yes  cold: yes } expect { damp: yes } }
scenario "dry" as of 2020-06-01 { given { wet: no  cold: yes } expect { damp: no } }
`;

let folder = '';
const pack = (): string => join(folder, 'here.policy');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-mutate-'));
  await writeFile(pack(), policy);
  await writeFile(join(folder, 'wrong.policy'), policy.replace('damp: no', 'damp: yes'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('a survivor is shown with its place and a case that tells', async () => {
  const { code, output } = await proviso('mutate', pack());
  expect(code).toBe(0);
  expect(output).toMatch(/damp\/limb\/2 .*here\.policy:8 act s\.1\n {2}- cold\n/);
  expect(output).toContain('        wet: yes\n        cold: no\n');
  expect(output).toContain('damp: no');
  expect(output).toContain('Score 0.833: 5 of 6 mutants noticed, 5 by scenarios and 0 by invariants.');
});

test('the same for a machine, and a score that is too low', async () => {
  const { code, output } = await proviso('mutate', pack(), '--format', 'json', '--min-score', '0.9');
  expect(code).toBe(1);
  const report = JSON.parse(output);
  expect(report).toMatchObject({ command: 'mutate', score: 5 / 6, made: 6, survived: 1, notDecided: 0 });
  const fates = report.mutants.map(({ id, fate }: { readonly id: string; readonly fate: string }) => [
    id,
    fate,
  ]);
  expect(fates).toEqual([
    ['damp/limb/1', 'killed'],
    ['damp/limb/2', 'survived'],
    ['damp/and-or/1', 'killed'],
    ['damp/negation/1', 'killed'],
    ['damp/negation/2', 'killed'],
    ['damp/negation/3', 'killed'],
  ]);
  expect((await proviso('mutate', pack(), '--min-score', '0.83')).code).toBe(0);
});

test('only what is named is run', async () => {
  const { output } = await proviso('mutate', pack(), '--operator', 'limb', '--format', 'json');
  expect(JSON.parse(output)).toMatchObject({ made: 2, score: 0.5 });
});

test.each([
  [['--only', 'dump'], 'did you mean `damp`?'],
  [['--operator', 'lim'], 'Allowed choices are'],
  [['--min-score', '2'], 'A number from 0 to 1'],
])('wrong use: %s', async (words, said) => {
  const { code, output } = await proviso('mutate', pack(), ...words);
  expect(code).toBe(2);
  expect(output).toContain(said);
});

test('scenarios that fail as the pack stands are named, and nothing is run', async () => {
  const { code, output } = await proviso('mutate', join(folder, 'wrong.policy'));
  expect(code).toBe(2);
  expect(output).toContain('scenario “dry”');
});
