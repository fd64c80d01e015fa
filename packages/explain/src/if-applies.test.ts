import type { Assessment, Phrasebook, Reason, RuleResult, Status, StepReason } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { type Assess, reassessing } from './reassessing.ts';
import { explainText } from './text.ts';

type Facts = Readonly<Record<string, boolean | string | undefined>>;

/** Whether the rule is kept, as a case leaves it: not known, or so, or not so and late, or not so and in time. */
interface Kept {
  readonly met: 'yes' | 'no' | 'unknown';
  readonly late: 'yes' | 'no';
  /** The act is what the rule applies to: nothing is stated to be done. */
  readonly isBare?: boolean;
}

const phrases: Phrasebook = {
  format: 1,
  pack: { title: 'Trial' },
  facts: {
    objects: { say: 'the person {objects|does not object}' },
    exempt: { say: 'the sender {is|is not} exempt' },
    receivedOn: { say: 'it was received on {value}' },
    amount: { say: 'the amount is {value}' },
  },
  records: {},
  enums: {},
  bearers: { carrier: { title: 'the carrier' } },
  statements: { answer: { kind: 'rule', modality: 'must', act: 'answer' } },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: {},
};

const step = (kind: StepReason['kind'], value: string, because: readonly Reason[]): Reason => ({
  kind,
  label: 'answer',
  value,
  cites: [],
  because,
});

const valueOf = (fact: boolean | string | undefined): string =>
  fact === undefined ? 'unknown' : typeof fact === 'string' ? fact : fact ? 'yes' : 'no';

/** Of a set, whether a member is in it. */
const factAt = (facts: Facts, path: string, member: string | undefined): boolean | string | undefined => {
  if (member === undefined) return facts[path];
  return (facts[path] as unknown as Facts | undefined)?.[member];
};

/** What makes the rule apply: each fact with the value that it needs. */
const assessing =
  (when: Facts, kept: Kept, more: Partial<RuleResult>, calls: Facts[]): Assess =>
  (given, { asOf }) => {
    const facts = given as Facts;
    calls.push(facts);
    const conditions = Object.entries(when).map(([path, needed]) => {
      const [at = '', member] = path.split('.');
      const fact = factAt(facts, at, member);
      const input = typeof needed === 'string' ? ('event' as const) : ('fact' as const);
      const holds = fact === undefined ? 'unknown' : valueOf(input === 'event' || fact === needed);
      const reason: Reason = {
        kind: 'fact',
        path: at,
        value: valueOf(fact),
        ...(member === undefined ? {} : { member }),
        input,
      };
      return { holds, reason };
    });
    const applies = ['no', 'unknown', 'yes'].find((one) => conditions.some(({ holds }) => holds === one));
    const reasons = conditions.flatMap(({ holds, reason }) => (holds === applies ? [reason] : []));
    const { met, late, isBare = false } = kept;
    const done: Reason = { kind: 'fact', path: 'done', value: met, input: 'fact' };
    const aspects = [
      step('applies', applies ?? 'yes', reasons),
      step('met', met, isBare ? [] : [done]),
      ...(met === 'yes' ? [] : [step('late', late, [])]),
    ];
    let status: Status = met === 'yes' ? 'compliedWith' : late === 'yes' ? 'breached' : 'notYetDue';
    if (applies === 'no') status = 'doesNotApply';
    else if (applies === 'unknown' || met === 'unknown') status = 'undetermined';
    const because =
      status === 'undetermined'
        ? aspects.filter((one) => 'value' in one && one.value === 'unknown')
        : applies === 'no'
          ? aspects.slice(0, 1)
          : aspects;
    return {
      format: 1,
      pack: { id: 'p', version: '1', meaning: 'm', text: 't' },
      asOf,
      goals: ['answer'],
      verdict: 'undetermined',
      rulesExamined: ['answer'],
      definitions: {},
      rules: { answer: { modality: 'must', bearer: 'carrier', status, because, ...more } },
      needs: [],
      restsOn: { judgements: [], assumptions: [], readings: [] },
      sources: {},
    } satisfies Assessment;
  };

/** What is said after the duty, and how often was assessed for it. */
const said = (
  when: Facts,
  kept: Kept,
  { asOf = '2024-03-01', facts = {}, ...more }: Partial<RuleResult> & { asOf?: string; facts?: Facts } = {},
): readonly [string, number] => {
  const calls: Facts[] = [];
  const assess = assessing(when, kept, more, calls);
  const options = { asOf };
  const assessment = assess(facts, { ...options, goals: ['answer'], readings: {} });
  const text = explainText(assessment, phrases, {
    reassess: reassessing(assess, { facts, options }),
  }).replaceAll(/\s+/g, ' ');
  return [/carrier must answer\. (.*?) ?(?:- |This is not)/.exec(text)?.[1] ?? '', calls.length - 1];
};

const done: Kept = { met: 'yes', late: 'yes' };
const missed: Kept = { met: 'no', late: 'yes' };
const toDo: Kept = { met: 'no', late: 'no' };
const open: Kept = { met: 'unknown', late: 'yes' };
const days = 'before any adjustment for weekends and holidays';

test.each<[string, Kept, Partial<RuleResult>, string]>([
  ['done', done, { dueOn: '2024-02-01' }, 'If it applies, it has been done, as far as this goes.'],
  [
    'missed',
    missed,
    { dueOn: '2024-02-01' },
    `If it applies, it is breached: it was due by 1 February 2024, ${days}.`,
  ],
  ['missed, without a day', missed, {}, 'If it applies, it is breached.'],
  [
    'to be done',
    toDo,
    { dueOn: '2024-04-01' },
    `If it applies, it is due by 1 April 2024, ${days}, and has not been done yet.`,
  ],
  [
    'to be done, from an event to come',
    toDo,
    { dueOn: 'notYet' },
    'If it applies, it is not yet due: the time for it has not begun to run.',
  ],
])('of a rule of which only that it applies is open: %s', (_, kept, result, expected) => {
  expect(said({ objects: true }, kept, result)).toEqual([expected, 1]);
});

test('the answers that make it apply are looked for', () => {
  const sentence = 'If it applies, it has been done, as far as this goes.';
  expect(said({ objects: true, exempt: false }, done)).toEqual([sentence, 2]);
  expect(said({ receivedOn: 'on a day' }, done)).toEqual([sentence, 1]);
  expect(said({ 'colours.red': true, 'colours.blue': false }, done)).toEqual([sentence, 2]);
});

test('nothing is said of it where no answers are found, or where that it applies is what breaks it', () => {
  expect(said({ amount: true }, done)).toEqual(['', 0]);
  expect(said({ objects: true }, { ...missed, isBare: true })).toEqual(['', 1]);
});

test('where more is open, no case is assessed again, and a day that has passed is told as past', () => {
  expect(said({ objects: true }, open, { dueOn: '2024-02-01' })).toEqual([
    `If it applies, it was due by 1 February 2024, ${days}; it is not known whether it was done by then.`,
    0,
  ]);
  expect(said({ objects: true }, open, { dueOn: '2024-02-01', facts: { objects: true } })).toEqual([
    `It was due by 1 February 2024, ${days}; it is not known whether it was done by then.`,
    0,
  ]);
  expect(said({ objects: true }, open, { dueOn: '2024-03-01', facts: { objects: true } })).toEqual([
    `It is due by 1 March 2024, ${days}.`,
    0,
  ]);
});
