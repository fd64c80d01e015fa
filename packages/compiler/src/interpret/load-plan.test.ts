import { type Assessment, FactsError, type Instances, rankNeeds, type RuleResult } from '@proviso/runtime';
import { expect, test } from 'vitest';
import type { Expr, Field, Literal, Mark, Path, Plan } from '../6-plan/plan.ts';
import { loadPlan } from './load-plan.ts';

// Paragraph 22 of Schedule 1 to the Data Protection Act 2018, the duty to answer an objection, and the restriction of
// automated decisions until 5 February 2026, lowered by hand.

const at = (path: string): Path => {
  const [first = '', ...rest] = path.split('.');
  return first === 'l' || first === 'self'
    ? { base: first, path: rest }
    : { base: null, path: [first, ...rest] };
};
const literal = (value: Literal): Expr => ({ kind: 'literal', value });
const status = (value: Extract<Literal, { kind: 'status' }>['value']): Expr =>
  literal({ kind: 'status', value });
const no = literal({ kind: 'yesno', value: false });
const yesno = (path: string): Expr => ({ kind: 'fact', at: at(path), type: { kind: 'yesno' } });
const date = (path: string): Expr => ({ kind: 'fact', at: at(path), type: { kind: 'date' } });
const asOf: Expr = { kind: 'asOf' };
const not = (of: Expr): Expr => ({ kind: 'not', of });
const all = (...of: Expr[]): Expr => ({ kind: 'atLeast', n: of.length, of });
const any = (...of: Expr[]): Expr => ({ kind: 'atLeast', n: 1, of });
const le = (left: Expr, right: Expr): Expr => ({ kind: 'le', left, right, on: 'date' });
const lt = (left: Expr, right: Expr): Expr => not(le(right, left));
const mark = (kind: Mark['kind'], of: Expr, more: Partial<Mark> = {}): Expr => ({
  kind: 'mark',
  mark: { kind, cites: [], ...more },
  of,
});
const ref = (id: string, of?: string): Expr => ({
  kind: 'ref',
  id,
  ...(of === undefined ? {} : { of: at(of) }),
});
const plus = (of: Expr, duration: Expr): Expr => ({ kind: 'addDuration', date: of, duration, sign: 1 });
const reading = (name: string): Expr => ({ kind: 'reading', ambiguity: 'noticePeriod', reading: name });
const fact = (
  name: string,
  kind: Field['kind'] = 'fact',
  type: Field['type'] = { kind: 'yesno' },
): Field => ({
  name,
  kind,
  type,
});
const event = (name: string): Field => fact(name, 'event', { kind: 'date' });
const letter = { name: 'l', record: 'Letter' };
const none = { cites: [], covers: [] };
const yes = { kind: 'yesno' } as const;
const period = { from: 17_532, ceasing: 22_280 };
const aMonth = literal({ kind: 'duration', months: 1, days: 0 });

const plan: Plan = {
  format: 1,
  pack: { id: 'paragraph22', version: '1.0.0', period, meaning: '0'.repeat(64), text: 'f'.repeat(64) },
  enums: [{ name: 'Category', members: ['politicalOpinions', 'health', 'other'] }],
  records: [
    {
      name: 'Letter',
      fields: [
        event('receivedOn'),
        event('answeredOn'),
        fact('inWriting'),
        fact('objects'),
        fact('forbidsProcessing'),
        fact('withdrawnInWriting'),
        fact('statesPeriod'),
        { ...fact('period', 'fact', { kind: 'duration' }), onlyIf: yesno('self.statesPeriod') },
        fact('periodReasonable', 'judgement'),
      ],
    },
    { name: 'Otherwise', fields: [fact('article22Applies', 'otherwise')] },
  ],
  facts: [
    fact('registeredParty'),
    fact('categories', 'fact', { kind: 'set', of: 'Category' }),
    fact('necessary', 'judgement'),
    { ...fact('likelyDamage', 'judgement'), assume: { value: { kind: 'yesno', value: false }, cites: [1] } },
    fact('letters', 'fact', { kind: 'list', of: 'Letter' }),
    event('decidedOn'),
    fact('automated'),
    fact('significant', 'judgement'),
    fact('voteSuppression'),
    fact('otherwise', 'otherwise', { kind: 'record', name: 'Otherwise' }),
  ],
  ambiguities: [
    {
      name: 'noticePeriod',
      readings: [
        { name: 'statute', cites: [0] },
        { name: 'bullet', cites: [1] },
      ],
      default: 'statute',
      cites: [0, 1],
    },
  ],
  sources: [
    {
      name: 'dpa2018',
      title: 'Data Protection Act 2018',
      status: 'statute',
      basis: 'primary',
      checked: 20_000,
    },
    { name: 'code', title: 'Guidance', status: 'draft', basis: 'secondary' },
  ],
  cites: [
    { source: 'dpa2018', pinpoint: 'sch.1 para.22(3)', anchor: 'has not given written notice' },
    { source: 'code', pinpoint: 'p.45' },
    { source: 'code', pinpoint: 'p.71' },
  ],
  definitions: [
    {
      id: 'operativeNotice',
      visible: true,
      type: yes,
      param: letter,
      expr: all(
        mark(
          'requires',
          all(yesno('l.inWriting'), yesno('l.forbidsProcessing'), not(yesno('l.withdrawnInWriting'))),
        ),
        {
          kind: 'case',
          exclusive: true,
          branches: [
            {
              when: reading('statute'),
              then: mark(
                'reading',
                all(
                  yesno('l.statesPeriod'),
                  yesno('l.periodReasonable'),
                  lt(
                    plus(date('l.receivedOn'), {
                      kind: 'fact',
                      at: at('l.period'),
                      type: { kind: 'duration' },
                    }),
                    asOf,
                  ),
                ),
                { label: 'noticePeriod.statute', cites: [0] },
              ),
            },
            { when: reading('bullet'), then: le(date('l.receivedOn'), asOf) },
          ],
          otherwise: le(date('l.receivedOn'), asOf),
        },
      ),
      ...none,
    },
    {
      id: 'paragraph22',
      visible: true,
      type: yes,
      expr: all(
        mark('requires', all(yesno('registeredParty'), yesno('necessary')), { cites: [0] }),
        mark(
          'limb',
          { kind: 'has', at: at('categories'), member: 'politicalOpinions' },
          { label: 'opinions', certainty: 'likely' },
        ),
        not(mark('exception', yesno('likelyDamage'), { label: 'damage', cites: [0] })),
        not(
          mark(
            'exception',
            { kind: 'atLeastIn', n: 1, in: at('letters'), as: 'l', of: ref('operativeNotice', 'l') },
            { label: 'notice' },
          ),
        ),
      ),
      ...none,
    },
    {
      id: 'article22Applies',
      visible: true,
      open: true,
      type: yes,
      succeededBy: ['article22A'],
      expr: {
        kind: 'case',
        branches: [
          {
            when: {
              kind: 'inForce',
              on: {
                kind: 'case',
                branches: [
                  {
                    when: {
                      kind: 'eq',
                      left: date('decidedOn'),
                      right: literal({ kind: 'notYet' }),
                      on: 'date',
                    },
                    then: asOf,
                  },
                ],
                otherwise: date('decidedOn'),
              },
              from: 17_676,
              ceasing: 20_489,
            },
            then: mark(
              'version',
              all(
                mark('requires', all(yesno('automated'), yesno('significant'))),
                any(
                  mark('limb', yesno('voteSuppression'), {
                    label: 'voteSuppression',
                    certainty: 'very likely',
                    cites: [2],
                  }),
                  mark('otherwise', yesno('otherwise.article22Applies')),
                ),
              ),
              { label: 'article22Applies@2018-05-25' },
            ),
          },
        ],
        otherwise: no,
      },
      ...none,
    },
    {
      id: 'respondToObjection.applies',
      visible: false,
      type: yes,
      param: letter,
      expr: mark('applies', all(yesno('l.objects'), le(date('l.receivedOn'), asOf))),
      ...none,
    },
    {
      id: 'respondToObjection.due',
      visible: false,
      type: { kind: 'date' },
      param: letter,
      expr: mark('due', plus(date('l.receivedOn'), aMonth)),
      ...none,
    },
    {
      id: 'respondToObjection.met',
      visible: false,
      type: yes,
      param: letter,
      expr: mark(
        'met',
        all(le(date('l.answeredOn'), asOf), le(date('l.answeredOn'), plus(date('l.receivedOn'), aMonth))),
      ),
      ...none,
    },
    {
      id: 'respondToObjection.late',
      visible: false,
      type: yes,
      param: letter,
      expr: mark('late', lt(plus(date('l.receivedOn'), aMonth), asOf)),
      ...none,
    },
    {
      id: 'respondToObjection.status',
      visible: false,
      type: { kind: 'status' },
      param: letter,
      expr: {
        kind: 'case',
        branches: [
          { when: not(ref('respondToObjection.applies', 'l')), then: status('doesNotApply') },
          { when: ref('respondToObjection.met', 'l'), then: status('compliedWith') },
          { when: ref('respondToObjection.late', 'l'), then: status('breached') },
        ],
        otherwise: status('notYetDue'),
      },
      ...none,
    },
  ],
  rules: [
    {
      name: 'respondToObjection',
      modality: 'must',
      as: 'need to',
      bearer: 'controller',
      param: letter,
      status: 'respondToObjection.status',
      applies: 'respondToObjection.applies',
      met: 'respondToObjection.met',
      late: 'respondToObjection.late',
      due: 'respondToObjection.due',
      ...none,
    },
  ],
  constraints: [
    {
      name: 'answeredAfterReceipt',
      param: letter,
      expr: le(date('l.receivedOn'), date('l.answeredOn')),
      cites: [],
    },
  ],
  invariants: [],
  scenarios: [],
  goals: [
    {
      name: 'paragraph22',
      answers: ['paragraph22'],
      definitions: ['operativeNotice', 'paragraph22'],
      rules: [],
      facts: [
        'registeredParty',
        'categories',
        'necessary',
        'likelyDamage',
        'letters[].receivedOn',
        'letters[].inWriting',
        'letters[].forbidsProcessing',
        'letters[].withdrawnInWriting',
        'letters[].statesPeriod',
        'letters[].period',
        'letters[].periodReasonable',
      ],
      ambiguities: ['noticePeriod'],
    },
    {
      name: 'article22Applies',
      answers: ['article22Applies'],
      definitions: ['article22Applies'],
      rules: [],
      facts: ['decidedOn', 'automated', 'significant', 'voteSuppression', 'otherwise.article22Applies'],
      ambiguities: [],
    },
    {
      name: 'respondToObjection',
      answers: ['respondToObjection'],
      definitions: [
        'respondToObjection.applies',
        'respondToObjection.due',
        'respondToObjection.met',
        'respondToObjection.late',
        'respondToObjection.status',
      ],
      rules: ['respondToObjection'],
      facts: ['letters[].receivedOn', 'letters[].answeredOn', 'letters[].objects'],
      ambiguities: [],
    },
  ],
};

const pack = loadPlan(JSON.parse(JSON.stringify(plan)));
const today = '2025-06-01';
const party = { registeredParty: true, necessary: true, categories: ['politicalOpinions'] };
const notice = {
  receivedOn: '2025-05-20',
  inWriting: true,
  forbidsProcessing: true,
  withdrawnInWriting: false,
  statesPeriod: true,
  period: 'P1M',
  periodReasonable: true,
};

function paragraph22(facts: object, asOf: string = today): Assessment {
  return pack.assess(facts, { asOf, goals: ['paragraph22'] });
}

function problemsOf(assess: () => unknown): readonly string[] {
  try {
    assess();
    return [];
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
}

test('with no facts every answer is unknown, and the needs say what to ask', () => {
  const { definitions, needs, verdict } = paragraph22({});
  expect(definitions['paragraph22']).toMatchObject({ value: 'unknown' });
  expect(definitions['operativeNotice']).toEqual({ instances: [], complete: false });
  expect(needs).toEqual([
    { path: 'registeredParty', kind: 'fact', for: ['paragraph22'] },
    { path: 'categories', kind: 'fact', for: ['paragraph22'] },
    { path: 'necessary', kind: 'judgement', for: ['paragraph22'] },
    { path: 'likelyDamage', kind: 'judgement', for: ['paragraph22'] },
    { path: 'letters', kind: 'list', for: ['paragraph22'] },
  ]);
  expect(verdict).toBe('noBreachFound');
});

test('one requirement that fails settles the answer, and is its reason', () => {
  const { definitions, needs } = paragraph22({ registeredParty: false });
  expect(definitions['paragraph22']).toEqual({
    value: 'no',
    because: [
      {
        kind: 'requires',
        value: 'no',
        cites: [{ source: 'dpa2018', pinpoint: 'sch.1 para.22(3)', anchor: 'has not given written notice' }],
        because: [{ kind: 'fact', path: 'registeredParty', value: 'no', input: 'fact' }],
      },
    ],
  });
  expect(needs).toEqual([]);
});

test('an assumption fills `presumed` and nothing else', () => {
  const assessed = paragraph22({ ...party, letters: [] });
  expect(assessed.definitions['paragraph22']).toMatchObject({ value: 'unknown', presumed: 'yes' });
  expect(assessed.restsOn.assumptions).toEqual([
    { path: 'likelyDamage', value: 'no', cites: [{ source: 'code', pinpoint: 'p.45', basis: 'secondary' }] },
  ]);
  expect(assessed.needs.map(({ path }) => path)).toEqual(['likelyDamage']);
});

test('a yes gives its limbs with their certainty, and the list that had no more members', () => {
  const { definitions, restsOn, sources } = paragraph22({ ...party, likelyDamage: false, letters: [] });
  expect(definitions['paragraph22']).toMatchObject({ value: 'yes', certainty: ['likely'] });
  expect(definitions['paragraph22']).toMatchObject({
    because: [
      { kind: 'requires', value: 'yes' },
      {
        kind: 'limb',
        label: 'opinions',
        because: [{ path: 'categories', member: 'politicalOpinions', value: 'yes' }],
      },
      { kind: 'exception', label: 'damage', value: 'no' },
      {
        kind: 'exception',
        label: 'notice',
        value: 'no',
        because: [{ kind: 'list', path: 'letters', complete: true, length: 0 }],
      },
    ],
  });
  expect(restsOn.judgements).toEqual([
    { path: 'necessary', value: 'yes' },
    { path: 'likelyDamage', value: 'no' },
  ]);
  expect(Object.keys(sources)).toEqual(['dpa2018']);
});

test('an answer that turns on a reading says so, and another reading can be taken', () => {
  const facts = { ...party, likelyDamage: false, letters: [notice] };
  const { definitions, restsOn } = paragraph22(facts);
  const dependsOn = [{ ambiguity: 'noticePeriod', reading: 'statute', confirmed: true }];
  expect(definitions['paragraph22']).toMatchObject({ value: 'yes', dependsOn });
  expect(restsOn.readings).toEqual(dependsOn);
  const other = pack.assess(facts, { asOf: today, readings: { noticePeriod: 'bullet' } });
  expect(other.definitions['paragraph22']).toMatchObject({
    value: 'no',
    because: [{ kind: 'exception', label: 'notice' }],
  });
  expect(paragraph22(facts, '2025-06-21').definitions['paragraph22']).not.toHaveProperty('dependsOn');
});

test('a law that has ceased is the reason of a no, with what follows it', () => {
  const facts = { decidedOn: '2026-02-05', automated: true, significant: true, voteSuppression: true };
  const options = { asOf: '2026-03-01', goals: ['article22Applies'] };
  expect(pack.assess(facts, options).definitions['article22Applies']).toMatchObject({
    value: 'no',
    open: true,
    notInForce: [
      { name: 'article22Applies', from: '2018-05-25', ceasing: '2026-02-05', succeededBy: ['article22A'] },
    ],
    because: [
      { kind: 'law', value: 'no', on: '2026-02-05', because: [{ path: 'decidedOn', value: '2026-02-05' }] },
    ],
  });
  expect(
    pack.assess({ ...facts, decidedOn: '2026-02-04' }, options).definitions['article22Applies'],
  ).toMatchObject({
    value: 'yes',
    certainty: ['very likely'],
  });
  const undated = pack.assess({ automated: false, significant: false }, options).definitions[
    'article22Applies'
  ];
  expect(undated).toMatchObject({ value: 'no' });
  expect(undated).not.toHaveProperty('notInForce');
});

test('the statuses of a duty with a deadline, one for each letter', () => {
  const letters = [
    { receivedOn: 'notYet', objects: true },
    { receivedOn: '2025-05-10', objects: true, answeredOn: '2025-05-20' },
    { receivedOn: '2025-03-31', objects: true, answeredOn: '2025-05-01' },
    { receivedOn: '2025-03-31', objects: true, answeredOn: 'notYet' },
    { receivedOn: '2025-05-10', objects: true, answeredOn: 'notYet' },
    { receivedOn: '2025-03-31', objects: true },
    { objects: false },
  ];
  const { rules, verdict, needs } = pack.assess({ letters }, { asOf: today, goals: ['respondToObjection'] });
  const { instances, complete } = rules['respondToObjection'] as Instances<RuleResult>;
  expect(complete).toBe(true);
  expect(instances.map((each) => [each.of, each.status, each.dueOn])).toEqual([
    ['letters[0]', 'doesNotApply', 'notYet'],
    ['letters[1]', 'compliedWith', '2025-06-10'],
    ['letters[2]', 'breached', '2025-04-30'],
    ['letters[3]', 'breached', '2025-04-30'],
    ['letters[4]', 'notYetDue', '2025-06-10'],
    ['letters[5]', 'undetermined', '2025-04-30'],
    ['letters[6]', 'doesNotApply', undefined],
  ]);
  expect(needs).toEqual([{ path: 'letters[5].answeredOn', kind: 'event', for: ['respondToObjection'] }]);
  expect(verdict).toBe('breachFound');
  const goals = ['respondToObjection'];
  expect(pack.assess({ letters: { atLeast: letters.slice(0, 2) } }, { asOf: today, goals }).verdict).toBe(
    'undetermined',
  );
  expect(pack.assess({ letters: letters.slice(0, 2) }, { asOf: today, goals }).verdict).toBe('noBreachFound');
});

test('a case that cannot be is refused, with everything wrong with it', () => {
  const letters = [
    { statesPeriod: false, period: 'P1M' },
    { receivedOn: '2025-05-02', answeredOn: '2025-05-01' },
  ];
  expect(
    problemsOf(() =>
      pack.assess({ letters, decidedOn: '2018-01-01' }, { asOf: today, goals: ['article22Applies'] }),
    ),
  ).toEqual([]);
  expect(problemsOf(() => pack.assess({ letters, decidedOn: '2017-12-31' }, { asOf: today }))).toEqual([
    'only-if letters[0].period',
    'constraint-violated letters[1]',
    'outside-period decidedOn',
  ]);
  expect(
    problemsOf(() =>
      pack.assess({ letters, decidedOn: 'notYet' }, { asOf: today, goals: ['article22Applies'] }),
    ),
  ).toEqual([]);
  expect(
    problemsOf(() =>
      pack.assess(
        { leters: [], necessary: 'yes' },
        { asOf: '2031-01-01', goals: ['x'], readings: { y: 'z' } },
      ),
    ),
  ).toEqual([
    'outside-period asOf',
    'unknown-ambiguity readings.y',
    'unknown-goal goals[0]',
    'unknown-fact leters',
  ]);
  expect(problemsOf(() => pack.assess({}, { asOf: '2025-02-29' }))).toEqual(['impossible-date asOf']);
});

test('where no goal is named, nothing is said to be in order', () => {
  expect(problemsOf(() => pack.assess({}, { asOf: today, goals: [] }))).toEqual(['unknown-goal goals']);
});

test('what is kept for some goals serves those alone', () => {
  const goals = ['paragraph22', 'article22Applies'];
  for (let i = 0; i < 2; i++) expect(pack.assess({}, { asOf: today, goals }).goals).toEqual(goals);
  for (const name of [goals.join(' '), goals.join(','), JSON.stringify(goals)])
    expect(problemsOf(() => pack.assess({}, { asOf: today, goals: [name] }))).toEqual([
      'unknown-goal goals[0]',
    ]);
  expect(pack.assess({}, { asOf: today, goals: ['paragraph22'] }).goals).toEqual(['paragraph22']);
  expect(pack.assess({}, { asOf: today }).goals.length).toBeGreaterThan(1);
});

test('decide gives bare answers on complete facts and refuses to guess', () => {
  expect(pack.decide('paragraph22', { ...party, likelyDamage: false, letters: [notice] }, today)).toEqual({
    paragraph22: 'yes',
  });
  expect(problemsOf(() => pack.decide('paragraph22', { ...party, letters: [] }, today))).toEqual([
    'missing likelyDamage',
  ]);
  const letters = [{ receivedOn: '2025-05-10', objects: true, answeredOn: 'notYet' }];
  expect(pack.decide('respondToObjection', { letters }, today)).toEqual({
    respondToObjection: [{ of: 'letters[0]', value: 'notYetDue' }],
  });
});

test('needs are ranked by what their answers settle; an assessment is plain JSON all the same', () => {
  const assessed = paragraph22({ necessary: true, categories: ['politicalOpinions'], likelyDamage: false });
  const ranked = rankNeeds(assessed);
  expect(ranked.map(({ path, settles }) => [path, settles])).toEqual([
    [
      'registeredParty',
      [
        { answer: true, settles: [] },
        { answer: false, settles: ['paragraph22'] },
      ],
    ],
    ['letters', undefined],
  ]);
  const parsed = JSON.parse(JSON.stringify(assessed)) as Assessment;
  expect(parsed).toEqual(assessed);
  expect(rankNeeds(parsed).map(({ path }) => path)).toEqual(['registeredParty', 'letters']);
});

test('another format is refused', () => {
  expect(() => loadPlan({ ...plan, format: 2 })).toThrow('this build reads plans of format 1, not 2');
  expect(() => loadPlan({})).toThrow('this build reads plans of format 1, and this names none');
  expect(() => loadPlan('plan')).toThrow('should be an object');
});
