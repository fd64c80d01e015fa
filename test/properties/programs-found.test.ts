/** What generated programs have found, each as small as it was made, so that it is not found again. */
import { compilePack, emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { expect, test } from 'vitest';
import { expectSameAssessment } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';

const head = `
pack found.here { title "Found" version "1.0.0" period from 2015-01-01 }
source act "An Act" { status statute }
bearer controller "the controller"
fact wet: yesno { ask "Is it wet?" say "it {is|is not} wet" }
`;

test('emitted code names what succeeds a statement of which the goal has a label alone', () => {
  const text = `${head}
    define old ceasing 2020-01-01, succeeded by fresh {
      say "it {is|is not} old"
      cite act s.1
      means yes
      except damp: wet cite act s.1
    }
    define fresh { say "it {is|is not} fresh" means wet cite act s.2 }
    define asked { say "it {is|is not} asked" means old.damp cite act s.3 }
    goal asked
  `;
  const { value } = compilePack(new Map([['found.policy', text]]), 'found.policy');
  if (value === undefined) throw new Error('the text has errors');
  const loaded = loadPlan(value.plan);
  const module = emitPack(value.plan).find(({ path }) => path === 'goal/asked.ts')?.text ?? '';
  const sent = { facts: { wet: true }, asOf: '2021-01-01', readings: {} };
  expectSameAssessment(loaded, loadEmitted(module), 'asked', sent);
  const { definitions } = loaded.assess(sent.facts, { asOf: sent.asOf });
  expect(definitions['asked']).toMatchObject({ value: 'no', notInForce: [{ name: 'old', succeededBy: ['fresh'] }] });
});
