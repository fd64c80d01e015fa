/** What the policy says of a constraint that a case violates, and the facts that the constraint reads. */
import type { Plan } from '@proviso/compiler/plan';
import type { FactProblem, Phrasebook } from '@proviso/runtime';

/** Why the case cannot be, and where the facts stand that make it so. */
export interface ConstraintDetail {
  readonly because: string | undefined;
  /** In the order in which the constraint reads them, each once. */
  readonly paths: readonly string[];
}

/** The detail of a violated constraint; undefined for any other problem. */
export function constraintDetail(
  problem: FactProblem,
  plan: Plan,
  phrases: Phrasebook,
): ConstraintDetail | undefined {
  if (problem.code !== 'constraint-violated') return undefined;
  const constraint = plan.constraints.find(({ name }) => problem.message.endsWith(`\`${name}\``));
  if (constraint === undefined) return undefined;
  const paths = new Set<string>();
  readsOf(constraint.expr, (base, steps) => {
    if (base === null) paths.add(steps.join('.'));
    else if (base === constraint.param?.name) paths.add([problem.path, ...steps].join('.'));
  });
  return { because: phrases.constraints[constraint.name]?.because, paths: [...paths] };
}

/** Every path in an expression; those from the variable of a quantifier stand in the list that it ranges over. */
function readsOf(node: unknown, found: (base: string | null, steps: readonly string[]) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('base' in node && 'path' in node && Array.isArray(node.path)) {
    found(typeof node.base === 'string' ? node.base : null, node.path.map(String));
    return;
  }
  for (const part of Object.values(node)) readsOf(part, found);
}
