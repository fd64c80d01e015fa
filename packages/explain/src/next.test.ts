import type { Assessment, Phrasebook, RuleResult } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { nextSteps, whatNext } from './next.ts';
import { renderText } from './text.ts';

const rule = (
  status: RuleResult['status'],
  dueOn?: string,
  modality: RuleResult['modality'] = 'must',
): RuleResult => ({
  modality,
  bearer: 'carrier',
  status,
  ...(dueOn === undefined ? {} : { dueOn }),
  because: [],
});

const assessment: Assessment = {
  format: 1,
  pack: { id: 'parcels', version: '1.0.0', meaning: 'a'.repeat(64), text: 'b'.repeat(64) },
  asOf: '2024-03-01',
  goals: [],
  verdict: 'breachFound',
  rulesExamined: [],
  definitions: {},
  rules: {
    advise: rule('notYetDue', '2024-03-02', 'should'),
    deliver: {
      instances: [
        { of: 'letters[0]', ...rule('notYetDue', '2024-03-09') },
        { of: 'letters[1]', ...rule('breached', '2024-02-09') },
        { of: 'letters[2]', ...rule('compliedWith', '2024-02-09') },
      ],
      complete: true,
    },
    bill: rule('notYetDue', 'notYet'),
    open: rule('breached', undefined, 'mustNot'),
    weigh: rule('undetermined', '2024-01-01'),
    carry: rule('doesNotApply'),
    tell: rule('departedFrom', undefined, 'should'),
  },
  needs: [
    { path: 'weighed', kind: 'fact', for: ['weigh', 'a', 'b', 'c', 'd'] },
    { path: 'heavy', kind: 'judgement', for: ['weigh'] },
  ],
  restsOn: { judgements: [], assumptions: [], readings: [] },
  sources: {},
};

test('law before good practice, each by its day; what is done or does not apply is left out', () => {
  expect(
    nextSteps(assessment).rules.map(({ name, of }) => (of === undefined ? name : `${name} ${of}`)),
  ).toEqual(['open', 'deliver letters[1]', 'deliver letters[0]', 'bill', 'tell', 'advise']);
});

const phrases: Phrasebook = {
  format: 1,
  pack: { title: 'Parcels' },
  facts: {
    weighed: { ask: 'Was it weighed?', say: 'it {was|was not} weighed' },
    heavy: { ask: 'Is it heavy?', say: 'it {is|is not} heavy' },
    letters: { record: 'Letter' },
  },
  records: { Letter: { title: 'the letter' } },
  enums: {},
  bearers: { carrier: { title: 'the carrier' } },
  statements: {
    deliver: { kind: 'rule', act: 'deliver it', modality: 'must' },
    open: { kind: 'rule', act: 'open it', modality: 'mustNot' },
    weigh: { kind: 'rule', act: 'weigh it', modality: 'must' },
  },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: {},
};

const told = (steps: ReturnType<typeof nextSteps>): string =>
  renderText(whatNext(steps, assessment, phrases, { showPaths: true }), { width: 200 });

test('is told as a checklist, and each question with why it matters', () => {
  const text = told(nextSteps(assessment));
  expect(text).toContain('- The carrier must not open it. Breached.\n');
  expect(text).toContain(
    '- The carrier must deliver it, as to the second letter. Breached. It was due by 9 February 2024, before any adjustment for weekends and holidays.\n',
  );
  expect(text).toContain(
    '- Was it weighed? [weighed]\n  - It matters for the rule to weigh it, “a”, “b” and two more.\n',
  );
  expect(text).toContain('- Is it heavy? (a judgement) [heavy]\n  - It matters for the rule to weigh it.\n');
});

test('what is the same for every question is said once; what an answer would settle with each', () => {
  const [, heavy] = assessment.needs;
  const needs = [
    {
      path: 'weighed',
      kind: 'fact',
      for: ['weigh'],
      settles: [
        { answer: true, settles: ['weigh'] },
        { answer: false, settles: [] },
      ],
    },
    ...(heavy === undefined ? [] : [heavy]),
  ] as const;
  const text = told({ rules: [], needs });
  expect(text).toContain('No rule that was examined is open or broken.');
  expect(text).toContain(
    'The answers to these questions matter for the rule to weigh it.\n- Was it weighed? [weighed]\n',
  );
  expect(text).toContain('  - The answer “yes” would settle the rule to weigh it.\n- Is it heavy?');
  expect(text).not.toContain('It matters for');
});

test('answers that would settle the same are told together', () => {
  const settles = [true, false].map((answer) => ({ answer, settles: ['weigh'] }));
  const text = told({ rules: [], needs: [{ path: 'weighed', kind: 'fact', for: ['weigh'], settles }] });
  expect(text).toContain('  - The answer “yes” or “no” would settle the rule to weigh it.\n');
});
