/**
 * The packs of this repository, emitted and interpreted: every scenario through the smallest goals that answer what it
 * expects and through one more in turn, so that every goal meets facts that are not its own. All goals with all scenarios
 * of a large pack are tens of thousands of interpretations, and show no more.
 */
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
  const emitted = new Map(
    plan.goals.map(({ name }) => [
      name,
      loadEmitted(files.find(({ path }) => path === `goal/${name}.ts`)?.text ?? ''),
    ]),
  );
  const compared = new Map(plan.goals.map(({ name }) => [name, 0]));
  const bySize = plan.goals.toSorted((a, b) => a.definitions.length - b.definitions.length);
  plan.scenarios.forEach(({ facts, asOf, readings, expect: expected }, i) => {
    const sent = { facts, asOf: formatDay(asOf as Day), readings };
    const own = bySize.filter(({ answers }) => expected.some(({ name }) => answers.includes(name)));
    const inTurn = plan.goals[i % plan.goals.length];
    for (const goal of new Set([...own.slice(0, 2), ...(inTurn === undefined ? [] : [inTurn])])) {
      const module = emitted.get(goal.name);
      if (module === undefined) throw new Error(`no goal ${goal.name}`);
      expectSameAssessment(loaded, module, goal.name, sent);
      compared.set(goal.name, (compared.get(goal.name) ?? 0) + 1);
    }
  });
  for (const goal of plan.goals) {
    const module = emitted.get(goal.name);
    if (module === undefined) throw new Error(`no goal ${goal.name}`);
    expectSameDecision(loaded, module, goal, { facts: {}, asOf: '2025-06-01', readings: {} });
    expect(compared.get(goal.name), goal.name).toBeGreaterThan(10);
  }
  console.log(`${pack}: ${[...compared.values()].reduce((sum, n) => sum + n, 0)} assessments compared`);
});
