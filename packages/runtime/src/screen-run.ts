/**
 * What emitted `screen` functions do to evaluate no more than they must. Every evaluation begins from the one of a case of
 * which nothing is known. What is given marks the parts that turn on it as due; these are evaluated in their order, and where
 * one comes to another value than before, it marks those that turn on that.
 */
import { freezeAll } from './assess-frozen.ts';
import type { Status, Verdict } from './assessment.ts';

/** By part: 1 where it is to be evaluated. */
export type Due = Uint8Array;

/** By property of the facts inside: the parts that turn on it. */
export interface FactTurning {
  readonly [property: string]: readonly number[] | FactTurning;
}

/** Which parts turn on what. */
export interface Turning {
  readonly facts: FactTurning;
  /** On the day of the assessment, or with something to report of dates. */
  readonly asOf: readonly number[];
  readonly readings: Readonly<Record<string, readonly number[]>>;
  /** By place: those that turn on what an earlier part gives. */
  readonly values: readonly (readonly number[])[];
}

/** An evaluation under way. */
export interface ScreenRun {
  readonly due: Due;
  readonly turning: Turning;
  /** What parts give to later ones. */
  readonly values: unknown[];
}

/** Marks parts. */
export function mark(due: Due, parts: readonly number[]): void {
  for (let i = 0; i < parts.length; i += 1) due[parts[i] as number] = 1;
}

/** Marks the parts that turn on the readings that are not the usual ones. */
export function markReadings<R extends object>(due: Due, { readings }: Turning, taken: R, usual: R): void {
  if (taken === usual) return;
  for (const [name, parts] of Object.entries(readings))
    if (taken[name as keyof R] !== usual[name as keyof R]) mark(due, parts);
}

/** Evaluates the parts that are due, or fall due meanwhile. */
export function runParts<R extends ScreenRun>(run: R, parts: readonly ((run: R) => void)[]): void {
  const { due } = run;
  for (let at = 0; at < parts.length; at += 1) if (due[at] === 1) parts[at]?.(run);
}

/** Gives a value to later parts. */
export function give({ due, turning, values }: ScreenRun, at: number, value: unknown): void {
  if (values[at] === value) return;
  values[at] = value;
  mark(due, turning.values[at] ?? []);
}

/** The same of the values of instances, in an array. */
export function giveAll(run: ScreenRun, at: number, values: readonly unknown[]): void {
  give(run, at, sameValues(run.values[at], values));
}

/** An array, or the one before where it has the same elements. */
export function sameValues(before: unknown, now: readonly unknown[]): unknown {
  if (!Array.isArray(before) || before.length !== now.length) return now;
  return now.every((value, i) => value === before[i]) ? before : now;
}

/** The evaluation of the case of which nothing is known, frozen as far as others take it over. */
export function shareTold<T extends { readonly definitions: object; readonly rules: object }>(told: T): T {
  for (const one of [...Object.values(told.definitions), ...Object.values(told.rules)] as readonly unknown[])
    if (typeof one === 'object' && one !== null) freezeAll(one);
  return told;
}

/** What a binding rule says to the verdict: bit 1 where it is breached, bit 0 where that is open. */
export function bearing(status: Status | undefined): number {
  return status === 'breached' ? 2 : status === undefined ? 1 : 0;
}

/** The verdict of what all binding rules say. */
export function verdictOf(bearings: number): Verdict {
  return bearings > 1 ? 'breachFound' : bearings === 1 ? 'undetermined' : 'noBreachFound';
}
