/** What a case shows of the semantics, as names: of each kind of expression the value, of each step of the trace the kind, and so on. */
import type { Expr, Plan } from '@proviso/compiler/plan';
import type { Assessment, Reason, Result, RuleResult } from '@proviso/runtime';
import { assertNever } from '../generators/assert-never.ts';
import { type Parts, valuesOfParts } from '../support/expression-values.ts';
import type { CaseLine } from './suite.ts';

/** What an assessed case covers. */
export function featuresOfCase(
  plan: Plan,
  parts: (goal: string) => Parts | undefined,
  { facts, options, assessment, decision }: Pick<CaseLine, 'facts' | 'options' | 'assessment' | 'decision'>,
): readonly string[] {
  if (assessment === undefined) throw new Error('what a case covers is told by its assessment');
  const { goals, ...others } = options;
  const [goal] = Array.isArray(goals) ? (goals as readonly string[]) : [];
  const found = new Set(featuresOfAssessment(assessment));
  const ofGoal = goal === undefined ? undefined : parts(goal);
  if (ofGoal !== undefined && assessment.goals.length === 1) {
    const { asOf, readings } = others as { readonly asOf: string; readonly readings: Record<string, string> };
    for (const { expr, value } of valuesOfParts(ofGoal, { facts, asOf, readings }))
      found.add(`expression ${variantOf(expr)}: ${shownValue(expr, value)}`);
  }
  found.add(goals === undefined ? 'goals: all' : `goals: ${assessment.goals.length > 1 ? 'some' : 'one'}`);
  for (const name of Object.keys(decision ?? {})) found.add(`decision of type ${typeOfAnswer(plan, name)}`);
  return [...found];
}

function typeOfAnswer(plan: Plan, name: string): string {
  const id = plan.rules.find((rule) => rule.name === name)?.status ?? name;
  return plan.definitions.find((each) => each.id === id)?.type.kind ?? 'none';
}

/** A kind of expression, with what changes how it is computed. */
function variantOf(expr: Expr): string {
  switch (expr.kind) {
    case 'literal':
      return `literal ${expr.value.kind}`;
    case 'atLeast':
      return `atLeast ${expr.n === expr.of.length ? 'all' : expr.n === 1 ? '1' : 'n'}`;
    case 'atLeastIn':
      return `atLeastIn ${expr.n === 1 ? '1' : 'n'}`;
    case 'le':
    case 'eq':
      return `${expr.kind} ${expr.on}`;
    case 'addDuration':
      return `addDuration ${expr.sign === 1 ? 'after' : 'before'}`;
    case 'extreme':
    case 'extremeIn':
      return `${expr.kind} ${expr.which}`;
    case 'case':
      return expr.exclusive === true ? 'case exclusive' : 'case';
    case 'mark':
      return `mark ${expr.mark.kind}`;
    case 'fact':
    case 'has':
    case 'asOf':
    case 'ref':
    case 'reading':
    case 'not':
    case 'sum':
    case 'scale':
    case 'inForce':
      return expr.kind;
    default:
      return assertNever(expr);
  }
}

/** Truths and the ends of time by name, every other value as `settled`. */
function shownValue(expr: Expr, value: string | number): string {
  const named = ['yes', 'no', 'unknown', 'beforeAll', 'notYet'].includes(String(value));
  return named && expr.kind !== 'literal' ? String(value) : 'settled';
}

function* featuresOfAssessment(assessment: Assessment): Generator<string> {
  yield `verdict ${assessment.verdict}`;
  for (const { kind, for: served } of assessment.needs) {
    yield `need of a ${kind}`;
    if (served.length > 1) yield 'need that serves several answers';
  }
  const { judgements, assumptions, readings } = assessment.restsOn;
  if (judgements.length > 0) yield 'restsOn.judgements';
  if (assumptions.length > 0) yield 'restsOn.assumptions';
  for (const { confirmed } of readings) yield `restsOn.readings confirmed ${confirmed}`;
  for (const { basis, succeededBy } of Object.values(assessment.sources))
    yield `source ${basis}${succeededBy === undefined ? '' : ', succeeded'}`;
  for (const found of [...Object.values(assessment.definitions), ...Object.values(assessment.rules)]) {
    if (!('instances' in found)) {
      yield* featuresOfResult(found);
      continue;
    }
    yield found.complete ? 'instances complete' : 'instances incomplete';
    if (found.instances.length === 0) yield `no instances, ${found.complete ? 'complete' : 'incomplete'}`;
    for (const one of found.instances) yield* featuresOfResult(one);
  }
}

function* featuresOfResult(result: Result | RuleResult): Generator<string> {
  const isRule = 'status' in result;
  const what = isRule ? 'rule' : 'definition';
  if (isRule) {
    yield `status ${result.status}`;
    yield `${result.modality}: ${result.status}`;
    if (result.as !== undefined) yield 'rule.as';
    if (result.dueOn !== undefined) yield `dueOn while ${result.status}`;
  } else if (result.open === true) yield `open: ${result.value === 'no' ? 'no' : 'otherwise'}`;
  if (result.presumed !== undefined) yield `${what} presumed`;
  if (result.certainty !== undefined)
    yield `${what} with ${result.certainty.length > 1 ? 'several certainties' : 'certainty'}`;
  for (const { succeededBy } of result.notInForce ?? [])
    yield `${what} notInForce${succeededBy === undefined ? '' : ', succeeded'}`;
  for (const { confirmed } of result.dependsOn ?? []) yield `${what} dependsOn confirmed ${confirmed}`;
  yield* featuresOfReasons(result.because);
}

function* featuresOfReasons(reasons: readonly Reason[]): Generator<string> {
  for (const reason of reasons) {
    switch (reason.kind) {
      case 'fact': {
        const value = ['yes', 'no', 'unknown'].includes(String(reason.value)) ? reason.value : 'settled';
        yield `reason ${reason.input}${reason.member === undefined ? '' : ' member'}: ${value}`;
        break;
      }
      case 'list':
        yield `reason list: ${reason.complete ? 'complete' : 'incomplete'}`;
        break;
      case 'definition':
        yield `reason definition${reason.of === undefined ? '' : ' of an instance'}`;
        break;
      case 'ambiguity':
      case 'asOf':
        yield `reason ${reason.kind}`;
        break;
      case 'law':
      case 'element':
        yield `reason ${reason.kind}: ${truth(reason.value)}`;
        yield* featuresOfReasons(reason.because);
        break;
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
        yield `step ${reason.kind}: ${truth(reason.value)}`;
        yield* featuresOfReasons(reason.because);
        break;
      default:
        assertNever(reason);
    }
  }
}

function truth(value: string | number): string {
  return ['yes', 'no', 'unknown'].includes(String(value)) ? String(value) : 'settled';
}
