/**
 * The definitions that are yes/no logic as a network of conjunctions and choices: what it holds is the value of a definition,
 * and negation costs nothing. In two bits a truth (`no` 0, `unknown` 1, `yes` 3) a disjunction is the negation of a conjunction
 * of negations, and a count of those that hold is made of both; each is exact for what is unknown, too.
 */
import { assertNever } from '../../6-plan/assert-never.ts';
import { failsApart } from '../../6-plan/exclusive.ts';
import type { Definition, Expr, Literal } from '../../6-plan/plan.ts';

/** A cell of the network: twice a place, and one more for the negation of what is there. */
export type Cell = number;

/** The cell of `no`. */
export const noCell: Cell = 0;
/** The cell of `yes`. */
export const yesCell: Cell = 1;

/** Whether a definition may be logic throughout, once what is none is apart. */
export function isLogical({ param, type }: Pick<Definition, 'param' | 'type'>): boolean {
  return param === undefined && (type.kind === 'yesno' || type.kind === 'status');
}

/** Whether an expression is logic on its parts, or what such logic is about: a yes/no fact of the case, or another definition. */
export function isLogic(e: Expr): boolean {
  switch (e.kind) {
    case 'literal':
    case 'not':
    case 'atLeast':
    case 'mark':
      return true;
    case 'case':
      // That a guard has not failed is no value of it.
      return !failsApart(e);
    case 'eq':
      return e.on === 'yesno';
    case 'fact':
      return e.type.kind === 'yesno' && e.at.base === null;
    case 'ref':
      return e.of === undefined;
    default:
      return false;
  }
}

/** The nodes of a network: each states which cells it takes. */
export class Logic {
  readonly #known = new Map<string, Cell>();
  /** Adds a node to what is evaluated; gives its place. */
  readonly #add: (node: readonly number[]) => number;

  constructor(add: (node: readonly number[]) => number) {
    this.#add = add;
  }

  /** The cell of an expression; `of` gives that of a fact, definition or status. */
  cell(e: Expr, of: (e: Extract<Expr, { kind: 'fact' | 'ref' }> | Literal) => Cell): Cell {
    const cell = (part: Expr): Cell => this.cell(part, of);
    switch (e.kind) {
      case 'literal':
        if (e.value.kind !== 'yesno') return of(e.value);
        return e.value.value ? yesCell : noCell;
      case 'fact':
      case 'ref':
        return of(e);
      case 'mark':
        return cell(e.of);
      case 'not':
        return negated(cell(e.of));
      case 'atLeast':
        return this.#enough(e.n, e.of.map(cell));
      case 'eq': {
        const [left, right] = [cell(e.left), cell(e.right)];
        return this.#choose(left, right, negated(right));
      }
      case 'case':
        return e.branches.reduceRight(
          (rest, { when, then }) => this.#choose(cell(when), cell(then), rest),
          cell(e.otherwise),
        );
      case 'has':
      case 'asOf':
      case 'reading':
      case 'atLeastIn':
      case 'le':
      case 'sum':
      case 'scale':
      case 'addDuration':
      case 'extreme':
      case 'extremeIn':
      case 'inForce':
        throw new Error(`\`${e.kind}\` is no logic`);
      default:
        return assertNever(e);
    }
  }

  #all(of: readonly Cell[]): Cell {
    if (of.includes(noCell)) return noCell;
    const cells = [...new Set(of)].filter((cell) => cell !== yesCell).sort((a, b) => a - b);
    const [first = yesCell] = cells;
    return cells.length < 2 ? first : this.#node([cells.length, ...cells]);
  }

  #any(of: readonly Cell[]): Cell {
    return negated(this.#all(of.map(negated)));
  }

  #enough(n: number, of: readonly Cell[]): Cell {
    if (n <= 0) return yesCell;
    if (n > of.length) return noCell;
    if (n === of.length) return this.#all(of);
    if (n === 1) return this.#any(of);
    const [first = noCell, ...others] = of;
    return this.#any([this.#all([first, this.#enough(n - 1, others)]), this.#enough(n, others)]);
  }

  #choose(guard: Cell, then: Cell, rest: Cell): Cell {
    if (guard === yesCell || then === rest) return then;
    if (guard === noCell) return rest;
    if (rest === noCell) return this.#all([guard, then]);
    if (then === noCell) return this.#all([negated(guard), rest]);
    if (then === yesCell) return this.#any([guard, rest]);
    if (rest === yesCell) return this.#any([negated(guard), then]);
    return guard % 2 === 0 ? this.#node([1, guard, then, rest]) : this.#node([1, negated(guard), rest, then]);
  }

  /** The cell of a node, the same one for the same node. */
  #node(node: readonly number[]): Cell {
    const text = node.join(' ');
    const known = this.#known.get(text) ?? 2 * this.#add(node);
    this.#known.set(text, known);
    return known;
  }
}

/** The other cell of the same place. */
export function negated(cell: Cell): Cell {
  return cell % 2 === 0 ? cell + 1 : cell - 1;
}
