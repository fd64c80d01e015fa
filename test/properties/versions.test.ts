/** Dated versions of one name: a no of the version in force is an answer, whatever became of the others. */
import type { RuleResult } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { expectSameAssessment } from '../support/emit-check.ts';
import { packOf } from '../support/small-pack.ts';

const asOf = '2021-01-01';
const first = '2019-01-01';
const changed = '2020-01-01';

/** Two versions of a prohibition; the newer has an exception, and what it turns on beside that may itself be out of force. */
function prohibition(head: string, governed = ''): string {
  return `
    bearer keeper "the keeper"
    fact small: yesno { ask "Is it small?" say "it {is|is not} small" }
    define listed ceasing ${changed} { say "it {is|is not} listed" means small cite act s.9 }
    rule dry ${head} on keeper ${governed} from ${first} ceasing ${changed} {
      must not "leave it wet"
      when wet
      cite act s.1
    }
    rule dry ${head} on keeper ${governed} from ${changed} {
      must not "leave it wet"
      when wet or listed
      except tiny: small cite act s.2
      cite act s.2
    }
    goal asked { dry }
  `;
}

/** Assesses in both back ends a prohibition that does not apply; gives for each instance the laws by which alone it does not. */
function outOfForce({ loaded, emitted }: ReturnType<typeof packOf>, facts: object): readonly unknown[] {
  expectSameAssessment(loaded, emitted, 'asked', { facts, asOf, readings: {} });
  const result = loaded.assess(facts, { asOf }).rules['dry'];
  if (result === undefined) throw new Error('the pack has no such prohibition');
  const all: readonly RuleResult[] = 'instances' in result ? result.instances : [result];
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 'doesNotApply'));
  return all.map(({ notInForce }) => notInForce);
}

const none = undefined;
const older = { name: 'dry', from: first, ceasing: changed };
const newer = { name: 'dry', from: changed };
const listed = { name: 'listed', ceasing: changed };

test('an exception of the version in force is why a rule does not apply', () => {
  expect(outOfForce(packOf(prohibition('')), { wet: true, small: true })).toEqual([none]);
});

test('so is its condition; the law of a statement that this refers to is told, the older version is not', () => {
  const pack = packOf(prohibition(''));
  expect(outOfForce(pack, { wet: false })).toEqual([[listed]]);
  expect(outOfForce(pack, { wet: false, small: false })).toEqual([none]);
});

test('before two versions both are told, where one of them would have an answer', () => {
  const sale = 'event soldOn { ask "When was it sold?" say "the sale {value}" }';
  const pack = packOf(`${sale}\n${prohibition('', 'governed by soldOn,')}`);
  expect(outOfForce(pack, { wet: true, soldOn: '2018-02-01' })).toEqual([[older, newer]]);
  expect(outOfForce(pack, { wet: false, small: false, soldOn: '2018-02-01' })).toEqual([none]);
  expect(outOfForce(pack, { wet: false, soldOn: '2019-02-01' })).toEqual([none]);
});

test('each instance of a record is judged by itself', () => {
  const pack = packOf(`
    record Item "the item" { event soldOn { ask "When was it sold?" say "the sale {value}" } }
    fact items: list of Item
    ${prohibition('for i: Item', 'governed by i.soldOn,')}
  `);
  const items = [{ soldOn: '2020-06-01' }, { soldOn: '2018-02-01' }, { soldOn: 'notYet' }];
  expect(outOfForce(pack, { wet: true, small: true, items })).toEqual([none, [older, newer], none]);
});
