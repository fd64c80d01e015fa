/** The channel table of the pack on political campaigning, and what objections do to it: pages 75 to 81 of the code. */
import type { Json } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, askGoals, type Found } from '../support/asked-goals.ts';
import { elementsOf, type Facts } from '../support/case-facts.ts';
import { membersOfEnum } from '../support/case-values.ts';
import { type Case, caseMaker, given, runs } from '../support/pack-cases.ts';
import { expectWhere } from '../support/expect-where.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const may = ['mayContact', 'callAllowed', 'faxAllowed', 'electronicMailAllowed', 'postAllowed'].filter(
  (name) => plan.definitions.some(({ id }) => id === name),
);
const goals = askGoals(compiled, {
  regime: ['channelRegime', 'subjectToPecr'],
  allowed: ['mayContact', 'directMarketing'],
  contact: [...may, 'callAgreed', 'callUnlisted', 'callUnlessUnwanted'],
  calls: ['callAllowed', 'automatedCall'],
  objections: ['mayContact', 'noMarketingAfterObjection', 'channelObjected', 'suppressDetails'],
});
const channels = membersOfEnum(plan, 'Channel');

const letterFacts = goals.contact.goal.facts.filter((path) => path.startsWith('letters[].'));
/** An objection as good as any. */
const binding: Facts = {
  receivedOn: '2018-06-01',
  inWriting: true,
  sentTo: 'toUs',
  fromThePerson: true,
  objectsToMarketing: true,
};
/** Complete letters of every kind, and every other one an objection that binds. */
const letters = fc.tuple(fc.nat(100_000), fc.boolean()).map(([pick, binds]) => {
  const known = { letters: [binds ? { ...binding } : {}] };
  return elementsOf(make.completed(known, letterFacts, pick), 'letters')[0] ?? {};
});

/** DM-18 to DM-53, table G: every message has one provision, whatever else is true of it. */
test('the channel table has no gap and no overlap', () => {
  const provisions: Readonly<Record<string, string>> = {
    post: 'noChannelRule',
    faceToFace: 'noChannelRule',
    fax: 'regulation20',
    email: 'regulation22',
    textMessage: 'regulation22',
    pictureOrVideoMessage: 'regulation22',
    voicemail: 'regulation22',
    socialDirectMessage: 'regulation22',
  };
  const answers = [true, false];
  for (const channel of channels)
    for (const recorded of answers)
      for (const network of answers)
        for (const stored of answers)
          for (const layer of ['box', 'body1998']) {
            const message = { channel, overPublicNetwork: network, storedUntilCollected: stored };
            const call = { recordedMessagePlayed: recorded };
            // An advert is shown on social media in half of the cases: those of other channels in which the message is stored.
            const audience = { targetsOnline: true, onSocialMedia: stored };
            const facts =
              channel === 'phoneCall'
                ? { message, call }
                : channel === 'onlineAdvert'
                  ? { message, audience }
                  : { message };
            const found = goals.regime.mended({
              facts,
              asOf: '2019-09-01',
              readings: { guidanceLayer: layer },
            });
            const wanted =
              provisions[channel] ??
              (channel === 'phoneCall'
                ? recorded
                  ? 'regulation19'
                  : 'regulation21'
                : channel === 'onlineAdvert'
                  ? layer === 'body1998' && stored
                    ? 'regulation22'
                    : 'regulation6'
                  : network && stored
                    ? 'regulation22'
                    : 'noChannelRule');
            expect(answerOf(found, 'channelRegime'), JSON.stringify({ facts, layer })).toBe(wanted);
          }
});

/** Page 76 to 81: a message that may be sent may be sent under one head; one that is no marketing has one too, but for what a device rule bars. */
test('one head of the table allows a message, never two, and what is no marketing is never barred', () => {
  let allowed = 0;
  let noMarketing = 0;
  fc.assert(
    fc.property(make.completeCasesOf(goals.allowed.goal), fc.constantFrom(...channels), (each, channel) => {
      const found = goals.allowed.mended(given(each, { 'message.channel': channel }));
      const heads = limbsOf(found, 'mayContact');
      const isAllowed = answerOf(found, 'mayContact') === 'yes';
      const isNoMarketing = answerOf(found, 'directMarketing') === 'no' && channel !== 'onlineAdvert';
      if (isAllowed) allowed++;
      if (isNoMarketing) noMarketing++;
      expectWhere(isAllowed, heads.length, 1);
      expectWhere(isNoMarketing, answerOf(found, 'mayContact'), 'yes');
    }),
    runs,
  );
  expect([allowed > 100, noMarketing > 100], `${allowed} ${noMarketing}`).toEqual([true, true]);
});

/** DM-14, PRO-10, G-03, G-29: an objection takes away and never gives. */
test('an objection added never increases what is allowed', () => {
  let barred = 0;
  fc.assert(
    fc.property(make.casesOf(goals.contact.goal), letters, (each, letter) => {
      const before = goals.contact.mended(each);
      const after = goals.contact.mended(withLetter({ ...each, facts: before.facts }, letter));
      for (const name of goals.contact.goal.answers) {
        const [was, is] = [answerOf(before, name), answerOf(after, name)];
        expectWhere(was === 'no' || was === 'doesNotApply', is, was, name);
        expectWhere(is === 'yes' || is === 'permitted', was, is, name);
      }
      if (answerOf(before, 'mayContact') === 'yes' && answerOf(after, 'mayContact') === 'no') barred++;
    }),
    runs,
  );
  expect(barred).toBeGreaterThan(20);
});

/** G-29: whoever asks for no calls, no post or no faxes is out of reach by that means, and by no other. */
test('an objection to one means changes nothing for another', () => {
  const narrow = { objectsToCalls: 'phoneCall', objectsToPost: 'post', objectsToFax: 'fax' } as const;
  const names = Object.keys(narrow) as (keyof typeof narrow)[];
  fc.assert(
    fc.property(
      make.casesOf(goals.allowed.goal),
      fc.constantFrom(...names),
      fc.constantFrom(...channels),
      letters,
      (each, name, channel, letter) => {
        fc.pre(narrow[name] !== channel);
        const silent = Object.fromEntries(
          [...names, 'objectsToMarketing', 'requiresNoProcessing'].map((other) => [other, false]),
        );
        const base = given(each, { 'message.channel': channel });
        const without = goals.allowed.mended(withLetter(base, { ...letter, ...silent }));
        const with_ = goals.allowed.mended(withLetter(base, { ...letter, ...silent, [name]: true }));
        expect(answerOf(with_, 'mayContact')).toBe(answerOf(without, 'mayContact'));
      },
    ),
    runs,
  );
});

/** DM-17, page 76: the next copy of the register brings nobody back who has objected. */
test('suppression survives a new copy of the register', () => {
  let prohibited = 0;
  const places = ['origin.fromElectoralRegister', 'origin.obtainedOn', 'register.edition'];
  const { facts } = goals.objections.goal;
  expect(facts.filter((path) => path.startsWith('register.'))).toEqual([]);
  fc.assert(
    fc.property(
      make.casesOf(goals.objections.goal),
      letters,
      fc.tuple(fc.nat(1), fc.nat(99), fc.nat(99)),
      (each, letter, picks) => {
        const before = goals.objections.mended(withLetter(each, { ...letter, objectsToMarketing: true }));
        const copy = Object.fromEntries(places.map((path, i) => [path, make.valueAt(path, picks[i] ?? 0)]));
        const after = goals.objections.mended(given({ ...each, facts: before.facts }, copy));
        for (const name of ['mayContact', 'channelObjected'])
          expect(answerOf(after, name), name).toBe(answerOf(before, name));
        for (const name of ['noMarketingAfterObjection', 'suppressDetails'])
          expect(after.assessment.rules[name]).toEqual(before.assessment.rules[name]);
        if (answerOf(before, 'channelObjected') === 'yes') prohibited++;
      },
    ),
    runs,
  );
  expect(prohibited).toBeGreaterThan(50);
});

/** DM-53: the Telephone Preference Service neither bars an automated call nor lets one through. */
test('a listing changes nothing for an automated call', () => {
  let open = 0;
  fc.assert(
    fc.property(make.completeCasesOf(goals.calls.goal), (each) => {
      const automated = { 'message.channel': 'phoneCall', 'call.recordedMessagePlayed': true };
      const of = (listed: boolean): string | number =>
        answerOf(goals.calls.mended(given(each, { ...automated, 'call.tpsListed': listed })), 'callAllowed');
      expect(of(true)).toBe(of(false));
      if (of(true) === 'yes') open++;
    }),
    runs,
  );
  expect(open).toBeGreaterThan(20);
});

/** Pages 76 and 77: post and visits are outside PECR, so that nobody's consent to them is needed. */
/** A consent that comes after a refusal of post lifts it, which is no need for one: so nobody has refused anything here. */
test('without PECR no consent is needed', () => {
  let allowed = 0;
  fc.assert(
    fc.property(make.casesOf(goals.allowed.goal), fc.constantFrom('post', 'faceToFace'), (each, channel) => {
      const of = (facts: Record<string, Json>): string | number =>
        answerOf(
          goals.allowed.mended(given(each, { 'message.channel': channel, letters: [], ...facts })),
          'mayContact',
        );
      expect(of({ consents: [] })).toBe(of({}));
      if (of({ consents: [] }) === 'yes') allowed++;
    }),
    runs,
  );
  expect(allowed).toBeGreaterThan(100);
});

/** The case with a letter more; where there may be others that nobody has told of, there still may. */
function withLetter(each: Case, letter: Facts): Case {
  const more = [...elementsOf(each.facts, 'letters'), letter];
  return given(each, { letters: Array.isArray(each.facts['letters']) ? more : { atLeast: more } });
}

/** The labels of the limbs that hold. */
function limbsOf({ assessment }: Found, name: string): readonly (string | undefined)[] {
  const result = assessment.definitions[name];
  if (result === undefined || 'instances' in result) throw new Error(`no single result for ${name}`);
  return result.because.flatMap((reason) => (reason.kind === 'limb' ? [reason.label] : []));
}
