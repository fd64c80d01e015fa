/** How many elements of a list a policy counts, and how long the lists of a proof have to be for it. */
import { type Condition, type Expr, type Plan, refsIn, subexpressions } from '@proviso/compiler/plan';
import { type Bounds, defaultBounds } from './variables.ts';

/** Lists are never longer than this unless it is said: every element has facts of its own. */
const mostElements = 6;

/** What of a plan may count, and the conditions that are asked about. */
export interface Counting extends Pick<Plan, 'definitions' | 'constraints'> {
  readonly invariants: readonly Condition[];
}

/**
 * How far proofs about these plans look. Lists are one element longer than the largest count that is asked of one, so that
 * the count is reached and passed; two elements at the least, six at the most.
 */
export function boundsFor(plans: readonly Counting[]): Bounds {
  const asked = plans.flatMap(({ definitions, constraints, invariants }) =>
    [...definitions, ...constraints, ...invariants].flatMap(({ expr }) => countsIn(expr)),
  );
  const wanted = asked.reduce((most, n) => Math.max(most, n + 1), defaultBounds.listLength);
  return { ...defaultBounds, listLength: Math.min(wanted, mostElements) };
}

/** Whether a condition, or what it refers to, or a constraint, counts more elements than the lists of these bounds have. */
export function countsBeyond(plan: Counting, { expr }: Pick<Condition, 'expr'>, bounds: Bounds): boolean {
  const definitions = new Map(plan.definitions.map((each) => [each.id, each.expr]));
  const roots = [expr, ...plan.constraints.map((each) => each.expr)];
  const ids = new Set(roots.flatMap((root) => [...refsIn(root)]));
  // A set grows while it is walked.
  for (const id of ids) {
    const of = definitions.get(id);
    if (of === undefined) continue;
    roots.push(of);
    for (const next of refsIn(of)) ids.add(next);
  }
  return roots.some((root) => countsIn(root).some((n) => n > bounds.listLength));
}

function countsIn(expr: Expr): readonly number[] {
  return [...subexpressions(expr)].flatMap((part) => (part.kind === 'atLeastIn' ? [part.n] : []));
}
