// `pnpm bench`: how fast decisions are. `--quick` checks that every contender answers alike and takes few samples (for
// CI, where no time is asserted); `--only NAME` times the contenders whose name contains NAME, beside the floor.

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdown, type Results } from './report.ts';
import type { Pace } from './measure.ts';
import { assessments, ruleA, ruleB, scaling, sizes } from './suites.ts';
import { frontEnd } from './front-end.ts';
import { policyFiles } from './emitted.ts';
import { wholePack } from './whole-pack.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, 'results/latest.json') },
  },
});

const pace: Pace = values.quick
  ? { slice: 1, rounds: 5, warmUp: 20 }
  : { slice: 2, rounds: 301, warmUp: 400 };
const seed = 20260701;
const cases = 1024;

const suite = { seed, cases, pace, only: values.only };
const results: Results = {
  hardware: `${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`,
  seed,
  cases,
  ruleA: await ruleA(suite),
  ruleB: await ruleB(suite),
  ...(values.only === undefined
    ? {
        assessments: await assessments(suite),
        scaling: await scaling(suite),
        frontEnd: await frontEnd(policyFiles('rule-a'), values.quick ? 1000 : 10_000, values.quick ? 1 : 7),
        sizes: await sizes(),
        pack: await wholePack(pace, values.quick ? 1 : 7),
      }
    : { assessments: [], scaling: [], sizes: [] }),
};

mkdirSync(join(values.out, '..'), { recursive: true });
writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(markdown(results));
