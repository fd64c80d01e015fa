/** The packs of this repository: every scenario through every goal, emitted and interpreted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compilePack, emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { formatDay, type Day } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { expectSameAssessment, expectSameDecision } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';

const policies = join(import.meta.dirname, '../../policies');

function policyFiles(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.policy') && !path.includes('node_modules'),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const packs = readdirSync(policies, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && policyFiles(join(policies, entry.name)).has('pack.policy'))
  .map((entry) => relative(policies, join(entry.parentPath, entry.name)));

test.each(packs)('%s: emitted code gives what the interpreter gives', (pack) => {
  const { value, diagnostics } = compilePack(policyFiles(join(policies, pack)), 'pack.policy');
  if (value === undefined)
    throw new Error(JSON.stringify(diagnostics.filter(({ severity }) => severity === 'error')));
  const { plan, phrases } = value;
  const loaded = loadPlan(plan);
  const files = emitPack(plan, phrases);
  let compared = 0;
  for (const goal of plan.goals) {
    const emitted = loadEmitted(files.find(({ path }) => path === `goal/${goal.name}.ts`)?.text ?? '');
    for (const { facts, asOf, readings } of plan.scenarios) {
      const sent = { facts, asOf: formatDay(asOf as Day), readings };
      expectSameAssessment(loaded, emitted, goal.name, sent);
      compared += 1;
    }
    expect(() =>
      expectSameDecision(loaded, emitted, goal, { facts: {}, asOf: '2020-01-01', readings: {} }),
    ).not.toThrow();
  }
  expect(compared).toBe(plan.goals.length * plan.scenarios.length);
});
