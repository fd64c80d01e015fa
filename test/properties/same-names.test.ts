/**
 * Statements that refer to each other mostly call their instances by the same names. Whatever a back end writes in place of a
 * reference, a name must not be taken for that of another statement, and a date not for that of another instance.
 */
import { emitPack } from '@proviso/compiler';
import type { JsonObject } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectSameAssessment, expectSameDecision, expectSameScreening } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';
import { packOf } from '../support/small-pack.ts';

const statements = `
  bearer someone "someone"
  record Part "the part" {
    fact loose: yesno { ask "Is it loose?" say "it {is|is not} loose" }
  }
  record Item "the item" {
    fact heavy: yesno { ask "Is it heavy?" say "it {is|is not} heavy" }
    fact red: yesno { ask "Is it red?" say "it {is|is not} red" }
    event from { ask "When was it fetched?" }
    event till { ask "When was it brought back?" }
    fact parts: list of Part
  }
  fact items: list of Item
  fact other: Item
  define beside for x: Item {
    say "it {lies|does not lie} beside a heavy one"
    means some item in items has (item.heavy and x.red and some p in x.parts has (p.loose))
    cite act s.1
  }
  define above for item: Item {
    say "it {lies|does not lie} above another"
    means some x in items has (x.heavy and item.red and x.beside)
    cite act s.2
  }
  define uneven for p: Part {
    say "it {is|is not} uneven"
    means some x in items has (x.red and p.loose and some q in x.parts has (q.loose is not p.loose))
    cite act s.3
  }
  define latest for item: Item: date {
    say "it is {value}"
    means latest x in items of (case { item.red: 1 month after x.from otherwise: 1 month after item.from })
    cite act s.4
  }
  define late for item: Item {
    say "it {is|is not} late"
    means item.till > 1 month after item.from
    cite act s.5
  }
  define someBeside { say "one {is|is not}" means wet or some item in items has (item.beside) cite act s.6 }
  define someAbove { say "one {is|is not}" means some x in items has (x.above and not other.above) cite act s.7 }
  define someLatest { say "one {is|is not}" means some x in items has (x.latest > other.latest) cite act s.8 }
  define allUneven {
    say "all {are|are not}"
    means every x in items has (some p in x.parts has (p.uneven))
    cite act s.9
  }
  rule fetch for item: Item on someone {
    must "bring it back"
    when other.late or some x in items has (x.late and item.red)
    done by item.till, no later than 1 month after item.from
    except light: other.late and item.late cite act s.10
    cite act s.10
  }
  rule answer for x: Item on someone {
    must "answer"
    when other.beside
    done by x.till, no later than 1 month after other.from
    cite act s.11
  }
`;

const day = fc.constantFrom('2020-01-01', '2020-02-01', '2020-03-15', '2020-12-15', 'notYet');

/** A case: every fact given, or any of them missing where no key is required. */
function cases(given: { readonly requiredKeys?: [] }): fc.Arbitrary<JsonObject> {
  const part = fc.record({ loose: fc.boolean() }, given);
  const parts = fc.array(part, { maxLength: 2 });
  const item = fc.record({ heavy: fc.boolean(), red: fc.boolean(), from: day, till: day, parts }, given);
  const items = fc.array(item, { maxLength: 3 });
  return fc.record({ wet: fc.boolean(), items, other: item }, given) as fc.Arbitrary<JsonObject>;
}

test.each([
  'someBeside',
  'someBeside, someAbove',
  'someAbove',
  'someLatest',
  'someLatest, allUneven',
  'allUneven',
  'fetch',
  'answer',
  'fetch, answer',
  'someBeside, someAbove, someLatest, allUneven, fetch, answer',
])('of %s', (answers) => {
  const { loaded, emitted } = packOf(`${statements} goal asked { ${answers} }`);
  const screen = loadEmitted(emitPack(loaded.plan).find(({ path }) => path === 'screen.ts')?.text ?? '');
  const [goal] = loaded.plan.goals;
  let decided = 0;
  fc.assert(
    fc.property(cases({}), cases({ requiredKeys: [] }), (complete, partial) => {
      for (const facts of [complete, partial]) {
        const sent = { facts, asOf: '2021-01-01', readings: {} };
        expectSameAssessment(loaded, emitted, 'asked', sent);
        expectSameScreening(loaded, screen, sent);
        if (facts === complete && goal !== undefined)
          decided += Number(expectSameDecision(loaded, emitted, goal, sent));
      }
    }),
    { numRuns: 150 },
  );
  expect(decided).toBeGreaterThanOrEqual(150);
});
