/** What must hold of every case in the pack on political campaigning, whatever else is known of it. */
import { type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import { type Json, type Plan, sliceOf } from '@proviso/compiler/plan';
import { type Assessment, FactsError, type Instances, type Result } from '@proviso/runtime';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPack } from '../support/read-pack.ts';
import {
  assessMended,
  casesOfPack,
  days,
  type Facts,
  forget,
  readingsOf,
  withFacts,
} from '../support/vocabulary-cases.ts';

const { plan: whole } = readPack('ico-political-campaigning');
// Besides the pack's goals, one for each definition that is asked for by itself: the interpreter then evaluates no more than that.
const single = [
  'explicitConsentHeld',
  'directed',
  'freepostElectionAddress',
  'restrictedDecision22B',
  'article9Condition',
  'article22Concern',
];
const plan: Plan = {
  ...whole,
  goals: [...whole.goals, ...single.map((name) => ({ name, answers: [name], ...sliceOf(whole, [name]) }))],
};
const pack: LoadedPack = loadPlan(plan);
const cases = fc.record({ facts: casesOfPack(plan), asOf: days, readings: readingsOf(plan) });
// fast-check prints the seed and the shrunk case on failure; shrinking stops in time for the test to do so.
const runs = { numRuns: 1000, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true };

interface Found {
  readonly facts: Facts;
  readonly assessment: Assessment;
}

function assess(
  each: { readonly facts: Facts; readonly asOf: string; readonly readings: Record<string, string> },
  goals: readonly string[],
  given: Readonly<Record<string, Json>> = {},
): Found {
  const found = assessMended(pack, withFacts(each.facts, given), {
    asOf: each.asOf,
    goals,
    readings: each.readings,
  });
  fc.pre(found !== undefined);
  return found;
}

/** The value of a definition without a parameter. */
function valueOf({ assessment }: Found, name: string): Result['value'] {
  const result: Result | Instances<Result> | undefined = assessment.definitions[name];
  if (result === undefined || 'instances' in result) throw new Error(`no single result for ${name}`);
  return result.value;
}

describe('special category data', () => {
  test('without a registered party paragraph 22 is never met', () => {
    fc.assert(
      fc.property(cases, (each) => {
        expect(
          valueOf(assess(each, ['paragraph22'], { 'organisation.registeredParty': false }), 'paragraph22'),
        ).toBe('no');
      }),
      runs,
    );
  });

  test('with any other special category paragraph 22 is never met', () => {
    const others =
      plan.enums
        .find(({ name }) => name === 'Category')
        ?.members.filter((member) => member !== 'politicalOpinions') ?? [];
    expect(others).toHaveLength(9);
    fc.assert(
      fc.property(
        cases,
        fc.subarray([...others], { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (each, members, isInferred, withOpinions) => {
          const categories = withOpinions ? ['politicalOpinions', ...members] : members;
          const given = isInferred
            ? { 'processing.inferredCategories': categories, 'processing.inferenceIntended': true }
            : { 'processing.categories': categories };
          expect(valueOf(assess(each, ['paragraph22'], given), 'paragraph22')).toBe('no');
        },
      ),
      runs,
    );
  });

  test('paragraph 22 is met in some of the cases tried, refused in others, and open in others', () => {
    const seen = new Map<unknown, number>();
    for (const each of fc.sample(cases, { numRuns: 1000, seed: 1 })) {
      const value = assessMended(pack, each.facts, {
        asOf: each.asOf,
        goals: ['paragraph22'],
        readings: each.readings,
      });
      if (value !== undefined)
        seen.set(valueOf(value, 'paragraph22'), (seen.get(valueOf(value, 'paragraph22')) ?? 0) + 1);
    }
    expect(
      Math.min(seen.get('yes') ?? 0, seen.get('no') ?? 0, seen.get('unknown') ?? 0),
      JSON.stringify([...seen]),
    ).toBeGreaterThan(10);
  });

  test('a consent that names another organisation counts for nothing', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const consents = listOf(each.facts, 'consents').map((consent) => ({ ...consent, namesUs: false }));
        const found = assess(each, ['explicitConsentHeld'], { consents });
        expect(valueOf(found, 'explicitConsentHeld')).toBe('no');
      }),
      runs,
    );
  });

  test('a later objection beats an earlier consent', () => {
    let held = 0;
    fc.assert(
      fc.property(cases, (each) => {
        const consents = listOf(each.facts, 'consents').map((consent) => ({
          ...consent,
          givenOn: '2019-01-10',
        }));
        const given = {
          consents,
          letters: [],
          'processing.carriedOutOn': '2020-06-01',
          'processing.targetsPoliticalMessages': true,
        };
        const later = { ...each, asOf: '2021-06-01' };
        if (valueOf(assess(later, ['explicitConsentHeld'], given), 'explicitConsentHeld') === 'yes') held++;
        const objection = {
          receivedOn: '2019-03-01',
          inWriting: false,
          sentTo: 'toUs',
          fromThePerson: true,
          objectsToMarketing: true,
          requiresNoProcessing: false,
        };
        expect(
          valueOf(
            assess(later, ['explicitConsentHeld'], { ...given, letters: [objection] }),
            'explicitConsentHeld',
          ),
        ).toBe('no');
      }),
      runs,
    );
    expect(held).toBeGreaterThan(10);
  });
});

describe('direct marketing', () => {
  test('the Freepost election address is never direct marketing on the default reading', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom('ukParliament', 'scottishParliament', 'welshParliament', 'referendum'),
        (each, election) => {
          const { freepostIsMarketing: _, ...readings } = each.readings;
          const found = assess({ ...each, readings }, ['directMarketing', 'freepostElectionAddress'], {
            'message.channel': 'post',
            'message.electionAddress': true,
            'message.sentFreepost': true,
            'message.election': election,
            ...(election === 'referendum' ? { 'message.referendumGivesMailing': true } : {}),
          });
          expect(valueOf(found, 'freepostElectionAddress')).toBe('yes');
          expect(valueOf(found, 'directMarketing')).toBe('no');
        },
      ),
      runs,
    );
  });

  test('a marketing element added to a service message makes it direct marketing, if it is directed', () => {
    let brought = 0;
    const elements = [
      'message.sellsGoodsOrServices',
      'message.promotesAims',
      'message.appealsForFundsOrSupport',
      'message.urgesActionOrVote',
      'otherwise.marketingMaterial',
    ];
    fc.assert(
      fc.property(cases, fc.constantFrom(...elements), (each, element) => {
        const service = { 'message.administrative': true, 'message.sentFreepost': false };
        const before = assess(each, ['directMarketing', 'directed'], service);
        const after = assess(each, ['directMarketing', 'directed'], {
          ...service,
          [element]: true,
        });
        // Directed or not does not turn on what the message says; where it is not directed it stays out, and where that is open so is this.
        expect(valueOf(after, 'directMarketing')).toBe(valueOf(before, 'directed'));
        if (valueOf(before, 'directMarketing') === 'no' && valueOf(after, 'directMarketing') === 'yes')
          brought++;
      }),
      runs,
    );
    expect(brought).toBeGreaterThan(10);
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

  test('answering no to the questions never shows that Article 22 does not apply', () => {
    const allNo = Object.fromEntries(questions.map((question) => [`decision.${question}`, false]));
    fc.assert(
      fc.property(cases, (each) => {
        const before = assess(each, ['article22Applies']);
        const after = assess(each, ['article22Applies'], allNo);
        // Whatever is said of Article 22, these answers did not say it.
        expect(valueOf(after, 'article22Applies')).toBe(valueOf(before, 'article22Applies'));
      }),
      runs,
    );
  });

  test('from no facts but these answers it stays open', () => {
    fc.assert(
      fc.property(fc.subarray(questions), fc.boolean(), readingsOf(plan), (asked, answer, readings) => {
        const decision = {
          madeOn: '2019-09-01',
          microTargets: true,
          personWeighsEach: false,
          ...Object.fromEntries(asked.map((question) => [question, answer])),
        };
        const found = assess({ facts: { decision }, asOf: '2019-09-10', readings }, ['article22Applies']);
        expect(valueOf(found, 'article22Applies')).toBe('unknown');
      }),
      runs,
    );
  });

  test('a decision made since 5 February 2026 is never said not to be restricted: the law is said to have ceased', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('2026-02-05', '2026-06-30', '2026-11-22'), (each, madeOn) => {
        const found = assess(each, ['article22Applies'], { 'decision.madeOn': madeOn });
        const result = found.assessment.definitions['article22Applies'];
        expect(result).toMatchObject({ value: 'no' });
        // Unless the facts alone already say no.
        const earlier = assess(each, ['article22Applies'], { 'decision.madeOn': '2026-02-04' });
        const ceased = {
          name: 'article22Applies',
          ceasing: '2026-02-05',
          succeededBy: ['restrictedDecision22B'],
        };
        expect(result).toMatchObject(
          valueOf(earlier, 'article22Applies') === 'no' ? {} : { notInForce: [ceased] },
        );
      }),
      runs,
    );
  });

  test("the certainty of the worked examples is the source's", () => {
    for (const name of ['EX-16: urging a minority not to vote', 'EX-17: waiting times and the bereaved']) {
      const scenario = plan.scenarios.find((each) => each.name === name);
      const { definitions } = pack.assess(scenario?.facts, {
        asOf: '2019-08-08',
        goals: ['article22Applies'],
      });
      expect(definitions['article22Applies']).toMatchObject({ value: 'yes', certainty: ['very likely'] });
    }
  });
});

describe('every case of the pack', () => {
  test('forgetting a fact never changes a settled answer', () => {
    let settled = 0;
    const asked = [
      'directMarketing',
      'article22Applies',
      'paragraph22',
      'article9Condition',
      'article22Concern',
      'restrictedDecision22B',
    ];
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom(...asked),
        fc.array(fc.nat(400), { minLength: 1, maxLength: 6 }),
        (each, goal, picks) => {
          const goals = [goal];
          const more = assess(each, goals);
          const paths = pathsIn(more.facts);
          const fewer = structuredClone(more.facts);
          for (const pick of picks) {
            const path = paths[pick % Math.max(1, paths.length)];
            if (path !== undefined) forget(fewer, path);
          }
          let less: Assessment;
          try {
            less = pack.assess(fewer, { asOf: each.asOf, goals, readings: each.readings });
          } catch (error) {
            if (!(error instanceof FactsError)) throw error;
            throw new Error(`fewer facts were refused: ${error.message}`, { cause: error });
          }
          for (const [name, result] of Object.entries(less.definitions)) {
            if ('instances' in result || result.value === 'unknown') continue;
            settled++;
            expect(more.assessment.definitions[name], name).toMatchObject({ value: result.value });
          }
        },
      ),
      runs,
    );
    expect(settled).toBeGreaterThan(500);
  });
});

function listOf(facts: Facts, name: string): readonly Facts[] {
  const list = facts[name];
  return Array.isArray(list) ? (list as readonly Facts[]) : [];
}

/** The paths of the facts of a case, lists as a whole and by element. */
function pathsIn(facts: Facts): readonly string[] {
  const paths: string[] = [];
  const visit = (at: Json, path: string): void => {
    if (path !== '') paths.push(path);
    if (Array.isArray(at))
      at.forEach(
        (each: Json, i) =>
          typeof each === 'object' && each !== null && visitFields(each as Facts, `${path}[${i}]`),
      );
    else if (typeof at === 'object' && at !== null) visitFields(at as Facts, path);
  };
  const visitFields = (at: Facts, path: string): void => {
    for (const [name, value] of Object.entries(at)) visit(value, path === '' ? name : `${path}.${name}`);
  };
  visitFields(facts, '');
  // An element of a list cannot be forgotten by itself.
  return paths.filter((path) => !path.endsWith(']'));
}
