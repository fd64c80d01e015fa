/** The packs as a whole: their scenarios pass and leave nothing out, their cases can be assessed, no statement is forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { policyTexts, readPack, repository } from '../support/read-pack.ts';
import { proviso } from '../support/run-proviso.ts';

const packs = ['ico-political-campaigning', 'tenancy-deposits'];

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

interface TraceDocument {
  readonly counts: {
    readonly registered: number;
    readonly encoded: number;
    readonly unaccounted: number;
    readonly judgementsOnly: number;
    readonly setAside: Readonly<Record<string, number>>;
    readonly untried: number;
  };
  readonly findings: readonly unknown[];
}

/** The figures of the pack's README are counted here, not believed. */
describe('the pack on political campaigning', () => {
  const folder = join(repository, 'policies', 'ico-political-campaigning');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const { plan, program } = readPack('ico-political-campaigning');
  const register = readdirSync(join(folder, 'statements'))
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const section: { readonly statements: readonly { readonly examples?: readonly string[] }[] } = parse(
        readFileSync(join(folder, 'statements', file), 'utf8'),
      );
      return section.statements;
    });

  test('its chain from statement to rule to scenario is whole, and its README counts it', async () => {
    const { code, output } = await proviso('trace', folder, '--format', 'json');
    const { counts, findings }: TraceDocument = JSON.parse(output);
    expect(findings).toEqual([]);
    expect(code).toBe(0);
    expect(counts).toMatchObject({ unaccounted: 0, untried: 0 });
    const aside = Object.entries(counts.setAside);
    const total = aside.reduce((sum, [, n]) => sum + n, 0);
    expect(readme).toContain(
      `${counts.registered} statements are registered: ${counts.encoded} encoded, ${counts.judgementsOnly} of them by judgements only, and ${total} set aside (${aside.map(([reason, n]) => `${reason} ${n}`).join(', ')}).`,
    );
    expect(readme).toContain(
      `${plan.rules.length} rules, ${plan.definitions.filter(({ visible }) => visible).length} definitions, ${plan.ambiguities.length} ambiguities, ${plan.invariants.length} invariants, ${plan.scenarios.length} scenarios.`,
    );
  });

  test('its README names every reading and every goal', () => {
    const rows = readme.split('\n').filter((line) => /^\| (D-\d\d|unlisted)/.test(line));
    expect(rows).toHaveLength(plan.ambiguities.length);
    for (const { name, default: byDefault, readings } of plan.ambiguities) {
      const row = rows.find((line) => line.includes(`\`${name}\``));
      expect(row?.startsWith(`| ${program.ambiguities.get(name)?.title?.value ?? ''}`), name).toBe(true);
      const others = readings.filter((reading) => reading.name !== byDefault);
      const listed = others.map((reading) => `\`${reading.name}\``).join(', ');
      expect(row, name).toContain(`| \`${byDefault}\` | ${listed} |`);
    }
    for (const { name } of plan.goals) expect(readme, name).toContain(`\`${name}\``);
    // What it says of their size.
    const factsOf = (goal: string) => plan.goals.find(({ name }) => name === goal)?.facts.length;
    expect(readme).toContain(
      `${factsOf('wholeLaw')} facts, where the cookies themselves turn on ${factsOf('deviceAccess')}.`,
    );
  });

  test('every ambiguity says which listed defect of the source it is, if any, and why its default is one, and some scenario takes each other reading', () => {
    for (const { name, default: byDefault, readings } of plan.ambiguities) {
      expect(program.ambiguities.get(name)?.title?.value, name).toMatch(/^D-\d\d(, D-\d\d)*$|^unlisted$/);
      expect(program.ambiguities.get(name)?.doc, `${name} says why its default is the default`).toBeDefined();
      const taken = new Set(plan.scenarios.map((scenario) => scenario.readings[name]));
      const untaken = readings.filter((reading) => reading.name !== byDefault && !taken.has(reading.name));
      expect(untaken, name).toEqual([]);
    }
  });

  test('every defect of the source is visible: as an ambiguity, or where a doc comment names it', () => {
    const titles = [...program.ambiguities.values()].flatMap(
      ({ title }) => title?.value.match(/D-\d\d/g) ?? [],
    );
    const told = [...policyTexts(folder).values()].flatMap((text) =>
      text
        .split('\n')
        .filter((line) => /^\s*\/\/\//.test(line))
        .flatMap((line) => line.match(/D-\d\d/g) ?? []),
    );
    const visible = new Set([...titles, ...told]);
    const all = Array.from({ length: 48 }, (_, i) => `D-${String(i + 1).padStart(2, '0')}`);
    expect(all.filter((id) => !visible.has(id))).toEqual([]);
  });

  test('every goal has a case in which facts are missing, and the answer is said to be unknown', () => {
    const open = new Set(
      plan.scenarios.flatMap(({ expect: expected }) =>
        expected.flatMap(({ name, value }) =>
          value === 'unknown' || value === 'undetermined' ? [name] : [],
        ),
      ),
    );
    const without = plan.goals.filter(({ answers }) => !answers.some((name) => open.has(name)));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('each worked example of the code is a scenario; those that say only "may" or "could" expect unknown', () => {
    const named = (id: string): typeof plan.scenarios =>
      plan.scenarios.filter(({ name }) => new RegExp(`\\b${id}\\b`).test(name));
    const examples = register.flatMap((each) => each.examples ?? []);
    // EX-20 shows a practice and states no outcome: it is a note.
    const missing = [...new Set(examples)].filter((id) => id !== 'EX-20' && named(id).length === 0);
    expect(missing).toEqual([]);
    for (const id of ['EX-10b', 'EX-13', 'EX-19', 'EX-30', 'EX-33']) {
      const values = named(id).flatMap(({ expect: expected }) => expected.map(({ value }) => value));
      expect(
        values.some((value) => value === 'unknown' || value === 'undetermined'),
        id,
      ).toBe(true);
    }
  });

  test('the version it states is released as it is, and every release can still assess', async () => {
    const releases = readdirSync(join(folder, 'releases'));
    expect(releases).toContain(plan.pack.version);
    expect((await proviso('release', folder)).output).toContain('released already, as it is');
    const facts = join(folder, 'cases', 'mail-to-the-occupier.json');
    for (const version of releases) {
      const at = join(folder, 'releases', version);
      const day = ['--as-of', '2019-09-01', '--goal', 'directMarketing', '--format', 'json'];
      const { code, output } = await proviso('assess', at, '--facts', facts, ...day);
      expect(code, output).toBe(0);
      expect(JSON.parse(output).assessment.pack).toMatchObject({ version });
    }
  });
});
