/** Going through the results of a run and their traces. */
import type { Instances, Reason, Result, ResultValue, RuleResult } from './assessment.ts';
import type { Evaluated } from './assess-run.ts';

export type AnyResult = Result | RuleResult;
export type Results = Readonly<Record<string, AnyResult | Instances<AnyResult>>>;

/** Calls `visit` on reasons and all they hold, through references; each definition is entered once. */
export function walk(
  run: Evaluated,
  because: readonly Reason[],
  entered: string[],
  visit: (reason: Reason) => void,
): void {
  for (const reason of because) {
    visit(reason);
    if ('because' in reason) walk(run, reason.because, entered, visit);
    if (reason.kind !== 'definition') continue;
    const key = `${reason.name} ${reason.of}`;
    if (entered.includes(key)) continue;
    entered.push(key);
    // A result that is the only one is of no instance, and neither is a reference to it.
    for (const result of each(run.definitions[reason.name]) as readonly { readonly of?: string }[] &
      readonly AnyResult[])
      if (result.of === reason.of) walk(run, result.because, entered, visit);
  }
}

/** The results under a name, one or one per instance. */
export function resultsOf(run: Evaluated, name: string): readonly AnyResult[] {
  return each(run.rules[name] ?? run.definitions[name]);
}

function each(result: Results[string] | undefined): readonly AnyResult[] {
  return result === undefined ? [] : 'instances' in result ? result.instances : [result];
}

/** The value of a result, or its status. */
export function valueOf(result: AnyResult): ResultValue {
  return 'status' in result ? result.status : result.value;
}

/** Whether the value of a result is not known. */
export function isUnsettled(result: AnyResult): boolean {
  const value = valueOf(result);
  return value === 'unknown' || value === 'undetermined';
}

/** Whether a result is a no. */
export function isNo(result: AnyResult): boolean {
  const value = valueOf(result);
  return value === 'no' || value === 'doesNotApply';
}
