import {
  type Assessment,
  ASSESSMENT_FORMAT,
  type Phrasebook,
  PHRASEBOOK_FORMAT,
  type Reason,
  type SourceInfo,
} from '@proviso/runtime';
import { expect, test } from 'vitest';
import type { Length } from './explain.ts';
import { explainText } from './text.ts';

const successor: SourceInfo = {
  title: 'The Parcels Act 2020',
  status: 'statute',
  basis: 'secondary',
  from: '2021-01-01',
};
const act: SourceInfo = {
  title: 'The Parcels Act 1950',
  status: 'statute',
  basis: 'primary',
  from: '1950-01-01',
  ceasing: '2021-01-01',
  succeededBy: { newAct: successor },
};
const leaflet: SourceInfo = { title: 'A leaflet', status: 'superseded', basis: 'primary', edition: 'second' };

const phrases: Phrasebook = {
  format: PHRASEBOOK_FORMAT,
  pack: { title: 'Parcels' },
  facts: {},
  records: {},
  enums: {},
  bearers: { sender: { title: 'the sender' } },
  statements: {
    fragile: {
      kind: 'define',
      say: 'the parcel {is|is not} fragile',
      cites: [{ source: 'act', pinpoint: 's.1' }],
    },
    pad: { kind: 'rule', modality: 'must', act: 'pad it', cites: [{ source: 'leaflet', pinpoint: 'p.2' }] },
    shout: { kind: 'rule', modality: 'must', act: 'shout', cites: [{ source: 'note', pinpoint: 'p.1' }] },
    weigh: { kind: 'rule', modality: 'must', act: 'weigh it', cites: [{ source: 'act', pinpoint: 's.3' }] },
  },
  ambiguities: {},
  constraints: {},
  invariants: {},
  goals: {},
  sources: {
    act: { ...act, short: 'Act of 1950' },
    newAct: { ...successor, short: 'new Act' },
    leaflet: { ...leaflet },
    note: {
      title: 'A letter to senders',
      status: 'letter',
      basis: 'primary',
      published: '2024-05-30',
      from: '2024-05-30',
    },
    actAgain: { ...act, title: 'The Parcels Act 1950, Schedule', short: 'Act of 1950' },
  },
};

const limb = (source: string): Reason => ({
  kind: 'limb',
  value: 'yes',
  cites: [{ source, pinpoint: 's.1' }],
  because: [],
});

function told(asOf: string, more: Partial<Assessment>, length: Length = 'standard'): string {
  const assessment: Assessment = {
    format: ASSESSMENT_FORMAT,
    pack: { id: 'p', version: '1', meaning: 'm', text: 't' },
    asOf,
    goals: [],
    verdict: 'noBreachFound',
    rulesExamined: Object.keys(more.rules ?? {}),
    definitions: {},
    rules: {},
    needs: [],
    restsOn: { judgements: [], assumptions: [], readings: [] },
    sources: {},
    ...more,
  };
  const answers = Object.keys({ ...assessment.definitions, ...assessment.rules });
  return explainText(assessment, phrases, { answers, length }).replaceAll(/\s+/g, ' ');
}

const fragile = (...because: Reason[]): Partial<Assessment> => ({
  definitions: { fragile: { value: 'yes', because } },
  sources: { act },
});

test('of law that had ceased it is said beside the citation, and what took its place among the sources', () => {
  const text = told('2023-03-01', fragile(limb('act')));
  expect(text).toContain('[Act of 1950 s.1, as it stood before 1 January 2021]');
  expect(text).toContain(
    'Act of 1950: The Parcels Act 1950; statute, in force from 1 January 1950, ceasing on 1 January 2021; its text seen at first hand. In its place from 1 January 2021: The Parcels Act 2020 (new Act); statute; its text seen only at second hand.',
  );
});

test('law that was in force on the day that decides is cited as it is', () => {
  const before = told('2020-12-31', fragile(limb('act')));
  expect(before).toContain('[Act of 1950 s.1]');
  expect(before).not.toContain('In its place');
  expect(told('2021-01-01', fragile(limb('act')))).toContain('as it stood before 1 January 2021');
  const law: Reason = { kind: 'law', value: 'yes', on: '2019-05-01', because: [] };
  const governed = told('2023-03-01', fragile(law, limb('act')));
  expect(governed).toContain('[Act of 1950 s.1]');
  expect(governed).toContain('In its place from 1 January 2021');
});

test('a successor that has ceased too is followed by its own', () => {
  const third: SourceInfo = {
    title: 'The Parcels Act 2030',
    status: 'statute',
    basis: 'primary',
    from: '2030-01-01',
  };
  const middle: SourceInfo = { ...successor, ceasing: '2030-01-01', succeededBy: { third } };
  const chain = { ...fragile(limb('act')), sources: { act: { ...act, succeededBy: { newAct: middle } } } };
  expect(told('2029-12-31', chain)).not.toContain('2030; its text seen at first hand');
  expect(told('2030-01-01', chain)).toContain(
    'ceasing on 1 January 2030; its text seen only at second hand. In its place from 1 January 2030: The Parcels Act 2030; statute; its text seen at first hand.',
  );
});

test('the sources are those that the text cites, each once, also those of the phrasebook alone', () => {
  const text = told('2020-06-01', { ...fragile(limb('act'), limb('act')), sources: { act, leaflet } });
  const [, sources = ''] = text.split(' SOURCES ');
  expect(sources).toContain('Act of 1950');
  expect(sources).not.toContain('leaflet');
  expect(sources.match(/The Parcels Act 1950/g)).toHaveLength(1);
  const law: Reason = { kind: 'law', value: 'no', on: '2023-03-01', ceasing: '2021-01-01', because: [] };
  const silent = told('2023-03-01', { definitions: { fragile: { value: 'no', because: [law] } } });
  expect(silent).toContain('[Act of 1950 s.1, as it stood before 1 January 2021]');
  expect(silent).toContain('The Parcels Act 1950; statute');
  expect(silent).toContain('(new Act); statute; its text seen only at second hand');
});

const rule = (status: 'breached' | 'compliedWith', source: string) =>
  ({
    modality: 'must',
    bearer: 'sender',
    status,
    because: [{ kind: 'applies', value: 'yes', cites: [{ source, pinpoint: 'p.2' }], because: [] }],
  }) as const;

test('what only texts that are not law require is not told as law', () => {
  const only = { verdict: 'breachFound', rules: { pad: rule('breached', 'leaflet') } } as const;
  const text = told('2020-06-01', only);
  expect(text).toContain(
    'WHAT TEXTS THAT ARE NOT LAW REQUIRE 1. Breached, under a superseded text only: the sender must pad it [leaflet p.2, superseded]',
  );
  expect(text).toContain('The sender must pad it: breached, under a superseded text only (see 1)');
  expect(text).toContain('leaflet: A leaflet; second; superseded; its text seen at first hand.');
  expect(told('2020-06-01', only, 'short')).toContain('must pad it, under a superseded text only.');
  const both = told('2020-06-01', {
    rules: { pad: rule('compliedWith', 'leaflet'), weigh: rule('breached', 'act') },
  });
  expect(both).toContain('WHAT THE LAW AND OTHER TEXTS REQUIRE');
  expect(both).toContain('Done, as far as this goes: the sender must pad it');
  const law = told('2020-06-01', { rules: { weigh: rule('breached', 'act') } });
  expect(law).toContain('WHAT THE LAW REQUIRES 1. Breached: the sender must weigh it');
  expect(law).not.toContain('text only');
});

test('what breaks the law is told before what breaks a text that is none, and the short form names its sources', () => {
  const text = told(
    '2020-06-01',
    { verdict: 'breachFound', rules: { pad: rule('breached', 'leaflet'), weigh: rule('breached', 'act') } },
    'short',
  );
  expect(text).toContain(
    'the sender must weigh it; and the sender must pad it, under a superseded text only.',
  );
  expect(text).toContain('Sources of what is told here: Act of 1950 (statute); and leaflet (superseded).');
});

test('sources of one short name are listed with what is cited of each', () => {
  const cited = (source: string, pinpoint: string): Reason => ({
    kind: 'limb',
    value: 'yes',
    cites: [{ source, pinpoint }],
    because: [{ kind: 'fact', path: source, value: 'yes', input: 'fact' }],
  });
  const text = told('2020-06-01', fragile(cited('act', 's.1'), cited('actAgain', 'sch.2')));
  expect(text).toContain('- Act of 1950 s.1: The Parcels Act 1950; statute');
  expect(text).toContain('- Act of 1950 sch.2: The Parcels Act 1950, Schedule; statute');
  expect(told('2020-06-01', fragile(cited('act', 's.1')))).toContain('- Act of 1950: The Parcels Act 1950;');
});

test('a letter is not law: of a day before it is said only that it was not there', () => {
  const shout = (on: string, value: 'yes' | 'no'): string => {
    const law: Reason = { kind: 'law', value, on, from: '2024-05-30', because: [] };
    return told(on, {
      rules: {
        shout: {
          modality: 'must',
          bearer: 'sender',
          status: value === 'yes' ? 'notYetDue' : 'doesNotApply',
          because: [{ kind: 'applies', value, cites: [], because: [law] }],
        },
      },
    });
  };
  const before = shout('2023-03-01', 'no');
  expect(before).toContain(
    'That is only because the letter is of 30 May 2024, and the date that decides is 1 March 2023.',
  );
  // Told once, where nothing more is known of the day.
  expect(before).not.toContain('was not there yet');
  expect(before).not.toContain('the law');
  const after = shout('2026-07-01', 'yes');
  expect(after).toContain('Judged by the letter as it stood on 1 July 2026 (dating from 30 May 2024).');
  expect(after).not.toContain('the law');
});

test('a text that is not law has no days of the law that it goes by', () => {
  const law: Reason = {
    kind: 'law',
    value: 'no',
    on: '2020-03-01',
    from: '2018-05-25',
    ceasing: '2020-02-01',
    because: [{ kind: 'fact', path: 'sentOn', value: '2020-03-01', input: 'event' }],
  };
  const applies: Reason = { kind: 'applies', value: 'no', cites: [], because: [law] };
  const text = told('2020-06-01', {
    rules: { pad: { modality: 'must', bearer: 'sender', status: 'doesNotApply', because: [applies] } },
  });
  expect(text).toContain(
    'That is only because the law behind the superseded text ceased on 1 February 2020, and the date that decides is 1 March 2020.',
  );
  expect(text).toContain(
    'The law behind the superseded text had ceased by 1 March 2020 (in force from 25 May 2018, ceasing on 1 February 2020): “sent on”',
  );
  expect(text).not.toContain('stood');
});
