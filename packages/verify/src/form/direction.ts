/** Which way each variable pulls: whether raising it (no to yes, a number to a larger one) can only help a node, or only hurt. */
import { variablesUnder } from './cone.ts';
import type { Form, NodeId } from './form.ts';

/** `up`: raising the variable never turns the node from yes to no; `down`: never from no to yes; `both`: it may do either. */
export type Direction = 'up' | 'down' | 'both';

/** The directions of the variables under a yes/no node. What is said is never too narrow; `both` may be too wide. */
export function directionsUnder(form: Form, root: NodeId): ReadonlyMap<NodeId, Direction> {
  const seen = { up: new Set<NodeId>(), down: new Set<NodeId>() };
  const visit = (id: NodeId, direction: Direction): void => {
    if (direction === 'both') {
      visit(id, 'up');
      visit(id, 'down');
      return;
    }
    if (seen[direction].has(id)) return;
    seen[direction].add(id);
    const opposite = direction === 'up' ? 'down' : 'up';
    const node = form.node(id);
    switch (node.op) {
      case 'bool':
      case 'int':
      case 'boolVar':
      case 'intVar':
        return;
      case 'not':
        visit(node.of, opposite);
        return;
      case 'and':
      case 'atLeast':
        for (const part of node.of) visit(part, direction);
        return;
      case 'iff':
      case 'eq':
        visit(node.left, 'both');
        visit(node.right, 'both');
        return;
      case 'le':
        visit(node.left, opposite);
        visit(node.right, direction);
        return;
      case 'boolIte':
      case 'intIte':
        visit(node.when, 'both');
        visit(node.then, direction);
        visit(node.otherwise, direction);
        return;
      case 'add':
        visit(node.left, direction);
        visit(node.right, direction);
        return;
      case 'scale':
        visit(node.of, node.by < 0 ? opposite : direction);
        return;
      case 'addMonths':
        visit(node.date, direction);
        visit(node.months, direction);
        return;
      default:
        node satisfies never;
    }
  };
  visit(root, 'up');
  return new Map(
    variablesUnder(form, [root]).map((id) => {
      const [up, down] = [seen.up.has(id), seen.down.has(id)];
      return [id, up && down ? 'both' : up ? 'up' : 'down'];
    }),
  );
}
