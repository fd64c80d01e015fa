/** What the reference interpreter says of a case: nothing is shown to anyone that it does not confirm. */
import { interpretPlan, resultOf } from '@proviso/compiler/interpret';
import { type Condition, type Definition, type Goal, type Plan, sliceOf } from '@proviso/compiler/plan';
import { type Assessment, FactsError, type ResultValue } from '@proviso/runtime';
import type { Case } from './case.ts';

/** One result: of a definition its value, of a rule its status; `of` names the instance where there are several. */
export interface Outcome {
  readonly name: string;
  readonly of?: string;
  readonly value: ResultValue;
}

/** A plan asked about some of its statements, and about conditions that it does not name. */
export interface Inquiry {
  /** Undefined where the case is refused. */
  assess(given: Case): Assessment | undefined;
  /** The outcome of a statement or condition; undefined where the case is refused or has no such result. */
  outcome(given: Case, name: string, of?: string): ResultValue | undefined;
}

/** The name of the goal that an inquiry adds to a plan; no author can write it. */
const goalName = '.inquiry';

/** Prepares a plan for questions about these statements and conditions. */
export function inquire(
  plan: Plan,
  names: readonly string[],
  conditions: readonly Condition[] = [],
): Inquiry {
  const asked: readonly Definition[] = conditions.map(({ name, param, expr, cites }) => ({
    id: name,
    visible: true,
    type: { kind: 'yesno' },
    ...(param === undefined ? {} : { param }),
    expr,
    cites,
    covers: [],
  }));
  const answers = [...names, ...asked.map(({ id }) => id)];
  const widened = { ...plan, definitions: [...plan.definitions, ...asked] };
  const goal: Goal = { name: goalName, answers, ...sliceOf(widened, answers) };
  const pack = interpretPlan({ ...widened, goals: [goal] });
  const assess = ({ facts, asOf, readings }: Case): Assessment | undefined => {
    try {
      return pack.assess(facts, { asOf, readings, goals: [goalName] });
    } catch (error) {
      if (error instanceof FactsError) return undefined;
      throw error;
    }
  };
  return {
    assess,
    outcome: (given, name, of) => {
      const assessment = assess(given);
      return assessment === undefined ? undefined : outcomeIn(assessment, name, of);
    },
  };
}

/** The value of a definition or the status of a rule in an assessment; undefined where there is no such result. */
export function outcomeIn(assessment: Assessment, name: string, of?: string): ResultValue | undefined {
  const result = resultOf(assessment, name, of);
  if (result === undefined) return undefined;
  return 'status' in result ? result.status : result.value;
}

/** What is presumed of a definition or a rule, where nothing else is what it settles to. */
export function presumedIn(assessment: Assessment, name: string, of?: string): ResultValue | undefined {
  return resultOf(assessment, name, of)?.presumed ?? outcomeIn(assessment, name, of);
}
