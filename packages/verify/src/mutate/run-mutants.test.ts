/** What becomes of mutants: noticed, equivalent, or shown with a case that tells. */
import { compilePack } from '@proviso/compiler';
import { interpretPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { expect, test } from 'vitest';
import { outcomeIn, presumedIn } from '../case/confirm.ts';
import { proverOf } from '../decide/prover-of.ts';
import { defaultBounds } from '../translate/variables.ts';
import { mutatedPlan } from './mutated-plan.ts';
import { type Judged, type MutationRun, runMutants } from './run-mutants.ts';
import { byOperator, tallyOf } from './score.ts';

const head = `
  pack mutants.run { title "Mutants" version "1.0.0" period from 2015-01-01 ceasing 2030-01-01 }
  source act "An Act" { status statute }
  bearer trader "the trader"
  record Letter "the letter" { fact heavy: yesno { ask "Heavy?" say "it {is|is not} heavy" } }
  fact wet: yesno { ask "Wet?" say "it {is|is not} wet" }
  fact cold: yesno { ask "Cold?" say "it {is|is not} cold" }
  fact dark: yesno { ask "Dark?" say "it {is|is not} dark" assume no if not known cite act s.1 }
  fact price: decimal(2) { ask "Price?" say "the price is {value}" }
  fact letters: list of Letter
  event paidOn { ask "Paid?" say "paid on {value}" }
  event soldOn { ask "Sold?" say "sold on {value}" }
`;

function planOf(text: string): Plan {
  const cited = text.replaceAll(/\b(define|rule|ambiguity|invariant) ([^{]*)\{/g, '$1 $2{ cite act s.1 ');
  const { value, diagnostics } = compilePack(new Map([['m.policy', head + cited]]), 'm.policy');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (value === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return value.plan;
}

async function run(plan: Plan): Promise<MutationRun> {
  const prover = proverOf({ workers: 1 });
  try {
    return await runMutants(plan, defaultBounds, prover, {}, () => {});
  } finally {
    await prover.close();
  }
}

function fateOf(judged: readonly Judged[], operator: string, before: string): Judged['fate'] | undefined {
  return judged.find(({ mutant }) => mutant.operator === operator && mutant.before === before)?.fate;
}

test('scenarios notice what they expect, and the rest survives with a case that tells', async () => {
  const plan = planOf(`
    define damp { say "it {is|is not} damp" means wet and cold }
    scenario "both" as of 2020-01-01 { given { wet: yes  cold: yes } expect { damp: yes } }
    scenario "dry" as of 2020-01-01 { given { wet: no  cold: yes } expect { damp: no } }
  `);
  const { judged } = await run(plan);
  expect(judged.map(({ mutant, fate }) => [mutant.operator, mutant.before, fate.kind])).toEqual([
    ['limb', 'wet', 'scenario'],
    ['limb', 'cold', 'survived'],
    ['and-or', 'wet and cold', 'scenario'],
    ['negation', 'wet and cold', 'scenario'],
    ['negation', 'wet', 'scenario'],
    ['negation', 'cold', 'scenario'],
    ['assumption', 'assume no', 'equivalent'],
  ]);
  const fate = fateOf(judged, 'limb', 'cold');
  expect(fate?.kind === 'survived' && fate.telling).toMatchObject({
    name: 'damp',
    original: 'no',
    mutant: 'yes',
    case: { facts: { wet: true, cold: false } },
  });
  expect(tallyOf(judged)).toMatchObject({
    made: 7,
    killedByScenario: 5,
    equivalent: 1,
    survived: 1,
    score: 5 / 6,
  });
  expect(byOperator(judged).map(({ operator, score }) => [operator, score])).toEqual([
    ['limb', 0.5],
    ['and-or', 1],
    ['negation', 1],
    ['assumption', 1],
  ]);
});

test('a boundary is told by the day on it', async () => {
  const plan = planOf('rule pay on trader { must "pay" done by paidOn, no later than 14 days after soldOn }');
  const { judged } = await run(plan);
  const told = judged.flatMap(({ mutant, fate }) =>
    mutant.operator === 'comparison' && fate.kind === 'survived' ? [fate.telling] : [],
  );
  expect(told.length).toBeGreaterThan(1);
  const late = told.find(({ mutant }) => mutant === 'breached' || mutant === 'notYetDue');
  expect(late).toBeDefined();
});

test('an invariant notices what it forbids', async () => {
  const plan = planOf(`
    define damp { say "it {is|is not} damp" means wet and cold }
    invariant dampIsWet { never all of { damp, not wet } because "so" }
  `);
  const { judged } = await run(plan);
  expect(fateOf(judged, 'limb', 'wet')).toEqual({ kind: 'invariant', invariant: 'dampIsWet' });
  expect(fateOf(judged, 'limb', 'cold')?.kind).toBe('survived');
});

test('what cannot matter is equivalent', async () => {
  const plan = planOf(`
    define damp { say "it {is|is not} damp" means wet means wet and cold }
    define never { say "it {is|is not} never" means damp and not damp and dark }
  `);
  const { judged } = await run(plan);
  expect(fateOf(judged, 'limb', 'wet and cold')?.kind).toBe('equivalent');
  expect(fateOf(judged, 'limb', 'dark')?.kind).toBe('equivalent');
  expect(fateOf(judged, 'limb', 'damp')?.kind).toBe('survived');
});

test('an assumption is told by what is presumed, a default by a case without the reading', async () => {
  const plan = planOf(`
    ambiguity how { reading strict "strict" default reading loose "loose" }
    define dim { say "it {is|is not} dim" means dark }
    define harsh { say "it {is|is not} harsh" means by reading how { strict: wet  loose: cold } }
  `);
  const { judged } = await run(plan);
  for (const operator of ['assumption', 'reading'] as const) {
    const found = judged.find(({ mutant }) => mutant.operator === operator);
    if (found?.fate.kind !== 'survived') throw new Error(`${operator} did not survive`);
    const { telling } = found.fate;
    expect(telling.presumed).toBe(operator === 'assumption');
    expect(telling.case.readings).toEqual({});
    const answers = [plan, mutatedPlan(plan, found.mutant)].map((each) => {
      const { facts, asOf, readings } = telling.case;
      const assessment = interpretPlan(each).assess(facts, { asOf, readings });
      return (telling.presumed ? presumedIn : outcomeIn)(assessment, telling.name, telling.of);
    });
    expect(answers).toEqual([telling.original, telling.mutant]);
    expect(answers[0]).not.toBe(answers[1]);
  }
});

test('scenarios that say nothing of a reading notice its default', async () => {
  const plan = planOf(`
    ambiguity how { reading strict "strict" default reading loose "loose" }
    define harsh { say "it {is|is not} harsh" means by reading how { strict: wet  loose: cold } }
    scenario "default" as of 2020-01-01 { given { wet: yes  cold: no } expect { harsh: yes } }
    define dim { say "it {is|is not} dim" means dark }
    scenario "presumed" as of 2020-01-01 { expect { dim: unknown presumed no } }
  `);
  const { judged } = await run(plan);
  expect(judged.find(({ mutant }) => mutant.operator === 'reading')?.fate.kind).toBe('scenario');
  expect(judged.find(({ mutant }) => mutant.operator === 'assumption')?.fate.kind).toBe('scenario');
});

test('a scenario that fails as the pack stands stops the run', async () => {
  const plan = planOf(`
    define damp { say "it {is|is not} damp" means wet }
    scenario "wrong" as of 2020-01-01 { given { wet: yes } expect { damp: no } }
  `);
  const { judged, failing } = await run(plan);
  expect(judged).toEqual([]);
  expect(failing.map(({ scenario }) => scenario.name)).toEqual(['wrong']);
});
