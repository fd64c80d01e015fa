/** From the texts of a pack to its plan, in one step. */
import { checkPack, comparisonTooLarge, definitionsTooDeep } from '@proviso/language';
import type { Phrasebook } from '@proviso/runtime';
import { type Built, buildPlan } from './6-plan/build-plan.ts';
import { PlanLimit } from './6-plan/limits.ts';
import type { Plan } from './6-plan/plan.ts';
import type { Diagnostic, Program } from './6-plan/syntax.ts';

/** A pack that has no errors. */
export interface CompiledPack {
  readonly program: Program;
  readonly plan: Plan;
  readonly phrases: Phrasebook;
}

/** `value` is absent where the diagnostics hold an error. */
export interface CompileResult {
  readonly value?: CompiledPack;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, checks and plans a pack. `files` are the texts by path, `entry` the path of the file to start from. An author's
 * mistake is a diagnostic; whatever this throws is a bug of ours.
 */
export function compilePack(files: ReadonlyMap<string, string>, entry: string): CompileResult {
  const { value: program, diagnostics } = checkPack(files, entry);
  if (program === undefined) return { diagnostics };
  try {
    const built: Built = buildPlan(program);
    return { value: { program, ...built }, diagnostics };
  } catch (error) {
    if (!(error instanceof PlanLimit)) throw error;
    return { diagnostics: [...diagnostics, tooLarge(error, program)] };
  }
}

function tooLarge(error: PlanLimit, program: Program): Diagnostic {
  const statement = error.statement === undefined ? undefined : program.statements.get(error.statement);
  const name = statement?.versions.at(-1)?.node.name ?? program.pack.name;
  const params = { statement: name.text, limit: error.limit };
  return error.bound === 'depth'
    ? definitionsTooDeep(name.span, params)
    : comparisonTooLarge(name.span, params);
}
