/**
 * Random cases of a pack, directed at a goal: most begin from a scenario that says something of the goal, because
 * scenarios reach what no throw of the dice over some hundred facts would, and have a few of the facts altered that the goal
 * can depend on. What is generated is small (a scenario, some alterations, a day), so that a failure shrinks to little.
 */
import { type Goal, type Json, type Plan, type Scenario, vocabularyPaths } from '@proviso/compiler/plan';
import { type Day, formatDay } from '@proviso/runtime';
import * as fc from 'fast-check';
import { type Facts, factAt, forget, membersOf, put, withFacts } from './case-facts.ts';
import { days, numberFor, valueOf } from './case-values.ts';

/** A case, as an application sends it. */
export interface Case {
  readonly facts: Facts;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
}

/** A case with some facts put in, or put in the place of others, at their paths. */
export function given(each: Case, facts: Readonly<Record<string, Json>>): Case {
  return { ...each, facts: withFacts(each.facts, facts) };
}

/** The part of a goal that cases are directed at. */
export type Aim = Pick<Goal, 'answers' | 'definitions' | 'rules' | 'facts' | 'ambiguities'>;

interface Alteration {
  readonly path: string;
  readonly index: number;
  /** The number of the new value; the fact is forgotten where there is none. */
  readonly pick: number | undefined;
}

/** Makes cases of one plan. */
export interface CaseMaker {
  /** Cases in which much may be unknown, begun from any scenario or from one of these. */
  readonly casesOf: (aim: Aim, scenarios?: readonly Scenario[]) => fc.Arbitrary<Case>;
  /** Cases in which every fact of the aim is given, those left out of the scenario at random. */
  readonly completeCasesOf: (aim: Aim, scenarios?: readonly Scenario[]) => fc.Arbitrary<Case>;
  /** A value for a fact at a path, elements of lists with or without their numbers. */
  readonly valueAt: (path: string, pick: number) => Json;
  /** Gives the facts at these paths of the vocabulary that a case does not have, in every element of its lists. */
  readonly completed: (facts: Facts, paths: readonly string[], pick: number) => Facts;
}

export function caseMaker(plan: Plan): CaseMaker {
  const fields = new Map(vocabularyPaths(plan).map(({ path, field }) => [path, field]));
  const valueAt = (path: string, pick: number): Json => {
    const field = fields.get(path.replaceAll(/\[\d+\]/gu, '[]'));
    if (field === undefined) throw new Error(`the vocabulary has no ${path}`);
    return valueOf(plan, field, pick);
  };
  const completed: CaseMaker['completed'] = (facts, paths, pick) => {
    const out = structuredClone(facts);
    // Some cases in which most is so, some in which hardly anything is.
    const often = [50, 20, 80][pick % 3] ?? 50;
    const number = (path: string): number => {
      const kind = fields.get(path.replaceAll(/\[\d+\]/gu, '[]'));
      const drawn = numberFor(pick, path);
      if (kind?.type.kind !== 'yesno') return drawn;
      return drawn % 100 < (kind.kind === 'otherwise' ? 10 : often) ? 1 : 0;
    };
    for (const path of paths) completePath(out, path, (at) => valueAt(at, number(at)), pick);
    return out;
  };
  const casesOf: CaseMaker['casesOf'] = (aim, scenarios) =>
    fc
      .tuple(
        scenarios === undefined ? scenariosFor(plan, aim) : fc.constantFrom(...scenarios),
        alterationsOf(aim.facts),
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constantFrom(...days) },
        ),
        readingsOf(plan, aim.ambiguities),
      )
      .map(([scenario, alterations, day, readings]) => ({
        facts: altered(scenario.facts, alterations, valueAt),
        asOf: day ?? formatDay(scenario.asOf as Day),
        readings: { ...scenario.readings, ...readings },
      }));
  return {
    valueAt,
    completed,
    casesOf,
    completeCasesOf: (aim, scenarios) =>
      fc
        .tuple(casesOf(aim, scenarios), fc.nat(1_000_000))
        .map(([each, pick]) => ({ ...each, facts: completed(closed(each.facts), aim.facts, pick) })),
  };
}

/** Scenarios, those first that expect something of the aim's answers, then of what these rest on. */
function scenariosFor(plan: Plan, { answers, definitions, rules }: Aim): fc.Arbitrary<Scenario> {
  const expecting = (names: ReadonlySet<string>): readonly Scenario[] =>
    plan.scenarios.filter(({ expect }) => expect.some(({ name }) => names.has(name)));
  const pools = [
    { weight: 5, of: expecting(new Set(answers)) },
    { weight: 3, of: expecting(new Set([...definitions, ...rules])) },
    { weight: 1, of: plan.scenarios },
  ];
  return fc.oneof(
    ...pools
      .filter(({ of }) => of.length > 0)
      .map(({ weight, of }) => ({ weight, arbitrary: fc.constantFrom(...of) })),
  );
}

/** A few alterations, or hardly any: a scenario's conclusion seldom survives many. */
function alterationsOf(paths: readonly string[]): fc.Arbitrary<readonly Alteration[]> {
  const one = alterationOf(paths);
  return fc.oneof(fc.array(one, { maxLength: 1 }), fc.array(one, { maxLength: 6, size: 'max' }));
}

/** A fact given another value, or forgotten; now and then all that is known of a thing forgotten. */
function alterationOf(paths: readonly string[]): fc.Arbitrary<Alteration> {
  const groups = [...new Set(paths.map((path) => path.replace(/[.[].*$/u, '')))];
  const forgotten = fc.constant(undefined);
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        path: fc.constantFrom(...paths),
        index: fc.nat(1),
        pick: fc.oneof({ weight: 6, arbitrary: fc.nat(9999) }, { weight: 1, arbitrary: forgotten }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        path: fc.constantFrom(...groups),
        index: fc.constant(0),
        pick: forgotten,
      }),
    },
  );
}

/** A few readings other than the scenario's. */
function readingsOf(plan: Plan, ambiguities: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const pairs = plan.ambiguities
    .filter(({ name }) => ambiguities.includes(name))
    .flatMap(({ name, readings }) => readings.map((reading) => [name, reading.name] as const));
  if (pairs.length === 0) return fc.constant({});
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...pairs), { maxLength: 4 })
        .map((chosen) => Object.fromEntries(chosen)),
    },
  );
}

function altered(facts: Facts, alterations: readonly Alteration[], valueAt: CaseMaker['valueAt']): Facts {
  const out = structuredClone(facts);
  for (const { path, index, pick } of alterations) {
    const [list] = path.split('[]');
    const at = path.replace('[]', `[${Math.min(index, membersOf(factAt(out, list ?? '')).length)}]`);
    if (at.endsWith(']')) continue;
    if (pick === undefined) forget(out, at);
    else put(out, at, valueAt(at, pick));
  }
  return out;
}

/** The facts with nothing left open: no list or set that may have more members. */
function closed(facts: Facts): Facts {
  const close = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each: Json) => close(each));
    const record = value as Facts;
    if (Array.isArray(record['atLeast'])) return close(record['atLeast']);
    return Object.fromEntries(Object.entries(record).map(([name, each]) => [name, close(each)]));
  };
  return close(facts) as Facts;
}

function completePath(facts: Facts, path: string, value: (path: string) => Json, pick: number): void {
  const [list, rest] = path.split('[]');
  if (rest === undefined) {
    if (factAt(facts, path) === undefined) put(facts, path, closed({ value: value(path) })['value'] ?? null);
    return;
  }
  const known = facts[list ?? ''];
  if (known === undefined) facts[list ?? ''] = numberFor(pick, list ?? '') % 3 === 0 ? [{}] : [];
  membersOf(facts[list ?? '']).forEach((_, i) => {
    if (rest !== '') completePath(facts, `${list}[${i}]${rest}`, value, pick);
  });
}

/** How a property of a pack is tried. fast-check prints the seed and the shrunk case of a failure; shrinking ends before the test does. */
export const runs: fc.Parameters<unknown> = {
  numRuns: 1000,
  interruptAfterTimeLimit: 400_000,
  markInterruptAsFailure: true,
};
