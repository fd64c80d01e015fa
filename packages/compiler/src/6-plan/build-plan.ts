/**
 * From the checked program to the plan: the one place where sugar becomes core. Each construct has a file of its own;
 * this one only puts them in order.
 */
import type { Phrasebook } from '@proviso/runtime';
import { createContext } from './context.ts';
import { sealed } from './digest.ts';
import { enumsOf, factsOf, otherwiseOf, recordsOf } from './facts.ts';
import { periodOf } from './law.ts';
import { ambiguitiesOf, constraintsOf, goalsOf, invariantsOf, sourcesOf } from './lower-rest.ts';
import { PlanLimit } from './limits.ts';
import { lowerScenarios } from './lower-scenario.ts';
import { lowerStatement } from './lower-statements.ts';
import { packId, phrasesOf } from './phrases.ts';
import { PLAN_FORMAT, type Plan, type Rule } from './plan.ts';
import type { Program } from './syntax.ts';
import { wantedOf } from './wanted.ts';

/** What a pack compiles to: its logic and, apart from it, its words. */
export interface Built {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
}

/**
 * Lowers a program without errors. Throws `PlanLimit` where a comparison would become too large or a definition
 * goes too deep, and an `Error` (a bug of ours) on a program that was not checked.
 */
export function buildPlan(program: Program): Built {
  const context = createContext(program);
  const implicit = otherwiseOf(program);
  const wanted = wantedOf(program);
  const rules = new Map<string, Rule>();
  for (const name of program.order) {
    const statement = program.statements.get(name);
    if (statement === undefined) throw new Error(`no statement ${name}`);
    const rule = within(name, () => lowerStatement(statement, wanted, context));
    if (rule !== undefined) rules.set(name, rule);
  }
  const inSource = [...program.statements.keys()].flatMap((name) => rules.get(name) ?? []);
  const parts = {
    enums: enumsOf(program),
    records: recordsOf(context, implicit),
    facts: factsOf(context, implicit),
    ambiguities: ambiguitiesOf(context),
    sources: sourcesOf(program),
    definitions: [...context.definitions.values()],
    rules: inSource,
    constraints: constraintsOf(context),
    invariants: invariantsOf(context),
    scenarios: lowerScenarios(context),
  };
  const phrases = phrasesOf(program, implicit);
  const plan: Plan = {
    format: PLAN_FORMAT,
    pack: {
      id: packId(program),
      version: program.pack.version?.value ?? '0.0.0',
      period: periodOf(context),
      meaning: '',
      text: '',
    },
    ...parts,
    cites: context.cites.all(),
    goals: goalsOf(program, parts),
  };
  return sealed(plan, phrases);
}

/** Says in which statement a bound was passed. */
function within<T>(statement: string, lower: () => T): T {
  try {
    return lower();
  } catch (error) {
    throw error instanceof PlanLimit ? new PlanLimit(error.bound, error.limit, statement) : error;
  }
}
