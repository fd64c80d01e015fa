/** What a back end is to the suite: a function from a case to what it says. */
import type { AssessOptions } from '@proviso/compiler/interpret';
import type { Json, Plan } from '@proviso/compiler/plan';
import { type Assessment, FactsError } from '@proviso/runtime';
import type { SentCase } from '../support/emit-check.ts';
import type { ProblemLine, SuiteCase } from './suite.ts';

/** What a back end says: an assessment, as JSON, or problems. */
export type Said = { readonly assessment: Assessment } | { readonly problems: readonly ProblemLine[] };

/** A program in a back end. Undefined where the back end has no way to ask what the case asks. */
export interface BackEnd {
  readonly assess: (sent: SuiteCase) => Said | undefined;
}

/** What the call gives; the problems where it refuses the case. Any other error is thrown on. */
export function said<T>(call: () => T): T | { readonly problems: readonly ProblemLine[] } {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return { problems: error.problems.map(({ code, path }) => ({ code, path })) };
  }
}

/** The one goal of the plan that is asked for. */
export function oneGoal(plan: Plan, goals: Json | undefined): string | undefined {
  if (!Array.isArray(goals) || goals.length !== 1) return undefined;
  return plan.goals.find(({ name }) => name === goals[0])?.name;
}

/** The published form: JSON, without the origin of the needs. */
export function published(assessment: Assessment): Assessment {
  return JSON.parse(JSON.stringify(assessment)) as Assessment;
}

/** A case whose options are right, as the other tests have it. */
export function asSent({ facts, options }: SuiteCase): SentCase {
  const { asOf, readings = {} } = options as unknown as AssessOptions;
  return { facts, asOf, readings };
}
