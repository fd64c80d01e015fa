/** Special category data and Article 22 in the pack on political campaigning: pages 44 to 47 and 67 to 72. */
import type { Json } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, askGoals } from '../support/asked-goals.ts';
import { type Case, caseMaker, given, runs } from '../support/pack-cases.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const goals = askGoals(compiled, {
  paragraph22: ['paragraph22'],
  allOfIt: ['partyConditionCoversAll'],
  article22: ['article22Applies'],
});

function article22(each: Case, facts: Readonly<Record<string, Json>>): string | number {
  return answerOf(goals.article22.mended(given(each, facts)), 'article22Applies');
}

describe('the condition of paragraph 22', () => {
  const of = (each: Case): string | number => answerOf(goals.paragraph22.mended(each), 'paragraph22');

  /** SC-25: no other special category comes in with political opinions, held or inferred; for these the condition may stand. */
  test('never covers data of any other special category', () => {
    const covers = (each: Case): string | number =>
      answerOf(goals.allOfIt.mended(each), 'partyConditionCoversAll');
    const others =
      plan.enums
        .find(({ name }) => name === 'Category')
        ?.members.filter((member) => member !== 'politicalOpinions') ?? [];
    expect(others).toHaveLength(9);
    fc.assert(
      fc.property(
        make.casesOf(goals.allOfIt.goal),
        fc.subarray([...others], { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (each, members, isInferred, withOpinions) => {
          const categories = withOpinions ? ['politicalOpinions', ...members] : members;
          expect(
            covers(
              given(
                each,
                isInferred
                  ? { 'processing.inferredCategories': categories, 'processing.inferenceIntended': true }
                  : { 'processing.categories': categories },
              ),
            ),
          ).toBe('no');
        },
      ),
      runs,
    );
  });

  /** SC-13, SC-26: for registered parties, whatever else is true; and none of this by never being met. */
  test('is met in some of the cases tried, refused in others, open in others, and never without a registered party', () => {
    const seen = new Map<string | number, number>();
    fc.assert(
      fc.property(make.casesOf(goals.paragraph22.goal), (each) => {
        const value = of(each);
        seen.set(value, (seen.get(value) ?? 0) + 1);
        expect(of(given(each, { 'organisation.registeredParty': false }))).toBe('no');
      }),
      runs,
    );
    expect(
      Math.min(seen.get('yes') ?? 0, seen.get('no') ?? 0, seen.get('unknown') ?? 0),
      JSON.stringify([...seen]),
    ).toBeGreaterThan(20);
  });
});

describe('Article 22', () => {
  /** The sixteen questions, and the last one of page 71. */
  const questions = [
    'intrusiveProfiling',
    'surprising',
    'opaque',
    'sensitiveData',
    'intrusiveDelivery',
    'tooFrequent',
    'strongDelivery',
    'worksUnawares',
    'highlyEmotive',
    'influencesAutonomy',
    'vulnerabilitiesAffected',
    'psychometricsForStrongReaction',
    'detrimentLikely',
    'discriminatory',
    'threatening',
    'disenfranchises',
    'otherReasonToBelieve',
  ];

  /** PRO-28 to PRO-35: the questions raise a concern; answering them all no shows nothing. */
  test('answering no to the questions never shows that Article 22 does not apply', () => {
    const allNo = Object.fromEntries(questions.map((question) => [`decision.${question}`, false]));
    let open = 0;
    fc.assert(
      fc.property(make.casesOf(goals.article22.goal), (each) => {
        // Whatever is said of Article 22, these answers did not say it.
        const before = article22(each, {});
        expect(article22(each, allNo)).toBe(before);
        if (before === 'unknown') open++;
      }),
      runs,
    );
    expect(open).toBeGreaterThan(50);
  });

  test('from no facts but these answers it stays open', () => {
    fc.assert(
      fc.property(fc.subarray(questions), fc.boolean(), (asked, answer) => {
        const decision = {
          madeOn: '2019-09-01',
          microTargets: true,
          personWeighsEach: false,
          ...Object.fromEntries(asked.map((question) => [question, answer])),
        };
        expect(article22({ facts: { decision }, asOf: '2019-09-10', readings: {} }, {})).toBe('unknown');
      }),
      runs,
    );
  });

  /** Section 80 of the Act of 2025, regulation 5 of S.I. 2026/82. */
  test('a decision made since 5 February 2026 is never said not to be restricted: the law is said to have ceased', () => {
    let ceased = 0;
    fc.assert(
      fc.property(
        make.casesOf(goals.article22.goal),
        fc.constantFrom('2026-02-05', '2026-06-30', '2026-11-22'),
        (each, madeOn) => {
          const found = goals.article22.mended(given(each, { 'decision.madeOn': madeOn }));
          const result = found.assessment.definitions['article22Applies'];
          expect(result).toMatchObject({ value: 'no' });
          // Unless the facts alone already say no.
          if (article22(each, { 'decision.madeOn': '2026-02-04' }) === 'no') return;
          const law = {
            name: 'article22Applies',
            ceasing: '2026-02-05',
            succeededBy: ['restrictedDecision22B'],
          };
          expect(result).toMatchObject({ notInForce: [law] });
          ceased++;
        },
      ),
      runs,
    );
    expect(ceased).toBeGreaterThan(100);
  });
});
