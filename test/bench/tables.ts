// Tables in Markdown.

import type { Timing } from './measure.ts';

/** Nanoseconds in the unit in which they read best. */
export function duration(ns: number): string {
  if (ns < 1000) return `${ns.toFixed(ns < 100 ? 1 : 0)} ns`;
  if (ns < 1_000_000) return `${(ns / 1000).toFixed(ns < 100_000 ? 2 : 0)} µs`;
  return `${(ns / 1_000_000).toFixed(1)} ms`;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** A table of what was timed side by side. */
export function timings(title: string, of: readonly Timing[]): string {
  const rows = of.map(({ name, ns, deviation, ratio }) => [
    name,
    duration(ns),
    `± ${((100 * deviation) / ns).toFixed(1)} %`,
    `${ratio < 100 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en-GB')} ×`,
  ]);
  return `${title}\n\n${table(['', 'a decision', 'spread', 'of the first row'], rows)}`;
}
