/** Which answers of a plan a change of definitions shows in first. */
import { type Definition, type Plan, referrersOf } from '@proviso/compiler/plan';

/** An answer that cases are given: the value of a visible definition, or the status of a rule. */
export interface AnswerOf {
  /** What it is asked by. */
  readonly name: string;
  /** The definition that holds it. */
  readonly definition: Definition;
}

/**
 * The nearest answers above these definitions: themselves where they are answers, else those that refer to them, through
 * hidden definitions alone. Where none of them can differ, no answer of the plan can.
 */
export type Nearest = (ids: readonly string[]) => readonly AnswerOf[];

/** Prepares a plan for such questions. */
export function nearestAnswers(plan: Plan): Nearest {
  const definitions = new Map(plan.definitions.map((definition) => [definition.id, definition]));
  const ruleOf = new Map(plan.rules.map(({ name, status }) => [status, name]));
  const referrers = referrersOf(plan.definitions);
  return (ids) => {
    const found = new Map<string, AnswerOf>();
    const pending = new Set(ids);
    // A set grows while it is walked.
    for (const id of pending) {
      const definition = definitions.get(id);
      if (definition === undefined) throw new Error(`the plan has no definition ${id}`);
      const name = ruleOf.get(id) ?? (definition.visible ? id : undefined);
      if (name !== undefined) found.set(id, { name, definition });
      else for (const referrer of referrers.get(id) ?? []) pending.add(referrer);
    }
    return plan.definitions.flatMap(({ id }) => found.get(id) ?? []);
  };
}
