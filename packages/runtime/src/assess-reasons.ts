/** Steps of the trace, as emitted `assess` functions build them. */
import type {
  CiteInfo,
  ElementReason,
  FactReason,
  LawReason,
  ListReason,
  Reason,
  ReferenceReason,
  ResultValue,
  StepReason,
} from './assessment.ts';
import type { Laws } from './assess-laws.ts';
import type { ListInside } from './assess-read.ts';
import { freezeAll } from './assess-frozen.ts';
import type { Truth } from './assess-truth.ts';
import type { Day } from './calendar.ts';
import { numberOf } from './decimal.ts';
import { type Duration, formatDuration } from './duration.ts';
import { formatDay } from './iso-date.ts';

/** Three reasons that differ in their value only, by truth. Made once; frozen, because results share them. */
export type Reasons = readonly Reason[];

/** By truth; 2 is none. */
const words: readonly ('no' | 'unknown' | 'yes')[] = ['no', 'unknown', 'unknown', 'yes'];

/** `no`, `unknown` or `yes`. */
export function truthWord(truth: Truth): 'yes' | 'no' | 'unknown' {
  return words[truth] ?? 'unknown';
}

function byTruth(reason: (value: string, truth: Truth) => Reason): Reasons {
  return words.map((value, truth) => freezeAll(reason(value, truth)));
}

/** The reasons that are one yes/no fact. */
export function factReasons(path: string, input: FactReason['input'], member?: string): Reasons {
  return byTruth((value) => factReason(path, value, input, member));
}

/** The reasons that are one yes/no definition. */
export function definitionReasons(name: string): Reasons {
  return byTruth((value) => ({ kind: 'definition', name, value }));
}

/** What a step says beside its value and reasons. */
export type Step = Pick<StepReason, 'kind' | 'label' | 'certainty' | 'cites'>;

/** Citations, frozen. */
export function citations(...given: readonly CiteInfo[]): readonly CiteInfo[] {
  return freezeAll(given);
}

/** The reasons that are one step around another reason. */
export function stepReasons(step: Step, of: Reasons): Reasons {
  return byTruth((value, truth) => {
    const inner = of[truth];
    return { ...step, value, because: inner === undefined ? [] : [inner] };
  });
}

/** The reasons of a negation: no and yes change places. */
export function reversedReasons(of: Reasons): Reasons {
  return [of[3], of[1], of[2], of[0]] as Reasons;
}

/** The reason by its truth. */
export function reasonOf(truth: Truth, reasons: Reasons): Reason {
  return reasons[truth] as Reason;
}

/** The reason of an operand whose truth is the whole's. */
export function ifSame(whole: Truth, truth: Truth, reasons: Reasons): Reason | false {
  return truth === whole ? (reasons[truth] as Reason) : false;
}

/** A reason; `false` where it is none. */
type Maybe = Reason | false;

/** Of two reasons, those that are any. */
export function ofTwo(a: Maybe, b: Maybe): readonly Reason[] {
  return a === false ? (b === false ? [] : [b]) : b === false ? [a] : [a, b];
}

/** Of three reasons, those that are any. */
export function ofThree(a: Maybe, b: Maybe, c: Maybe): readonly Reason[] {
  if (a === false) return ofTwo(b, c);
  if (b === false) return c === false ? [a] : [a, c];
  return c === false ? [a, b] : [a, b, c];
}

/** Of four reasons, those that are any. */
export function ofFour(a: Maybe, b: Maybe, c: Maybe, d: Maybe): readonly Reason[] {
  if (a === false) return ofThree(b, c, d);
  if (b === false) return ofThree(a, c, d);
  if (c === false) return ofThree(a, b, d);
  return d === false ? [a, b, c] : [a, b, c, d];
}

/** Of five reasons, those that are any. */
export function ofFive(a: Maybe, b: Maybe, c: Maybe, d: Maybe, e: Maybe): readonly Reason[] {
  if (a === false) return ofFour(b, c, d, e);
  if (b === false) return ofFour(a, c, d, e);
  if (c === false) return ofFour(a, b, d, e);
  if (d === false) return ofFour(a, b, c, e);
  return e === false ? [a, b, c, d] : [a, b, c, d, e];
}

/**
 * Of more reasons, or of judgements, those that are any: in the same array. A literal has its length from the start, one that
 * grows takes several times the room.
 */
export function stated<T = Reason>(given: (T | false)[]): readonly T[] {
  let count = 0;
  // By index: an iterator over an array that is being written takes longer.
  for (let at = 0; at < given.length; at += 1) {
    const each = given[at];
    if (each !== undefined && each !== false) {
      given[count] = each;
      count += 1;
    }
  }
  while (given.length > count) given.pop();
  return given as T[];
}

/** The steps for the elements of a list. */
export type ElementSteps = (ElementReason | ListReason)[];

/** Room for a step for each element of a list, and one for the list itself: no array has to grow. */
export function stepsFor({ elements }: ListInside<unknown>): ElementSteps {
  // Its length is meant: `Array.from` calls back for each place.
  // oxlint-disable-next-line no-new-array
  return new Array<ElementReason | ListReason>(elements.length + 1);
}

/**
 * Steps for `count` elements, and what is to say of the list itself, or of it where there are none: in the same array, which
 * may be asked for it again.
 */
export function elementReasons(
  steps: ElementSteps,
  count: number,
  list: ListReason | false,
  otherwise: ListReason | false = false,
): readonly Reason[] {
  const last = list === false && count === 0 ? otherwise : list;
  if (last !== false) steps[count] = last;
  const length = last === false ? count : count + 1;
  while (steps.length > length) steps.pop();
  return steps;
}

/** A list with the members that were considered. */
export function listReason(path: string, { elements, complete }: ListInside<unknown>): ListReason {
  return { kind: 'list', path, complete, length: elements.length };
}

/** A fact with its value. */
function factReason(
  path: string,
  value: ResultValue,
  input: FactReason['input'],
  member?: string,
): FactReason {
  return member === undefined
    ? { kind: 'fact', path, value, input }
    : { kind: 'fact', path, value, member, input };
}

/** Another definition with its value. */
export function reference(name: string, value: ResultValue, of?: string): ReferenceReason {
  return of === undefined ? { kind: 'definition', name, value } : { kind: 'definition', name, of, value };
}

/**
 * A law with its dates. Where neither it nor, of several versions of a name, another is in force, it is noted in `laws`, with
 * the statement whose it is and what takes over from that.
 */
export function lawReason(
  laws: Laws,
  statement: string,
  inAny: Truth,
  law: LawReason,
  succeededBy?: readonly string[],
): Reason {
  if (inAny === 0) laws.last = { law, statement, succeededBy, before: laws.last };
  return law;
}

/** The reasons of a governing date, which may be asked twice of the same; the reader wants each once. */
export function withoutRepeats(because: readonly Reason[]): readonly Reason[] {
  let at = 1;
  while (at < because.length && !isRepeated(because, at)) at += 1;
  if (at >= because.length) return because;
  const once = because.slice(0, at);
  for (at += 1; at < because.length; at += 1) {
    const reason = because[at];
    if (reason !== undefined && !isRepeated(because, at)) once.push(reason);
  }
  return once;
}

function isRepeated(because: readonly Reason[], at: number): boolean {
  const reason = because[at];
  for (let before = 0; before < at; before += 1) {
    const other = because[before];
    if (reason !== undefined && other !== undefined && saysTheSame(reason, other)) return true;
  }
  return false;
}

function saysTheSame(a: Reason, b: Reason): boolean {
  if (a.kind === 'fact') return b.kind === 'fact' && a.path === b.path && a.member === b.member;
  if (a.kind === 'definition') return b.kind === 'definition' && a.name === b.name && a.of === b.of;
  return a.kind === 'asOf' && b.kind === 'asOf';
}

/** A date in its JSON form. */
export function dayValue(day: Day | undefined): string {
  return day === undefined ? 'unknown' : formatDay(day);
}

/** A duration in its JSON form. */
export function durationValue(duration: Duration | undefined): string {
  return duration === undefined ? 'unknown' : formatDuration(duration);
}

/** A number of units in its JSON form. */
export function numberValue(units: number | undefined, places: number): number | 'unknown' {
  return units === undefined ? 'unknown' : numberOf(units, places);
}
