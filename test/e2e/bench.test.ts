import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const bench = join(import.meta.dirname, '../bench');
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runBench(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@proviso/source', 'bench.ts', ...args],
    { cwd: bench, encoding: 'utf8', timeout: 500_000 },
  );
  return { status, output: `${stdout}${stderr}` };
}

const suites = ['ruleA', 'ruleB', 'ruleBJson', 'assessments', 'ruleAHalf', 'scaling'] as const;
type Suite = (typeof suites)[number];

// No time is asserted: CI machines are busy. What is asserted is that every contender gives the answers of the floor
// (the benchmark stops where one does not), and that the results are whole.
describe('the benchmark', () => {
  test('times every contender once all of them give the same answers', () => {
    // The command line is timed as it is published: compiled.
    execFileSync('tsc', ['-b', 'packages/cli'], { cwd: join(bench, '../..') });
    const out = join(folder, 'latest.json');
    const { status, output } = runBench('--quick', '--out', out);
    expect(output).toContain('Rule A');
    expect(status).toBe(0);
    const results = JSON.parse(readFileSync(out, 'utf8')) as Record<
      Suite,
      readonly { readonly name: string; readonly ns: number; readonly ratio: number }[]
    > & {
      readonly sizes: readonly { readonly name: string; readonly gzipped: number }[];
      readonly pack: {
        readonly goals: readonly { readonly name: string; readonly ns: number }[];
        readonly commands: readonly { readonly name: string; readonly process: number }[];
      };
    };
    for (const peer of ['json-logic-js', 'json-rules-engine', 'cedar-wasm', 'publicodes', 'zen-engine']) {
      expect(results.ruleA.some(({ name }) => name.includes(peer))).toBe(true);
    }
    for (const suite of suites) {
      expect(results[suite].length).toBeGreaterThan(1);
      for (const { ns, ratio } of results[suite]) {
        expect(ns).toBeGreaterThan(0);
        expect(ratio).toBeGreaterThan(0);
      }
    }
    // What `docs/performance.md` says of sizes; only ever lowered.
    const limits = {
      decideContact: 400,
      assessContact: 5900,
      decideHandling: 800,
      assessHandling: 7850,
      decideInforming: 600,
      assessInforming: 6000,
      decideObjecting: 250,
      assessObjecting: 5300,
      decideDeciding: 300,
      assessDeciding: 6000,
    };
    const tooLarge = results.sizes.filter(
      ({ name, gzipped }) => gzipped > (limits[name as keyof typeof limits] ?? 0),
    );
    expect(tooLarge).toEqual([]);
    expect(results.sizes).toHaveLength(Object.keys(limits).length);
    expect(results.pack.goals.length).toBeGreaterThan(30);
    for (const { ns } of results.pack.goals) expect(ns).toBeGreaterThan(0);
    expect(results.pack.commands.map(({ name }) => name)).toEqual(['--version', 'check', 'build', 'test']);
  }, 600_000);

  test.each([
    ['rankNeeds', 'assessments', ['by hand', 'proviso assess, half unknown, then rankNeeds']],
    ['from JSON: proviso', 'ruleBJson', ['by hand, from JSON', 'proviso assess']],
    ['half unknown: proviso', 'ruleAHalf', ['by hand, half unknown', 'proviso assess, half unknown']],
    ['decide, 10 ', 'scaling', ['decide, 0 unrelated rules', 'decide, 10 unrelated rules']],
  ] as const)('times what `--only %s` names, beside what it is compared with', (only, suite, rows) => {
    const out = join(folder, 'only.json');
    expect(runBench('--quick', '--only', only, '--out', out)).toMatchObject({ status: 0 });
    const results: unknown = JSON.parse(readFileSync(out, 'utf8'));
    const none = { ...Object.fromEntries(suites.map((name) => [name, []])), sizes: [] };
    expect(results).toMatchObject({
      ...none,
      [suite]: rows.map((name) => ({ name })),
      pack: { commands: [], together: [], goals: [], entries: [] },
    });
  });

  test('names one goal of the whole pack, and says how far it is', () => {
    const out = join(folder, 'goal.json');
    const { status, output } = runBench('--quick', '--only', 'goals: registerUse', '--out', out);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toMatch(/^ *\d+ s {2}goals: registerUse, size and cold start$/m);
    expect(output).toContain('| registerUse |');
    expect(output).not.toContain('| directMarketing |');
  }, 120_000);

  test('tells the names where none has what `--only` gives', () => {
    const { status, output } = runBench('--quick', '--only', 'nothing of the kind');
    expect(status).toBe(1);
    expect(output).toContain('no row has `nothing of the kind` in its name; they are:\nrule A: by hand\n');
  });

  test('ends a race once its medians have settled, and not before', async () => {
    const { settled } = await import('../bench/statistics.ts');
    const spread = (rounds: number): readonly number[] =>
      Array.from({ length: rounds }, (_, round) => 100 + ((round * 7) % 11) - 5);
    expect(settled(spread(11), 0.01)).toBe(false);
    expect(settled(spread(110), 0.01)).toBe(true);
    expect(settled([1, 1, 1], 0.01)).toBe(true);
  });

  test('refuses to time a contender whose answers differ', async () => {
    const { enter } = await import('../bench/measure.ts');
    const wrong = {
      name: 'wrong',
      note: '',
      prepare: (cases: readonly boolean[]) => ({
        async: false as const,
        inputs: cases,
        asOf: 0,
        run: (given: boolean): boolean => !given,
        answers: String,
      }),
    };
    await expect(enter(wrong, [true], ['true'], 'test')).rejects.toThrow('wrong disagrees on case 0');
  });
});
