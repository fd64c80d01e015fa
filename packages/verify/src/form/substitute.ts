/** Nodes with some of their variables replaced. */
import type { Form, Node, NodeId } from './form.ts';

/** Replaces nodes by others of their kind; everything above them is built anew, so that it simplifies. */
export class Substitution {
  readonly #form: Form;
  readonly #known: Map<NodeId, NodeId>;

  constructor(form: Form, replaced: ReadonlyMap<NodeId, NodeId>) {
    this.#form = form;
    this.#known = new Map(replaced);
  }

  /** What a node is afterwards. */
  in(id: NodeId): NodeId {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const found = this.#rebuilt(this.#form.node(id), id);
    this.#known.set(id, found);
    return found;
  }

  #rebuilt(node: Node, id: NodeId): NodeId {
    const form = this.#form;
    switch (node.op) {
      case 'bool':
      case 'int':
      case 'boolVar':
      case 'intVar':
        return id;
      case 'not':
        return form.not(this.in(node.of));
      case 'and':
        return form.and(node.of.map((part) => this.in(part)));
      case 'atLeast':
        return form.atLeast(
          node.n,
          node.of.map((part) => this.in(part)),
        );
      case 'iff':
      case 'eq':
        return form.eq(this.in(node.left), this.in(node.right));
      case 'le':
        return form.le(this.in(node.left), this.in(node.right));
      case 'boolIte':
      case 'intIte':
        return form.ite(this.in(node.when), this.in(node.then), this.in(node.otherwise));
      case 'add':
        return form.add(this.in(node.left), this.in(node.right));
      case 'scale':
        return form.scale(node.by, this.in(node.of));
      case 'addMonths':
        return form.addMonths(this.in(node.date), this.in(node.months));
      default:
        return node satisfies never;
    }
  }
}

/** A variable of the same range as another, told apart by a word. */
export function likeVariable(form: Form, id: NodeId, word: string): NodeId {
  const node = form.node(id);
  switch (node.op) {
    case 'boolVar':
      return form.boolVar(`${node.name}, ${word}`);
    case 'intVar':
      return form.intVar(`${node.name}, ${word}`, node.range);
    default:
      throw new Error(`node ${id} is no variable`);
  }
}

/** The constant of a value. */
export function constantOf(form: Form, value: boolean | number): NodeId {
  return typeof value === 'boolean' ? form.bool(value) : form.int(value);
}
