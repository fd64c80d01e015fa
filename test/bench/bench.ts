// `pnpm bench`: how fast decisions are. `--quick` checks that every contender answers alike and takes few samples (for
// CI, where no time is asserted); `--only NAME` measures the rows that have NAME in `SUITE: ROW`, with what they are
// compared with. What is being measured is told on standard error.

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdown, type Results } from './report.ts';
import type { Pace } from './measure.ts';
import { assessments, ruleA, ruleAHalf, ruleB, ruleBJson, scaling, sizes } from './suites.ts';
import { frontEnd } from './front-end.ts';
import { policyFiles } from './emitted.ts';
import { watching } from './progress.ts';
import { wholePack } from './whole-pack.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, 'results/latest.json') },
  },
});

const pace: Pace = values.quick
  ? { slice: 1, least: 5, most: 5, budget: 0, warmUp: 20 }
  : { slice: 2, least: 51, most: 301, budget: 20_000, warmUp: 400 };
/** Of what takes so long that few rounds must do. */
const slow: Pace = values.quick ? pace : { slice: 2, least: 21, most: 41, budget: 20_000, warmUp: 200 };
/** Of whole processes and of the compiler. */
const runs = values.quick ? 1 : 5;
const seed = 20260701;
const cases = 1024;

const watch = watching(values.only, (line) => process.stderr.write(line));
const suite = { seed, cases, pace, watch };
const results: Results = {
  hardware: `${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`,
  seed,
  cases,
  ruleA: await ruleA(suite),
  ruleB: await ruleB(suite),
  ruleBJson: await ruleBJson(suite),
  assessments: await assessments(suite),
  ruleAHalf: await ruleAHalf(suite),
  scaling: await scaling(suite),
  frontEnd: await generatedFrontEnd(values.quick ? 1000 : 10_000),
  sizes: await sizes(suite),
  pack: await wholePack(slow, runs, watch),
};
if (watch.found() === 0) {
  process.stderr.write(
    `no row has \`${values.only ?? ''}\` in its name; they are:\n${watch.rows().join('\n')}\n`,
  );
  process.exit(1);
}

/** The front end on so many lines, if it is asked for. */
async function generatedFrontEnd(lines: number): Promise<Results['frontEnd']> {
  const name = `${lines.toLocaleString('en-GB')} lines`;
  if (!watch.wants('front end', name)) return undefined;
  watch.tell(`front end: ${name}`);
  return frontEnd(policyFiles('rule-a'), lines, runs);
}

mkdirSync(join(values.out, '..'), { recursive: true });
writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(markdown(results));
