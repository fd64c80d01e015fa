/** Direct marketing, and what falls outside it, in the pack on political campaigning: pages 73 to 77. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, askGoals } from '../support/asked-goals.ts';
import { caseMaker, given, runs } from '../support/pack-cases.ts';
import { expectWhere } from '../support/expect-where.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const goals = askGoals(compiled, { marketing: ['directMarketing', 'directed', 'freepostElectionAddress'] });

describe('direct marketing', () => {
  /** DM-21, page 77: the election address falls outside, on the reading of page 77. */
  test('the Freepost election address is never direct marketing on the default reading', () => {
    fc.assert(
      fc.property(
        make.casesOf(goals.marketing.goal),
        fc.constantFrom('ukParliament', 'scottishParliament', 'welshParliament', 'referendum'),
        (each, election) => {
          const { freepostIsMarketing: _, ...readings } = each.readings;
          const found = goals.marketing.mended(
            given(
              { ...each, readings },
              {
                'message.channel': 'post',
                'message.electionAddress': true,
                'message.sentFreepost': true,
                'message.election': election,
                ...(election === 'referendum' ? { 'message.referendumGivesMailing': true } : {}),
              },
            ),
          );
          expect(answerOf(found, 'freepostElectionAddress')).toBe('yes');
          expect(answerOf(found, 'directMarketing')).toBe('no');
        },
      ),
      runs,
    );
  });

  const elements = [
    'message.sellsGoodsOrServices',
    'message.promotesAims',
    'message.appealsForFundsOrSupport',
    'message.urgesActionOrVote',
    'otherwise.marketingMaterial',
  ];

  /** DM-09, page 74: a marketing element brings a service message back in, even if it is not the main purpose. */
  test('a marketing element added to a service message makes it direct marketing, if it is directed', () => {
    let brought = 0;
    fc.assert(
      fc.property(make.casesOf(goals.marketing.goal), fc.constantFrom(...elements), (each, element) => {
        const service = { 'message.administrative': true, 'message.sentFreepost': false };
        const before = goals.marketing.mended(given(each, service));
        const after = goals.marketing.mended(given(each, { ...service, [element]: true }));
        // Directed or not does not turn on what the message says; where it is not directed it stays out, and where that is open so is this.
        expect(answerOf(after, 'directMarketing')).toBe(answerOf(before, 'directed'));
        if (answerOf(before, 'directMarketing') === 'no' && answerOf(after, 'directMarketing') === 'yes')
          brought++;
      }),
      runs,
    );
    expect(brought).toBeGreaterThan(10);
  });

  /** DM-03 to DM-09: whatever the message is. */
  test('a marketing element never takes a message out of direct marketing', () => {
    const seen = { in: 0, out: 0 };
    fc.assert(
      fc.property(make.casesOf(goals.marketing.goal), fc.constantFrom(...elements), (each, element) => {
        const before = answerOf(goals.marketing.mended(each), 'directMarketing');
        const after = answerOf(goals.marketing.mended(given(each, { [element]: true })), 'directMarketing');
        expectWhere(before === 'yes', after, 'yes');
        expectWhere(after === 'no', before, 'no');
        if (before === 'yes') seen.in++;
        if (after === 'no') seen.out++;
      }),
      runs,
    );
    expect(seen.in > 100 && seen.out > 50, JSON.stringify(seen)).toBe(true);
  });
});
