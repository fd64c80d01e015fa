/** What must hold of every case and every goal of the pack on political campaigning. */
import { isDeepStrictEqual } from 'node:util';
import { sliceOf } from '@proviso/compiler/plan';
import { explainText } from '@proviso/explain';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, askGoals, isOpen } from '../support/asked-goals.ts';
import { factAt, type Facts, forget, membersOf, pathsIn, put } from '../support/case-facts.ts';
import { caseMaker, runs } from '../support/pack-cases.ts';
import { expectWhere } from '../support/expect-where.ts';
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
  /** Duties to keep the law as a whole rest on all that can be broken: whoever asks about one matter is not asked about all others. */
  test('asks about its own matter, and one about the law as a whole', () => {
    const whole = ['principlesKept', 'rightsRespected', 'dataProtectionLawBroken', 'marketingLawBroken'];
    const asking = plan.goals.filter(({ definitions }) => whole.some((name) => definitions.includes(name)));
    expect(asking.map(({ name }) => name)).toEqual(['wholeLaw']);
  });

  /** What no goal asks, no application can find out. */
  test('asks for each rule', () => {
    const answers = new Set(plan.goals.flatMap((goal) => goal.answers));
    expect(plan.rules.map(({ name }) => name).filter((name) => !answers.has(name))).toEqual([]);
  });

  /** Each goal asks for what it can turn on, so what it does not ask for is nothing to it. */
  test('never depends on a fact outside its slice', () => {
    const everywhere = sliceOf(
      plan,
      plan.goals.flatMap(({ answers }) => answers),
    ).facts;
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
          // Compared first in the quicker way: only a difference is worth telling in full.
          expectWhere(
            !isDeepStrictEqual(plain(after), plain(before.assessment)),
            plain(after),
            plain(before.assessment),
          );
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
          expectWhere(round > 8, found.assessment.needs, []);
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
          if (!isOpen(value)) settled++;
          else if (!isOpen(values.get(key) ?? 'unknown')) opened++;
          expectWhere(!isOpen(value), values.get(key), value, key);
        }
      }),
      runs,
    );
    expect([settled > 5000, opened > 500], `${settled} ${opened}`).toEqual([true, true]);
  });

  /**
   * No answer at all is not "no": of a case of which nothing is known nothing is denied, but by law that is not in force or by
   * the reading taken. By the default readings that is so of what is named here.
   */
  test('from no facts says no to nothing', () => {
    const byDefault = new Set<string>();
    // Until the first day of the Regulation is over, no look at the risk can be late.
    const byDateAlone = new Map([['2018-05-25', 'assessRisk']]);
    for (const goal of Object.values(goals))
      for (const asOf of ['2018-05-25', '2019-09-01', '2021-01-01', '2024-05-30', '2026-02-05'])
        for (const taken of ['default', 'last']) {
          const readings = Object.fromEntries(
            plan.ambiguities
              .filter(({ name }) => goal.goal.ambiguities.includes(name))
              .map((each) => [
                each.name,
                taken === 'last' ? (each.readings.at(-1)?.name ?? '') : each.default,
              ]),
          );
          const denied = answersOf(goal.assess({ facts: {}, asOf, readings })).filter(
            ({ value, result }) =>
              ['no', 'doesNotApply'].includes(String(value)) && result.notInForce === undefined,
          );
          expect(
            denied
              .filter(({ key, result }) => result.dependsOn === undefined && key !== byDateAlone.get(asOf))
              .map(({ key }) => key),
            `${goal.goal.name} on ${asOf}, ${taken} readings`,
          ).toEqual([]);
          if (taken === 'default')
            for (const { key } of denied) if (key !== byDateAlone.get(asOf)) byDefault.add(key);
        }
    // D-23: the code knows no other ground than consent.
    expect([...byDefault]).toEqual(['otherLawfulGround', 'explanationBroad']);
  });
});

/** The limits that the pack states of itself: it says which of the rules examined are broken, and never that someone complies with the law. */
describe('what is printed', () => {
  const boast =
    /\b(?:complies|comply|complied|compliance|compliant)\b[^.;]*\b(?:laws?|gdpr|pecr|act|code)\b|\b(?:is|are|acts) (?:lawful|lawfully|legal|compliant)\b(?! bas)|\bnothing unlawful\b/iu;

  test('no phrase of a definition or rule says so', () => {
    const phrasesOf = Object.entries(phrases.statements).filter(
      ([, { say }]) => say !== undefined && boast.test(say.replaceAll(/\{([^|}]*)\|[^}]*\}/gu, '$1')),
    );
    expect(phrasesOf.map(([name]) => name)).toEqual([]);
  });

  /** What remains of an explanation when the words of the policy are taken out (duties, questions, what was answered). */
  test('no verdict and no other sentence says so', () => {
    let kept = 0;
    fc.assert(
      fc.property(asked, ([goal, each]) => {
        const { assessment } = goal.mended(each);
        expect(['breachFound', 'undetermined', 'noBreachFound']).toContain(assessment.verdict);
        if (assessment.verdict === 'noBreachFound') kept++;
        const text = explainText(assessment, phrases, { answers: goal.goal.answers, width: 100_000 });
        const own = text.split('\n').filter((line) => saysSo(line));
        expect(own).toEqual([]);
      }),
      { ...runs, numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(5);
  });

  /**
   * A duty to keep the law as a whole says so where it is called met. From what the pack examines it never is: that takes a
   * person's judgement on what the rules leave open. Duties whose words are as wide, and which are about one matter whose
   * rules are all here, are named.
   */
  test('no duty to keep the law as a whole is met where nobody has judged what is left open', () => {
    const wide =
      /\b(?:comply|complies|compliance|follow|work to|by (?:all )?the|satisfy all)\b(?:.*\b(?:laws?|gdpr|pecr|principles|rights|rules|responsibilities)\b|.*\blawfulness\b)/iu;
    // To check others, or to have a way of keeping it, is not to keep the law.
    const besides = /\b(?:due diligence|mechanism|besides compliance)\b/iu;
    const rules = Object.entries(phrases.statements).flatMap(([name, { act }]) =>
      act !== undefined && wide.test(act) && !besides.test(act) ? [name] : [],
    );
    const oneMatter = [
      'complyWithPecr',
      'complyWithRegulation22',
      'complyWhenInstigating',
      'complyWithRegulation21',
      'complyWithRegulation19',
    ];
    const whole = rules.filter((name) => !oneMatter.includes(name));
    expect(oneMatter.filter((name) => !rules.includes(name))).toEqual([]);
    expect(whole).toEqual(
      expect.arrayContaining([
        'followAllLaw',
        'keepPrinciples',
        'usePlatformLawfully',
        'followLawThroughout',
      ]),
    );
    const { law } = askGoals(compiled, { law: whole });
    const statuses = new Map(whole.map((name) => [name, new Set<string>()]));
    // As often from a scenario about one of these duties as from any.
    const about = plan.scenarios.filter(({ expect: all }) => all.some(({ name }) => statuses.has(name)));
    const cases = fc.oneof(make.casesOf(law.goal), make.casesOf(law.goal, about));
    fc.assert(
      fc.property(cases, (each) => {
        const facts = structuredClone(each.facts);
        forget(facts, 'otherwise');
        for (const { name, value } of answersOf(law.mended({ ...each, facts }).assessment))
          statuses.get(name)?.add(String(value));
      }),
      runs,
    );
    for (const [name, seen] of statuses) {
      expect([...seen], name).not.toContain('compliedWith');
      expect(seen.has('breached') || seen.has('departedFrom'), name).toBe(true);
    }
  });

  /** The words of duties, and of facts that were answered, as they stand in the phrasebook. */
  const words = [
    ...Object.values(phrases.statements).flatMap(({ act }) => act ?? []),
    ...Object.values(phrases.facts).flatMap(({ say, ask }) => [
      ...(say === undefined
        ? []
        : [say.replaceAll(/\{([^|}]*)\|[^}]*\}/gu, '$1'), say.replaceAll(/\{[^|}]*\|([^}]*)\}/gu, '$1')]),
      ...(ask === undefined ? [] : [ask]),
    ]),
  ].filter((each) => boast.test(each));

  /** Citations apart, and the words of the policy. */
  function saysSo(line: string): boolean {
    const said = line.toLowerCase().replaceAll(/\[[^\]]*\]|“[^”]*”/gu, '');
    return boast.test(words.reduce((left, each) => left.replaceAll(each.toLowerCase(), ''), said));
  }
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
