/** Steps of the trace, as emitted `assess` functions build them. */
import type { CiteInfo, FactReason, Reason, ReferenceReason, ResultValue, StepReason } from './assessment.ts';
import type { Truth } from './assess-truth.ts';
import type { Day } from './calendar.ts';
import { numberOf } from './decimal.ts';
import { type Duration, formatDuration } from './duration.ts';
import { formatDay } from './iso-date.ts';

/** Three reasons that differ in their value only, by truth. Made once; frozen, because results share them. */
export type Reasons = readonly Reason[];

const words: readonly string[] = ['no', 'unknown', '', 'yes'];

/** `no`, `unknown` or `yes`. */
export function word(truth: Truth): string {
  return words[truth] ?? '';
}

function byTruth(reason: (value: string, truth: Truth) => Reason): Reasons {
  return words.map((value, truth) => freeze(reason(value, truth)));
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  return Object.freeze(value);
}

/** The reasons that are one yes/no fact. */
export function facts(path: string, input: FactReason['input'], member?: string): Reasons {
  return byTruth((value) => factReason(path, value, input, member));
}

/** The reasons that are one yes/no definition. */
export function definitions(name: string): Reasons {
  return byTruth((value) => ({ kind: 'definition', name, value }));
}

/** What a step says beside its value and reasons. */
export type Step = Pick<StepReason, 'kind' | 'label' | 'certainty' | 'cites'>;

/** Citations, frozen. */
export function cites(...given: readonly CiteInfo[]): readonly CiteInfo[] {
  return freeze(given);
}

/** The reasons that are one step around another reason. */
export function steps(step: Step, of: Reasons, negated?: true): Reasons {
  return byTruth((value, truth) => {
    const inner = of[negated && truth !== 1 ? 3 - truth : truth];
    return { ...step, value, because: inner === undefined ? [] : [inner] };
  });
}

/** Adds the reason of an operand whose truth is the whole's. */
export function when(because: Reason[], whole: Truth, truth: Truth, reasons: Reasons): void {
  if (truth === whole) because.push(reasons[truth] as Reason);
}

/** Adds a reason by its truth. */
export function put(because: Reason[], truth: Truth, reasons: Reasons): void {
  because.push(reasons[truth] as Reason);
}

/** Adds reasons. */
export function splice(because: Reason[], more: readonly Reason[]): void {
  for (const reason of more) because.push(reason);
}

/** A fact with its value. */
export function factReason(
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

/** A law with its dates. */
export function lawReason(
  truth: Truth,
  on: Day | undefined,
  from: string | undefined,
  ceasing: string | undefined,
  because: readonly Reason[],
): Reason {
  return {
    kind: 'law',
    value: word(truth),
    on: dayValue(on),
    ...(from === undefined ? {} : { from }),
    ...(ceasing === undefined ? {} : { ceasing }),
    because,
  };
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
export function numberValue(units: number | undefined, places: number): ResultValue {
  return units === undefined ? 'unknown' : numberOf(units, places);
}
