/** Values of the variables of a form, and what a form comes to under them: two-valued, and three-valued where some are missing. */
import { addMonths, type Day } from '@proviso/runtime';
import type { Form, Node, NodeId } from './form.ts';

/**
 * A value for each variable, by its node. A variable that is missing may be anything. Other nodes may have values too: they
 * are then taken for that, whatever their parts come to.
 */
export type Assignment = ReadonlyMap<NodeId, boolean | number>;

/** The value of a node; undefined where it is not settled by the variables given (Kleene's strong logic). */
export type Valued = (id: NodeId) => boolean | number | undefined;

/**
 * Evaluates nodes of a form under an assignment, each once. A node without a value is unsettled; a settled node has that
 * value however the missing variables are filled in.
 */
export function valuesUnder(form: Form, assignment: Assignment): Valued {
  const known = new Map<NodeId, boolean | number | undefined>(assignment);
  const value: Valued = (id) => {
    if (known.has(id)) return known.get(id);
    const found = valueOf(form.node(id), id, assignment, value);
    known.set(id, found);
    return found;
  };
  return value;
}

function valueOf(
  node: Node,
  id: NodeId,
  assignment: Assignment,
  value: Valued,
): boolean | number | undefined {
  switch (node.op) {
    case 'bool':
    case 'int':
      return node.value;
    case 'boolVar':
    case 'intVar':
      return assignment.get(id);
    case 'not': {
      const of = value(node.of);
      return of === undefined ? undefined : !of;
    }
    case 'and': {
      let open = false;
      for (const part of node.of) {
        const of = value(part);
        if (of === false) return false;
        open ||= of === undefined;
      }
      return open ? undefined : true;
    }
    case 'atLeast': {
      let yes = 0;
      let open = 0;
      for (const part of node.of) {
        const of = value(part);
        if (of === true) yes += 1;
        else if (of === undefined) open += 1;
      }
      return yes >= node.n ? true : yes + open < node.n ? false : undefined;
    }
    case 'iff':
    case 'eq': {
      const left = value(node.left);
      const right = value(node.right);
      return left === undefined || right === undefined ? undefined : left === right;
    }
    case 'le': {
      const left = value(node.left);
      const right = value(node.right);
      return left === undefined || right === undefined ? undefined : left <= right;
    }
    case 'boolIte':
    case 'intIte': {
      const when = value(node.when);
      if (when !== undefined) return when === true ? value(node.then) : value(node.otherwise);
      const then = value(node.then);
      return then === value(node.otherwise) ? then : undefined;
    }
    case 'add': {
      const left = value(node.left);
      const right = value(node.right);
      return left === undefined || right === undefined ? undefined : Number(left) + Number(right);
    }
    case 'scale': {
      const of = value(node.of);
      return of === undefined ? undefined : node.by * Number(of) + 0;
    }
    case 'addMonths': {
      const date = value(node.date);
      const months = value(node.months);
      return date === undefined || months === undefined
        ? undefined
        : addMonths(Number(date) as Day, Number(months));
    }
    default:
      return node satisfies never;
  }
}
