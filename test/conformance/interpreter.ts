/** The reference interpreter as a back end. It reads plans, and needs no front end. */
import { type AssessOptions, type Decision, type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import { type BackEnd, published, said } from './back-end.ts';
import type { ProblemLine, ProgramLine, SuiteCase } from './suite.ts';

/** The interpreter of a program. */
export interface Interpreter extends BackEnd {
  readonly loaded: LoadedPack;
}

/** The reference interpreter on the plan of the line. */
export function interpreterOfPlan({ plan }: ProgramLine): Interpreter {
  return interpreter(loadPlan(plan));
}

/** A pack that is loaded. */
export function interpreter(loaded: LoadedPack): Interpreter {
  return {
    loaded,
    assess: ({ facts, options }) =>
      said(() => ({ assessment: published(loaded.assess(facts, options as unknown as AssessOptions)) })),
  };
}

/** What `decide` of the interpreter says of a case that asks for one goal. */
export function decisionOf(
  { loaded }: Interpreter,
  { facts, options }: SuiteCase,
): Decision | { readonly problems: readonly ProblemLine[] } {
  const { asOf, goals, readings } = options as unknown as AssessOptions;
  return said(() => loaded.decide(goals?.[0] ?? '', facts, asOf, readings));
}
