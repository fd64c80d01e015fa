/** What must hold of every case and every goal of the pack on political campaigning. */
import { isDeepStrictEqual } from 'node:util';
import { sliceOf } from '@proviso/compiler/plan';
import { explainText } from '@proviso/explain';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, askGoals, isOpen } from '../support/asked-goals.ts';
import { factAt, type Facts, forget, membersOf, pathsIn, put } from '../support/case-facts.ts';
import { caseMaker, runs } from '../support/pack-cases.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan, phrases } = compiled;
const make = caseMaker(plan);
const goals = askGoals(compiled, Object.fromEntries(plan.goals.map(({ name, answers }) => [name, answers])));
const names = Object.keys(goals);

/** A goal, and a case directed at it. */
const asked = fc.constantFrom(...names).chain((name) => {
  const goal = goals[name];
  if (goal === undefined) throw new Error(`no goal ${name}`);
  return fc.tuple(fc.constant(goal), make.casesOf(goal.goal));
});

describe('a goal', () => {
  /** Each goal asks for what it can turn on, so what it does not ask for is nothing to it. */
  test('never depends on a fact outside its slice', () => {
    const everywhere = sliceOf(plan, [...plan.goals.flatMap(({ answers }) => answers)]).facts;
    let added = 0;
    fc.assert(
      fc.property(
        asked,
        fc.array(fc.tuple(fc.nat(9999), fc.nat(9999)), { minLength: 5, maxLength: 20 }),
        ([goal, each], picks) => {
          const before = goal.mended(each);
          const inSlice = new Set(goal.goal.facts);
          const outside = everywhere.filter((path) => !inSlice.has(path) && !path.includes('[]'));
          const facts = structuredClone(before.facts);
          for (const [at, pick] of picks) {
            const path = outside[at % Math.max(1, outside.length)];
            if (path === undefined) continue;
            put(facts, path, make.valueAt(path, pick));
            added++;
          }
          const after = goal.assess({ ...each, facts });
          if (!isDeepStrictEqual(plain(after), plain(before.assessment)))
            expect(plain(after)).toEqual(plain(before.assessment));
        },
      ),
      runs,
    );
    expect(added).toBeGreaterThan(5000);
  });

  /** Section 9 of the semantics, over the whole pack: whoever answers what is asked gets an answer, and is not asked twice. */
  test('is settled by answering what it asks', () => {
    let asking = 0;
    fc.assert(
      fc.property(asked, fc.nat(99_999), ([goal, each], pick) => {
        let found = goal.mended(each);
        const supplied = new Set<string>();
        for (let round = 0; found.assessment.needs.length > 0; round++) {
          if (round > 8) expect(found.assessment.needs).toEqual([]);
          asking++;
          const facts = structuredClone(found.facts);
          for (const { path, kind } of found.assessment.needs) {
            expect([...supplied], 'a fact that was supplied is asked for again').not.toContain(path);
            supply(facts, path, kind, pick + round);
          }
          const next = goal.mended({ ...each, facts });
          for (const { path } of found.assessment.needs)
            if (factAt(next.facts, path) !== undefined) supplied.add(path);
          found = next;
        }
        const wanted = new Set(goal.goal.answers);
        const open = answersOf(found.assessment).filter(
          ({ name, value }) => wanted.has(name) && isOpen(value),
        );
        expect(open.map(({ key }) => key)).toEqual([]);
      }),
      runs,
    );
    expect(asking).toBeGreaterThan(500);
  });

  /** Unknown is never false: knowing less may leave an answer open, and never turns it. */
  test('never changes a settled answer where a fact is forgotten', () => {
    let settled = 0;
    let opened = 0;
    fc.assert(
      fc.property(asked, fc.array(fc.nat(9999), { minLength: 1, maxLength: 8 }), ([goal, each], picks) => {
        const more = goal.mended(each);
        const paths = pathsIn(more.facts);
        const facts = structuredClone(more.facts);
        for (const pick of picks) forget(facts, paths[pick % Math.max(1, paths.length)] ?? '');
        const less = goal.assess({ ...each, facts });
        const values = new Map(answersOf(more.assessment).map(({ key, value }) => [key, value]));
        for (const { key, value } of answersOf(less)) {
          if (isOpen(value)) {
            if (!isOpen(values.get(key) ?? 'unknown')) opened++;
          } else {
            settled++;
            expect(values.get(key), key).toBe(value);
          }
        }
      }),
      runs,
    );
    expect([settled > 5000, opened > 500], `${settled} ${opened}`).toEqual([true, true]);
  });

  /** No answer at all is not "no": nothing is denied of a case of which nothing is known, but by law that is not in force or by a reading that was chosen. */
  test('from no facts says no to nothing', () => {
    for (const goal of Object.values(goals))
      for (const asOf of ['2018-05-25', '2019-09-01', '2021-01-01', '2024-05-30', '2026-02-05'])
        for (const name of ['default', 'last']) {
          const readings = Object.fromEntries(
            plan.ambiguities
              .filter((each) => goal.goal.ambiguities.includes(each.name))
              .map((each) => [
                each.name,
                name === 'last' ? (each.readings.at(-1)?.name ?? '') : each.default,
              ]),
          );
          const said = answersOf(goal.assess({ facts: {}, asOf, readings }))
            .filter(
              ({ value, result }) =>
                ['no', 'doesNotApply'].includes(String(value)) &&
                result.notInForce === undefined &&
                (name === 'default' || result.dependsOn === undefined),
            )
            .map(({ key }) => key);
          expect(said, `${goal.goal.name} on ${asOf}, ${name} readings`).toEqual([]);
        }
  });
});

describe('what is printed', () => {
  const boast =
    /\b(?:(?:complies|comply|complied|compliant|in compliance) with (?:the )?(?:law|gdpr|code|pecr|data protection)\b(?! rules)|is compliant|are compliant|acts lawfully|nothing unlawful|is legal\b|fully compl)/iu;

  /** The limits that the pack states of itself: it says which of the rules examined are broken, and never that someone complies with the law. */
  test('never says that someone complies with the law', () => {
    let found = 0;
    fc.assert(
      fc.property(asked, ([goal, each]) => {
        const { assessment } = goal.mended(each);
        expect(['breachFound', 'undetermined', 'noBreachFound']).toContain(assessment.verdict);
        if (assessment.verdict === 'noBreachFound') found++;
        const text = explainText(assessment, phrases, { answers: goal.goal.answers });
        const lines = text.split('\n').filter((line) => boast.test(line));
        // A question asks; a rule's own words ("must comply with …") say what is owed, and a condition of a rule what it turns on.
        expect(
          lines.filter(
            (line) => !line.includes('?') && !/\b(?:must|should|need to|not|whether|may)\b/iu.test(line),
          ),
        ).toEqual([]);
      }),
      { ...runs, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(5);
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Answers a need. A list that may have more members is said to have no more; a set keeps the members that it is known to have. */
function supply(facts: Facts, path: string, kind: string, pick: number): void {
  const known = membersOf(factAt(facts, path));
  const value = make.valueAt(path, pick * 31 + path.length);
  if (kind === 'list') put(facts, path, [...known]);
  else if (Array.isArray(value) || (typeof value === 'object' && value !== null))
    put(facts, path, [...new Set([...known, ...membersOf(value)])]);
  else put(facts, path, value);
}
