/**
 * What the same case would give on another reading, or without some of its facts. Each question is an assessment more: asked
 * only of what is told, and once.
 */
import type { Assessment, FactReason, ReadingDependence, Reason, Result, RuleResult } from '@proviso/runtime';
import { type Answer, eachOf } from './answers.ts';
import { isNotEstablished, resultsIn } from './established.ts';
import type { Wording } from './wording.ts';

/** How the case is to be assessed once more. */
export interface Otherwise {
  /** Only these answers are wanted. */
  readonly goals: readonly string[];
  /** Readings to take instead of those taken. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Paths of facts of which nothing is to be known. */
  readonly forgotten?: readonly string[];
  /** Answers, by path, to take for given of facts that are not known. */
  readonly supposed?: Readonly<Record<string, boolean | string>>;
}

/** The same case, assessed otherwise; undefined where it cannot be. */
export type Reassess = (otherwise: Otherwise) => Assessment | undefined;

/** A result of the same statement and instance in another assessment. */
export type Other =
  | { readonly kind: 'definition'; readonly result: Result; readonly notEstablished: boolean }
  | { readonly kind: 'rule'; readonly result: RuleResult };

/** Finds a result. */
export function resultIn(assessment: Assessment, name: string, of: string | undefined): Other | undefined {
  const resultOf = resultsIn(assessment);
  const found = resultOf(name, of);
  if (found !== undefined)
    return { kind: 'definition', result: found, notEstablished: isNotEstablished(found, resultOf) };
  const rule = assessment.rules[name];
  const result = rule === undefined ? undefined : eachOf<RuleResult>(rule).find((one) => one.of === of);
  return result === undefined ? undefined : { kind: 'rule', result };
}

/** What an answer would be, as a clause. `named`: neither its rule nor its instance is spoken of yet. */
export function otherwiseClause(
  { name, of }: Pick<Answer, 'name' | 'of'>,
  other: Other,
  named: boolean,
  say: Wording,
): string {
  const about = named ? of : undefined;
  const before = about === undefined ? '' : `${say.about(about)}, `;
  if (other.kind === 'rule') return `${before}${say.ruleWould(other.result, named ? name : undefined)}`;
  const { value, notInForce } = other.result;
  return notInForce === undefined
    ? say.definition(name, value, other.notEstablished, about)
    : `${before}${say.lawSilent(name)}`;
}

/** The paths of the facts that reasons come down to. */
export function factsBehind(reasons: readonly Reason[], assessment: Assessment): readonly string[] {
  return [...new Set(leavesBehind(reasons, assessment).map(({ path }) => path))];
}

/** The facts that reasons come down to, through the definitions they refer to. */
export function leavesBehind(reasons: readonly Reason[], assessment: Assessment): readonly FactReason[] {
  const leaves: FactReason[] = [];
  const seen = new Set<string>();
  const visit = (reason: Reason): void => {
    // That a law was in force is what the rest stands on, not what was found by it.
    if (reason.kind === 'law' && reason.value === 'yes') return;
    if (reason.kind === 'fact') leaves.push(reason);
    if ('because' in reason) reason.because.forEach(visit);
    if (reason.kind !== 'definition') return;
    const key = `${reason.name} ${reason.of ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    resultIn(assessment, reason.name, reason.of)?.result.because.forEach(visit);
  };
  reasons.forEach(visit);
  return leaves;
}

/** What is known of how a result would be otherwise. */
export interface Alternatives {
  /** The other readings of an ambiguity. */
  readonly readingsOf: (one: ReadingDependence) => readonly string[];
  /** The other readings of an ambiguity, each with what it would give for an answer. */
  readonly onReadings: (
    answer: Pick<Answer, 'name' | 'of'>,
    one: ReadingDependence,
  ) => readonly { readonly reading: string; readonly other: Other }[];
  /** Would a result that its exceptions take out be otherwise without them? */
  readonly baseHolds: (answer: Pick<Answer, 'name' | 'of' | 'result'>) => boolean;
}

/** Asks through `reassess`; without one, nothing is known. `readingsOf`: the readings of an ambiguity. */
export function alternativesOf(
  assessment: Assessment,
  readingsOf: (ambiguity: string) => readonly string[],
  reassess: Reassess | undefined,
): Alternatives {
  const again = once((otherwise) => reassess?.(otherwise));
  const others: Alternatives['readingsOf'] = ({ ambiguity, reading }) =>
    readingsOf(ambiguity).filter((another) => another !== reading);
  return {
    readingsOf: others,
    onReadings: ({ name, of }, one) =>
      !one.confirmed
        ? []
        : others(one).flatMap((reading) => {
            const found = again({ goals: [name], readings: { [one.ambiguity]: reading } });
            const other = found === undefined ? undefined : resultIn(found, name, of);
            return other === undefined ? [] : [{ reading, other }];
          }),
    baseHolds: ({ name, of, result }) => {
      const exceptions = exceptionsTaken(result.because);
      if (exceptions === undefined) return false;
      const forgotten = factsBehind(exceptions, assessment);
      if (forgotten.length === 0) return false;
      const found = again({ goals: [name], forgotten });
      const other = found === undefined ? undefined : resultIn(found, name, of);
      return other !== undefined && turnsOnExceptionsOnly(other.result.because);
    },
  };
}

function once(reassess: Reassess): Reassess {
  const known = new Map<string, Assessment | undefined>();
  return (otherwise) => {
    const key = JSON.stringify(otherwise);
    if (!known.has(key)) known.set(key, reassess(otherwise));
    return known.get(key);
  };
}

/** The exceptions that take a case out, where nothing else does; undefined where something else suffices as well. */
function exceptionsTaken(reasons: readonly Reason[]): readonly Reason[] | undefined {
  const taken: Reason[] = [];
  for (const reason of reasons) {
    if (reason.kind === 'asOf' || (reason.kind === 'law' && reason.value === 'yes')) continue;
    if ((reason.kind === 'exception' || reason.kind === 'despite') && reason.value === 'yes') {
      taken.push(reason);
      continue;
    }
    const inside =
      reason.kind === 'applies' || reason.kind === 'version' ? exceptionsTaken(reason.because) : undefined;
    if (inside === undefined) return undefined;
    taken.push(...inside);
  }
  return taken;
}

/** Is nothing unknown but whether exceptions apply? */
function turnsOnExceptionsOnly(reasons: readonly Reason[]): boolean {
  const unknown = reasons.filter((reason) => !('value' in reason) || reason.value === 'unknown');
  return (
    unknown.length > 0 &&
    unknown.every((reason) => {
      if (reason.kind === 'exception' || reason.kind === 'despite') return true;
      return (
        (reason.kind === 'applies' || reason.kind === 'version') && turnsOnExceptionsOnly(reason.because)
      );
    })
  );
}
