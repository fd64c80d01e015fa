/** What leads to what: the statements that each statement rests on, and those that rest on it; the facts that each asks. */
import { type Expr, type Plan, sliceOf } from '@proviso/compiler/plan';

/** The neighbours of one statement. */
export interface Neighbours {
  readonly restsOn: readonly string[];
  readonly feeds: readonly string[];
  /** Paths of the facts that it reads itself, in vocabulary order. */
  readonly facts: readonly string[];
}

/** The neighbours of every visible definition and rule. */
export function neighbours(plan: Plan): ReadonlyMap<string, Neighbours> {
  const visible = [
    ...plan.definitions.filter((each) => each.visible).map(({ id }) => id),
    ...plan.rules.map(({ name }) => name),
  ];
  const known = new Set(visible);
  const restsOn = new Map(visible.map((name) => [name, new Set<string>()]));
  const reads = new Map(visible.map((name) => [name, new Set<string>()]));
  for (const { id, expr } of plan.definitions) {
    const owner = id.split('.')[0] ?? id;
    for (const node of nodesOf(expr)) {
      if (node.kind === 'ref') {
        const other = node.id.split('.')[0] ?? node.id;
        if (other !== owner && known.has(other)) restsOn.get(owner)?.add(other);
      }
      if (node.kind === 'fact' || node.kind === 'has') reads.get(owner)?.add(node.at.path.at(-1) ?? '');
    }
  }
  return new Map(
    visible.map((name) => [
      name,
      {
        restsOn: visible.filter((other) => restsOn.get(name)?.has(other)),
        feeds: visible.filter((other) => restsOn.get(other)?.has(name)),
        facts: sliceOf(plan, [name]).facts.filter((path) =>
          reads.get(name)?.has(path.split('.').at(-1) ?? ''),
        ),
      },
    ]),
  );
}

/** Every expression within one. Plans are plain JSON, so that a walk over it needs no list of its node kinds. */
function* nodesOf(expr: Expr): Generator<Expr> {
  const pending: unknown[] = [expr];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if ('kind' in node && typeof node.kind === 'string') yield node as Expr;
    pending.push(...Object.values(node));
  }
}
