/** What generated programs have found, each as small as it was made, so that it is not found again. */
import { expect, test } from 'vitest';
import { expectSameAssessment } from '../support/emit-check.ts';
import { packOf } from '../support/small-pack.ts';

const asOf = '2021-01-01';

test('emitted code names what succeeds a statement of which the goal has a label alone', () => {
  const { loaded, emitted } = packOf(`
    define old ceasing 2020-01-01, succeeded by fresh {
      say "it {is|is not} old"
      cite act s.1
      means yes
      except damp: wet cite act s.1
    }
    define fresh { say "it {is|is not} fresh" means wet cite act s.2 }
    define asked { say "it {is|is not} asked" means old.damp cite act s.3 }
    goal asked
  `);
  expectSameAssessment(loaded, emitted, 'asked', { facts: { wet: true }, asOf, readings: {} });
  const { definitions } = loaded.assess({ wet: true }, { asOf });
  expect(definitions['asked']).toMatchObject({
    value: 'no',
    notInForce: [{ name: 'old', succeededBy: ['fresh'] }],
  });
});

test('emitted code passes by a constraint of a record that the goal depends on no instance of', () => {
  const { loaded, emitted } = packOf(`
    record Parcel "the parcel" { fact heavy: yesno { ask "Is it heavy?" say "it {is|is not} heavy" } }
    fact parcels: list of Parcel
    constraint dry for p: Parcel { never wet }
    define asked { say "it {is|is not} asked" means wet cite act s.3 }
    goal asked
    accept unused-fact because "the goal does not look at it"
  `);
  for (const facts of [{ wet: true }, { wet: true, parcels: [{}] }, {}]) {
    expect(expectSameAssessment(loaded, emitted, 'asked', { facts, asOf, readings: {} })).toBe(false);
  }
});

test('a goal reads, and its schema knows, every place of the instances that its assessment lists', () => {
  const { loaded, emitted } = packOf(`
    record Person "the person" { fact old: yesno { ask "Is it old?" say "it {is|is not} old" } }
    record Item "the item" { fact owner: Person }
    fact person: Person
    fact items: list of Item
    define senior for p: Person { say "it {is|is not} senior" means p.old cite act s.1 }
    define asked { say "it {is|is not} asked" means person.senior and wet cite act s.3 }
    goal asked
  `);
  const facts = { wet: true, person: { old: true }, items: [{ owner: { old: false } }] };
  expectSameAssessment(loaded, emitted, 'asked', { facts, asOf, readings: {} });
  const { definitions } = loaded.assess(facts, { asOf });
  expect(definitions['senior']).toMatchObject({
    instances: [{ of: 'person' }, { of: 'items[0].owner' }],
    complete: true,
  });
  expect(loaded.plan.goals[0]?.facts).toContain('items[].owner.old');
});
