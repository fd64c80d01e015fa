/** Assessing a case once more, for who has an evaluator at hand. */
import { type Assessment, FactsError, withFact } from '@proviso/runtime';
import type { Reassess } from './alternatives.ts';
import { checkAssessing } from './given.ts';

/** What the assessment that is explained was made of. */
export interface AssessedCase {
  readonly facts: unknown;
  readonly options: { readonly asOf: string; readonly readings?: Readonly<Record<string, string>> };
}

/** Evaluates facts, as the interpreter does and every compiled pack. */
export type Assess = (
  facts: unknown,
  options: {
    readonly asOf: string;
    readonly goals: readonly string[];
    readonly readings: Readonly<Record<string, string>>;
  },
) => Assessment;

/** Assesses the case once more; not where the facts that are left do not fit together. */
export function reassessing(assess: Assess, of: AssessedCase): Reassess {
  checkAssessing(assess, of);
  const { facts, options } = of;
  return ({ goals, readings, forgotten = [], supposed = {} }) => {
    const changes = [...forgotten.map((path) => [path, null] as const), ...Object.entries(supposed)];
    const known = changes.reduce((rest: unknown, [path, value]) => withFact(rest, path, value), facts);
    try {
      return assess(known, { ...options, goals, readings: { ...options.readings, ...readings } });
    } catch (error) {
      if (error instanceof FactsError) return undefined;
      throw error;
    }
  };
}
