import {
  type Assessment,
  ASSESSMENT_FORMAT,
  type Phrasebook,
  PHRASEBOOK_FORMAT,
  type Reason,
  type Result,
} from '@proviso/runtime';
import { expect, test } from 'vitest';
import type { Length } from '../explain.ts';
import { explainText } from '../text.ts';
import { explainWhyNot } from '../why-not.ts';
import { english } from './english.ts';

const phrases: Phrasebook = {
  format: PHRASEBOOK_FORMAT,
  pack: { title: 'Trial' },
  facts: {
    l: { record: 'Letter' },
    'Letter.signedOn': { ask: 'When was it signed? (notYet if it was not)' },
  },
  records: { Letter: { title: 'the letter' } },
  enums: {},
  bearers: { controller: { title: 'the controller' } },
  statements: {
    sent: { kind: 'define', say: 'the thing {is|is not} sent' },
    binding: { kind: 'define', record: 'Letter', say: 'the letter {is|is not} binding' },
    dueOn: { kind: 'define', record: 'Letter', say: 'the last day for the letter is {value}' },
    answer: { kind: 'rule', modality: 'must', act: 'answer' },
  },
  ambiguities: {
    sealing: { title: 'D-1', readings: { wax: 'wax', ink: 'ink' } },
    opening: { title: 'unlisted', readings: { hand: 'by hand' } },
    posting: { title: 'unlisted', readings: { post: 'by post' } },
  },
  constraints: {},
  invariants: {},
  goals: {},
  sources: {},
};

const told = (more: Partial<Assessment>, names: readonly string[], length: Length = 'standard'): string =>
  explainText({ ...plain, ...more }, phrases, { answers: names, length }).replaceAll(/\s+/g, ' ');

const plain: Assessment = {
  format: ASSESSMENT_FORMAT,
  pack: { id: 'p', version: '1', meaning: 'm', text: 't' },
  asOf: '2026-01-01',
  goals: [],
  verdict: 'noBreachFound',
  rulesExamined: [],
  definitions: {},
  rules: {},
  needs: [],
  restsOn: { judgements: [], assumptions: [], readings: [] },
  sources: {},
};

const sent = (because: readonly Reason[]): string =>
  told({ definitions: { sent: { value: 'yes', because } } }, ['sent']);

const step = (kind: 'applies' | 'met' | 'late', value: 'yes' | 'no'): Reason => ({
  kind,
  label: 'answer',
  value,
  cites: [],
  because: [],
});

test('of a rule that does not apply it is not said that it is met', () => {
  const text = sent([step('applies', 'no'), step('met', 'yes')]);
  expect(text).toContain('The rule to answer does not apply.');
  expect(text).not.toContain('met');
  expect(sent([step('applies', 'yes'), step('met', 'yes')])).toContain('applies and is met');
});

test('an instance is named where it is the subject, and before the clause elsewhere', () => {
  const each = <T extends string>(value: T) => ({
    instances: [{ of: 'l[1]', value, because: [] }],
    complete: true,
  });
  const text = told({ definitions: { binding: each('yes'), dueOn: each('2020-01-01') } }, [
    'binding',
    'dueOn',
  ]);
  expect(text).toContain('1. The second letter is binding.');
  expect(text).toContain('2. As to the second letter, the last day for the letter is 1 January 2020.');
  const unknown = told({ definitions: { binding: each('unknown') } }, ['binding']);
  expect(unknown).toContain('It is not known whether the second letter is binding.');
});

test('a member of which one definition decides is named by that', () => {
  const member: Reason = {
    kind: 'element',
    path: 'l[0]',
    value: 'yes',
    because: [{ kind: 'definition', name: 'binding', of: 'l[0]', value: 'yes' }],
  };
  expect(sent([member])).toContain('- The first letter is binding.');
});

test('what a reading settles by itself is told in a sentence', () => {
  const reading = (because: readonly Reason[]): Reason => ({
    kind: 'reading',
    label: 'sealing.wax',
    value: 'yes',
    cites: [],
    because,
  });
  const fact: Reason = { kind: 'fact', path: 'a', value: 'yes', input: 'fact' };
  expect(sent([reading([])])).toContain('- The reading taken is “wax”.');
  expect(sent([reading([fact])])).toContain('- On the reading “wax”: ');
});

test('a ground is not called by the name that those who write the policy gave it', () => {
  const fact = (path: string): Reason => ({ kind: 'fact', path, value: 'yes', input: 'fact' });
  const limb = (value: 'yes' | 'no'): Reason => ({
    kind: 'limb',
    label: 'own',
    value,
    cites: [],
    because: [fact('a'), fact('b')],
  });
  expect(sent([limb('yes')])).toContain('- One ground is made out:');
  expect(sent([limb('no')])).toContain('- One ground is not made out:');
});

test('a reference that several ambiguities share is left out', () => {
  const { dependence } = english(phrases);
  expect(dependence({ ambiguity: 'sealing', reading: 'wax', confirmed: true }, [])).toBe(
    'this depends on the reading of “sealing” (D-1), taken here as “wax”',
  );
  expect(dependence({ ambiguity: 'opening', reading: 'hand', confirmed: true }, [])).toBe(
    'this depends on the reading of “opening”, taken here as “by hand”',
  );
});

test('the short form names what is not settled', () => {
  const open = (name: string): Record<string, Result> => ({ [name]: { value: 'unknown', because: [] } });
  const short = (names: readonly string[]): string =>
    told({ definitions: Object.assign({}, ...names.map(open)) as Record<string, Result> }, names, 'short');
  expect(short(['sent', 'binding'])).toContain(
    'Two answers asked for are not settled: whether the thing is sent; and whether the letter is binding.',
  );
  expect(short(['sent', 'binding', 'a', 'b'])).toContain(
    'Four answers asked for are not settled, among them',
  );
});

test('a question is quoted with its own mark and no other, without what is for those who fill in a file', () => {
  const text = told(
    {
      definitions: { sent: { value: 'unknown', because: [] }, other: { value: 'unknown', because: [] } },
      needs: [{ path: 'l[0].signedOn', kind: 'fact', for: ['sent'] }],
    },
    ['sent', 'other'],
    'short',
  );
  expect(text).toContain('To be asked first: “When was it signed?”');
  expect(text).not.toMatch(/\?”\.|notYet/);
});

test('a reason given in a whole sentence has its own full stop', () => {
  const path = 'judged';
  const text = explainText(
    { ...plain, restsOn: { ...plain.restsOn, judgements: [{ path, value: 'yes' }] } },
    phrases,
    { provenance: { [path]: { who: 'the clerk', why: 'It was plain.' } } },
  ).replaceAll(/\s+/g, ' ');
  expect(text).toContain('for the reason “It was plain.” ');
});

test('what holds of some instances only is not told as holding of all', () => {
  const text = (...values: readonly ('yes' | 'no')[]): string =>
    JSON.stringify(
      explainWhyNot(
        {
          ...plain,
          definitions: {
            binding: {
              instances: values.map((value, i) => ({ of: `l[${i}]`, value, because: [] })),
              complete: true,
            },
          },
        },
        phrases,
        'binding',
      ),
    );
  expect(text('yes', 'yes')).toContain('It is so, for these reasons.');
  expect(text('yes', 'no')).toContain('Of some it is so');
  expect(text('no', 'no')).not.toContain('it is so');
});
