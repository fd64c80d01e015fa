/** How deep a definition goes, through those that it refers to: what evaluating it takes of the host's stack. */
import { children } from './expr.ts';
import type { Expr } from './plan.ts';

/**
 * The deepest that a definition may go, counted in expressions within one another. The deepest of the packs has under a
 * tenth of it, and evaluating, checking or emitting at this depth takes less than half of a usual stack of 1 MB.
 */
export const MAX_DEPTH = 1000;

/** The depth of `e`, given those of the definitions it may refer to. */
export function depthOf(e: Expr, depths: ReadonlyMap<string, number>): number {
  let deepest = e.kind === 'ref' ? (depths.get(e.id) ?? 0) : 0;
  for (const child of children(e)) deepest = Math.max(deepest, depthOf(child, depths));
  return deepest + 1;
}
