/** Lawfulness and the clocks of a letter in the pack on political campaigning: pages 34, 37 to 41, 45, 67 and 75. */
import type { Json } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, askGoals } from '../support/asked-goals.ts';
import { withFacts } from '../support/case-facts.ts';
import { membersOfEnum } from '../support/case-values.ts';
import { caseMaker, given, runs } from '../support/pack-cases.ts';
import { expectWhere } from '../support/expect-where.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const goals = askGoals(compiled, {
  lawful: ['lawful', 'pecrKept', 'appropriateBasis', 'otherwiseUnlawful'],
  recognised: ['recognisedInterestBasis', 'democraticEngagement'],
  recognisedAlone: ['recognisedInterestBasis'],
  publicTask: ['publicTaskBasis', 'taskLaidDown'],
  clocks: ['stopMarketing', 'respondToObjection', 'stopUnderNotice'],
});

describe('lawfulness', () => {
  /** LFT-05, LB-28: what breaks PECR is unlawful; what keeps it has only not failed there. */
  test('failing PECR fails lawfulness, and passing it does not by itself make lawful', () => {
    const seen = { failed: 0, passed: 0 };
    fc.assert(
      fc.property(make.completeCasesOf(goals.lawful.goal), (each) => {
        const found = goals.lawful.mended(each);
        const kept = answerOf(found, 'pecrKept');
        if (kept === 'no') {
          seen.failed++;
          expect(answerOf(found, 'lawful')).toBe('no');
          return;
        }
        const without = goals.lawful.mended(
          given({ ...each, facts: found.facts }, { 'basis.identified': false }),
        );
        expect([answerOf(without, 'pecrKept'), answerOf(without, 'lawful')]).toEqual([kept, 'no']);
        if (answerOf(found, 'lawful') === 'yes') seen.passed++;
      }),
      runs,
    );
    expect(seen.failed > 20 && seen.passed > 5, JSON.stringify(seen)).toBe(true);
  });

  /** LFT-02, LFT-04: two aspects, neither of which makes up for the other. */
  test('lawful is a basis and nothing unlawful besides, and no fewer', () => {
    fc.assert(
      fc.property(make.casesOf(goals.lawful.goal), (each) => {
        const found = goals.lawful.mended(each);
        if (answerOf(found, 'lawful') === 'yes')
          expect(
            ['appropriateBasis', 'pecrKept', 'otherwiseUnlawful'].map((name) => answerOf(found, name)),
          ).toEqual(['yes', 'yes', 'no']);
      }),
      runs,
    );
  });

  /** LB-07: Article 6(1)(ea) and Annex 1 name five conditions; taking part in politics is not one, and its being so says nothing of them. */
  test('recognised legitimate interest never covers democratic engagement', () => {
    expect(goals.recognisedAlone.goal.facts.filter((path) => /engagement/iu.test(path))).toEqual([]);
    expect(
      membersOfEnum(plan, 'RecognisedInterest').filter((name) =>
        /engag|democr|politic|campaign/iu.test(name),
      ),
    ).toEqual([]);
    const activities = membersOfEnum(plan, 'EngagementActivity');
    expect(activities.length).toBeGreaterThan(5);
    let engaged = 0;
    fc.assert(
      fc.property(
        make.casesOf(goals.recognised.goal),
        fc.subarray([...activities], { minLength: 1 }),
        fc.boolean(),
        (each, done, none) => {
          const base = none ? given(each, { 'basis.recognisedConditions': [] }) : each;
          const before = goals.recognised.mended(base);
          const after = goals.recognised.mended(
            given(base, { 'basis.engagementActivities': done, 'basis.necessaryForEngagement': true }),
          );
          expect(answerOf(after, 'recognisedInterestBasis')).toBe(
            answerOf(before, 'recognisedInterestBasis'),
          );
          expectWhere(none, answerOf(after, 'recognisedInterestBasis'), 'no');
          if (answerOf(after, 'democraticEngagement') === 'yes') engaged++;
        },
      ),
      runs,
    );
    expect(engaged).toBeGreaterThan(500);
  });

  /** LB-06, LB-08, page 37: no activity, however democratic, makes a public task without a law that lays it down. */
  test('democratic engagement alone is never a public task', () => {
    let engaged = 0;
    fc.assert(
      fc.property(make.casesOf(goals.publicTask.goal), (each) => {
        const found = goals.publicTask.mended(
          given(each, {
            'basis.engagementActivities': [...membersOfEnum(plan, 'EngagementActivity')],
            'basis.necessaryForEngagement': true,
            'basis.otherLawLaysDownTask': false,
            'origin.fromElectoralRegister': false,
          }),
        );
        expect([answerOf(found, 'taskLaidDown'), answerOf(found, 'publicTaskBasis')]).toEqual(['no', 'no']);
        engaged++;
      }),
      runs,
    );
    expect(engaged).toBeGreaterThan(900);
  });
});

/** D-42, DM-14, PRO-13, SC-23: one letter starts three clocks, and stopping one stops no other. */
describe('one letter, three clocks', () => {
  const clocks = {
    marketingStoppedOn: 'stopMarketing',
    answeredOn: 'respondToObjection',
    processingStoppedOn: 'stopUnderNotice',
  } as const;
  const letter = {
    receivedOn: '2019-09-02',
    inWriting: true,
    sentTo: 'toUs',
    fromThePerson: true,
    objectsToMarketing: true,
    objectsToProfiling: false,
    requiresNoProcessing: true,
    statesPeriod: true,
    period: 'P28D',
    periodReasonable: true,
    withdrawnInWritingOn: 'notYet',
    extensionToldOn: 'notYet',
  };
  const base = {
    'organisation.registeredParty': true,
    'message.channel': 'email',
    'message.toPersonalAddress': true,
    'message.promotesAims': true,
    'message.administrative': false,
    'message.seeksOpinions': false,
    'processing.conditionsReliedOn': ['partyCondition'],
  };
  const days = fc.constantFrom<Json>(
    '2019-09-02',
    '2019-09-30',
    '2019-10-02',
    '2019-10-03',
    '2019-12-01',
    'notYet',
  );

  test('each is judged by its own day', () => {
    const seen = new Map<string, Set<string | number>>();
    fc.assert(
      fc.property(
        make.casesOf(goals.clocks.goal),
        fc.record({ marketingStoppedOn: days, answeredOn: days, processingStoppedOn: days }),
        fc.constantFrom(...(Object.keys(clocks) as (keyof typeof clocks)[])),
        days,
        fc.constantFrom('2019-09-02', '2019-09-30', '2019-10-01', '2019-10-02', '2019-10-03', '2020-01-01'),
        (each, stopped, moved, to, asOf) => {
          const of = (events: Readonly<Record<string, Json>>): Readonly<Record<string, string | number>> => {
            const facts = withFacts(each.facts, { ...base, letters: [{ ...letter, ...events }] });
            const found = goals.clocks.mended({ facts, asOf, readings: {} });
            return Object.fromEntries(
              Object.values(clocks).map((rule) => [rule, answerOf(found, rule, 'letters[0]')]),
            );
          };
          const [before, after] = [of(stopped), of({ ...stopped, [moved]: to })];
          for (const rule of Object.values(clocks)) {
            expectWhere(rule !== clocks[moved], after[rule], before[rule], rule);
            seen.set(rule, (seen.get(rule) ?? new Set()).add(after[rule] ?? ''));
          }
        },
      ),
      runs,
    );
    expect([...(seen.get('stopMarketing') ?? [])]).toEqual(
      expect.arrayContaining(['breached', 'compliedWith']),
    );
    expect([...(seen.get('respondToObjection') ?? [])]).toEqual(
      expect.arrayContaining(['breached', 'compliedWith', 'notYetDue']),
    );
    expect([...(seen.get('stopUnderNotice') ?? [])]).toEqual(
      expect.arrayContaining(['breached', 'compliedWith', 'notYetDue']),
    );
  });
});
