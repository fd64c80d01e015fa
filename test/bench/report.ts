import type { FrontEnd } from './front-end.ts';
import { table, timings } from './tables.ts';
import { packTables } from './pack-report.ts';
import type { WholePack } from './whole-pack.ts';
import type { Timing } from './measure.ts';
import type { Size } from './sizes.ts';

export interface Results {
  readonly hardware: string;
  readonly seed: number;
  readonly cases: number;
  readonly ruleA: readonly Timing[];
  readonly ruleB: readonly Timing[];
  readonly ruleBJson: readonly Timing[];
  readonly assessments: readonly Timing[];
  readonly ruleAHalf: readonly Timing[];
  readonly scaling: readonly Timing[];
  readonly frontEnd: FrontEnd | undefined;
  readonly sizes: readonly Size[];
  readonly pack: WholePack;
}

/** The tables of `docs/performance.md`, in Markdown. */
export function markdown(results: Results): string {
  const parts = [`Measured on ${results.hardware}; ${results.cases} cases a rule, seed ${results.seed}.`];
  if (results.ruleA.length > 0) parts.push(timings('Rule A', results.ruleA));
  if (results.ruleB.length > 0) parts.push(timings('Rule B', results.ruleB));
  if (results.ruleBJson.length > 0) parts.push(timings('Rule B, facts as JSON', results.ruleBJson));
  if (results.assessments.length > 0) parts.push(timings('Assessing rule A', results.assessments));
  if (results.ruleAHalf.length > 0) parts.push(timings('Rule A, half of it unknown', results.ruleAHalf));
  if (results.scaling.length > 0) parts.push(timings('Unrelated rules in the pack', results.scaling));
  if (results.frontEnd !== undefined) parts.push(frontEndTable(results.frontEnd));
  if (results.sizes.length > 0) {
    const rows = results.sizes.map(({ name, minified, gzipped, brotli }) => [
      name,
      `${minified} B`,
      `${gzipped} B`,
      `${brotli} B`,
    ]);
    parts.push(`Sizes, runtime included\n\n${table(['', 'minified', 'gzipped', 'brotli'], rows)}`);
  }
  parts.push(...packTables(results.pack));
  return `${parts.join('\n\n')}\n`;
}

function frontEndTable({ lines, bytes, cold, warm }: FrontEnd): string {
  const { parse, check, plan, total } = warm;
  const row = [parse, check, plan, total, cold].map((ms) => `${ms.toFixed(0)} ms`);
  return `Front end, ${lines.toLocaleString('en-GB')} lines (${Math.round(bytes / 1000)} kB)\n\n${table(
    ['', 'parse', 'bind and check', 'plan', 'all', 'all, first run'],
    [['median', ...row]],
  )}`;
}
