import {
  type Assessment,
  ASSESSMENT_FORMAT,
  type Phrasebook,
  PHRASEBOOK_FORMAT,
  type Reason,
  type Result,
} from '@proviso/runtime';
import { expect, test } from 'vitest';
import { explainText } from './text.ts';

const phrases: Phrasebook = {
  format: PHRASEBOOK_FORMAT,
  pack: { title: 'Trial' },
  facts: {
    l: { record: 'Letter' },
    wet: { say: 'it {is|is not} wet' },
    cold: { say: 'it {is|is not} cold' },
  },
  records: { Letter: { title: 'the letter or call' } },
  enums: {},
  bearers: { controller: { title: 'the controller' } },
  statements: {
    sent: {
      kind: 'define',
      say: 'the thing {is|is not} sent',
      cites: [{ source: 'code', pinpoint: 'p.9' }],
    },
    bound: { kind: 'define', record: 'Letter', say: 'it {is|is not} binding' },
    accept: { kind: 'rule', modality: 'may', act: 'accept it' },
    advise: { kind: 'rule', modality: 'should', act: 'answer kindly', sameAct: ['answer', 'advise'] },
    stamp: { kind: 'rule', modality: 'must', act: 'stamp it' },
    answer: { kind: 'rule', modality: 'must', act: 'answer', sameAct: ['answer', 'advise'] },
  },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: { code: { title: 'A code' } },
};

const assessment = (definitions: Assessment['definitions'], more: Partial<Assessment> = {}): Assessment => ({
  format: ASSESSMENT_FORMAT,
  pack: { id: 'p', version: '1', meaning: 'm', text: 't' },
  asOf: '2026-01-01',
  goals: [],
  verdict: 'noBreachFound',
  rulesExamined: [],
  definitions,
  rules: {},
  needs: [],
  restsOn: { judgements: [], assumptions: [], readings: [] },
  sources: {},
  ...more,
});

const told = (of: Assessment, names: readonly string[]): string =>
  explainText(of, phrases, { answers: names }).replaceAll(/\s+/g, ' ');

const sent = (result: Result, more: Partial<Assessment> = {}): string =>
  told(assessment({ sent: result }, more), ['sent']);

test('an open list of exceptions is told as such', () => {
  const text = sent(
    {
      value: 'unknown',
      because: [
        {
          kind: 'exception',
          value: 'unknown',
          cites: [],
          because: [
            {
              kind: 'otherwise',
              value: 'unknown',
              cites: [],
              because: [{ kind: 'fact', path: 'otherwise.sentExcept', value: 'unknown', input: 'otherwise' }],
            },
          ],
        },
      ],
    },
    { needs: [{ path: 'otherwise.sentExcept', kind: 'otherwise', for: ['sent'] }] },
  );
  expect(text).toContain('may be excepted for a reason that the source does not list');
  expect(text).not.toContain('it could still hold');
  expect(text).toContain('Is there an exception that is not listed to its being so that the thing is sent?');
});

test('questions that are not told are not referred to', () => {
  const open = assessment(
    { sent: { value: 'unknown', because: [] } },
    { needs: [{ path: 'message.channel', kind: 'fact', for: ['sent'] }] },
  );
  const note = 'What these turn on is not known';
  expect(explainText(open, phrases)).toContain(
    `${note}; the questions under “Still needed” would settle them.`,
  );
  expect(explainText(open, phrases, { needs: [] })).toContain(`${note}.`);
});

test('a question without words of its own is made of what the definition says', () => {
  const text = sent(
    { value: 'unknown', because: [] },
    { needs: [{ path: 'otherwise.sent', kind: 'otherwise', for: ['sent'] }] },
  );
  expect(text).toContain('Is it so, on a ground that is not listed, that the thing is sent?');
});

test('law steps alone never give the negative phrase', () => {
  const text = sent({
    value: 'no',
    because: [{ kind: 'law', value: 'no', on: '2025-03-01', ceasing: '2025-01-01', because: [] }],
  });
  expect(text).not.toContain('is not sent');
  expect(text).toContain('is not answered, because the law ceased on 1 January 2025');
});

test('a citation that no step carries is the one of the statement, and its source is listed', () => {
  const text = sent({
    value: 'yes',
    because: [{ kind: 'law', value: 'yes', on: 'unknown', from: '2020-01-01', because: [] }],
  });
  expect(text).toContain('OUTCOME The thing is sent (see 1). No rule was examined');
  expect(text).toContain('1. The thing is sent [code p.9].');
  expect(text).toContain('- code: A code.');
  expect(text).not.toContain('law of unknown');
});

test('certainties that are no predicates are quoted as they are', () => {
  expect(sent({ value: 'yes', certainty: ['the vast majority'], because: [] })).toContain(
    'The source’s own words for how sure this is: “the vast majority”.',
  );
  expect(sent({ value: 'yes', certainty: ['very likely'], because: [] })).toContain(
    'The source itself says only that this is “very likely”.',
  );
});

test('a statement of which no instance is known is told', () => {
  const text = told(assessment({ bound: { instances: [], complete: false } }), ['bound']);
  expect(text).toContain('1. As to any letter or call there may be, it is not known whether it is binding.');
});

test('lists and their members have the words of the record; a permission is called one', () => {
  const text = sent(
    {
      value: 'no',
      because: [
        { kind: 'list', path: 'l', complete: true, length: 0 },
        { kind: 'applies', label: 'accept', value: 'no', cites: [], because: [] },
      ],
    },
    {
      needs: [
        { path: 'l', kind: 'list', for: ['sent'] },
        { path: 'l[0]', kind: 'fact', for: ['sent'] },
      ],
    },
  );
  expect(text).toContain('There is no letter or call.');
  expect(text).toContain('Is there any letter or call that is not given?');
  expect(text).toContain('What is the first letter or call?');
  expect(text).toContain('The permission to accept it does not apply.');
});

test('a source is cited by its short name where it has one', () => {
  const { statements, sources, ...others } = phrases;
  const named: Phrasebook = {
    ...others,
    statements,
    sources: { ...sources, code: { title: 'A code', short: 'draft code' } },
  };
  const of = assessment({
    sent: {
      value: 'yes',
      because: [{ kind: 'law', value: 'yes', on: 'unknown', from: '2020-01-01', because: [] }],
    },
  });
  const text = explainText(of, named, { answers: ['sent'] }).replaceAll(/\s+/g, ' ');
  expect(text).toContain('1. The thing is sent [draft code p.9].');
  expect(text).toContain('- draft code: A code.');
});

test('an event after the day of the assessment is not told as past alone', () => {
  const at = (value: string): string =>
    sent({ value: 'yes', because: [{ kind: 'fact', path: 'l.receivedOn', value, input: 'event' }] });
  expect(at('2026-01-01')).not.toContain('after the day of this assessment');
  expect(at('2026-01-02')).toContain('2 January 2026, which is after the day of this assessment');
  expect(at('notYet')).not.toContain('after the day of this assessment');
});

test('rules that ask the same act of the same bearer are told by reference, law and good practice apart', () => {
  const rule = (modality: 'must' | 'should', status: 'breached' | 'departedFrom' | 'compliedWith') =>
    ({ modality, bearer: 'controller', status, because: [] }) as const;
  const text = told(
    assessment(
      {},
      {
        rules: {
          advise: rule('should', 'departedFrom'),
          stamp: rule('must', 'compliedWith'),
          answer: rule('must', 'breached'),
        },
      },
    ),
    ['advise', 'stamp', 'answer'],
  );
  const at = [
    'stamp it',
    '2. Breached: the controller must answer',
    'GOOD PRACTICE',
    '3. Departed from: the controller should answer kindly. The same act as in 2.',
  ].map((words) => text.indexOf(words));
  expect(
    at.every((place) => place >= 0),
    text,
  ).toBe(true);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

const inShort = (of: Assessment, answers: readonly string[]): string =>
  explainText(of, phrases, { answers, length: 'short' }).replaceAll(/\s+/g, ' ');

const doubted = (value: string, label?: string): string => {
  const fact = (path: string): Reason => ({ kind: 'fact', path, value, input: 'fact' });
  const ground = { kind: 'limb', certainty: 'likely', cites: [], value } as const;
  const named = label === undefined ? {} : { label };
  return sent({ value, because: [{ ...ground, ...named, because: [fact('wet')] }] });
};

test.each([undefined, 'weather'])(
  'how sure the source is of a ground is told where the ground is there',
  (label) => {
    expect(doubted('yes', label)).toContain('- It is wet, and of this the source says “likely”.');
    expect(doubted('unknown', label)).toContain('- It is not known whether it is wet.');
    expect(doubted('no', label)).toContain('- It is not wet.');
    expect(`${doubted('unknown', label)}${doubted('no', label)}`).not.toContain('likely');
  },
);

test('members of a set that are all in it, or all not, are told in one clause', () => {
  const member = (path: string, name: string, value: string): Reason => ({
    kind: 'fact',
    path,
    member: name,
    value,
    input: 'fact',
  });
  const colours = (value: string): readonly Reason[] =>
    ['red', 'green', 'blue'].map((name) => member('colours', name, value));
  const facts = { colours: { say: 'the colours {include|do not include} {value}' }, labels: {} };
  const text = (because: readonly Reason[]): string =>
    explainText(
      assessment({ sent: { value: 'no', because } }),
      { ...phrases, facts },
      { answers: ['sent'] },
    ).replaceAll(/\s+/g, ' ');
  expect(text(colours('no'))).toContain('- The colours do not include red, green or blue.');
  expect(text(colours('yes'))).toContain('- The colours include red, green and blue.');
  expect(text(colours('unknown'))).toContain(
    '- It is not known whether the colours include red, green or blue.',
  );
  expect(
    text([...colours('no').slice(0, 2), ...colours('no').slice(1, 2), ...colours('yes').slice(2)]),
  ).toContain('- The colours do not include red or green. - The colours include blue.');
  expect(text([member('labels', 'a', 'no'), member('labels', 'b', 'no')])).toContain(
    '- “labels”: not “a”. - “labels”: not “b”.',
  );
});

test('of several reasons the source’s doubt stands with the ground that they make out', () => {
  const fact = (path: string): Reason => ({ kind: 'fact', path, value: 'yes', input: 'fact' });
  const ground: Reason = {
    kind: 'limb',
    certainty: 'likely',
    cites: [],
    value: 'yes',
    because: [fact('wet'), fact('cold')],
  };
  expect(sent({ value: 'yes', because: [ground] })).toContain(
    '- One ground is made out, and of this the source says “likely”: - It is wet. - It is cold.',
  );
});

test('the short form tells each settled answer asked for, beside one that is not settled', () => {
  const text = inShort(
    assessment({ sent: { value: 'yes', because: [] }, heavy: { value: 'unknown', because: [] } }),
    ['sent', 'heavy'],
  );
  expect(text).toContain('The thing is sent.');
  expect(text).toContain('One answer asked for is not settled');
});

test('the short form counts settled answers where they are many, and says where they are', () => {
  const names = ['sent', 'heavy', 'large', 'late'];
  const text = inShort(
    assessment(Object.fromEntries(names.map((name) => [name, { value: 'yes', because: [] } as const]))),
    names,
  );
  expect(text).toContain('Four answers are settled; a longer explanation tells them.');
  expect(text).not.toContain('The thing is sent');
});

test('the short form names four breaches, and counts the rest of more', () => {
  const breached = { modality: 'must', bearer: 'controller', status: 'breached', because: [] } as const;
  const names = ['stamp', 'answer', 'accept', 'advise', 'fold'];
  const short = (count: number): string => {
    const rulesExamined = names.slice(0, count);
    const rules = Object.fromEntries(rulesExamined.map((name) => [name, breached]));
    return inShort(assessment({}, { verdict: 'breachFound', rulesExamined, rules }), rulesExamined);
  };
  expect(short(4)).toContain('answer kindly; and the controller must accept it.');
  expect(short(5)).toContain('answer kindly; and two more.');
});

test('that a list may have more members is said once, under the first heading that it concerns', () => {
  const text = told(
    assessment(
      { bound: { complete: false, instances: [{ of: 'l[0]', value: 'yes', because: [] }] } },
      {
        rules: {
          stamp: {
            complete: false,
            instances: [
              {
                of: 'l[0]',
                modality: 'must',
                bearer: 'controller',
                status: 'doesNotApply',
                because: [],
              },
            ],
          },
        },
      },
    ),
    ['bound', 'stamp'],
  );
  expect(text.split('the list may have more members').length - 1).toBe(1);
  expect(text).toContain('Some of these, and of those below, are asked of each member');
});

test('the row of a table is told with its citation, also where nothing else stands under it', () => {
  const row = { kind: 'row', label: '2', cites: [{ source: 'code', pinpoint: 'p.3' }], because: [] } as const;
  expect(sent({ value: 'yes', because: [{ ...row, value: 'yes' }] })).toContain(
    'Row 2 of the policy’s table says so [code p.3].',
  );
  const judgement = { kind: 'fact', path: 'good', value: 'unknown', input: 'judgement' } as const;
  expect(sent({ value: 'unknown', because: [{ ...row, value: 'unknown', because: [judgement] }] })).toContain(
    'It is not known what row 2 of the policy’s table says [code p.3]:',
  );
});

test('of a member of a set a phrase for yes alone says nothing: the question does', () => {
  const facts = { labels: { ask: 'Which labels?', say: 'the labels are {value}' } };
  const because = (['yes', 'no', 'unknown'] as const).map(
    (value) => ({ kind: 'fact', path: 'labels', member: value, value, input: 'fact' }) as const,
  );
  const of = assessment({ sent: { value: 'no', because } });
  const text = explainText(of, { ...phrases, facts }, { answers: ['sent'] }).replaceAll(/\s+/g, ' ');
  expect(text).toContain('“Which labels?”: “yes”. - “Which labels?”: not “no”.');
  expect(text).toContain('“Which labels?”: whether “unknown” is not known');
});

test('a phrasebook of another version or another text of the pack is refused', () => {
  const own = assessment({ sent: { value: 'yes', because: [] } });
  const { id, version, text } = own.pack;
  const withOf = (of: NonNullable<Phrasebook['of']>): string => explainText(own, { ...phrases, of });
  expect(withOf({ id, version, text })).toContain('The thing is sent');
  for (const other of [{ id: 'q' }, { version: '2' }, { text: 'u' }])
    expect(() => withOf({ id, version, text, ...other })).toThrow(
      /^this phrasebook is of . ., digest of its text ., and the assessment is by p 1, digest of its text t: take the phrases\.json/,
    );
});

test('a phrasebook that knows none of the statements is of another pack, and refused', () => {
  const own: Result = { value: 'yes', because: [] };
  expect(() => told(assessment({ dear: own }), ['dear'])).toThrow(
    new TypeError('a phrasebook was expected: the `phrases.json` of the pack that made the assessment'),
  );
  // One label of a known statement is enough; who has no words, and what has no statements, is no other pack's.
  expect(told(assessment({ 'sent.label': own }), [])).toContain('TRIAL');
  expect(told(assessment({}), [])).toContain('TRIAL');
  expect(explainText(assessment({ dear: own }), { ...phrases, statements: {} })).toContain('TRIAL');
});

test.each(['brief', 'Short', 5, null])('the length %j is refused', (length) => {
  expect(() => explainText(assessment({}), phrases, { length: length as unknown as 'short' })).toThrow(
    new TypeError('the option `length` should be `short`, `standard` or `full`'),
  );
});

test.each([
  ['none', [], 'No rule was examined: this assessment answers questions of definition only.'],
  ['good practice alone', ['advise'], 'No rule was examined that can be breached, but only what should be'],
  ['a permission alone', ['accept'], 'No rule was examined that can be breached, but only what should be'],
  [
    'one that binds among others',
    ['accept', 'advise', 'stamp'],
    'No breach is found under the one rule examined.',
  ],
  ['one that binds, of an empty list', ['answer'], 'No breach is found under the one rule examined.'],
])('the verdict is over rules that can be breached: %s', (_, rulesExamined, expected) => {
  const modalities = { accept: 'may', advise: 'should', stamp: 'must' } as const;
  const rules: Assessment['rules'] = {
    ...Object.fromEntries(
      Object.entries(modalities)
        .filter(([name]) => rulesExamined.includes(name))
        .map(([name, modality]) => [
          name,
          { status: 'doesNotApply', modality, bearer: 'controller', because: [] },
        ]),
    ),
    ...(rulesExamined.includes('answer') ? { answer: { instances: [], complete: true } } : {}),
  };
  const text = told(assessment({}, { rulesExamined, rules }), rulesExamined);
  expect(text).toContain(expected);
  expect(/no breach/i.test(text)).toBe(expected.startsWith('No breach'));
});
