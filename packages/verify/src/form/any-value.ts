/** Values for variables that nothing depends on. */
import type { Form, NodeId } from './form.ts';

/** A value that a variable may have: no, or the number nearest to nought. */
export function anyValueOf(form: Form, id: NodeId): boolean | number {
  const node = form.node(id);
  return node.op === 'intVar' ? Math.max(node.range.min, Math.min(node.range.max, 0)) : false;
}
