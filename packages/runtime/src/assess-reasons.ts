/** Steps of the trace, as emitted `assess` functions build them. */
import type {
  CiteInfo,
  ElementReason,
  FactReason,
  Reason,
  ReferenceReason,
  ResultValue,
  StepReason,
} from './assessment.ts';
import { freezeAll } from './assess-summary.ts';
import type { Truth } from './assess-truth.ts';
import type { Day } from './calendar.ts';
import { numberOf } from './decimal.ts';
import { type Duration, formatDuration } from './duration.ts';
import { formatDay } from './iso-date.ts';

/** Three reasons that differ in their value only, by truth. Made once; frozen, because results share them. */
export type Reasons = readonly Reason[];

const words: readonly string[] = ['no', 'unknown', '', 'yes'];

/** `no`, `unknown` or `yes`. */
export function truthWord(truth: Truth): string {
  return words[truth] ?? '';
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

/** No reasons. */
export const noReasons: readonly Reason[] = Object.freeze([]);

/** Adds the reason of an operand whose truth is the whole's. */
export function addIfSame(because: Reason[], whole: Truth, truth: Truth, reasons: Reasons): void {
  if (truth === whole) because.push(reasons[truth] as Reason);
}

/** Adds a reason by its truth. */
export function addReason(because: Reason[], truth: Truth, reasons: Reasons): void {
  because.push(reasons[truth] as Reason);
}

/** Adds reasons. */
export function addReasons(because: Reason[], more: readonly Reason[]): void {
  for (const reason of more) because.push(reason);
}

/** Adds the elements of a list whose value is the whole's; says whether there are any. */
export function addElements(because: Reason[], whole: ResultValue, all: readonly ElementReason[]): boolean {
  let found = false;
  for (const element of all) {
    if (element.value !== whole) continue;
    because.push(element);
    found = true;
  }
  return found;
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
    value: truthWord(truth),
    on: dayValue(on),
    ...(from === undefined ? {} : { from }),
    ...(ceasing === undefined ? {} : { ceasing }),
    because: withoutRepeats(because),
  };
}

/** A governing date is asked twice, whether it is `notYet` and what it is; the reader wants it once. */
function withoutRepeats(because: readonly Reason[]): readonly Reason[] {
  if (because.length < 2) return because;
  const keys = because.map((reason) => {
    if (reason.kind === 'fact') return `fact ${reason.path} ${reason.member ?? ''}`;
    if (reason.kind === 'definition') return `definition ${reason.name} ${reason.of ?? ''}`;
    return reason.kind === 'asOf' ? 'asOf' : null;
  });
  return because.filter((_, i) => keys[i] === null || keys.indexOf(keys[i] ?? null) === i);
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
