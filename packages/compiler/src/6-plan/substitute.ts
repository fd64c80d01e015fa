/** Putting an instance in the place of a definition's parameter, without capturing variables. */
import { children, mapChildren } from './expr.ts';
import type { Expr, Path } from './plan.ts';

/** `e` with every path from the variable `name` made to start at `at` instead. Bound variables that would capture `at` are renamed. */
export function substitute(e: Expr, name: string, at: Path): Expr {
  const path = (p: Path): Path => (p.base === name ? { base: at.base, path: [...at.path, ...p.path] } : p);
  switch (e.kind) {
    case 'fact':
    case 'has':
      return { ...e, at: path(e.at) };
    case 'ref':
      return e.of === undefined ? e : { ...e, of: path(e.of) };
    case 'atLeastIn':
    case 'extremeIn': {
      const list = path(e.in);
      if (e.as === name) return { ...e, in: list };
      if (e.as !== at.base) return { ...e, in: list, of: substitute(e.of, name, at) };
      const fresh = freshName(e.as, new Set([...variables(e.of), name, e.as]));
      const renamed = substitute(e.of, e.as, { base: fresh, path: [] });
      return { ...e, in: list, as: fresh, of: substitute(renamed, name, at) };
    }
    default:
      return mapChildren(e, (child) => substitute(child, name, at));
  }
}

/** `name` or the first of `name2`, `name3` … that is not taken. */
export function freshName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let n = 2; ; n += 1) {
    if (!taken.has(`${name}${n}`)) return `${name}${n}`;
  }
}

/** Every variable that occurs in `e`, bound or free. */
export function variables(e: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: Expr): void => {
    for (const p of pathsOf(part)) if (p.base !== null) found.add(p.base);
    if (part.kind === 'atLeastIn' || part.kind === 'extremeIn') found.add(part.as);
    children(part).forEach(visit);
  };
  visit(e);
  return found;
}

/** The variables that `e` uses without binding them. */
export function freeVariables(e: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: Expr, bound: ReadonlySet<string>): void => {
    for (const p of pathsOf(part)) if (p.base !== null && !bound.has(p.base)) found.add(p.base);
    const inner =
      part.kind === 'atLeastIn' || part.kind === 'extremeIn' ? new Set([...bound, part.as]) : bound;
    for (const child of children(part)) visit(child, inner);
  };
  visit(e, new Set());
  return found;
}

/** The paths written in this node itself. */
export function pathsOf(e: Expr): readonly Path[] {
  switch (e.kind) {
    case 'fact':
    case 'has':
      return [e.at];
    case 'ref':
      return e.of === undefined ? [] : [e.of];
    case 'atLeastIn':
    case 'extremeIn':
      return [e.in];
    default:
      return [];
  }
}
