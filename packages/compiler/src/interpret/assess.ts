/** The assessment as a whole, from the results of a slice. */
import {
  ASSESSMENT_FORMAT,
  type Assessment,
  formatDay,
  type ReadingDependence,
  type RestsOn,
  type Result,
  type RuleResult,
  type Verdict,
} from '@proviso/runtime';
import type { Field, Rule } from '../6-plan/plan.ts';
import { mergeNeeds, neededBy } from './needs.ts';
import { inVocabularyOrder } from './order.ts';
import { reasonsOfDefinition } from './reasons.ts';
import type { Why } from './why.ts';
import { citeInfos, sourceInfos } from './render.ts';
import { type Found, type FoundAll, published, resultsOfDefinition, resultsOfRule } from './results.ts';
import type { Runs } from './runs.ts';
import type { Slice } from './slice.ts';
import { renderValue, valueOfLiteral, type ValueType } from './values.ts';
import { verdictOn } from './verdict.ts';
import { allReasons, citesIn } from './walk.ts';

/** Assembles the assessment of a slice from its runs. */
export function assembleAssessment(runs: Runs, slice: Slice): Assessment {
  const { index, asOf } = runs.value;
  const { pack } = index.plan;
  const definitions = new Map<string, FoundAll<Result>>(
    slice.definitions
      .filter(({ visible }) => visible)
      .map((definition) => [definition.id, resultsOfDefinition(runs, definition)]),
  );
  const rules = new Map<string, FoundAll<RuleResult>>(
    slice.rules.map((rule) => [rule.name, resultsOfRule(runs, rule)]),
  );
  const answers = slice.answers.map((name) => {
    const all = rules.get(name) ?? definitions.get(name);
    if (all === undefined) throw new Error(`the plan's slice lacks the answer ${name}`);
    return { name, all };
  });
  const restsOn = restsOnOf(
    runs,
    answers.map(({ all }) => all),
  );
  const everything: readonly Found<unknown>[] = [...definitions.values(), ...rules.values()].flatMap(
    ({ found }: FoundAll<unknown>) => found,
  );
  const cited = new Set(
    everything.flatMap(({ reasons }) => [...citesIn(reasons)]).map((i) => index.plan.cites[i]?.source ?? ''),
  );
  for (const { cites } of restsOn.assumptions) for (const { source } of cites) cited.add(source);
  return {
    format: ASSESSMENT_FORMAT,
    pack: { id: pack.id, version: pack.version, meaning: pack.meaning, text: pack.text },
    asOf: formatDay(asOf),
    goals: slice.goals.map(({ name }) => name),
    verdict: verdictOf(slice.rules, rules),
    rulesExamined: slice.rules.map(({ name }) => name),
    definitions: Object.fromEntries([...definitions].map(([name, all]) => [name, published(all)])),
    rules: Object.fromEntries([...rules].map(([name, all]) => [name, published(all)])),
    needs: mergeNeeds(
      index,
      answers.map(({ name, all }) => ({ name, needed: needsOfAnswer(runs, all) })),
    ),
    restsOn,
    sources: sourceInfos(index.plan, cited),
  };
}

function needsOfAnswer(runs: Runs, { found, openLists }: FoundAll<unknown>): ReturnType<typeof neededBy> {
  const needed = new Map(
    found
      .filter(({ value }) => value === undefined)
      .flatMap(({ reasons }) => [...neededBy(runs.value, reasons)]),
  );
  for (const list of openLists ?? []) needed.set(list, 'list');
  return needed;
}

function verdictOf(rules: readonly Rule[], results: ReadonlyMap<string, FoundAll<RuleResult>>): Verdict {
  return verdictOn(
    rules.map((rule) => {
      const all = results.get(rule.name);
      const statuses = (all?.found ?? []).map(({ result }) => result.status);
      return { rule, statuses, open: (all?.openLists ?? []).length > 0 };
    }),
  );
}

/**
 * The facts presumed in the reasons of run A. A presumption that only rules other values out is in none of them (the losing
 * operand of an `earliest`): then those with an assumption among what run V still needs.
 */
function presumedFacts(
  runs: Runs,
  reasons: readonly Why[],
  presumedReasons: readonly Why[],
): readonly PresumedFact[] {
  const inA = [...allReasons(runs.presumed, presumedReasons)].flatMap(presumable);
  return inA.length > 0 ? inA : [...allReasons(runs.value, reasons)].flatMap(presumable);
}

interface PresumedFact {
  readonly path: string;
  readonly type: ValueType;
  readonly assume: NonNullable<Field['assume']>;
}

function presumable(why: Why): readonly PresumedFact[] {
  if (why.kind !== 'fact' || !(why.presumed || why.value === undefined)) return [];
  const { path, type, field } = why;
  return field.assume === undefined ? [] : [{ path, type, assume: field.assume }];
}

/** What the answers of the goals rest on. */
function restsOnOf(runs: Runs, answers: readonly FoundAll<unknown>[]): RestsOn {
  const { index } = runs.value;
  const results = answers.flatMap(({ found }) => found);
  const judgements = new Map<string, RestsOn['judgements'][number]>();
  const assumptions = new Map<string, RestsOn['assumptions'][number]>();
  const readings = new Map<string, ReadingDependence>();
  for (const { id, of, value, presumed, reasons, dependsOn } of results) {
    for (const why of allReasons(runs.value, reasons)) {
      const isJudged =
        why.kind === 'fact' && (why.field.kind === 'judgement' || why.field.kind === 'otherwise');
      if (isJudged && why.value !== undefined) {
        judgements.set(why.path, { path: why.path, value: renderValue(why.value, why.type) });
      }
    }
    if (presumed !== value) {
      for (const { path, assume, type } of presumedFacts(
        runs,
        reasons,
        reasonsOfDefinition(runs.presumed, id, of),
      )) {
        assumptions.set(path, {
          path,
          value: renderValue(valueOfLiteral(assume.value), type),
          cites: citeInfos(index.plan, assume.cites),
        });
      }
    }
    for (const dependence of dependsOn) {
      const confirmed = dependence.confirmed || readings.get(dependence.ambiguity)?.confirmed === true;
      readings.set(dependence.ambiguity, { ...dependence, confirmed });
    }
  }
  return {
    judgements: inVocabularyOrder(index, [...judgements.values()]),
    assumptions: inVocabularyOrder(index, [...assumptions.values()]),
    readings: index.plan.ambiguities.flatMap(({ name }) => readings.get(name) ?? []),
  };
}
