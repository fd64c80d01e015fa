import type { FrontEnd } from './front-end.ts';
import type { Timing } from './measure.ts';
import type { Size } from './sizes.ts';

export interface Results {
  readonly hardware: string;
  readonly seed: number;
  readonly cases: number;
  readonly ruleA: readonly Timing[];
  readonly ruleB: readonly Timing[];
  readonly assessments: readonly Timing[];
  readonly scaling: readonly Timing[];
  readonly frontEnd?: FrontEnd;
  readonly sizes: readonly Size[];
}

/** Nanoseconds in the unit in which they read best. */
export function duration(ns: number): string {
  if (ns < 1000) return `${ns.toFixed(ns < 100 ? 1 : 0)} ns`;
  if (ns < 1_000_000) return `${(ns / 1000).toFixed(ns < 100_000 ? 2 : 0)} µs`;
  return `${(ns / 1_000_000).toFixed(1)} ms`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

function timings(title: string, of: readonly Timing[]): string {
  const rows = of.map(({ name, ns, deviation, ratio }) => [
    name,
    duration(ns),
    `± ${((100 * deviation) / ns).toFixed(1)} %`,
    `${ratio < 100 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en-GB')} ×`,
  ]);
  return `${title}\n\n${table(['', 'a decision', 'spread', 'of the first row'], rows)}`;
}

/** The tables of `docs/performance.md`, in Markdown. */
export function markdown(results: Results): string {
  const parts = [`Measured on ${results.hardware}; ${results.cases} cases a rule, seed ${results.seed}.`];
  if (results.ruleA.length > 0) parts.push(timings('Rule A', results.ruleA));
  if (results.ruleB.length > 0) parts.push(timings('Rule B', results.ruleB));
  if (results.assessments.length > 0) parts.push(timings('Assessing rule A', results.assessments));
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
