/** What a trace holds that the assessment as a whole tells: sources cited, judgements, what is unknown, references. */
import type {
  FactReason,
  ListReason,
  Need,
  Reason,
  ReferenceReason,
  Result,
  ResultValue,
  RuleResult,
} from './assessment.ts';

/** A need found in a trace. */
export interface Unknown {
  readonly path: string;
  readonly kind: Need['kind'];
  /** Where the vocabulary has it, once that has been looked up. */
  ranks?: readonly number[];
}

/** One array of reasons with all they hold, references not followed. */
export interface Summary {
  /** Names of the sources cited. */
  readonly sources: readonly string[];
  readonly judgements: readonly FactReason[];
  readonly unknown: readonly Unknown[];
  readonly references: readonly ReferenceReason[];
  /** The sources as bits, by their places in the goal's, once they have been looked up. */
  sourceBits?: number;
  /** The judgements as an assessment lists them, once they have been put in order. */
  inOrder?: readonly { readonly path: string; readonly value: ResultValue }[];
}

/** The reasons of a summary that has been made, under a symbol: no part of the JSON. */
const made: unique symbol = Symbol('summary');

type Summarised = readonly Reason[] & { readonly [made]?: Summary };

/** The summary of reasons. */
export function summaryOf(because: readonly Reason[]): Summary {
  return (because as Summarised)[made] ?? summarise(because);
}

/** Freezes a result that others will share, all that it holds included, with the summary of its reasons beside them. */
export function shareResult<R extends Result | RuleResult>(result: R): R {
  Object.defineProperty(result.because, made, { value: summarise(result.because) });
  return freezeAll(result);
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
  readonly unknown: Unknown[];
  readonly references: ReferenceReason[];
}

function summarise(because: readonly Reason[]): Summary {
  const into: Open = { sources: [], judgements: [], unknown: [], references: [] };
  add(because, into);
  return into;
}

function add(because: readonly Reason[], into: Open): void {
  for (const reason of because) {
    switch (reason.kind) {
      case 'fact':
        addFact(reason, into);
        break;
      case 'list':
        addList(reason, into);
        break;
      case 'definition':
        into.references.push(reason);
        break;
      case 'asOf':
      case 'ambiguity':
        break;
      case 'element':
      case 'law':
        add(reason.because, into);
        break;
      default:
        for (const { source } of reason.cites) if (!into.sources.includes(source)) into.sources.push(source);
        add(reason.because, into);
    }
  }
}

function addFact(reason: FactReason, into: Open): void {
  const { path, value, input } = reason;
  if (value === 'unknown') {
    if (!into.unknown.some((each) => each.path === path)) into.unknown.push({ path, kind: input });
  } else if (input === 'judgement' || input === 'otherwise') into.judgements.push(reason);
}

function addList({ path, complete }: ListReason, into: Open): void {
  if (!complete && !into.unknown.some((each) => each.path === path))
    into.unknown.push({ path, kind: 'list' });
}

/** A table of results by the truths they depend on, empty as yet. */
export function resultTable<R>(size: number): (R | undefined)[] {
  return Array.from<R | undefined>({ length: size });
}
