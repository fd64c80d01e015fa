import {
  type Assessment,
  ASSESSMENT_FORMAT,
  type Changes,
  CHANGES_FORMAT,
  type Phrasebook,
  PHRASEBOOK_FORMAT,
  type Reason,
  type RuleResult,
} from '@proviso/runtime';
import { expect, test } from 'vitest';
import { nextSteps, whatNext } from './next.ts';
import { explainText, renderText } from './text.ts';
import { whatWouldChange } from './what-would-change.ts';

const draftCite = { source: 'draft', pinpoint: 'p.2' };
const actCite = { source: 'act', pinpoint: 's.2' };

/** What an act says now, a draft said before, in other words. */
const phrases: Phrasebook = {
  format: PHRASEBOOK_FORMAT,
  pack: { title: 'Letters' },
  facts: { letters: { record: 'Letter' } },
  records: { Letter: { title: 'the letter' } },
  enums: {},
  bearers: { firm: { title: 'the firm' } },
  statements: {
    formal: {
      kind: 'define',
      record: 'Letter',
      say: 'the letter {is|is not} a qualified message',
      versions: {
        formal: { say: 'the letter {is|is not} in proper form' },
        'formal@2020-01-01': { say: 'the letter {is|is not} a qualified message' },
      },
    },
    answer: {
      kind: 'rule',
      record: 'Letter',
      modality: 'must',
      act: 'answer within a week',
      labels: { holidays: { say: 'the office {is|is not} closed' } },
      cites: [draftCite, actCite],
      versions: {
        answer: {
          act: 'answer within a fortnight',
          labels: { holidays: { say: 'the office {was|was not} on holiday' } },
          cites: [draftCite],
        },
        'answer@2020-01-01': { act: 'answer within a week', cites: [actCite] },
      },
    },
  },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: {
    act: { title: 'The Act', short: 'the Act', status: 'statute', basis: 'primary' },
    draft: { title: 'A draft code', short: 'the draft', status: 'draft', basis: 'primary' },
  },
};

function inVersion(
  from: string | undefined,
  cites: readonly (typeof actCite)[],
  because: readonly Reason[],
): readonly Reason[] {
  const at = from === undefined ? '' : `@${from}`;
  return [
    {
      kind: 'applies',
      label: 'answer',
      value: 'yes',
      cites: [],
      because: [{ kind: 'version', label: `answer${at}`, value: 'yes', cites, because }],
    },
  ];
}

function breached(
  of: string,
  from: string | undefined,
  cites: readonly (typeof actCite)[],
): RuleResult & { of: string } {
  const holidays: Reason = { kind: 'exception', label: 'holidays', value: 'no', cites: [], because: [] };
  const formal: Reason = { kind: 'definition', name: 'formal', of, value: 'yes' };
  return {
    of,
    modality: 'must',
    bearer: 'firm',
    status: 'breached',
    because: inVersion(from, cites, [formal, holidays]),
  };
}

function formal(of: string, label: string) {
  const because: Reason = { kind: 'version', label, value: 'yes', cites: [], because: [] };
  return { of, value: 'yes', because: [because] } as const;
}

const assessment: Assessment = {
  format: ASSESSMENT_FORMAT,
  pack: { id: 'trial.letters', version: '1.0.0', meaning: 'm', text: 't' },
  asOf: '2021-01-01',
  goals: ['answer'],
  verdict: 'breachFound',
  rulesExamined: ['answer'],
  definitions: {
    formal: {
      complete: true,
      instances: [formal('letters[0]', 'formal'), formal('letters[1]', 'formal@2020-01-01')],
    },
  },
  rules: {
    answer: {
      complete: true,
      instances: [
        breached('letters[0]', undefined, [draftCite]),
        breached('letters[1]', '2020-01-01', [actCite]),
      ],
    },
  },
  needs: [],
  restsOn: { judgements: [], assumptions: [], readings: [] },
  sources: {
    act: { title: 'The Act', status: 'statute', basis: 'primary' },
    draft: { title: 'A draft code', status: 'draft', basis: 'primary' },
  },
};

test('each is told in the words of the version that it was judged by, and as what that version rests on', () => {
  expect(
    explainText(assessment, phrases, { answers: ['answer', 'formal'], width: 200 }),
  ).toMatchInlineSnapshot(`
    "LETTERS
    Assessed as of 1 January 2021

    OUTCOME
    A breach is found, in two respects (one rule examined).
    - The firm must answer within a fortnight: breached as to the first letter, under a draft only (see 3).
    - The firm must answer within a week: breached as to the second letter (see 4).

    CONCLUSIONS
    1.  The first letter is in proper form.
    2.  The second letter is a qualified message.

    WHAT THE LAW AND OTHER TEXTS REQUIRE
    3.  Breached as to the first letter, under a draft only: the firm must answer within a fortnight [the draft p.2].
        - The letter is in proper form (see 1).
        - An exception does not apply, because the office was not on holiday.
    4.  Breached as to the second letter: the firm must answer within a week [the Act s.2].
        - The letter is a qualified message (see 2).
        - An exception does not apply, because the office is not closed.

    SOURCES
    - the Act: The Act; statute; its text seen at first hand.
    - the draft: A draft code; a draft, not law in force; its text seen at first hand.

    This is not legal advice. trial.letters 1.0.0, as of 1 January 2021; digest of its meaning m, of its text t.
    "
  `);
  const short = explainText(assessment, phrases, {
    answers: ['answer', 'formal'],
    length: 'short',
    width: 200,
  });
  expect(short).toMatchInlineSnapshot(`
    "LETTERS
    Assessed as of 1 January 2021

    IN SHORT
    The first letter is in proper form. The second letter is a qualified message. Two breaches are found: the firm must answer within a week, as to the second letter; and the firm must answer within a
    fortnight, as to the first letter, under a draft only. Sources of what is told here: the Act (statute); and the draft (a draft, not law in force).

    This is not legal advice. trial.letters 1.0.0, as of 1 January 2021; digest of its meaning m, of its text t.
    "
  `);
});

test('so is what is to be done next, and what would change', () => {
  const next = whatNext(nextSteps(assessment), assessment, phrases);
  expect(renderText(next, { width: 200 })).toMatchInlineSnapshot(`
    "LETTERS
    Assessed as of 1 January 2021

    WHAT TO DO NEXT
    - The firm must answer within a fortnight, as to the first letter, under a draft only. Breached.
    - The firm must answer within a week, as to the second letter. Breached.

    This is not legal advice. trial.letters 1.0.0, as of 1 January 2021; digest of its meaning m, of its text t.
    "
  `);
  const changes = ['letters[0]', 'letters[1]'].map((of): Changes => {
    const { pack, asOf } = assessment;
    const searched = { size: 1, complete: 1, tried: 4 };
    return {
      format: CHANGES_FORMAT,
      pack,
      asOf,
      target: { name: 'answer', of },
      from: 'breached',
      sets: [],
      searched,
    };
  });
  const would = whatWouldChange(changes, assessment, phrases);
  expect(renderText(would, { width: 200 })).toMatchInlineSnapshot(`
    "LETTERS
    Assessed as of 1 January 2021

    WHAT WOULD CHANGE IT
    Breached as to the first letter: the firm must answer within a fortnight. No change was found that would alter that, among the facts that can change.
    Single changes were looked for, of facts that a person can change.

    WHAT WOULD CHANGE IT
    Breached as to the second letter: the firm must answer within a week. No change was found that would alter that, among the facts that can change.
    Single changes were looked for, of facts that a person can change.

    This is not legal advice. trial.letters 1.0.0, as of 1 January 2021; digest of its meaning m, of its text t.
    "
  `);
});
