// The tables of the whole pack.

import { duration, table, timings } from './tables.ts';
import type { Loaded, WholePack } from './whole-pack.ts';

const milliseconds = (ms: number | undefined): string => (ms === undefined ? '' : `${ms.toFixed(0)} ms`);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Those that were asked for, in the order of `docs/performance.md`. */
export function packTables(of: WholePack): readonly string[] {
  const { files, frontEnd, commands, given, together, goals, entries } = of;
  const tables: string[] = [];
  if (frontEnd !== undefined) {
    const { parse, check, plan, total } = frontEnd.warm;
    tables.push(
      `The whole pack: ${files} files, ${frontEnd.lines.toLocaleString('en-GB')} lines (${Math.round(frontEnd.bytes / 1000)} kB)\n\n${table(
        ['', 'parse', 'bind and check', 'plan', 'all', 'all, first run'],
        [['median', ...[parse, check, plan, total, frontEnd.cold].map(milliseconds)]],
      )}`,
    );
  }
  if (commands.length > 0) {
    tables.push(
      table(
        ['proviso …', 'in process', 'as a process'],
        commands.map(({ name, inProcess, process }) => [
          name,
          milliseconds(inProcess),
          milliseconds(process),
        ]),
      ),
    );
  }
  if (together.length > 0)
    tables.push(timings(`All goals assessed; an average case gives ${given ?? 0} facts`, together));
  if (goals.length + entries.length > 0) tables.push(goalTable(of));
  return tables;
}

function goalTable({ goals, entries }: WholePack): string {
  const rows = goals.map(({ name, facts, given, ns, decide, assess }) => [
    name,
    String(facts),
    String(given),
    duration(ns),
    kilobytes(decide.gzipped),
    ...loading(assess),
  ]);
  const sum = goals.reduce((so, { ns }) => so + ns, 0);
  for (const entry of entries) {
    const together = entry.name === 'all' && goals.length > 0 ? duration(sum) : '';
    rows.push([entry.name, '', '', together, '', ...loading(entry)]);
  }
  return table(
    [
      'goal',
      'facts',
      'given',
      'assess',
      'decide, gzipped',
      'assess, minified',
      'assess, gzipped',
      'cold start',
    ],
    rows,
  );
}

function loading({ minified, gzipped, cold }: Loaded): readonly string[] {
  return [kilobytes(minified), kilobytes(gzipped), `${cold.toFixed(1)} ms`];
}
