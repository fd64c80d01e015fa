/** Validators of facts, loaded in memory: types stripped, zod of this process put in place of the import. */
import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import { factsZod } from '@proviso/compiler';
import type { Goal, Plan } from '@proviso/compiler/plan';
import * as z from 'zod/mini';

/** The schema that a module of `factsZod` exports. */
export interface ZodFacts {
  readonly safeParse: (facts: unknown) => { readonly success: boolean };
}

/** The schema of the facts of a goal, or of all. */
export function loadZod(plan: Plan, goal?: Goal): ZodFacts {
  const text = stripTypeScriptTypes(factsZod(plan, goal).text);
  const name = /^export const (\w+)/mu.exec(text)?.[1];
  const body = text.replaceAll(/^import .*$/gmu, '').replaceAll(/^export const /gmu, 'const ');
  const load = compileFunction(`${body}\nreturn ${name};`, ['z']) as (from: typeof z) => ZodFacts;
  return load(z);
}
