/** Nothing of a masked date is left in a record, whatever is calculated from it: on the scenarios of both packs. */
import { loadPlan } from '@proviso/compiler/interpret';
import type { JsonObject } from '@proviso/compiler/plan';
import { dateWords } from '@proviso/explain';
import { type DecisionRecord, makeRecord, recompute, replay } from '@proviso/record';
import { type Day, formatDay, withFact } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { readPack } from '../support/read-pack.ts';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Pointers to the dates among facts. */
function datesIn(value: unknown, pointer = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return isoDate.test(value) ? [[pointer, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => datesIn(part, `${pointer}/${key}`));
}

/** `letters[0].receivedOn` for `/letters/0/receivedOn`. */
function pathOf(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll('/atLeast', '')
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
}

describe.each(['ico-political-campaigning', 'tenancy-deposits'])('policies/%s', (name) => {
  const { plan, phrases } = readPack(name);
  const { assess } = loadPlan(plan);
  const recorded = (facts: JsonObject, asOf: string, goals: readonly string[], mask: readonly string[]) => {
    const result = makeRecord({
      plan,
      phrases,
      facts,
      assess,
      assessment: assess(facts, { asOf, goals }),
      title: 'x',
      made: { on: '1999-01-01', program: '0' },
      mask,
      salt: () => '0'.repeat(64),
    });
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    return result;
  };
  const holds = (text: string, date: string): boolean =>
    text.includes(date) || text.includes(dateWords(date));
  const shown = (record: DecisionRecord): string => JSON.stringify(record);

  test('a date that is masked stands nowhere, and the record holds when it is opened', {
    timeout: 300_000,
  }, () => {
    let masked = 0;
    let told = 0;
    for (const scenario of plan.scenarios) {
      const asOf = formatDay(scenario.asOf as Day);
      const goals = scenario.expect.map((expected) => expected.name).filter((each) => each !== 'verdict');
      const dates = datesIn(scenario.facts);
      // A date that is there twice, or is the day of the assessment, is there anyhow.
      const found = dates.find(
        ([, date]) => date !== asOf && dates.filter(([, other]) => other === date).length === 1,
      );
      if (found === undefined || goals.length === 0 || masked >= 40) continue;
      const [pointer, date] = found;
      // Nor does it tell anything where it is there without the fact: as a day of the law, or a deadline of another.
      const without = withFact(scenario.facts, pathOf(pointer), null) as JsonObject;
      if (holds(shown(recorded(without, asOf, goals, []).record), date)) continue;
      const open = recorded(scenario.facts, asOf, goals, []);
      if (shown(open.record).split(date).length > 4) told += 1;
      const { record, openings } = recorded(scenario.facts, asOf, goals, [pointer]);
      expect(holds(shown(record), date), `${scenario.name}: ${pointer}`).toBe(false);
      const again = recompute(record, { plan, phrases, assess }, { openings });
      if ('cannot' in again) throw new Error(again.cannot);
      expect(replay(record, { plan, phrases, assess }, again, '0')).toMatchObject({ holds: true });
      masked += 1;
    }
    // It was not for want of dates in the trace.
    expect(masked).toBeGreaterThan(10);
    expect(told).toBeGreaterThan(3);
  });
});
