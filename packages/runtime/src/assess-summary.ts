/** What a trace holds that the assessment as a whole tells: sources cited, judgements, what is unknown, references. */
import type { FactReason, Need, Reason, ReferenceReason, Result, RuleResult } from './assessment.ts';

/** One array of reasons with all they hold, references not followed. */
export interface Summary {
  /** Names of the sources cited. */
  readonly sources: readonly string[];
  readonly judgements: readonly FactReason[];
  /** The paths and the kinds of the facts that are not known. */
  readonly unknown: readonly Pick<Need, 'path' | 'kind'>[];
  readonly references: readonly ReferenceReason[];
}

/** Freezes a value and all that it holds. */
export function freezeAll<T extends object>(value: T): T {
  if (Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freezeAll(part);
  return Object.freeze(value);
}

interface Open {
  readonly sources: string[];
  readonly judgements: FactReason[];
  readonly unknown: Pick<Need, 'path' | 'kind'>[];
  readonly references: ReferenceReason[];
}

/** The summary of reasons. */
export function summaryOf(because: readonly Reason[]): Summary {
  const into: Open = { sources: [], judgements: [], unknown: [], references: [] };
  add(because, into);
  return into;
}

function add(because: readonly Reason[], into: Open): void {
  for (const reason of because) {
    if (reason.kind === 'definition') into.references.push(reason);
    else if (reason.kind === 'fact') {
      if (reason.value === 'unknown') addUnknown(reason.path, reason.input, into);
      else if (reason.input === 'judgement' || reason.input === 'otherwise') into.judgements.push(reason);
    } else if (reason.kind === 'list') {
      if (!reason.complete) addUnknown(reason.path, reason.kind, into);
    } else if ('because' in reason) {
      if ('cites' in reason) {
        for (const { source } of reason.cites) if (!into.sources.includes(source)) into.sources.push(source);
      }
      add(reason.because, into);
    }
  }
}

function addUnknown(path: string, kind: Need['kind'], { unknown }: Open): void {
  if (!unknown.some((each) => each.path === path)) unknown.push({ path, kind });
}

/** Freezes a result that others will share. */
export function shareResult<R extends Result | RuleResult>(result: R): R {
  return freezeAll(result);
}

/** A table of results by the truths they depend on, empty as yet. */
export function resultTable<R>(size: number): (R | undefined)[] {
  return Array.from<R | undefined>({ length: size });
}
