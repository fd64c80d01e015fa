/**
 * What an assessment tells as a whole (sources, judgements, needs) where each result depends on a few yes/no facts and
 * nothing else: results are then made once and shared, and what they hold is kept beside them as bits.
 */
import type { FactReason, Need, Reason, RestsOn, Result, RuleResult } from './assessment.ts';
import { onFactsOnly } from './assess-rests.ts';
import type { Evaluated, GoalInfo } from './assess-run.ts';
import { freezeAll } from './assess-frozen.ts';
import { type FieldTypes, splitFactType, type Vocabulary } from './vocabulary.ts';

/** A result made once, with what its trace holds. */
export interface Shared<R> {
  readonly result: R;
  /** Whether the value is not known. */
  readonly isOpen: boolean;
  /** The sources cited, by their places in the goal's. */
  readonly sources: number;
  /** The facts not known, by their places in the vocabulary. */
  readonly unknown: number;
  /** The results referred to, by their places among all. */
  readonly references: number;
  /** Undefined where there are no judgements. */
  readonly restsOn: RestsOn | undefined;
}

/** What the shared results of one goal have in common. Grows with what is asked for the first time. */
export interface SharedGoal {
  readonly goal: GoalInfo;
  /** The names of all results: definitions first, in the order of the plan, so that each refers to earlier ones only. */
  readonly names: readonly string[];
  /** The places of the answers among them. */
  readonly answers: readonly number[];
  /** The paths of all facts, in vocabulary order. */
  readonly paths: readonly string[];
  /** The kinds of the facts that were needed so far. */
  readonly kinds: Need['kind'][];
  /** The needs so far: a fact's place times the number of sets of answers, plus the set of answers that it serves. */
  readonly needs: (Need | undefined)[];
  readonly sources: Map<number, GoalInfo['sources']>;
}

/** What the results of a goal share, of so many facts. */
export function sharedGoal(goal: GoalInfo, names: readonly string[]): SharedGoal {
  const paths = pathsOf(goal.vocabulary, goal.vocabulary.facts, '');
  return {
    goal,
    names,
    answers: goal.answers.map((name) => names.indexOf(name)),
    paths,
    kinds: [],
    needs: Array.from<Need | undefined>({ length: paths.length << goal.answers.length }),
    sources: new Map([[(1 << Object.keys(goal.sources).length) - 1, goal.sources]]),
  };
}

function pathsOf(vocabulary: Vocabulary, types: FieldTypes, before: string): readonly string[] {
  return Object.entries(types).flatMap(([name, type]) => {
    const [kind, of] = splitFactType(type);
    if (kind === 'record') return pathsOf(vocabulary, vocabulary.records[of] ?? {}, `${before}${name}.`);
    return kind === 'other' ? [] : [before + name];
  });
}

/** Makes a result for all to share. */
export function share<R extends Result | RuleResult>(parts: SharedGoal, result: R): Shared<R> {
  const held: Held = { sources: 0, unknown: 0, references: 0, judgements: [] };
  gather(parts, result.because, held);
  const { judgements, ...bits } = held;
  const value = 'status' in result ? result.status : result.value;
  return {
    result: freezeAll(result),
    isOpen: value === 'unknown' || value === 'undetermined',
    ...bits,
    restsOn: judgements.length === 0 ? undefined : freezeAll(resting(parts, judgements)),
  };
}

/** What a trace holds. */
interface Held {
  sources: number;
  unknown: number;
  references: number;
  readonly judgements: FactReason[];
}

/** Gathers what reasons hold. Of yes/no facts alone there are no lists, readings or dates in them. */
function gather(parts: SharedGoal, because: readonly Reason[], into: Held): void {
  const { goal, names, paths, kinds } = parts;
  for (const reason of because) {
    if (reason.kind === 'definition') into.references |= 1 << names.indexOf(reason.name);
    else if (reason.kind === 'fact') {
      const place = paths.indexOf(reason.path);
      if (reason.value === 'unknown') {
        kinds[place] = reason.input;
        into.unknown |= 1 << place;
      } else if (reason.input === 'judgement' || reason.input === 'otherwise') into.judgements.push(reason);
    } else if ('cites' in reason && 'because' in reason) {
      for (const { source } of reason.cites) into.sources |= 1 << Object.keys(goal.sources).indexOf(source);
      gather(parts, reason.because, into);
    }
  }
}

type Judgements = RestsOn['judgements'];

function resting({ paths }: SharedGoal, judgements: Judgements): RestsOn {
  const found: Judgements[number][] = [];
  for (const { path, value } of judgements) {
    if (!found.some((each) => each.path === path)) found.push({ path, value });
  }
  return {
    judgements: found.sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path)),
    assumptions: [],
    readings: [],
  };
}

type AnyShared = Shared<Result | RuleResult>;

/** One evaluation of a case whose results are all shared. */
export interface SharedRun extends Evaluated {
  /** Definitions first, then rules, as named in the `SharedGoal`. */
  readonly all: readonly AnyShared[];
}

/** The bits of some results and of all they refer to. */
function reached(all: readonly AnyShared[], from: number): number {
  let bits = from;
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const each = all[at];
    if (each !== undefined && ((bits >> at) & 1) === 1) bits |= each.references;
  }
  return bits;
}

/** The sources cited in the traces of every statement, in the order of the pack. */
export function sharedSources(parts: SharedGoal, all: readonly AnyShared[]): GoalInfo['sources'] {
  let bits = 0;
  for (const { sources } of all) bits |= sources;
  const known = parts.sources.get(bits);
  if (known !== undefined) return known;
  const entries = Object.entries(parts.goal.sources).filter((_, at) => ((bits >> at) & 1) === 1);
  const cited = freezeAll(Object.fromEntries(entries));
  parts.sources.set(bits, cited);
  return cited;
}

/** What the answers rest on: judgements in their traces. */
export function sharedRestsOn(parts: SharedGoal, all: readonly AnyShared[]): RestsOn {
  let from = 0;
  for (const at of parts.answers) from |= 1 << at;
  const bits = reached(all, from);
  let only: RestsOn | undefined;
  let several: Judgements[number][] | undefined;
  for (let at = 0; at < all.length; at += 1) {
    const restsOn = ((bits >> at) & 1) === 1 ? all[at]?.restsOn : undefined;
    if (restsOn === undefined || restsOn === only) continue;
    if (only === undefined) only = restsOn;
    else (several ??= [...only.judgements]).push(...restsOn.judgements);
  }
  return several === undefined ? (only ?? onFactsOnly) : resting(parts, several);
}

/** What is unknown to a result and to all it refers to; it refers to earlier ones only. */
function unknownFrom(all: readonly AnyShared[], place: number): number {
  let from = 1 << place;
  let bits = 0;
  for (let at = place; at >= 0; at -= 1) {
    const each = all[at];
    if (each === undefined || ((from >> at) & 1) === 0) continue;
    from |= each.references;
    bits |= each.unknown;
  }
  return bits;
}

/** The needs of the answers, in vocabulary order. */
export function sharedNeeds(parts: SharedGoal, all: readonly AnyShared[]): readonly Need[] {
  const { answers } = parts;
  // A copy has the right length: an array that grows takes several times the room.
  const unknown = answers.slice();
  let any = 0;
  for (let at = 0; at < unknown.length; at += 1) {
    const place = unknown[at] ?? 0;
    const bits = all[place]?.isOpen === true ? unknownFrom(all, place) : 0;
    unknown[at] = bits;
    any |= bits;
  }
  const needs: Need[] = [];
  for (; any !== 0; any &= any - 1) {
    const fact = 31 - Math.clz32(any & -any);
    let serves = 0;
    for (let at = 0; at < unknown.length; at += 1) serves |= (((unknown[at] ?? 0) >> fact) & 1) << at;
    needs.push(need(parts, fact, serves));
  }
  return needs;
}

function need(parts: SharedGoal, fact: number, serves: number): Need {
  const { goal, needs, paths, kinds } = parts;
  const place = (fact << goal.answers.length) + serves;
  const known = needs[place];
  if (known !== undefined) return known;
  const made = freezeAll({
    path: paths[fact] ?? '',
    kind: kinds[fact] ?? 'fact',
    for: goal.answers.filter((_, at) => ((serves >> at) & 1) === 1),
  });
  needs[place] = made;
  return made;
}
