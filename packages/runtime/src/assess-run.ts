/** What emitted `assess` functions share after the evaluation itself: needs, what it rests on, the assessment as a whole. */
import {
  ASSESSMENT_FORMAT,
  type Assessment,
  type CiteInfo,
  type Instances,
  type LawReason,
  type Need,
  type NotInForce,
  type ReadingDependence,
  type Reason,
  type RestsOn,
  type Result,
  type ResultValue,
  type RuleResult,
  type SourceInfo,
  type Verdict,
} from './assessment.ts';
import { type Summary, summaryOf, type Unknown } from './assess-summary.ts';
import { checkOptions, type ReadingNames } from './assess-options.ts';
import type { Day } from './calendar.ts';
import { type Period, periodProblem } from './case-problems.ts';
import { checkFacts, type FactChecks } from './check-facts.ts';
import { type FactProblem, FactsError } from './facts-error.ts';
import { formatDay } from './iso-date.ts';
import { stepsOfPath } from './need-path.ts';
import { withOrigin } from './rank-needs.ts';
import { splitFactType, type Vocabulary } from './vocabulary.ts';

/** What is constant of a goal. */
export interface GoalInfo {
  readonly pack: Assessment['pack'];
  readonly name: string;
  readonly answers: readonly string[];
  readonly rules: readonly string[];
  readonly period: Period;
  readonly vocabulary: Vocabulary;
  /** The checks of the kinds of facts that the vocabulary has, and of readings where the pack has ambiguities. */
  readonly checks: FactChecks;
  /** Every source that the slice cites. */
  readonly sources: Readonly<Record<string, SourceInfo>>;
  /** Every ambiguity of the pack. */
  readonly readings: ReadingNames;
}

type AnyResult = Result | RuleResult;
type Results = Readonly<Record<string, AnyResult | Instances<AnyResult>>>;

/** Laws of the trace with the statements whose they are. */
export type Laws = readonly (Reason | string)[];

/** One evaluation of a case. */
export interface Evaluated {
  readonly definitions: Readonly<Record<string, Result | Instances<Result>>>;
  readonly rules: Readonly<Record<string, RuleResult | Instances<RuleResult>>>;
  readonly verdict: Verdict;
  /** Whether every answer is settled and no list that instances come from may have more members. */
  readonly settled: boolean;
  /** By record: the lists that may hold more instances. */
  readonly open?: Readonly<Record<string, readonly string[]>>;
}

/** Throws what is wrong with facts or options; where nothing is, gives the facts in their plainest form. */
export function refuseFacts(goal: GoalInfo, facts: unknown, options: unknown): unknown {
  const problems: FactProblem[] = [];
  checkOptions(options, goal, problems);
  const plain = checkFacts(goal, facts, problems);
  refuseCase(problems);
  return plain;
}

/** The value and the reasons of a statement for one instance. */
export interface Answer<V> {
  readonly value: V;
  readonly because: readonly Reason[];
}

/** Adds the problem of a governing date outside the pack's period, once for each fact that states one. */
export function addPeriodProblem(
  problems: FactProblem[],
  because: readonly Reason[],
  on: Day,
  period: Period,
): void {
  const fact = because.find(({ kind }) => kind === 'fact');
  const path = fact?.kind === 'fact' ? fact.path : 'asOf';
  const known = problems.some((each) => each.code === 'outside-period' && each.path === path);
  if (!known) problems.push(periodProblem(path, formatDay(on), period));
}

/** Puts problems in vocabulary order. */
export function sortProblems(problems: FactProblem[], { vocabulary }: GoalInfo): void {
  if (problems.length > 1) problems.sort((a, b) => comparePaths(vocabulary, a.path, b.path));
}

/** Throws where there are problems. */
export function refuseCase(problems: readonly FactProblem[]): void {
  if (problems.length > 0) throw new FactsError(problems);
}

/** Assembles an assessment. */
export function assessment(
  goal: GoalInfo,
  asOf: string,
  run: Evaluated,
  needs: readonly Need[],
  restsOn: RestsOn,
  sources: Readonly<Record<string, SourceInfo>>,
): Assessment {
  return {
    format: ASSESSMENT_FORMAT,
    pack: goal.pack,
    asOf,
    goals: [goal.name],
    verdict: run.verdict,
    rulesExamined: goal.rules,
    definitions: run.definitions,
    rules: run.rules,
    needs,
    restsOn,
    sources,
  };
}

/** No needs. */
export const noNeeds: readonly Need[] = Object.freeze([]);

const none: readonly never[] = Object.freeze([]);
/** Rests on nothing but facts. */
export const onFactsOnly: RestsOn = Object.freeze({ judgements: none, assumptions: none, readings: none });

/** Calls `visit` on reasons and all they hold, through references; each definition is entered once. */
function walk(
  run: Evaluated,
  because: readonly Reason[],
  entered: string[],
  visit: (reason: Reason) => void,
): void {
  for (const reason of because) {
    visit(reason);
    if ('because' in reason) walk(run, reason.because, entered, visit);
    if (reason.kind !== 'definition') continue;
    const key = reason.of === undefined ? reason.name : `${reason.name} ${reason.of}`;
    if (entered.includes(key)) continue;
    entered.push(key);
    const result = run.definitions[reason.name];
    if (result === undefined) continue;
    if (!('instances' in result)) walk(run, result.because, entered, visit);
    else {
      for (const instance of result.instances) {
        if (instance.of === reason.of) walk(run, instance.because, entered, visit);
      }
    }
  }
}

/** The results under a name, one or one per instance. */
function resultsOf(run: Evaluated, name: string): readonly AnyResult[] {
  const result: Results[string] | undefined = run.rules[name] ?? run.definitions[name];
  return result === undefined ? [] : 'instances' in result ? result.instances : [result];
}

function valueOf(result: AnyResult): ResultValue {
  return 'status' in result ? result.status : result.value;
}

function isUnsettled(result: AnyResult): boolean {
  const value = valueOf(result);
  return value === 'unknown' || value === 'undetermined';
}

/** Calls `visit` on the summaries of reasons and of all they refer to; each definition is entered once. */
function visitSummaries(
  run: Evaluated,
  because: readonly Reason[],
  entered: string[],
  visit: (summary: Summary) => void,
): void {
  const summary = summaryOf(because);
  visit(summary);
  for (const { name, of } of summary.references) {
    const key = of === undefined ? name : `${name} ${of}`;
    if (entered.includes(key)) continue;
    entered.push(key);
    const result = run.definitions[name];
    if (result === undefined) continue;
    if (!('instances' in result)) visitSummaries(run, result.because, entered, visit);
    else {
      for (const instance of result.instances) {
        if (instance.of === of) visitSummaries(run, instance.because, entered, visit);
      }
    }
  }
}

/** The needs of the answers, in vocabulary order. */
export function needsOf(goal: GoalInfo, run: Evaluated): readonly Need[] {
  const needs = new Needs(goal.vocabulary);
  for (const name of goal.answers) {
    const entered: string[] = [];
    const visit = ({ unknown }: Summary): void => {
      for (const each of unknown) needs.add(each, name);
    };
    for (const result of resultsOf(run, name)) {
      if (isUnsettled(result)) visitSummaries(run, result.because, entered, visit);
    }
    for (const path of run.open?.[name] ?? none) needs.add({ path, kind: 'list' }, name);
  }
  return needs.found;
}

/** Needs in vocabulary order, each put where it belongs when it is found. */
class Needs {
  readonly found: (Need & { readonly for: string[] })[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #ranks: Ranks[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(unknown: Unknown, answer: string): void {
    const { path, kind } = unknown;
    for (const need of this.found) {
      if (need.path !== path) continue;
      if (need.for[need.for.length - 1] !== answer) need.for.push(answer);
      return;
    }
    unknown.ranks ??= ranksOf(this.#vocabulary, path);
    this.#insert({ path, kind, for: [answer] }, unknown.ranks);
  }

  #insert(need: Need & { readonly for: string[] }, ranks: Ranks): void {
    let at = this.found.length;
    for (; at > 0; at -= 1) {
      const before = this.#ranks[at - 1];
      const moved = this.found[at - 1];
      if (before === undefined || moved === undefined || compareRanks(before, ranks) <= 0) break;
      this.#ranks[at] = before;
      this.found[at] = moved;
    }
    this.#ranks[at] = ranks;
    this.found[at] = need;
  }
}

/** Puts what has paths in vocabulary order. */
function inOrder<T extends { readonly path: string }>({ vocabulary }: GoalInfo, found: T[]): readonly T[] {
  return found.length < 2 ? found : found.sort((a, b) => comparePaths(vocabulary, a.path, b.path));
}

/** Compares two paths of facts: fields as the vocabulary declares them, members of a list by index. */
export function comparePaths(vocabulary: Vocabulary, a: string, b: string): number {
  return compareRanks(ranksOf(vocabulary, a), ranksOf(vocabulary, b));
}

type Ranks = readonly number[];

function compareRanks(left: Ranks, right: Ranks): number {
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function ranksOf(vocabulary: Vocabulary, path: string): Ranks {
  let fields = vocabulary.facts;
  return stepsOfPath(path).map((step) => {
    if (typeof step === 'number') return step;
    const rank = Object.keys(fields).indexOf(step);
    const type = fields[step];
    if (type !== undefined) fields = vocabulary.records[splitFactType(type)[1]] ?? fields;
    return rank;
  });
}

/** The judgements in the traces of the answers. */
export function judgementsOf(goal: GoalInfo, run: Evaluated): RestsOn['judgements'] {
  let first: Summary | undefined;
  let others: Summary[] | undefined;
  const visit = (summary: Summary): void => {
    if (summary.judgements.length === 0 || summary === first) return;
    if (first === undefined) first = summary;
    else (others ??= []).push(summary);
  };
  const entered: string[] = [];
  for (const name of goal.answers) {
    const result: Results[string] | undefined = run.rules[name] ?? run.definitions[name];
    if (result === undefined) continue;
    if (!('instances' in result)) visitSummaries(run, result.because, entered, visit);
    else for (const { because } of result.instances) visitSummaries(run, because, entered, visit);
  }
  if (first === undefined) return none;
  if (others !== undefined) return listed(goal, [first, ...others]);
  first.inOrder ??= Object.freeze(listed(goal, [first]));
  return first.inOrder;
}

function listed(goal: GoalInfo, summaries: readonly Summary[]): RestsOn['judgements'] {
  const found: { readonly path: string; readonly value: ResultValue }[] = [];
  for (const { judgements } of summaries) {
    for (const { path, value } of judgements) {
      if (!found.some((each) => each.path === path)) found.push({ path, value });
    }
  }
  return inOrder(goal, found);
}

/** More sources than this do not fit the bits of a small integer. */
const maxSourceBits = 30;

/** The sources cited in the traces of every statement, in the order of the pack; `also` in these names. */
export function sourcesOf(
  goal: GoalInfo,
  run: Evaluated,
  also: readonly CiteInfo[] = none,
): GoalInfo['sources'] {
  let count = 0;
  for (const _ in goal.sources) count += 1;
  if (count > maxSourceBits) return sourcesNamed(goal, run, also);
  let bits = sourceBitsIn(run.definitions, goal) | sourceBitsIn(run.rules, goal);
  for (const { source } of also) bits |= sourceBit(goal, source);
  if (bits === (1 << count) - 1) return goal.sources;
  const cited: Record<string, SourceInfo> = {};
  let place = 0;
  for (const name in goal.sources) {
    const source = goal.sources[name];
    if (source !== undefined && ((bits >> place) & 1) === 1) cited[name] = source;
    place += 1;
  }
  return cited;
}

function sourceBitsIn(results: Results, goal: GoalInfo): number {
  let bits = 0;
  for (const name in results) {
    const result = results[name];
    if (result === undefined) continue;
    if (!('instances' in result)) bits |= sourceBitsOf(result.because, goal);
    else for (const { because } of result.instances) bits |= sourceBitsOf(because, goal);
  }
  return bits;
}

function sourceBitsOf(because: readonly Reason[], goal: GoalInfo): number {
  const summary = summaryOf(because);
  if (summary.sourceBits !== undefined) return summary.sourceBits;
  let bits = 0;
  for (const source of summary.sources) bits |= sourceBit(goal, source);
  summary.sourceBits = bits;
  return bits;
}

function sourceBit(goal: GoalInfo, source: string): number {
  return 1 << Object.keys(goal.sources).indexOf(source);
}

function sourcesNamed(goal: GoalInfo, run: Evaluated, also: readonly CiteInfo[]): GoalInfo['sources'] {
  const cited = new Set(also.map(({ source }) => source));
  for (const results of [run.definitions, run.rules]) {
    for (const name in results) {
      for (const { because } of resultsOf(run, name)) {
        for (const source of summaryOf(because).sources) cited.add(source);
      }
    }
  }
  return Object.fromEntries(Object.entries(goal.sources).filter(([name]) => cited.has(name)));
}

/** Adds the source's own certainty to a result, where each of its operative limbs states one. */
export function withCertainty<R extends AnyResult>(result: R): R {
  const value = valueOf(result);
  const isNo = value === 'no' || value === 'doesNotApply';
  const stated: (string | undefined)[] = [];
  const visit = (because: readonly Reason[]): void => {
    for (const reason of because) {
      if (reason.kind === 'version' || reason.kind === 'applies') visit(reason.because);
      else if (reason.kind === 'exception' || reason.kind === 'limb' || reason.kind === 'row') {
        if (isNo === (reason.kind === 'exception') && reason.value === 'yes') stated.push(reason.certainty);
      }
    }
  };
  visit(result.because);
  const certainties = stated.filter((each) => each !== undefined);
  return stated.length === 0 || certainties.length < stated.length
    ? result
    : { ...result, certainty: [...new Set(certainties)] };
}

/** A result that more is said of before it is published. */
type Open<R> = { -readonly [K in keyof R]: R[K] };

/** Every pair of results of the same statement and instance in two runs. */
function inBoth(
  run: Evaluated,
  other: Evaluated,
  visit: (name: string, result: Open<AnyResult>, otherwise: AnyResult) => void,
): void {
  for (const results of [run.definitions, run.rules]) {
    for (const name in results) {
      const others = resultsOf(other, name);
      resultsOf(run, name).forEach((result, i) => {
        const same = others[i];
        if (same !== undefined) visit(name, result, same);
      });
    }
  }
}

/** An assumption of the vocabulary: lists as `[]` in its path. */
export interface Assumption {
  readonly path: string;
  readonly value: ResultValue;
  readonly cites: readonly CiteInfo[];
}

/** Notes what is presumed where the run on assumptions differs, and gives the assumptions that answers rest on. */
export function presumptions(
  goal: GoalInfo,
  run: Evaluated,
  presumed: Evaluated,
  assumptions: readonly Assumption[],
  isGiven: (path: string) => boolean,
): RestsOn['assumptions'] {
  const used = new Map<string, Assumption>();
  inBoth(run, presumed, (name, result, other) => {
    const value = valueOf(other);
    if (value === valueOf(result)) return;
    Object.assign(result, { presumed: value });
    if (!goal.answers.includes(name)) return;
    let isNamed = false;
    const visit = (reason: Reason): void => {
      if (reason.kind !== 'fact' || isGiven(reason.path)) return;
      const assumed = assumptions.find(({ path }) => path === reason.path.replaceAll(/\[\d+\]/g, '[]'));
      if (assumed === undefined) return;
      isNamed = true;
      used.set(reason.path, { ...assumed, path: reason.path });
    };
    walk(presumed, other.because, [], visit);
    // What is presumed may only have ruled other values out: then it is among what the answer still needs.
    if (!isNamed) walk(run, result.because, [], visit);
  });
  return [...used.values()].sort((a, b) => comparePaths(goal.vocabulary, a.path, b.path));
}

/** Whether the facts state something at a path. */
export function isGivenIn(facts: unknown): (path: string) => boolean {
  return (path) => {
    let at: unknown = facts;
    for (const step of stepsOfPath(path)) {
      if (typeof at !== 'object' || at === null) return false;
      const list =
        typeof step === 'number' && !Array.isArray(at) ? (at as { readonly atLeast?: unknown }).atLeast : at;
      at = (list as Readonly<Record<string | number, unknown>>)[step];
    }
    return at !== null && at !== undefined;
  };
}

/** Notes on which ambiguities settled results depend, and gives those of the answers. */
export function readingDependences(
  goal: GoalInfo,
  ambiguities: readonly string[],
  readings: Readonly<Record<string, string | undefined>>,
  run: Evaluated,
  anyReading: Evaluated,
  withReading: (ambiguity: string, reading: string) => Evaluated,
): readonly ReadingDependence[] {
  const flips = new Map<string, Evaluated>();
  const flip = (ambiguity: string, reading: string): Evaluated => {
    const key = `${ambiguity} ${reading}`;
    const known = flips.get(key) ?? withReading(ambiguity, reading);
    flips.set(key, known);
    return known;
  };
  const all = new Map<string, ReadingDependence>();
  for (const results of [run.definitions, run.rules]) {
    for (const name in results) {
      const unread = resultsOf(anyReading, name);
      resultsOf(run, name).forEach((result, i) => {
        const other = unread[i];
        if (other === undefined || isUnsettled(result) || !isUnsettled(other)) return;
        const found = new Set<string>();
        walk(anyReading, other.because, [], (reason) => {
          if (reason.kind === 'ambiguity') found.add(reason.ambiguity);
        });
        const dependsOn = ambiguities.flatMap((ambiguity): ReadingDependence[] => {
          if (!found.has(ambiguity)) return [];
          const reading = readings[ambiguity] ?? '';
          const confirmed = (goal.readings[ambiguity] ?? none).some((each) => {
            if (each === reading) return false;
            const flipped = resultsOf(flip(ambiguity, each), name)[i];
            return flipped === undefined || valueOf(flipped) !== valueOf(result);
          });
          return [{ ambiguity, reading, confirmed }];
        });
        if (dependsOn.length > 0) Object.assign(result, { dependsOn });
        if (!goal.answers.includes(name)) return;
        for (const each of dependsOn) {
          const confirmed = each.confirmed || all.get(each.ambiguity)?.confirmed === true;
          all.set(each.ambiguity, { ...each, confirmed });
        }
      });
    }
  }
  return ambiguities.flatMap((name) => all.get(name) ?? []);
}

/** Whether a result is a no. */
function isNo(result: AnyResult): boolean {
  const value = valueOf(result);
  return value === 'no' || value === 'doesNotApply';
}

/** Whether some no may be one only because a law is not in force; `laws` are those that are not. */
export function mayBeNotInForce(run: Evaluated, laws: Laws): boolean {
  return laws.length > 0 && (hasNo(run.definitions) || hasNo(run.rules));
}

function hasNo(results: Results): boolean {
  for (const name in results) {
    const result = results[name];
    if (result === undefined) continue;
    if ('instances' in result ? result.instances.some(isNo) : isNo(result)) return true;
  }
  return false;
}

/** Notes the laws by which alone a no is one; `lawOpen` is the run in which a law that is not in force is unknown. */
export function notInForce(
  run: Evaluated,
  laws: Laws,
  lawOpen: Evaluated,
  successors: Readonly<Record<string, readonly string[]>>,
): void {
  inBoth(run, lawOpen, (_, result, other) => {
    if (!isNo(result) || isNo(other)) return;
    const found = new Map<string, NotInForce>();
    walk(run, result.because, [], (reason) => {
      if (reason.kind !== 'law' || reason.value !== 'no') return;
      const statement = laws[laws.indexOf(reason) + 1];
      if (typeof statement !== 'string') return;
      const law = notInForceOf(reason, statement, successors);
      found.set(`${law.name} ${law.from} ${law.ceasing}`, law);
    });
    if (found.size > 0) Object.assign(result, { notInForce: [...found.values()] });
  });
}

function notInForceOf(
  law: LawReason,
  name: string,
  successors: Readonly<Record<string, readonly string[]>>,
): NotInForce {
  const succeededBy = Object.hasOwn(successors, name) ? successors[name] : undefined;
  return {
    name,
    ...(law.from === undefined ? {} : { from: law.from }),
    ...(law.ceasing === undefined ? {} : { ceasing: law.ceasing }),
    ...(succeededBy === undefined ? {} : { succeededBy }),
  };
}

/** Lets `rankNeeds` ask what each answer would settle. */
export function rankable(
  assessed: Assessment,
  goal: GoalInfo,
  facts: unknown,
  assess: (facts: unknown) => Assessment,
): Assessment {
  return withOrigin(assessed, { vocabulary: goal.vocabulary, facts, assess });
}
