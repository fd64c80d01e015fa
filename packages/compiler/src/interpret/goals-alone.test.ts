import { FactsError } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { compilePack } from '../compile-pack.ts';
import { type LoadedPack, loadPlan } from './load-plan.ts';

const say = 'say "it {is|is not} so"';
const statements = `
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft }
bearer sender "the sender"
fact heavy: yesno { ask "Heavy?" ${say} }
fact fragile: yesno { ask "Fragile?" ${say} }
fact labelled: yesno { ask "Labelled?" ${say} }
define special { ${say} includes weight: heavy otherwise "Or else?" cite code p.1 }
define breakable { ${say} means fragile cite code p.2 }
rule putLabel on sender { must "label it" when breakable done when labelled cite code p.3 }
`;

function load(text: string): LoadedPack {
  const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return loadPlan(value.plan);
}

const declaring = load(`${statements}goal everything { special, putLabel }`);
const bare = load(statements);
const asOf = '2020-01-01';

test.each(['special', 'breakable', 'putLabel'])(
  '`%s` is assessed by itself, without a goal of that name',
  (name) => {
    expect(declaring.plan.goals.map((goal) => goal.name)).toEqual(['everything']);
    for (const facts of [{}, { fragile: true }, { fragile: true, labelled: false, heavy: true }]) {
      const { pack: _declaring, ...alone } = declaring.assess(facts, { asOf, goals: [name] });
      const { pack: _bare, ...declared } = bare.assess(facts, { asOf, goals: [name] });
      expect(alone).toEqual(declared);
      expect(alone.goals).toEqual([name]);
    }
  },
);

test('what is needed is only what it can depend on', () => {
  const { needs } = declaring.assess({}, { asOf, goals: ['breakable'] });
  expect(needs.map(({ path }) => path)).toEqual(['fragile']);
  expect(declaring.decide('breakable', { fragile: true }, asOf)).toEqual({ breakable: 'yes' });
});

test('goals come first, then statements, each in the order of the plan and once', () => {
  const { goals } = declaring.assess(
    {},
    { asOf, goals: ['putLabel', 'breakable', 'everything', 'putLabel'] },
  );
  expect(goals).toEqual(['everything', 'breakable', 'putLabel']);
});

test.each([
  ['breakabel', 'did you mean `breakable`?'],
  ['everythin', 'did you mean `everything`?'],
  // A limb, an aspect and what every object has are nothing that can be asked for.
  ['special.weight', 'there are `everything`'],
  ['putLabel.applies', 'there are `everything`'],
  ['constructor', 'there are `everything`'],
])('there is no goal `%s`', (name, help) => {
  let problems: FactsError['problems'] = [];
  try {
    declaring.assess({}, { asOf, goals: [name] });
  } catch (error) {
    if (error instanceof FactsError) problems = error.problems;
  }
  expect(problems).toEqual([
    { code: 'unknown-goal', path: 'goals[0]', message: `there is no goal \`${name}\``, help },
  ]);
});
