/**
 * Dates in the pack on political campaigning: what was so yesterday is so today, unless a declared boundary was crossed. The
 * boundaries are the days between which law holds, the days that rules name, the dates of the case itself, and all of these
 * moved by the periods that rules or facts give.
 */
import { type Definition, sliceOf } from '@proviso/compiler/plan';
import { type Day, type Duration, formatDay, parseDay, parseDuration, plusDuration } from '@proviso/runtime';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, answersOf, type Asked, askGoals, type Found } from '../support/asked-goals.ts';
import { factAt, type Facts, pathsIn, put, withFacts } from '../support/case-facts.ts';
import { caseMaker, runs } from '../support/pack-cases.ts';
import { expectWhere } from '../support/expect-where.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const goals: Readonly<Record<string, Asked>> = askGoals(
  compiled,
  Object.fromEntries(plan.goals.map(({ name, answers }) => [name, answers])),
);
const { frames } = askGoals(compiled, { frames: ['article22Applies', 'restrictedDecision22B'] });
const asked = fc.constantFrom(...plan.goals.map(({ name }) => name)).chain((name) => {
  const goal = goals[name];
  if (goal === undefined) throw new Error(`no goal ${name}`);
  return fc.tuple(fc.constant(goal), make.casesOf(goal.goal));
});

interface Declared {
  readonly days: readonly number[];
  readonly bounds: readonly number[];
  readonly durations: readonly Duration[];
}

/** What the definitions of a goal declare of dates. */
const declaredBy = new Map(
  plan.goals.map((goal) => [
    goal.name,
    collect(plan.definitions.filter(({ id }) => goal.definitions.includes(id))),
  ]),
);

/** The days on which law begins or ceases, and the law. */
const cuts: Readonly<Record<string, string>> = {
  '2018-05-25': 'the GDPR and the Act of 2018 begin to apply',
  '2019-04-01': 'representatives and candidates owe no fee any more',
  '2020-01-31': 'the United Kingdom leaves the European Union, and there are no more European elections',
  '2021-01-01': 'the transition period has ended: the UK GDPR',
  '2024-05-30': 'the letter to the parties',
  '2025-08-20': 'the first sections of the Data (Use and Access) Act 2025: a task under international law',
  '2026-02-05':
    'the Data (Use and Access) Act 2025: Articles 22A to 22D, PECR as amended, recognised legitimate interests',
  '2026-06-19': 'section 103 of the same Act: complaints to the organisation',
};

describe('the law', () => {
  /** The table of dates in the design of the vocabulary: no cut that is not accounted for. */
  test('changes on the days that are listed, and on no other', () => {
    expect(collect(plan.definitions).bounds.map((day) => formatDay(day as Day))).toEqual(Object.keys(cuts));
  });
});

describe('a date moves a result only across a boundary', () => {
  /** Deadlines and law in force, seen from the day of the assessment. */
  test('the day of the assessment', () => {
    let moved = 0;
    fc.assert(
      fc.property(asked, fc.nat(9999), ([goal, each], pick) => {
        const before = goal.mended(each);
        const from = dayOf(each.asOf);
        const to = within(from, boundariesOf(goal.goal.name, before.facts, []), pick);
        if (to !== from) moved++;
        same(before, goal.mended({ ...each, facts: before.facts, asOf: formatDay(to) }));
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(500);
  });

  /** Governing dates, events, clocks: each date of the case in its turn. */
  test('a date of the case', () => {
    let moved = 0;
    fc.assert(
      fc.property(asked, fc.nat(9999), fc.nat(9999), ([goal, each], at, pick) => {
        const before = goal.mended(each);
        const dated = pathsIn(before.facts).filter((path) => isDate(factAt(before.facts, path)));
        const path = dated[at % Math.max(1, dated.length)];
        if (path === undefined) return;
        const day = factAt(before.facts, path);
        if (typeof day !== 'string') return;
        const from = dayOf(day);
        const facts: Facts = structuredClone(before.facts);
        put(facts, path, 'notYet');
        const to = within(from, boundariesOf(goal.goal.name, facts, [each.asOf]), pick);
        if (to === from) return;
        moved++;
        put(facts, path, formatDay(to));
        same(before, goal.mended({ ...each, facts }));
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(300);
  });
});

/** PRO-19 to PRO-41 and section 80 of the Act of 2025: no day without a frame, and none with two. */
describe('Article 22 and Articles 22A to 22C', () => {
  const restrictedInBoth: Facts = {
    decision: {
      byMachineAlone: true,
      microTargets: true,
      personWeighsEach: false,
      meaningfulHumanInvolvement: false,
      affectsLegalStatusOrRights: true,
      effectOnThisPerson: true,
      equivalentImpact: true,
      onlyChangesOpinion: false,
      basedOnSpecialCategoryData: true,
      unableToMitigate: true,
      urgesMinorityNotToVote: true,
    },
  };
  const cut = dayOf('2026-02-05');

  test('one frame answers on each day, and only one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: dayOf('2018-05-25'), max: dayOf('2035-12-31') }),
          fc.integer({ min: cut - 3, max: cut + 3 }),
        ),
        make.casesOf(frames.goal),
        (day, each) => {
          const facts = withFacts(each.facts, {
            ...restrictedInBoth,
            'decision.madeOn': formatDay(day as Day),
            otherwise: {},
          });
          const found = frames.mended({
            ...each,
            facts,
            asOf: formatDay(Math.max(day, cut + 9) as Day),
          });
          const answers = ['article22Applies', 'restrictedDecision22B'].map((name) => answerOf(found, name));
          expect(answers).toEqual(day < cut ? ['yes', 'no'] : ['no', 'yes']);
        },
      ),
      runs,
    );
  });

  test('every rule of the old frame ceases, or has a new version, on the day on which every rule of the new one begins', () => {
    // Duties to respect people's rights, or the law as a whole, reach both frames and are of neither.
    const dated = plan.rules.filter(
      ({ status }) =>
        !reaches(status, 'rightsRespected') &&
        (reaches(status, 'article22Applies') || reaches(status, 'significantDecision22A')),
    );
    const old = dated.filter(({ versions }) => versions?.at(-1)?.ceasing === cut).map(({ name }) => name);
    const fresh = dated.filter(({ versions }) => versions?.at(0)?.from === cut).map(({ name }) => name);
    expect(old.length).toBeGreaterThanOrEqual(5);
    expect(fresh).toEqual(['noRestrictedDecision22B', 'noRecognisedInterests22B', 'safeguards22C']);
    const renewed = dated
      .filter(({ versions }) => versions?.at(0)?.ceasing === cut && versions.at(-1)?.from === cut)
      .map(({ name }) => name);
    expect(renewed).toEqual(['informOfAutomation', 'explainLogic']);
    expect([...old, ...fresh, ...renewed].toSorted()).toEqual(
      dated
        .filter(({ versions }) => versions !== undefined)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  function reaches(id: string, wanted: string): boolean {
    const rule = plan.rules.find(({ status }) => status === id)?.name ?? '';
    return sliceOf(plan, [rule]).definitions.includes(wanted);
  }
});

function same(before: Found, after: Found): void {
  const values = new Map(answersOf(before.assessment).map(({ key, value }) => [key, value]));
  for (const { key, value } of answersOf(after.assessment))
    expectWhere(!isDate(value) && !isDate(values.get(key)), value, values.get(key), key);
}

/** A day from `from` on that no boundary separates from it. */
function within(from: Day, boundaries: readonly number[], pick: number): Day {
  const next = Math.min(from + 400, ...boundaries.filter((day) => day > from));
  return (from + (pick % (next - from))) as Day;
}

/** The first days after which something may be otherwise. */
function boundariesOf(goal: string, facts: Facts, more: readonly string[]): readonly number[] {
  const declared = declaredBy.get(goal);
  if (declared === undefined) throw new Error(`no goal ${goal}`);
  const values = pathsIn(facts).map((path) => factAt(facts, path));
  const days = [
    ...declared.days,
    ...declared.bounds,
    ...[...values, ...more].filter(isDate).map(dayOf),
  ] as Day[];
  const given = values
    .filter((value) => typeof value === 'string')
    .filter((text) => /^P\d/u.test(text))
    .map(durationOf);
  const spans = [...new Set([...declared.durations, ...given])];
  const once = days.flatMap((day) => spans.flatMap((span) => moved(day, span)));
  const twice = once.flatMap((day) => spans.flatMap((span) => moved(day, span)));
  // A month has no one length: what lies a month before a day is met by a day or three around it.
  return [
    ...days.flatMap((day) => [day, day + 1]),
    ...[...once, ...twice].flatMap((day) => [-3, -2, -1, 0, 1, 2, 3, 4].map((by) => day + by)),
  ];
}

function moved(day: Day, span: Duration): readonly Day[] {
  return [plusDuration(day, span, 1), plusDuration(day, span, -1)].flatMap((found) => found ?? []);
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

function durationOf(text: string): Duration {
  const duration = parseDuration(text);
  if (duration === undefined) throw new Error(`${text} is no duration`);
  return duration;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value);
}

function collect(definitions: readonly Definition[]): Declared {
  const days = new Set<number>();
  const bounds = new Set<number>();
  const durations = new Set<Duration>();
  JSON.parse(JSON.stringify(definitions), (_, value: unknown) => {
    const node = value as {
      kind?: string;
      value?: number;
      months?: number;
      days?: number;
      from?: number | null;
      ceasing?: number | null;
    } | null;
    if (typeof node !== 'object' || node === null) return value;
    if (node.kind === 'date' && typeof node.value === 'number') days.add(node.value);
    if (node.kind === 'duration' && node.months !== undefined)
      durations.add(durationOf(`P${node.months}M${node.days}D`));
    if (node.kind === 'inForce')
      for (const bound of [node.from, node.ceasing]) if (typeof bound === 'number') bounds.add(bound);
    return value;
  });
  return { days: [...days], bounds: [...bounds].toSorted((a, b) => a - b), durations: [...durations] };
}
