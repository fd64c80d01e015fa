/**
 * Many assignments evaluated at once, side by side in lanes: a yes/no node is a bit for each lane, 32 to a word; a number is
 * one double for each.
 */
import { addMonths, type Day } from '@proviso/runtime';
import type { Assignment } from '../form/assignment.ts';
import { coneOf } from '../form/cone.ts';
import { type Form, isBool, type Node, type NodeId } from '../form/form.ts';

/** The nodes under a question, with room for 32 assignments in each word. */
export class Lanes {
  /** How many assignments are evaluated at once. */
  readonly size: number;
  /** In ascending order. */
  readonly variables: readonly NodeId[];
  readonly #all: readonly NodeId[];
  readonly #bits = new Map<NodeId, Int32Array>();
  readonly #numbers = new Map<NodeId, Float64Array>();
  /** One for each node that is neither a variable nor a constant; parts first. */
  readonly #steps: readonly (() => void)[];

  constructor(form: Form, all: readonly NodeId[], words: number) {
    this.size = words * 32;
    this.#all = all;
    const cone = coneOf(form, all);
    for (const id of cone) {
      const node = form.node(id);
      if (isBool(node)) {
        this.#bits.set(id, new Int32Array(words).fill(node.op === 'bool' && node.value ? -1 : 0));
      } else {
        this.#numbers.set(id, new Float64Array(this.size).fill(node.op === 'int' ? node.value : 0));
      }
    }
    this.variables = cone.filter((id) => isVariable(form.node(id)));
    this.#steps = cone.flatMap((id) => this.#stepFor(id, form.node(id)));
  }

  /** Gives a variable its value in a lane. */
  set(variable: NodeId, lane: number, value: boolean | number): void {
    if (typeof value === 'number') {
      this.#number(variable)[lane] = value;
      return;
    }
    const bits = this.#bit(variable);
    const word = bits[lane >> 5] ?? 0;
    const bit = 1 << (lane & 31);
    bits[lane >> 5] = value ? word | bit : word & ~bit;
  }

  /** Gives a yes/no variable its values in the 32 lanes of a word. */
  setWord(variable: NodeId, word: number, bits: number): void {
    this.#bit(variable)[word] = bits;
  }

  /** Evaluates every node in every lane. */
  run(): void {
    for (const step of this.#steps) step();
  }

  /** What a node came to in a lane. */
  valueIn(id: NodeId, lane: number): boolean | number {
    const bits = this.#bits.get(id);
    return bits === undefined
      ? (this.#number(id)[lane] ?? 0)
      : (((bits[lane >> 5] ?? 0) >>> (lane & 31)) & 1) === 1;
  }

  /** Evaluates every node in every lane; the first lane below `count` in which all that is asked for holds. */
  firstWhereAllHold(count: number = this.size): number | undefined {
    this.run();
    const asked = this.#all.map((id) => this.#bit(id));
    for (let word = 0; word * 32 < count; word += 1) {
      let hold = -1;
      for (const bits of asked) hold &= bits[word] ?? 0;
      // The lowest bit that is set.
      const lane = hold === 0 ? count : word * 32 + 31 - Math.clz32(hold & -hold);
      if (lane < count) return lane;
    }
    return undefined;
  }

  /** The values of the variables in a lane. */
  assignmentIn(lane: number): Assignment {
    const assignment = new Map<NodeId, boolean | number>();
    for (const id of this.variables) {
      const bits = this.#bits.get(id);
      const bit = ((bits?.[lane >> 5] ?? 0) >>> (lane & 31)) & 1;
      assignment.set(id, bits === undefined ? (this.#number(id)[lane] ?? 0) : bit === 1);
    }
    return assignment;
  }

  #bit(id: NodeId): Int32Array {
    const bits = this.#bits.get(id);
    if (bits === undefined) throw new Error(`node ${id} is not yes/no here`);
    return bits;
  }

  #number(id: NodeId): Float64Array {
    const numbers = this.#numbers.get(id);
    if (numbers === undefined) throw new Error(`node ${id} is no number here`);
    return numbers;
  }

  #stepFor(id: NodeId, node: Node): (() => void)[] {
    switch (node.op) {
      case 'bool':
      case 'int':
      case 'boolVar':
      case 'intVar':
        return [];
      case 'not':
        return [negate(this.#bit(id), this.#bit(node.of))];
      case 'and':
        return [
          conjoin(
            this.#bit(id),
            node.of.map((part) => this.#bit(part)),
          ),
        ];
      case 'atLeast':
        return [
          count(
            this.#bit(id),
            node.n,
            node.of.map((part) => this.#bit(part)),
          ),
        ];
      case 'iff':
        return [agree(this.#bit(id), this.#bit(node.left), this.#bit(node.right))];
      case 'boolIte':
        return [
          chooseBits(this.#bit(id), this.#bit(node.when), this.#bit(node.then), this.#bit(node.otherwise)),
        ];
      case 'le':
        return [compare(this.#bit(id), this.#number(node.left), this.#number(node.right), (a, b) => a <= b)];
      case 'eq':
        return [compare(this.#bit(id), this.#number(node.left), this.#number(node.right), (a, b) => a === b)];
      case 'intIte':
        return [
          chooseNumbers(
            this.#number(id),
            this.#bit(node.when),
            this.#number(node.then),
            this.#number(node.otherwise),
          ),
        ];
      case 'add':
        return [
          combine(this.#number(id), this.#number(node.left), this.#number(node.right), (a, b) => a + b),
        ];
      case 'scale': {
        const of = this.#number(node.of);
        return [combine(this.#number(id), of, of, (a) => node.by * a + 0)];
      }
      case 'addMonths':
        return [
          combine(this.#number(id), this.#number(node.date), this.#number(node.months), (date, months) =>
            addMonths(date as Day, months),
          ),
        ];
      default:
        return node satisfies never;
    }
  }
}

function isVariable({ op }: Node): boolean {
  return op === 'boolVar' || op === 'intVar';
}

function negate(out: Int32Array, of: Int32Array): () => void {
  return () => {
    for (let i = 0; i < out.length; i += 1) out[i] = ~(of[i] ?? 0);
  };
}

function conjoin(out: Int32Array, of: readonly Int32Array[]): () => void {
  return () => {
    out.fill(-1);
    for (const part of of) for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) & (part[i] ?? 0);
  };
}

function count(out: Int32Array, n: number, of: readonly Int32Array[]): () => void {
  // `reached[k]`: the lanes in which more than k parts hold.
  const reached = Array.from({ length: n }, () => new Int32Array(out.length));
  return () => {
    for (const row of reached) row.fill(0);
    for (const part of of) {
      for (let k = n - 1; k >= 0; k -= 1) {
        const [row, below] = [reached[k], reached[k - 1]];
        if (row === undefined) continue;
        for (let i = 0; i < out.length; i += 1) {
          row[i] = (row[i] ?? 0) | ((part[i] ?? 0) & (below === undefined ? -1 : (below[i] ?? 0)));
        }
      }
    }
    out.set(reached[n - 1] ?? []);
  };
}

function agree(out: Int32Array, left: Int32Array, right: Int32Array): () => void {
  return () => {
    for (let i = 0; i < out.length; i += 1) out[i] = ~((left[i] ?? 0) ^ (right[i] ?? 0));
  };
}

function chooseBits(out: Int32Array, when: Int32Array, then: Int32Array, otherwise: Int32Array): () => void {
  return () => {
    for (let i = 0; i < out.length; i += 1) {
      const chosen = when[i] ?? 0;
      out[i] = (chosen & (then[i] ?? 0)) | (~chosen & (otherwise[i] ?? 0));
    }
  };
}

function compare(
  out: Int32Array,
  left: Float64Array,
  right: Float64Array,
  holds: (a: number, b: number) => boolean,
): () => void {
  return () => {
    for (let word = 0; word < out.length; word += 1) {
      let bits = 0;
      for (let i = 31; i >= 0; i -= 1) {
        const lane = word * 32 + i;
        bits = (bits << 1) | (holds(left[lane] ?? 0, right[lane] ?? 0) ? 1 : 0);
      }
      out[word] = bits;
    }
  };
}

function chooseNumbers(
  out: Float64Array,
  when: Int32Array,
  then: Float64Array,
  otherwise: Float64Array,
): () => void {
  return () => {
    for (let lane = 0; lane < out.length; lane += 1) {
      const chosen = ((when[lane >> 5] ?? 0) >>> (lane & 31)) & 1;
      out[lane] = (chosen === 1 ? then[lane] : otherwise[lane]) ?? 0;
    }
  };
}

function combine(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  of: (a: number, b: number) => number,
): () => void {
  return () => {
    for (let lane = 0; lane < out.length; lane += 1) out[lane] = of(left[lane] ?? 0, right[lane] ?? 0);
  };
}
