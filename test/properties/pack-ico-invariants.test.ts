/**
 * The invariants that the pack on political campaigning declares, on complete cases, days and readings of all kinds. An
 * invariant `never all of { a, b, c }` is near to being broken where all its parts but one hold: that is counted, part by part.
 */
import type { CompiledPack } from '@proviso/compiler';
import { type Definition, type Expr, type Invariant, sliceOf } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf, askGoals } from '../support/asked-goals.ts';
import { caseMaker } from '../support/pack-cases.ts';
import { readPack } from '../support/read-pack.ts';
import { seed } from '../support/seed.ts';

const runsEach = 100;

test('every invariant declared in the policy holds, and is put to the test', () => {
  const { broken, idle, tried } = tryInvariants(readPack('ico-political-campaigning'), runsEach);
  expect(broken).toEqual([]);
  expect(idle).toEqual([]);
  expect(tried).toBeGreaterThan(1000);
});

/** Without their first part these say too much. */
test('an invariant that does not hold is found out', () => {
  const compiled = readPack('ico-political-campaigning');
  const weaker = compiled.plan.invariants
    .filter(({ name }) => ['onlyParties', 'crimeIsUnlawful', 'postIsOutsidePecr'].includes(name))
    .map((each) => ({ ...each, expr: allOf(partsOf(each).slice(1)) }));
  expect(weaker).toHaveLength(3);
  const { broken } = tryInvariants({ ...compiled, plan: { ...compiled.plan, invariants: weaker } }, 40);
  expect(broken.map((each) => each.split(':')[0])).toEqual(weaker.map(({ name }) => name));
});

/** The parts that an invariant says are never all so: of `not (a and b)` a and b. */
function partsOf({ expr }: Invariant): readonly Expr[] {
  if (expr.kind !== 'not') return [{ kind: 'not', of: expr }];
  return expr.of.kind === 'atLeast' && expr.of.n === expr.of.of.length ? expr.of.of : [expr.of];
}

function allOf(parts: readonly Expr[]): Expr {
  return { kind: 'not', of: { kind: 'atLeast', n: parts.length, of: parts } };
}

/** Definitions by which an invariant is evaluated: itself, and for each part whether the others hold. */
function definitionsOf(invariant: Invariant): readonly Definition[] {
  const parts = partsOf(invariant);
  const others = parts.map((_, i): Expr => {
    const rest = parts.filter((_, j) => j !== i);
    return { kind: 'atLeast', n: rest.length, of: rest };
  });
  return [invariant.expr, ...others].map((expr, i) => ({
    id: i === 0 ? `${invariant.name}Holds` : `${invariant.name}Part${i}`,
    visible: true,
    type: { kind: 'yesno' },
    ...(invariant.param === undefined ? {} : { param: invariant.param }),
    expr,
    cites: [],
    covers: [],
  }));
}

/** Tries each invariant of a plan on cases directed at it. */
function tryInvariants(
  { plan: declared, phrases }: Pick<CompiledPack, 'plan' | 'phrases'>,
  runs: number,
): { readonly broken: readonly string[]; readonly idle: readonly string[]; readonly tried: number } {
  const added = new Map(declared.invariants.map((each) => [each.name, definitionsOf(each)]));
  const plan = { ...declared, definitions: [...declared.definitions, ...[...added.values()].flat()] };
  const phrase = phrases.statements['directMarketing'];
  if (phrase === undefined) throw new Error('no phrases to lend');
  const statements = Object.fromEntries([...added.values()].flat().map(({ id }) => [id, phrase]));
  const goals = askGoals(
    { plan, phrases: { ...phrases, statements: { ...phrases.statements, ...statements } } },
    Object.fromEntries([...added].map(([name, definitions]) => [name, definitions.map(({ id }) => id)])),
  );
  const make = caseMaker(plan);
  const broken: string[] = [];
  const idle: string[] = [];
  const counts: string[] = [];
  let tried = 0;
  for (const [name, definitions] of added) {
    const asked = goals[name];
    if (asked === undefined) throw new Error(`no goal for ${name}`);
    const own = definitions.map(({ id }) => id);
    const premises = new Map(own.slice(1).map((id) => [id, 0]));
    // Scenarios of what the invariant names, not of the invariant.
    const aim = { ...asked.goal, answers: namedIn(plan.invariants.find((each) => each.name === name)?.expr) };
    for (const each of fc.sample(make.completeCasesOf({ ...aim, ...sliceOf(plan, own) }), {
      numRuns: runs,
      seed,
    })) {
      const { assessment } = asked.mended(each);
      for (const { name: id, value } of answersOf(assessment)) {
        if (id === own[0]) {
          tried++;
          if (value === 'no' && !broken.some((found) => found.startsWith(`${name}:`)))
            broken.push(`${name}: ${JSON.stringify(each)}`);
        } else if (premises.has(id) && value === 'yes') premises.set(id, (premises.get(id) ?? 0) + 1);
      }
    }
    const seen = [...premises.values()];
    counts.push(`${name} ${seen.join('/')}`);
    if (seen.reduce((sum, count) => sum + count, 0) < 3) idle.push(`${name} ${seen.join('/')}`);
  }
  console.log(`cases in which all other parts of an invariant held, part by part:\n${counts.join(', ')}`);
  return { broken, idle, tried };
}

/** The definitions and rules that an expression names. */
function namedIn(expr: unknown): readonly string[] {
  return [...JSON.stringify(expr ?? {}).matchAll(/"kind":"ref","id":"(\w+)/gu)].flatMap(
    ([, name]) => name ?? [],
  );
}
