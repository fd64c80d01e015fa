/** What generated programs have found, each as small as it was made, so that it is not found again. */
import { expect, test } from 'vitest';
import { expectSameAssessment, expectSameDecision } from '../support/emit-check.ts';
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

test('a deadline that is shared is that of the instance, not of another that is asked the same', () => {
  const { loaded, emitted } = packOf(`
    bearer someone "someone"
    record Letter "the letter" {
      event receivedOn { ask "When was it received?" }
      event answeredOn { ask "When was it answered?" }
    }
    fact letters: list of Letter
    fact first: Letter
    define late for l: Letter {
      say "the letter {is|is not} late"
      means l.answeredOn > 1 month after l.receivedOn
      cite act s.1
    }
    rule respond for l: Letter on someone {
      must "answer"
      when l.late or not first.late
      done by l.answeredOn, no later than 1 month after l.receivedOn
      cite act s.2
    }
    goal asked { respond }
  `);
  const letters = [{ receivedOn: '2020-01-01', answeredOn: '2020-01-10' }];
  for (const first of [
    { receivedOn: '2020-01-01', answeredOn: '2020-06-01' },
    { receivedOn: '2020-05-20', answeredOn: '2020-06-01' },
  ]) {
    const sent = { facts: { letters, first }, asOf, readings: {} };
    expectSameAssessment(loaded, emitted, 'asked', sent);
    for (const goal of loaded.plan.goals) expect(expectSameDecision(loaded, emitted, goal, sent)).toBe(true);
  }
});

test('what is written in place of a reference may call its own variable as the statement around it does', () => {
  const { loaded, emitted } = packOf(`
    record Item "the item" {
      fact heavy: yesno { ask "Is it heavy?" say "it {is|is not} heavy" }
      fact red: yesno { ask "Is it red?" say "it {is|is not} red" }
    }
    fact items: list of Item
    define beside for x: Item {
      say "it {lies|does not lie} beside a heavy one"
      means some item in items has (item.heavy and x.red)
      cite act s.1
    }
    define asked { say "it {is|is not} asked" means wet and some item in items has (item.beside) cite act s.2 }
    goal asked
  `);
  const items = [
    { heavy: true, red: false },
    { heavy: false, red: true },
  ];
  const sent = { facts: { wet: true, items }, asOf, readings: {} };
  expectSameAssessment(loaded, emitted, 'asked', sent);
  for (const goal of loaded.plan.goals) expect(expectSameDecision(loaded, emitted, goal, sent)).toBe(true);
});

test('a judgement that only the day of a law turns on is one that the answer rests on', () => {
  const { loaded, emitted } = packOf(`
    event sentOn { ask "When was it sent?" }
    event readOn { ask "When was it read?" }
    judgement binding { ask "Does it bind when it is sent?" say "it {binds|does not bind} when sent" }
    define asked governed by case { binding: sentOn otherwise: readOn } from 2019-01-01 {
      say "it {is|is not} asked"
      means wet
      cite act s.1
    }
    goal asked
  `);
  const facts = { wet: true, binding: false, sentOn: '2020-01-01', readOn: '2020-02-01' };
  expectSameAssessment(loaded, emitted, 'asked', { facts, asOf, readings: {} });
  expect(loaded.assess(facts, { asOf }).restsOn.judgements).toEqual([{ path: 'binding', value: 'no' }]);
});
