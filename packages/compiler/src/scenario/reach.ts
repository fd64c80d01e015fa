/** What a change of definitions can reach. */
import { subexpressions } from '../6-plan/expr.ts';
import type { Plan } from '../6-plan/plan.ts';
import { dependentsOf, referrersOf, refsIn } from '../6-plan/references.ts';

/** The reach of changes of one plan. */
export interface Reach {
  /** These definitions and all that refer to one of them, through any number of steps. */
  dependents(ids: readonly string[]): ReadonlySet<string>;
  /** Whether a change of these can make a case be refused: dates on which a law is asked, constraints and `only if` hang on them. */
  governs(ids: readonly string[]): boolean;
}

/** Prepares a plan for such questions. */
export function reachOf(plan: Plan): Reach {
  const referrers = referrersOf(plan.definitions);
  const kept = new Map<string, ReadonlySet<string>>();
  const dependents = (ids: readonly string[]): ReadonlySet<string> => {
    const key = ids.join(' ');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = dependentsOf(referrers, ids);
    kept.set(key, found);
    return found;
  };
  const governing = new Set([
    ...plan.definitions.flatMap(({ expr }) =>
      [...subexpressions(expr)].flatMap((part) => (part.kind === 'inForce' ? [...refsIn(part.on)] : [])),
    ),
    ...plan.constraints.flatMap(({ expr }) => [...refsIn(expr)]),
    ...[...plan.facts, ...plan.records.flatMap(({ fields }) => fields)].flatMap(({ onlyIf }) =>
      onlyIf === undefined ? [] : [...refsIn(onlyIf)],
    ),
  ]);
  return { dependents, governs: (ids) => [...dependents(ids)].some((id) => governing.has(id)) };
}
