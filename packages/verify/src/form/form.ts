/**
 * The solver-neutral form: formulas over yes/no and whole-number variables, as a graph in which equal parts are one node.
 * It has two truth values and knows nothing of policies. Enumeration, sampling and solvers read it; only `translate` writes
 * it. Nodes are numbered so that each stands after its parts.
 */
import { addMonths, beforeAll, type Day, firstDay, lastDay, notYet } from '@proviso/runtime';

/** A node of a form: its number. */
export type NodeId = number;

/**
 * The least and the greatest whole number that a variable or term may take. A variable is always finite; a term may also
 * come to the runtime's `beforeAll` or `notYet`, which are smaller and larger than every other number.
 */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** One node. Numbers in `of`, `left`, … are the numbers of other nodes, all smaller than the node's own. */
export type Node =
  | { readonly op: 'bool'; readonly value: boolean }
  | { readonly op: 'boolVar'; readonly name: string }
  | { readonly op: 'not'; readonly of: NodeId }
  /** At least two operands, in ascending order, none twice. Disjunction is written with `not`. */
  | { readonly op: 'and'; readonly of: readonly NodeId[] }
  /** At least `n` of these; 1 < n < length. Operands may repeat. */
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly NodeId[] }
  | { readonly op: 'iff'; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'le'; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'eq'; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'boolIte'; readonly when: NodeId; readonly then: NodeId; readonly otherwise: NodeId }
  | { readonly op: 'int'; readonly value: number }
  | { readonly op: 'intVar'; readonly name: string; readonly range: Range }
  | { readonly op: 'intIte'; readonly when: NodeId; readonly then: NodeId; readonly otherwise: NodeId }
  | { readonly op: 'add'; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'scale'; readonly by: number; readonly of: NodeId }
  /** The date so many months after a finite one, or before where negative: the runtime's `addMonths`. */
  | { readonly op: 'addMonths'; readonly date: NodeId; readonly months: NodeId };

/** Whether a node is yes/no; the others are whole numbers. */
export function isBool({ op }: Node): boolean {
  switch (op) {
    case 'int':
    case 'intVar':
    case 'intIte':
    case 'add':
    case 'scale':
    case 'addMonths':
      return false;
    default:
      return true;
  }
}

/** The parts of a node, in order. */
export function partsOf(node: Node): readonly NodeId[] {
  switch (node.op) {
    case 'bool':
    case 'boolVar':
    case 'int':
    case 'intVar':
      return [];
    case 'not':
    case 'scale':
      return [node.of];
    case 'and':
    case 'atLeast':
      return node.of;
    case 'iff':
    case 'le':
    case 'eq':
    case 'add':
      return [node.left, node.right];
    case 'boolIte':
    case 'intIte':
      return [node.when, node.then, node.otherwise];
    case 'addMonths':
      return [node.date, node.months];
    default:
      return node satisfies never;
  }
}

/** A growing form. Its constructors simplify what can be seen at once, and give equal nodes the same number. */
export class Form {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, NodeId>();
  readonly #ranges: (Range | undefined)[] = [];
  readonly yes: NodeId = this.#add({ op: 'bool', value: true }, 'yes');
  readonly no: NodeId = this.#add({ op: 'bool', value: false }, 'no');

  /** The node of a number. */
  node(id: NodeId): Node {
    const node = this.nodes[id];
    if (node === undefined) throw new Error(`the form has no node ${id}`);
    return node;
  }

  /** What a term may come to; wider than what it does come to, never narrower. */
  rangeOf(id: NodeId): Range {
    const range = this.#ranges[id];
    if (range === undefined) throw new Error(`node ${id} is no number`);
    return range;
  }

  bool(value: boolean): NodeId {
    return value ? this.yes : this.no;
  }

  /** A variable, made where there is none of this name. */
  boolVar(name: string): NodeId {
    return this.#add({ op: 'boolVar', name }, `b ${name}`);
  }

  /** A variable, made where there is none of this name; a name always has the same range. */
  intVar(name: string, range: Range): NodeId {
    if (range.min === range.max) return this.int(range.min);
    return this.#add({ op: 'intVar', name, range }, `i ${name}`, range);
  }

  not(of: NodeId): NodeId {
    const node = this.node(of);
    if (node.op === 'bool') return this.bool(!node.value);
    return node.op === 'not' ? node.of : this.#add({ op: 'not', of }, `! ${of}`);
  }

  /** All of these hold. */
  and(operands: readonly NodeId[]): NodeId {
    const all = new Set<NodeId>();
    for (const id of operands) {
      const node = this.node(id);
      if (id === this.no) return this.no;
      if (node.op === 'and') for (const part of node.of) all.add(part);
      else if (id !== this.yes) all.add(id);
    }
    const of = [...all].sort((a, b) => a - b);
    const [first] = of;
    if (first === undefined) return this.yes;
    if (of.length === 1) return first;
    for (const id of of) {
      const node = this.node(id);
      if (node.op !== 'not') continue;
      const denied = this.node(node.of);
      if (all.has(node.of) || (denied.op === 'and' && denied.of.every((part) => all.has(part))))
        return this.no;
    }
    return this.#add({ op: 'and', of }, `& ${of.join()}`);
  }

  /** Any of these holds. */
  or(operands: readonly NodeId[]): NodeId {
    return this.not(this.and(operands.map((id) => this.not(id))));
  }

  implies(left: NodeId, right: NodeId): NodeId {
    return this.or([this.not(left), right]);
  }

  /** At least `n` of these hold, one that stands twice counting twice. */
  atLeast(n: number, operands: readonly NodeId[]): NodeId {
    const certain = operands.filter((id) => id === this.yes).length;
    const of = operands.filter((id) => id !== this.yes && id !== this.no).sort((a, b) => a - b);
    const left = n - certain;
    if (left <= 0) return this.yes;
    if (left > of.length) return this.no;
    if (left === 1) return this.or(of);
    if (left === of.length) return this.and(of);
    return this.#add({ op: 'atLeast', n: left, of }, `# ${left} ${of.join()}`);
  }

  /** Both hold or neither does. */
  iff(a: NodeId, b: NodeId): NodeId {
    if (a === b) return this.yes;
    if (a === this.yes) return b;
    if (b === this.yes) return a;
    if (a === this.no) return this.not(b);
    if (b === this.no) return this.not(a);
    // Negations move outwards, so that a and b, and not a and b, share a node.
    const [nodeA, nodeB] = [this.node(a), this.node(b)];
    if (nodeA.op === 'not') return this.not(this.iff(nodeA.of, b));
    if (nodeB.op === 'not') return this.not(this.iff(a, nodeB.of));
    const [left, right] = a < b ? [a, b] : [b, a];
    return this.#add({ op: 'iff', left, right }, `= ${left} ${right}`);
  }

  /** `then` where `when` holds, else `otherwise`: both yes/no, or both numbers. */
  ite(when: NodeId, then: NodeId, otherwise: NodeId): NodeId {
    if (when === this.yes || then === otherwise) return then;
    if (when === this.no) return otherwise;
    const condition = this.node(when);
    if (condition.op === 'not') return this.ite(condition.of, otherwise, then);
    if (!isBool(this.node(then))) {
      const [a, b] = [this.rangeOf(then), this.rangeOf(otherwise)];
      const range = { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
      return this.#add({ op: 'intIte', when, then, otherwise }, `? ${when} ${then} ${otherwise}`, range);
    }
    if (then === this.yes) return this.or([when, otherwise]);
    if (then === this.no) return this.and([this.not(when), otherwise]);
    if (otherwise === this.yes) return this.or([this.not(when), then]);
    if (otherwise === this.no) return this.and([when, then]);
    return this.#add({ op: 'boolIte', when, then, otherwise }, `? ${when} ${then} ${otherwise}`);
  }

  int(value: number): NodeId {
    return this.#add({ op: 'int', value }, `${value}`, { min: value, max: value });
  }

  le(left: NodeId, right: NodeId): NodeId {
    if (left === right) return this.yes;
    const [low, high] = [this.rangeOf(left), this.rangeOf(right)];
    if (low.max <= high.min) return this.yes;
    if (low.min > high.max) return this.no;
    const [a, b] = [this.#offsetOf(left), this.#offsetOf(right)];
    if (a.of === b.of) return this.bool(a.by <= b.by);
    return (
      this.#overChoice(left, right, (a, b) => this.le(a, b)) ??
      this.#add({ op: 'le', left, right }, `<= ${left} ${right}`)
    );
  }

  lt(left: NodeId, right: NodeId): NodeId {
    return this.not(this.le(right, left));
  }

  eq(a: NodeId, b: NodeId): NodeId {
    if (a === b) return this.yes;
    if (isBool(this.node(a))) return this.iff(a, b);
    const [nodeA, nodeB] = [this.node(a), this.node(b)];
    if (nodeA.op === 'int' && nodeB.op === 'int') return this.bool(nodeA.value === nodeB.value);
    const [rangeA, rangeB] = [this.rangeOf(a), this.rangeOf(b)];
    if (rangeA.max < rangeB.min || rangeB.max < rangeA.min) return this.no;
    const [x, y] = [this.#offsetOf(a), this.#offsetOf(b)];
    if (x.of === y.of) return this.bool(x.by === y.by);
    const [left, right] = a < b ? [a, b] : [b, a];
    return (
      this.#overChoice(left, right, (x, y) => this.eq(x, y)) ??
      this.#add({ op: 'eq', left, right }, `== ${left} ${right}`)
    );
  }

  /** What a term is a constant number more than. */
  #offsetOf(id: NodeId): { readonly of: NodeId; readonly by: number } {
    const node = this.node(id);
    if (node.op !== 'add') return { of: id, by: 0 };
    const [left, right] = [this.node(node.left), this.node(node.right)];
    if (left.op === 'int') return { of: node.right, by: left.value };
    return right.op === 'int' ? { of: node.left, by: right.value } : { of: id, by: 0 };
  }

  add(a: NodeId, b: NodeId): NodeId {
    const [left, right] = a < b ? [a, b] : [b, a];
    const [nodeA, nodeB] = [this.node(left), this.node(right)];
    if (nodeA.op === 'int' && nodeB.op === 'int') return this.int(nodeA.value + nodeB.value);
    if (nodeA.op === 'int' && nodeA.value === 0) return right;
    if (nodeB.op === 'int' && nodeB.value === 0) return left;
    const [x, y] = [this.rangeOf(left), this.rangeOf(right)];
    const range = { min: x.min + y.min, max: x.max + y.max };
    return this.#add({ op: 'add', left, right }, `+ ${left} ${right}`, range);
  }

  scale(by: number, of: NodeId): NodeId {
    const node = this.node(of);
    if (by === 1) return of;
    if (by === 0) return this.int(0);
    if (node.op === 'int') return this.int(by * node.value);
    const { min, max } = this.rangeOf(of);
    const range = by > 0 ? { min: by * min, max: by * max } : { min: by * max, max: by * min };
    return this.#add({ op: 'scale', by, of }, `* ${by} ${of}`, range);
  }

  /** A date so many months later, as the runtime's `addMonths`. */
  addMonths(date: NodeId, months: NodeId): NodeId {
    const [node, by] = [this.node(date), this.node(months)];
    // Choices go outside, so that infinities and durations are constants where they are added.
    if (node.op === 'intIte') {
      return this.ite(node.when, this.addMonths(node.then, months), this.addMonths(node.otherwise, months));
    }
    if (isInfinite(node)) return date;
    if (by.op === 'intIte') {
      return this.ite(by.when, this.addMonths(date, by.then), this.addMonths(date, by.otherwise));
    }
    if (by.op === 'int' && by.value === 0) return date;
    if (node.op === 'int' && by.op === 'int') return this.int(addMonths(node.value as Day, by.value));
    const [from, range] = [this.rangeOf(date), this.rangeOf(months)];
    // A month has 28 to 31 days.
    const least = range.min * (range.min < 0 ? 31 : 28);
    const most = range.max * (range.max < 0 ? 28 : 31);
    // Beyond the calendar is its first or last day.
    const within = (day: number): number => Math.min(lastDay, Math.max(firstDay, day));
    return this.#add({ op: 'addMonths', date, months }, `m ${date} ${months}`, {
      min: within(from.min + least),
      max: within(from.max + most),
    });
  }

  /** A date so many days later, as the runtime's `addDays`. */
  addDays(date: NodeId, days: NodeId): NodeId {
    const [node, by] = [this.node(date), this.node(days)];
    if (node.op === 'intIte') {
      return this.ite(node.when, this.addDays(node.then, days), this.addDays(node.otherwise, days));
    }
    if (isInfinite(node)) return date;
    if (by.op === 'intIte') {
      return this.ite(by.when, this.addDays(date, by.then), this.addDays(date, by.otherwise));
    }
    const sum = this.add(date, days);
    const { min, max } = this.rangeOf(sum);
    const [first, last] = [this.int(firstDay), this.int(lastDay)];
    const notAfter = max > lastDay ? this.ite(this.le(sum, last), sum, last) : sum;
    return min < firstDay ? this.ite(this.le(first, notAfter), notAfter, first) : notAfter;
  }

  /**
   * A comparison with a constant, or of a choice that may be infinite, goes into the branches of the choice: statuses, enums
   * and dates that have not come then leave no numbers behind.
   */
  #overChoice(left: NodeId, right: NodeId, compare: (a: NodeId, b: NodeId) => NodeId): NodeId | undefined {
    const [a, b] = [this.node(left), this.node(right)];
    if (a.op === 'intIte' && (b.op === 'int' || this.#mayBeInfinite(left))) {
      return this.ite(a.when, compare(a.then, right), compare(a.otherwise, right));
    }
    if (b.op === 'intIte' && (a.op === 'int' || this.#mayBeInfinite(right))) {
      return this.ite(b.when, compare(left, b.then), compare(left, b.otherwise));
    }
    return undefined;
  }

  #mayBeInfinite(id: NodeId): boolean {
    const { min, max } = this.rangeOf(id);
    return min === beforeAll || max === notYet;
  }

  #add(node: Node, key: string, range?: Range): NodeId {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.push(node) - 1;
    this.#known.set(key, id);
    this.#ranges[id] = range;
    return id;
  }
}

function isInfinite(node: Node): boolean {
  return node.op === 'int' && (node.value === notYet || node.value === beforeAll);
}
