/** Consent in the pack on political campaigning: it does not transfer, and more of it never does harm. Pages 40, 41, 79 to 81. */
import type { Json } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, askGoals } from '../support/asked-goals.ts';
import { elementsOf, type Facts } from '../support/case-facts.ts';
import { membersOfEnum } from '../support/case-values.ts';
import { caseMaker, given, runs } from '../support/pack-cases.ts';
import { expectWhere } from '../support/expect-where.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const prohibitions = [
  'noUnconsentedElectronicMail',
  'noBarredCall',
  'noUnconsentedFax',
  'noBarredFax',
  'noElectronicMarketingWithoutConsent',
];
const goals = askGoals(compiled, {
  contact: ['mayContact', 'directMarketing', ...prohibitions],
  channel: [
    'mayContact',
    'consentToChannel',
    'pecrRequiresConsent',
    'automatedCall',
    'callAllowed',
    'directMarketing',
  ],
  explicit: ['explicitConsentHeld'],
  device: ['deviceConsent', 'deviceUseAllowed'],
});

/** A consent that wants for nothing. */
const whole: Facts = {
  givenOn: '2019-01-10',
  withdrawnOn: 'notYet',
  namesUs: true,
  bySubscriber: true,
  positiveAction: true,
  stillValid: true,
  freelyGiven: true,
  specific: true,
  informed: true,
  unambiguous: true,
  coversThisUse: true,
  coversDeviceUse: true,
  automatedNatureClear: true,
  channels: [...membersOfEnum(plan, 'ConsentChannel')],
  purposes: ['politicalMarketing'],
  coversProcessingTypes: true,
  prominent: true,
  unbundled: true,
  easyToUnderstand: true,
};
/** How a message may come that somebody can consent to. */
const means: readonly Readonly<Record<string, Json>>[] = [
  { 'message.channel': 'phoneCall', 'call.recordedMessagePlayed': true },
  {
    'message.channel': 'phoneCall',
    'call.recordedMessagePlayed': false,
    'call.tpsListed': true,
    'call.tpsListedOn': '2018-06-01',
  },
  { 'message.channel': 'fax' },
  { 'message.channel': 'email' },
  { 'message.channel': 'textMessage' },
  { 'message.channel': 'socialDirectMessage' },
];
const byLine = new Set<Json | undefined>(['phoneCall', 'fax']);
const consentFacts = goals.contact.goal.facts.filter((path) => path.startsWith('consents[].'));
/** Complete consents, some whole but for a little, most of any kind. */
const consents = fc.tuple(fc.nat(100_000), fc.subarray(Object.keys(whole))).map(([pick, kept]) => {
  const some = Object.fromEntries(Object.entries(whole).filter(([name]) => kept.includes(name)));
  return elementsOf(make.completed({ consents: [some] }, consentFacts, pick), 'consents')[0] ?? {};
});

describe('consent to a means of contact', () => {
  /** DM-41, G-32, G-33: consent opens what was closed, and closes nothing. */
  test('a consent added never turns a permitted contact into a forbidden one', () => {
    let opened = 0;
    fc.assert(
      fc.property(make.casesOf(goals.contact.goal), consents, (each, consent) => {
        const before = goals.contact.mended(each);
        const more = [...elementsOf(before.facts, 'consents'), consent];
        const after = goals.contact.mended(
          given(
            { ...each, facts: before.facts },
            { consents: Array.isArray(before.facts['consents']) ? more : { atLeast: more } },
          ),
        );
        const [was, is] = [answerOf(before, 'mayContact'), answerOf(after, 'mayContact')];
        expectWhere(was === 'yes' || is === 'no', is, was);
        for (const rule of prohibitions)
          expectWhere(answerOf(after, rule) === 'breached', answerOf(before, rule), 'breached', rule);
        if (was === 'no' && is === 'yes') opened++;
      }),
      runs,
    );
    expect(opened).toBeGreaterThan(10);
  });

  /** LB-24 to LB-28, DM-29, DM-52, G-39, G-41: to whom, by whom, by which means, for what, when. */
  test('changing one coordinate of the only consent never permits', () => {
    const seen = new Map<string, number>();
    const changes: Readonly<Record<string, (sentOn: string) => Facts>> = {
      'to whom': () => ({ namesUs: false }),
      channel: () => ({ channels: [] }),
      purpose: () => ({ purposes: ['otherPurpose', 'otherCampaigns'], coversThisUse: false }),
      withdrawn: (sentOn) => ({ withdrawnOn: sentOn, withdrawnInAnswer: false }),
      when: () => ({ givenOn: '2030-01-01' }),
      'by the subscriber': () => ({ bySubscriber: false }),
      expired: () => ({ stillValid: false }),
      unfree: () => ({ freelyGiven: false }),
      unspecific: () => ({ specific: false }),
      uninformed: () => ({ informed: false }),
      ambiguous: () => ({ unambiguous: false }),
      passive: () => ({ positiveAction: false }),
    };
    // The default readings; under the others freedom and an act are not asked for, and an advert may be mail.
    const settled = { readings: {}, asOf: '2021-06-01' };
    fc.assert(
      fc.property(
        make.completeCasesOf(goals.channel.goal),
        fc.constantFrom(...means),
        fc.constantFrom(...Object.keys(changes)),
        fc.constantFrom('2019-08-01', '2020-06-01', '2021-05-31'),
        (each, channel, coordinate, sentOn) => {
          fc.pre(coordinate !== 'by the subscriber' || byLine.has(channel['message.channel']));
          const base = given(
            { ...each, ...settled },
            {
              ...channel,
              'message.sentOn': sentOn,
              'person.subscriberKind': 'individualSubscriber',
              'forwarding.sentOnByOthers': false,
              letters: [],
              consents: [whole],
            },
          );
          const change = changes[coordinate]?.(sentOn);
          const before = goals.channel.mended(base);
          const after = goals.channel.mended(given(base, { consents: [{ ...whole, ...change }] }));
          expect(answerOf(before, 'consentToChannel')).toBe('yes');
          expect(answerOf(after, 'consentToChannel')).toBe('no');
          if (answerOf(after, 'pecrRequiresConsent') !== 'yes') return;
          expect(answerOf(before, 'mayContact')).toBe('yes');
          expect(answerOf(after, 'mayContact')).toBe('no');
          seen.set(coordinate, (seen.get(coordinate) ?? 0) + 1);
        },
      ),
      runs,
    );
    expect(Object.keys(changes).filter((name) => (seen.get(name) ?? 0) < 5)).toEqual([]);
  });

  /** DM-51, DM-52: what is consented to in a live call stays there. */
  test('consent to live calls never counts for automated ones', () => {
    let marketing = 0;
    fc.assert(
      fc.property(make.casesOf(goals.channel.goal), fc.array(consents, { maxLength: 3 }), (each, held) => {
        const others = ['liveCalls', 'electronicMail', 'fax', 'post'];
        const automated = given(each, {
          'message.channel': 'phoneCall',
          'call.recordedMessagePlayed': true,
          consents: [whole, ...held].map((consent) => ({ ...consent, channels: others })),
        });
        const found = goals.channel.mended(automated);
        expect(answerOf(found, 'consentToChannel')).toBe('no');
        if (answerOf(found, 'directMarketing') !== 'yes') return;
        expect([answerOf(found, 'callAllowed'), answerOf(found, 'mayContact')]).toEqual(['no', 'no']);
        marketing++;
      }),
      runs,
    );
    expect(marketing).toBeGreaterThan(100);
  });
});

describe('consent to other things', () => {
  /** SC-35 to SC-37: the controller has to be named. */
  test('a consent that names another organisation counts for nothing', () => {
    let held = 0;
    fc.assert(
      fc.property(make.casesOf(goals.explicit.goal), (each) => {
        const known = elementsOf(each.facts, 'consents');
        const of = (namesUs: boolean): string | number =>
          answerOf(
            goals.explicit.mended(
              given(each, { consents: known.map((consent) => ({ ...consent, namesUs })) }),
            ),
            'explicitConsentHeld',
          );
        if (of(true) === 'yes') held++;
        expect(of(false)).toBe('no');
      }),
      runs,
    );
    expect(held).toBeGreaterThan(20);
  });

  /** DM-14, SC-37: the last word of the person counts, if the objection binds; by the oldest layer of the guidance it has to be written. */
  test('a later objection beats an earlier consent', () => {
    let held = 0;
    fc.assert(
      fc.property(make.casesOf(goals.explicit.goal), (each) => {
        const earlier = {
          consents: elementsOf(each.facts, 'consents').map((consent) => ({
            ...consent,
            givenOn: '2019-01-10',
          })),
          letters: [],
          'processing.carriedOutOn': '2020-06-01',
          'processing.targetsPoliticalMessages': true,
        };
        const later = { ...each, asOf: '2021-06-01', readings: { ...each.readings, guidanceLayer: 'box' } };
        const objection = {
          receivedOn: '2019-03-01',
          inWriting: false,
          sentTo: 'toUs',
          fromThePerson: true,
          objectsToMarketing: true,
          requiresNoProcessing: false,
        };
        const of = (letters: readonly Facts[]): string | number =>
          answerOf(goals.explicit.mended(given(later, { ...earlier, letters })), 'explicitConsentHeld');
        if (of([]) === 'yes') held++;
        expect(of([objection])).toBe('no');
      }),
      runs,
    );
    expect(held).toBeGreaterThan(20);
  });

  /** ONL-02, ONL-11: what is consented to for a device is consented to for one organisation and one use, and may be withdrawn. */
  test('a consent to the use of a device does not transfer either', () => {
    let lost = 0;
    const changes: readonly Facts[] = [
      { namesUs: false },
      { coversDeviceUse: false },
      { channels: ['electronicMail'] },
      { withdrawnOn: '2019-06-01' },
      { givenOn: '2030-01-01' },
    ];
    fc.assert(
      fc.property(make.completeCasesOf(goals.device.goal), fc.constantFrom(...changes), (each, change) => {
        const base = given(
          { ...each, readings: {}, asOf: '2026-06-01' },
          { 'device.usedOn': '2019-08-01', letters: [] },
        );
        const of = (consent: Facts): readonly (string | number)[] => {
          const found = goals.device.mended(given(base, { consents: [consent] }));
          return [answerOf(found, 'deviceConsent'), answerOf(found, 'deviceUseAllowed')];
        };
        const [[before, allowedBefore], [after, allowedAfter]] = [of(whole), of({ ...whole, ...change })];
        expect([before, after]).toEqual(['yes', 'no']);
        expectWhere(allowedAfter === 'yes', allowedBefore, 'yes');
        if (allowedBefore === 'yes' && allowedAfter === 'no') lost++;
      }),
      runs,
    );
    expect(lost).toBeGreaterThan(20);
  });
});
