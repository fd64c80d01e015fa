// The tables of the whole pack.

import { duration, table, timings } from './tables.ts';
import type { WholePack } from './whole-pack.ts';

/** In the order of `docs/performance.md`. */
export function packTables({
  files,
  frontEnd,
  commands,
  given,
  together,
  goals,
  all,
  screen,
}: WholePack): readonly string[] {
  const milliseconds = (ms: number | undefined): string => (ms === undefined ? '' : `${ms.toFixed(0)} ms`);
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const { parse, check, plan, total } = frontEnd.warm;
  const rows = goals.map((goal) => [
    goal.name,
    String(goal.facts),
    String(goal.given),
    duration(goal.ns),
    kilobytes(goal.decide.gzipped),
    kilobytes(goal.assess.minified),
    kilobytes(goal.assess.gzipped),
    `${goal.assess.cold.toFixed(1)} ms`,
  ]);
  const sum = duration(goals.reduce((so, { ns }) => so + ns, 0));
  rows.push([
    'all',
    '',
    '',
    sum,
    '',
    kilobytes(all.minified),
    kilobytes(all.gzipped),
    `${all.cold.toFixed(1)} ms`,
  ]);
  rows.push([
    'screen',
    '',
    '',
    '',
    '',
    kilobytes(screen.minified),
    kilobytes(screen.gzipped),
    `${screen.cold.toFixed(1)} ms`,
  ]);
  return [
    `The whole pack: ${files} files, ${frontEnd.lines.toLocaleString('en-GB')} lines (${Math.round(frontEnd.bytes / 1000)} kB), ${goals.length} goals\n\n${table(
      ['', 'parse', 'bind and check', 'plan', 'all', 'all, first run'],
      [['median', ...[parse, check, plan, total, frontEnd.cold].map(milliseconds)]],
    )}`,
    table(
      ['proviso …', 'in process', 'as a process'],
      commands.map((command) => [
        command.name,
        milliseconds(command.inProcess),
        milliseconds(command.process),
      ]),
    ),
    timings(`All ${goals.length} goals assessed; an average case gives ${given} facts`, together),
    table(
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
    ),
  ];
}
