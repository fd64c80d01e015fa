import { describe, expect, test } from 'vitest';
import { trialFacts, trialPack, trialPolicy, trialRecord } from '../../../../test/support/trial-record.ts';
import type { DecisionRecord } from '../record.ts';
import { recompute, replay } from '../replay/replay.ts';
import { makeRecord, type RecordInput } from './make-record.ts';
import { maskOf } from './mask.ts';

const pack = trialPack();

const input = (): RecordInput => ({
  ...pack,
  facts: trialFacts,
  assessment: pack.assess(trialFacts, { asOf: '2019-09-20' }),
  title: 'x',
  made: { on: '2019-09-21', program: '0.0.0' },
});

describe('a record', () => {
  const provenance = {
    letters: { who: 'The post room', when: '2019-08-08', evidence: ['the register of post'] },
    'letters[0].objects': {
      who: 'The officer',
      when: '2019-08-10',
      why: 'It says “stop”',
      evidence: ['letter 1'],
    },
  };
  const { record } = trialRecord({ provenance, readings: { term: 'narrow' } });

  test('tells of each fact who said so, the nearest that is said', () => {
    expect(record.told.map(({ path, who }) => [path, who])).toEqual([
      ['letters[0].byPost', 'The post room'],
      ['letters[0].objects', 'The officer'],
      ['letters[0].receivedOn', 'The post room'],
      ['letters[0].answeredOn', 'The post room'],
      ['letters[1].byPost', 'The post room'],
      ['letters[1].objects', 'The post room'],
      ['letters[1].receivedOn', 'The post room'],
      ['letters[1].answeredOn', 'The post room'],
      ['mailed', undefined],
    ]);
  });

  test('tells of which letter it is', () => {
    expect(record.told.map(({ about }) => about)).toEqual([
      ...Array.from({ length: 4 }, () => 'the first letter'),
      ...Array.from({ length: 4 }, () => 'the second letter'),
      undefined,
    ]);
  });

  test('tells what a judgement considered, of the same letter', () => {
    expect(record.told[1]).toMatchObject({
      why: 'It says “stop”',
      factors: [{ path: 'letters[0].byPost', question: 'Did it come by post?', value: true }],
    });
  });

  test('lists judgements without a reason of their own', () => {
    expect(record.lacking).toEqual([{ path: 'letters[1].objects', lacks: ['why'] }]);
    expect(trialRecord().record.lacking).toEqual([
      { path: 'letters[0].objects', lacks: ['who', 'why'] },
      { path: 'letters[1].objects', lacks: ['who', 'why'] },
    ]);
  });

  test('names the readings taken, and whether they were chosen', () => {
    expect(record.readings).toEqual([
      {
        ambiguity: 'term',
        title: 'T-1',
        reading: 'narrow',
        says: 'only mail that is sent counts',
        chosen: true,
      },
    ]);
    expect(trialRecord().record.readings).toMatchObject([{ reading: 'wide', chosen: false }]);
  });

  test('has the duties that are open, with their days', () => {
    expect(record.duties).toMatchObject([
      { rule: 'answer', of: 'letters[0]', status: 'breached', dueOn: '2019-09-08' },
    ]);
    expect(record.duties[0]?.says).toBe('the controller must answer the objection, as to the first letter');
  });

  test('tells values in the words of the policy, and none that is masked', () => {
    const told = trialPack(
      trialPolicy.replace(
        'fact mailed',
        `enum Way { post "the post", road }
fact way: Way { ask "Which way?" say "it came by {value}" }
fact ways: set of Way { ask "Which ways?" say "the ways {include|do not include} {value}" }
fact fee: decimal(2) in "£" { ask "What was the fee?" say "the fee is {value}" }
fact mailed`,
      ),
    );
    const facts = { way: 'post', ways: { post: true, road: false }, fee: 1500, mailed: true, letters: [] };
    const made = (mask: readonly string[]): DecisionRecord => trialRecord({ facts, mask }, told).record;
    expect(made([]).told.map(({ path, words }) => [path, words])).toEqual([
      ['way', 'the post'],
      ['ways', 'the post: yes; road: no'],
      ['fee', '£1,500.00'],
      ['mailed', undefined],
    ]);
    expect(made([]).told[2]?.value).toBe(1500);
    const masked = made(['/fee', '/way']);
    expect(masked.told.filter(({ path }) => path === 'fee' || path === 'way')).toEqual([
      { path: 'way', kind: 'fact', question: 'Which way?' },
      { path: 'fee', kind: 'fact', question: 'What was the fee?' },
    ]);
    expect(JSON.stringify(masked)).not.toContain('1,500');
  });

  test('is not made of the assessment of another pack', () => {
    const { plan, phrases } = trialPack(
      trialPolicy.replace('no later than 1 month', 'no later than 2 months'),
    );
    expect(() => makeRecord({ ...input(), plan, phrases })).toThrow(
      /^the assessment is by trial\.objections 1\.0\.0 \(.*\), and the plan is trial\.objections 1\.0\.0 \(/,
    );
  });

  test('is not made where it could not be read back', () => {
    const made = { on: '21/09/2019', program: '0.0.0' };
    expect(makeRecord({ ...input(), made })).toEqual({
      problems: [{ about: 'record', place: '/made/on', message: 'should be a date such as 2026-02-05' }],
    });
  });

  test('is not made with a provenance or a mask of nothing', () => {
    const made = makeRecord({
      ...input(),
      provenance: { 'letters[2]': { who: 'x' }, lettersX: { who: 'x' } },
      mask: ['/letters/7', ''],
    });
    expect(made).toMatchObject({
      problems: [
        { about: 'mask', place: '/letters/7' },
        { about: 'mask', place: '' },
        { about: 'provenance', place: 'letters[2]' },
        { about: 'provenance', place: 'lettersX' },
      ],
    });
  });
});

test('a masked value is not told by what is presumed from it, of its own instance and through a definition', () => {
  const told = trialPack(
    trialPolicy.replace(
      'rule answer',
      `fact period: duration { ask "How long is it?" say "it is {value}" assume 1 month if not known cite code para.9 }
define end for l: Letter: date { say "it ends on {value}" means period after l.receivedOn cite code para.5 }
define closed for l: Letter: date { say "it is closed on {value}" means 1 month after l.end cite code para.6 }
rule answer`,
    ),
  );
  const { record } = trialRecord({ mask: ['/letters/0/receivedOn'] }, told);
  expect(record.assessment.definitions).toMatchObject({
    end: { instances: [{ presumed: 'masked' }, { presumed: '2019-09-09' }] },
    closed: { instances: [{ presumed: 'masked' }, { presumed: '2019-10-09' }] },
  });
  expect(JSON.stringify(record)).not.toMatch(/2019-(09|10)-08|8 (September|October) 2019/);
});

test('a masked date is not told by the deadline of a rule that does not apply', () => {
  const { record } = trialRecord({ mask: ['/letters/1/receivedOn'] });
  expect(record.assessment.rules['answer']).toMatchObject({
    instances: [
      { status: 'breached', dueOn: '2019-09-08' },
      { status: 'doesNotApply', dueOn: 'masked' },
    ],
  });
});

describe('a mask', () => {
  const provenance = {
    'letters[0].objects': { who: 'The officer', why: 'A secret reason', evidence: ['a secret paper'] },
  };
  const { record, openings } = trialRecord({
    mask: ['/letters/0/receivedOn', '/letters/0/objects', '/letters/0/byPost'],
    provenance,
  });
  const text = JSON.stringify(record);

  test('leaves nothing of the value: not in the facts, the trace, the words, nor in what is calculated from it', () => {
    expect(record.facts).toMatchObject({ letters: [{ receivedOn: null, objects: null, byPost: null }, {}] });
    for (const secret of ['2019-08-08', '8 August 2019', '2019-09-08', '8 September 2019', 'secret'])
      expect(text).not.toContain(secret);
    expect(text).toContain('2019-08-09');
    expect(record.assessment.rules['answer']).toMatchObject({
      instances: [{ status: 'breached', dueOn: 'masked' }, { status: 'doesNotApply' }],
    });
    expect(text).toContain('“When was it received?”: masked');
    expect(record.told[1]).toEqual({
      path: 'letters[0].objects',
      kind: 'judgement',
      question: 'Does it object?',
      about: 'the first letter',
      who: 'The officer',
      factors: [{ path: 'letters[0].byPost', question: 'Did it come by post?' }],
    });
  });

  test('is salted: the same value has another commitment elsewhere', () => {
    const [a, b] = trialRecord({ mask: ['/letters/0/answeredOn', '/letters/1/answeredOn'] }).record.masked;
    expect(a?.commitment).not.toBe(b?.commitment);
    const [first] = openings;
    expect(first && maskOf(first)).toEqual(record.masked[0]);
  });

  test('keeps a record from being recomputed until it is opened, by the value that was masked', () => {
    expect(recompute(record, pack)).toMatchObject({ cannot: 'masked: cannot be recomputed' });
    const wrong = openings.map((opening, i) => (i === 0 ? { ...opening, value: false } : opening));
    expect(recompute(record, pack, { openings: wrong })).toMatchObject({
      cannot: 'what opens the masks does not fit them',
      problems: [{ path: '/letters/0/byPost' }],
    });
    expect(recompute(record, pack, { openings: openings.slice(1) })).toMatchObject({
      problems: [{ path: '/letters/0/byPost', message: 'the value is masked' }],
    });
    const again = recompute(record, pack, { openings });
    if ('cannot' in again) throw new Error(again.cannot);
    expect(replay(record, pack, again, '0.0.0')).toMatchObject({ holds: true, altered: [] });
  });

  test('hides a value that is calculated through a definition', () => {
    const dated = trialPack(`pack trial.dates { title "Dates" version "1.0.0" period from 2018-05-25 }
source code "A code" { status draft checked 2026-01-01 }
record Letter "the letter" { event receivedOn { ask "When was it received?" say "it was received on {value}" } }
fact letter: Letter
define end: date { say "it ends on {value}" means 1 month after letter.receivedOn cite code para.1 }
define last: date { say "it is over on {value}" means 1 month after end cite code para.2 }
`);
    const facts = { letter: { receivedOn: '2019-03-03' } };
    const shown = trialRecord({ facts }, dated).record;
    expect(JSON.stringify(shown)).toMatch(/2019-05-03/);
    const hidden = trialRecord({ facts, mask: ['/letter'] }, dated).record;
    expect(
      JSON.stringify({ ...hidden, asOf: '', made: '', assessment: { ...hidden.assessment, asOf: '' } }),
    ).not.toMatch(/2019-0[345]-03|(March|April|May) 2019/);
  });
});
