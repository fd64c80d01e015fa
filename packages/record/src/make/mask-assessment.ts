/**
 * An assessment without what was masked: not in the trace, nor in what follows from it by calculation (a deadline tells the
 * date that it runs from). Answers of yes and no and the statuses of rules stay: they are the decision.
 */
import type { Assessment, Instances, Reason, Result, ResultValue, RuleResult } from '@proviso/runtime';
import type { Plan } from '@proviso/compiler/plan';
import { MASKED } from '../record.ts';
import { calculatedFrom, type IsCalculated } from './calculated.ts';

const told: ReadonlySet<ResultValue> = new Set(['yes', 'no', 'unknown']);

/**
 * The assessment with `masked` for the value of each of these facts, and of every value calculated from them by this plan,
 * which made it.
 */
export function maskAssessment(assessment: Assessment, plan: Plan, paths: ReadonlySet<string>): Assessment {
  if (paths.size === 0) return assessment;
  // Definitions whose value is calculated from a masked fact, to a fixed point: each may refer to those before it.
  let tainted = new Set<string>();
  for (;;) {
    const masker: Masker = { paths, tainted };
    const more = new Set(
      Object.entries(assessment.definitions).flatMap(([name, found]) =>
        results(found).some(({ value, because }) => !told.has(value) && touchesAny(because, masker))
          ? [name]
          : [],
      ),
    );
    if (more.size === tainted.size) break;
    tainted = more;
  }
  const masker: Masker = { paths, tainted };
  const isCalculated = calculatedFrom(plan, paths);
  const dueOf = new Map(plan.rules.map(({ name, due }) => [name, due]));
  return {
    ...assessment,
    definitions: mapValues(assessment.definitions, (found, name) =>
      mapResults(found, (r) => maskResult(r, name, isCalculated, masker)),
    ),
    rules: mapValues(assessment.rules, (found, name) =>
      mapResults(found, (r) => maskRule(r, dueOf.get(name), isCalculated, masker)),
    ),
    restsOn: {
      ...assessment.restsOn,
      judgements: assessment.restsOn.judgements.map((judgement) =>
        paths.has(judgement.path) ? { ...judgement, value: MASKED } : judgement,
      ),
    },
  };
}

interface Masker {
  readonly paths: ReadonlySet<string>;
  /** Definitions whose own value is masked. */
  readonly tainted: ReadonlySet<string>;
}

function maskResult<R extends Result>(
  result: R & { readonly of?: string },
  name: string,
  isCalculated: IsCalculated,
  masker: Masker,
): R {
  const { presumed } = result;
  return {
    ...result,
    value: maskedValue(result.value, touchesAny(result.because, masker)),
    ...(presumed === undefined ? {} : { presumed: maskedValue(presumed, isCalculated(name, result.of)) }),
    because: maskReasons(result.because, masker),
  };
}

function maskRule<R extends RuleResult>(
  result: R & { readonly of?: string },
  due: string | undefined,
  isCalculated: IsCalculated,
  masker: Masker,
): R {
  const isDate = result.dueOn !== undefined && result.dueOn !== 'notYet';
  const touched =
    isDate && (touchesAny(result.because, masker) || (due !== undefined && isCalculated(due, result.of)));
  return {
    ...result,
    ...(touched ? { dueOn: String(MASKED) } : {}),
    because: maskReasons(result.because, masker),
  };
}

function maskedValue(value: ResultValue, touched: boolean): ResultValue {
  return touched && !told.has(value) ? MASKED : value;
}

function touchesAny(reasons: readonly Reason[], masker: Masker): boolean {
  return reasons.some((reason) => touches(reason, masker));
}

function touches(reason: Reason, masker: Masker): boolean {
  if (reason.kind === 'fact') return masker.paths.has(reason.path);
  if (reason.kind === 'definition') return masker.tainted.has(reason.name);
  return 'because' in reason && touchesAny(reason.because, masker);
}

function maskReasons(reasons: readonly Reason[], masker: Masker): readonly Reason[] {
  return reasons.map((reason) => maskReason(reason, masker));
}

function maskReason(reason: Reason, masker: Masker): Reason {
  switch (reason.kind) {
    case 'fact': {
      if (!masker.paths.has(reason.path)) return reason;
      // Which member of a set was looked at tells part of the set.
      const { member: _member, ...rest } = reason;
      return { ...rest, value: MASKED };
    }
    case 'definition':
      return masker.tainted.has(reason.name) ? { ...reason, value: maskedValue(reason.value, true) } : reason;
    case 'law': {
      const because = maskReasons(reason.because, masker);
      return { ...reason, because, ...(touchesAny(reason.because, masker) ? { on: String(MASKED) } : {}) };
    }
    case 'list':
    case 'asOf':
    case 'ambiguity':
      return reason;
    case 'element':
    case 'requires':
    case 'limb':
    case 'otherwise':
    case 'exception':
    case 'despite':
    case 'row':
    case 'reading':
    case 'version':
    case 'applies':
    case 'met':
    case 'late':
    case 'due':
      return {
        ...reason,
        value: maskedValue(reason.value, touchesAny(reason.because, masker)),
        because: maskReasons(reason.because, masker),
      };
    default:
      throw new Error(`unknown reason: ${JSON.stringify(reason satisfies never)}`);
  }
}

function results<R>(found: R | Instances<R>): readonly R[] {
  return isInstances(found) ? found.instances : [found];
}

function mapResults<R>(found: R | Instances<R>, map: <T extends R>(result: T) => T): R | Instances<R> {
  return isInstances(found) ? { ...found, instances: found.instances.map((one) => map(one)) } : map(found);
}

function isInstances<R>(found: R | Instances<R>): found is Instances<R> {
  return typeof found === 'object' && found !== null && 'instances' in found;
}

function mapValues<T>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
