import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { makeRecord, readRecord, seal } from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import type { Phrasebook } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { repository } from '../../support/read-pack.ts';

const pack = join(repository, 'policies/ico-political-campaigning');
const json = (path: string): unknown => JSON.parse(readFileSync(join(pack, path), 'utf8'));

// `pnpm test --project golden -u` rewrites them. A release never changes: only the words of explanations do.
test('the mail to the occupier, on record under release 0.2.0', async () => {
  const plan = json('releases/0.2.0/plan.json') as Plan;
  const phrases = json('releases/0.2.0/phrases.json') as Phrasebook;
  const { assess } = loadPlan(plan);
  const facts = json('cases/mail-to-the-occupier.json');
  const result = makeRecord({
    plan,
    phrases,
    facts,
    assessment: assess(facts, { asOf: '2019-09-01', goals: ['directMarketing'] }),
    assess,
    provenance: {
      message: { who: 'The campaign office', when: '2019-08-21', evidence: ['mailing order 12'] },
      'message.urgesActionOrVote': {
        who: 'The data protection officer',
        when: '2019-08-22',
        why: 'The letter asks for a vote on 12 September',
        evidence: ['the letter, second paragraph'],
      },
    },
    title: 'Mail to the occupier',
    made: { on: '2019-09-02', by: 'The legal team', program: '0.1.0' },
    mask: ['/person'],
    salt: () => '0'.repeat(64),
  });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const sealed = seal(result.record);
  expect(readRecord(JSON.parse(JSON.stringify(sealed)))).toHaveProperty('value');
  const at = join(import.meta.dirname, 'mail-to-the-occupier');
  await expect(`${JSON.stringify(sealed, undefined, 2)}\n`).toMatchFileSnapshot(`${at}.json`);
  await expect(recordHtml(sealed)).toMatchFileSnapshot(`${at}.html`);
});
