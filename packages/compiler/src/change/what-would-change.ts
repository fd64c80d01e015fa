/**
 * What would change an answer: the minimal sets of changes to facts that are not fixed after which it comes out as wanted.
 *
 * Whatever set reaches the target has to move some lever of the answer as it stands (`levers.ts`), and, that moved, some
 * lever of the answer as it then stands. So the search branches over the levers of each case it comes to, all sets of one
 * change before all of two: where facts have few values no set is missed, and the smaller are found first. Where the answer
 * is as wanted and the case cannot be (a constraint, an `only if`), the levers are those of what is wrong.
 */
import {
  type Assessment,
  type Change,
  CHANGES_FORMAT,
  checkKeyed,
  type Changes,
  type ChangeSet,
  type ChangeTarget,
  type ResultValue,
  type Searched,
} from '@proviso/runtime';
import { inVocabularyOrder } from '../interpret/order.ts';
import { type AlternativesAllowed, alternativesOf } from './alternatives.ts';
import { nextTo } from './axis.ts';
import { effortOf, fieldAt } from './effort.ts';
import { leversOf } from './levers.ts';
import { inOrder, isWithin, keyOf, placeKey, properPartsOf, withoutImplied } from './sets.ts';
import { comparedWith, isWanted, resultIn } from './target.ts';
import { faultOf, renderAnswer, type Setting, type Trial, trialOf } from './trial.ts';

/** How far to search. */
export interface ChangeOptions {
  /** At most so many changes in a set; 3 unless given. */
  readonly size?: number;
  /** No larger sets are looked for once so many have been found; 10 unless given. */
  readonly count?: number;
  /** At most so many cases are tried; 5,000 unless given. */
  readonly budget?: number;
  /** Whether a list may have one member more than it has: no unless given. */
  readonly addMembers?: boolean;
}

/** Searches for what would change an answer of an assessment; `setting` is what that was made of. */
export function searchChanges(
  setting: Setting,
  target: ChangeTarget,
  assessment: Assessment,
  options: ChangeOptions,
): Changes {
  checkSearch(options);
  const { size = 3, count = 10, budget = 5000, addMembers = false } = options;
  const from = resultIn(assessment, target);
  if (from === undefined) throw new Error(`the assessment has no answer ${target.name}`);
  const search = new Search(setting, target, from, { addMembers });
  const { complete, stopped } = search.run(size, count, budget);
  return {
    format: CHANGES_FORMAT,
    pack: assessment.pack,
    asOf: assessment.asOf,
    target,
    from,
    sets: inOrder(setting.index, withoutImplied(setting.index, search.found)),
    searched: { size, complete, tried: search.tried, ...(stopped === undefined ? {} : { stopped }) },
  };
}

/** A bound that is no number would bound nothing. */
function checkSearch(options: unknown): void {
  checkKeyed(options, 'an object of options of the search (size, count, budget, addMembers)');
  const {
    size = 1,
    count = 1,
    budget = 1,
    addMembers = false,
  } = options as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries({ size, count, budget }))
    if (typeof value !== 'number' || !(value >= 1))
      throw new TypeError(`the option \`${key}\` of the search should be a number from 1`);
  if (typeof addMembers !== 'boolean')
    throw new TypeError('the option `addMembers` of the search should be `true` or `false`');
}

class Search {
  readonly found: ChangeSet[] = [];
  tried = 0;
  readonly #seen = new Set<string>();
  readonly #setting: Setting;
  readonly #target: ChangeTarget;
  readonly #from: ResultValue;
  readonly #allowed: AlternativesAllowed;

  constructor(setting: Setting, target: ChangeTarget, from: ResultValue, allowed: AlternativesAllowed) {
    this.#setting = setting;
    this.#target = target;
    this.#from = from;
    this.#allowed = allowed;
  }

  /** All sets of one change, then of two, and so on; a size begun is finished unless the budget ends. */
  run(size: number, count: number, budget: number): Pick<Searched, 'complete' | 'stopped'> {
    let open: readonly (readonly Change[])[] = [[]];
    for (let n = 1; n <= size; n++) {
      const next: (readonly Change[])[] = [];
      for (const changes of open) {
        for (const more of this.#extensions(changes)) {
          if (this.tried >= budget) return { complete: n - 1, stopped: 'budget' };
          if (!this.#reaches(more)) next.push(more);
        }
      }
      if (next.length === 0) return { complete: size };
      if (this.found.length >= count && n < size) return { complete: n, stopped: 'count' };
      open = next;
    }
    return { complete: size };
  }

  /** The sets of one change more that could reach the target, each only once. */
  *#extensions(changes: readonly Change[]): Generator<readonly Change[]> {
    const trial = trialOf(this.#setting, changes);
    if (trial === undefined) return;
    const changed = new Set(changes.map(placeKey));
    for (const lever of leversOf(trial.evaluation, this.#roots(trial))) {
      for (const change of alternativesOf(trial.evaluation, lever, this.#allowed)) {
        if (changed.has(placeKey(change))) continue;
        const more = inVocabularyOrder(this.#setting.index, [...changes, change]);
        const key = keyOf(more);
        if (this.#seen.has(key)) continue;
        this.#seen.add(key);
        if (!this.found.some((set) => isWithin(set.changes, more))) yield more;
      }
    }
  }

  /** The answer where it is not as wanted; else the first thing that is wrong with the case. */
  #roots(trial: Trial): Parameters<typeof leversOf>[1] {
    if (!this.#isWanted(trial)) {
      return [{ bound: trial.root, comparisons: comparedWith(this.#setting, this.#target, trial) }];
    }
    const fault = faultOf(this.#setting, trial);
    return fault === undefined ? [] : [{ bound: fault, comparisons: [] }];
  }

  #isWanted({ value }: Trial): boolean {
    return isWanted(this.#target, this.#from, renderAnswer(this.#setting, value));
  }

  /** Tries a set; where it reaches the target, the least part of it that does is found. */
  #reaches(changes: readonly Change[]): boolean {
    const whole = this.#reached(changes);
    if (whole === undefined) return false;
    let least = whole;
    for (const part of properPartsOf(changes)) {
      const set = this.#reached(part);
      if (set === undefined) continue;
      least = set;
      break;
    }
    if (!this.found.some((known) => isWithin(known.changes, least.changes))) this.found.push(least);
    return true;
  }

  #reached(changes: readonly Change[]): ChangeSet | undefined {
    this.tried += 1;
    const trial = trialOf(this.#setting, changes);
    if (trial === undefined || !this.#isWanted(trial) || faultOf(this.#setting, trial) !== undefined)
      return undefined;
    const settled = changes.map((change) => this.#withBound(changes, change));
    return {
      changes: settled,
      dropped: trial.dropped,
      to: renderAnswer(this.#setting, trial.value),
      effort: effortOf(this.#setting.index, settled),
    };
  }

  /** A change says "or less" or "or more" only where the next value is enough as well. */
  #withBound(changes: readonly Change[], change: Change): Change {
    if (change.kind !== 'fact' || change.bound === undefined) return change;
    const { bound, ...plain } = change;
    const field = fieldAt(this.#setting.index, change.path);
    const next = nextTo(field, change.to, bound);
    if (next === undefined) return plain;
    const moved = changes.map((each) => (each === change ? { ...plain, to: next } : each));
    const trial = trialOf(this.#setting, moved);
    const isEnough =
      trial !== undefined && this.#isWanted(trial) && faultOf(this.#setting, trial) === undefined;
    return isEnough ? { ...plain, bound } : plain;
  }
}
