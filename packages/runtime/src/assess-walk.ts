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
    const key = reason.of === undefined ? reason.name : `${reason.name} ${reason.of}`;
    if (entered.includes(key)) continue;
    entered.push(key);
    const result = run.definitions[reason.name];
    if (result === undefined) continue;
    if (!('instances' in result)) walk(run, result.because, entered, visit);
    else {
      for (const instance of result.instances) {
        if (instance.of === reason.of) walk(run, instance.because, entered, visit);
      }
    }
  }
}

/** The results under a name, one or one per instance. */
export function resultsOf(run: Evaluated, name: string): readonly AnyResult[] {
  const result: Results[string] | undefined = run.rules[name] ?? run.definitions[name];
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
