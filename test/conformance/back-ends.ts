/** The back ends that run the suite, each as a function from a case to what it says. */
import { emitPack, loadPack } from '@proviso/compiler';
import { type AssessOptions, type Decision, type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import type { Json, Plan } from '@proviso/compiler/plan';
import { type Assessment, FactsError } from '@proviso/runtime';
import { entryName, type SentCase } from '../support/emit-check.ts';
import { type EmittedGoal, loadEmitted } from '../support/load-emitted.ts';
import type { ProblemLine, ProgramLine, SuiteCase } from './suite.ts';

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

/** The reference interpreter on the plan of the line. */
export function interpreterOfPlan({ plan }: ProgramLine): BackEnd & { readonly loaded: LoadedPack } {
  return interpreter(loadPlan(plan));
}

/** The whole way from the text: parser, checker, plan, interpreter. */
export function interpreterOfText({
  files,
  entry,
  id,
}: ProgramLine): BackEnd & { readonly loaded: LoadedPack } {
  const { value, diagnostics } = loadPack(new Map(Object.entries(files)), entry);
  if (value === undefined) throw new Error(`${id}: ${diagnostics.map(({ message }) => message).join('\n')}`);
  return interpreter(value);
}

function interpreter(loaded: LoadedPack): BackEnd & { readonly loaded: LoadedPack } {
  return {
    loaded,
    assess: ({ facts, options }) =>
      said(() => ({ assessment: published(loaded.assess(facts, options as unknown as AssessOptions)) })),
  };
}

/** The code emitted of the plan. It has one entry for each goal, so that some goals together cannot be asked. */
export function emittedCode({
  plan,
}: ProgramLine): BackEnd & { readonly goal: (name: string) => EmittedGoal } {
  const modules = new Map(emitPack(plan).map(({ path, text }) => [path, text]));
  const loaded = new Map<string, EmittedGoal>();
  const goal = (name: string): EmittedGoal => {
    const known = loaded.get(name) ?? loadEmitted(modules.get(`goal/${name}.ts`) ?? '');
    loaded.set(name, known);
    return known;
  };
  return {
    goal,
    assess: ({ facts, options: { goals, ...options } }) => {
      const name = oneGoal(plan, goals);
      if (name === undefined) return undefined;
      const assess = goal(name)[entryName('assess', name)];
      return said(() => ({ assessment: published(assess?.(facts, options) as Assessment) }));
    },
  };
}

/** What `decide` of the interpreter says of a case that asks for one goal. */
export function decisionOf(
  { loaded }: { readonly loaded: LoadedPack },
  { facts, options }: SuiteCase,
): Decision | { readonly problems: readonly ProblemLine[] } {
  const { asOf, goals, readings } = options as unknown as AssessOptions;
  return said(() => loaded.decide(goals?.[0] ?? '', facts, asOf, readings));
}

/** The one goal of the plan that is asked for. */
export function oneGoal(plan: Plan, goals: Json | undefined): string | undefined {
  if (!Array.isArray(goals) || goals.length !== 1) return undefined;
  return plan.goals.find(({ name }) => name === goals[0])?.name;
}

/** The published form: JSON, without the origin of the needs. */
function published(assessment: Assessment): Assessment {
  return JSON.parse(JSON.stringify(assessment)) as Assessment;
}

/** A case whose options are right, as the other tests have it. */
export function asSent({ facts, options }: SuiteCase): SentCase {
  const { asOf, readings = {} } = options as unknown as AssessOptions;
  return { facts, asOf, readings };
}
