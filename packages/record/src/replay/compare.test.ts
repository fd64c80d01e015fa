import { describe, expect, test } from 'vitest';
import { trialFacts, trialPack, trialPolicy } from '../../../../test/support/trial-record.ts';
import { compareAssessments } from './compare.ts';
import { tellDifferences } from './words.ts';

const pack = trialPack();
const assessed = (policy: string, asOf = '2019-09-20') => trialPack(policy).assess(trialFacts, { asOf });
const before = assessed(trialPolicy);
const told = (policy: string, asOf?: string) => {
  const after = assessed(policy, asOf);
  const { plan, phrases } = trialPack(policy);
  return tellDifferences(compareAssessments(before, after), {
    before: { plan: pack.plan, phrases: pack.phrases, asOf: before.asOf },
    after: { plan, phrases, assessment: after },
  });
};
/** A rule more, which the case breaks, and one more, which it does not. */
const more = `${trialPolicy}
rule never for l: Letter on controller { must not "mail" when l.objects done when mailed cite code para.4 }
rule quiet for l: Letter on controller { must not "mail twice" when not mailed done when mailed cite code para.5 }
`;

describe('two assessments', () => {
  test('of the same case by the same version do not differ', () => {
    expect(compareAssessments(before, assessed(trialPolicy))).toEqual({
      differences: [],
      onlyBefore: [],
      onlyAfter: [],
      reasonsOnly: [],
    });
  });

  test('with the same answers for another reason are told apart from those that differ', () => {
    const cited = assessed(trialPolicy.replace('para.2', 'para.9'));
    expect(compareAssessments(before, cited)).toMatchObject({ differences: [], reasonsOnly: ['reached'] });
  });

  test('of which one asks more differ where that is broken; the rest is only named', () => {
    expect(compareAssessments(before, assessed(more))).toMatchObject({
      differences: [{ kind: 'rule', name: 'never', of: 'letters[0]' }],
      onlyAfter: ['quiet'],
    });
    expect(compareAssessments(assessed(more), before)).toMatchObject({ onlyBefore: ['quiet'] });
  });
});

describe('a difference in words', () => {
  test('says how it was, how it is, and that the day decides', () => {
    expect(told(trialPolicy, '2019-08-20')).toMatchObject([
      {
        says: 'As to the first letter, the controller must answer the objection: breached, due by 8 September 2019; now not yet due, due by 8 September 2019.',
        because: 'It turns on the day: 20 September 2019 before, 20 August 2019 now.',
      },
    ]);
  });

  test('tells what was itself changed from what follows', () => {
    const changed = told(trialPolicy.replace('wide: mailed or not mailed', 'wide: not mailed'));
    expect(changed.map(({ name, because }) => [name, because])).toEqual([
      ['reached', 'It was itself changed between the versions.'],
      ['answer', 'It follows from another difference: whether they are reached.'],
    ]);
    expect(changed[0]?.reasons.join('\n')).toContain('they were mailed');
    expect(changed[1]?.reasons).toEqual([]);
  });
});
