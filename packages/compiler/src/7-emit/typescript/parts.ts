/** The parts of expressions, each listed once: every goal asks of the definitions that it shares with others. */
import { children } from '../../6-plan/expr.ts';
import type { Expr } from '../../6-plan/plan.ts';

/** The expressions of one kind. */
export type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

/** What an expression consists of. */
interface Parts {
  readonly all: readonly Expr[];
  readonly byKind: ReadonlyMap<Expr['kind'], readonly Expr[]>;
}

const listed = new WeakMap<Expr, Parts>();

function listOf(e: Expr): Parts {
  const known = listed.get(e);
  if (known !== undefined) return known;
  const all: Expr[] = [];
  const byKind = new Map<Expr['kind'], Expr[]>();
  const visit = (part: Expr): void => {
    all.push(part);
    const same = byKind.get(part.kind);
    if (same === undefined) byKind.set(part.kind, [part]);
    else same.push(part);
    for (const child of children(part)) visit(child);
  };
  visit(e);
  const parts = { all, byKind };
  listed.set(e, parts);
  return parts;
}

/** Every expression in `e`, itself included, before its parts. */
export function partsOf(e: Expr): readonly Expr[] {
  return listOf(e).all;
}

/** Those of one kind, in the same order. */
export function partsOfKind<K extends Expr['kind']>(e: Expr, kind: K): readonly Of<K>[] {
  return (listOf(e).byKind.get(kind) ?? none) as readonly Of<K>[];
}

const none: readonly Expr[] = [];

/** Whether there is one of a kind. */
export function hasPart(e: Expr, kind: Expr['kind']): boolean {
  return listOf(e).byKind.has(kind);
}

/** A reference, and whether it stands in a loop over the elements of a list. */
interface Reference {
  readonly id: string;
  readonly inLoop: boolean;
}

const referring = new WeakMap<Expr, readonly Reference[]>();

/** The references in an expression. */
export function referencesIn(e: Expr): readonly Reference[] {
  const known = referring.get(e);
  if (known !== undefined) return known;
  const inLoop = new Set<Expr>();
  for (const loop of [...partsOfKind(e, 'atLeastIn'), ...partsOfKind(e, 'extremeIn')])
    for (const ref of partsOfKind(loop.of, 'ref')) inLoop.add(ref);
  const references = partsOfKind(e, 'ref').map((ref) => ({ id: ref.id, inLoop: inLoop.has(ref) }));
  referring.set(e, references);
  return references;
}

const paths = new WeakMap<Expr, readonly string[]>();

/** The paths of the facts of the case in an expression, one for each place. */
export function factsOfCase(e: Expr): readonly string[] {
  const known = paths.get(e);
  if (known !== undefined) return known;
  const found = partsOfKind(e, 'fact').flatMap(({ at }) => (at.base === null ? [at.path.join('.')] : []));
  paths.set(e, found);
  return found;
}
