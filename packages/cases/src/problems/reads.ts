/** The facts that a condition reads. */
import type { Expr, Path, Plan } from '@proviso/compiler/plan';

/** The paths in the order in which they are read, each once; those of the definitions that it refers to included. */
export function readsOf(expr: Expr, { definitions }: Plan, placeOf: (at: Path) => string): readonly string[] {
  const paths = new Set<string>();
  const followed = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isPath(node)) {
      const place = placeOf(node);
      if (place !== '') paths.add(place);
      return;
    }
    if ('kind' in node && node.kind === 'ref' && 'id' in node && !('of' in node)) {
      const found = definitions.find(({ id }) => id === node.id);
      if (found !== undefined && !followed.has(found.id)) {
        followed.add(found.id);
        visit(found.expr);
      }
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(expr);
  return [...paths];
}

function isPath(node: object): node is Path {
  return 'base' in node && 'path' in node && Array.isArray(node.path);
}
