/** Following a difference up: one class of cases after the other, until there are no more or enough are told. */
import type { ResultValue } from '@proviso/runtime';
import type { Answer, Prover, Question } from '../decide/prover.ts';
import type { Assignment } from '../form/assignment.ts';
import { valuesUnder } from '../form/assignment.ts';
import { asNode } from '../translate/terms.ts';
import { anyValueOf } from '../form/any-value.ts';
import { variablesUnder } from '../form/cone.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Beside } from './beside.ts';
import { circumstancesOf, type Named } from './circumstances.ts';
import { cubeOf, nodeOf } from './cube.ts';
import { appliesIn, type Change, changeOf, nodesOf, resultOf, valueNodes } from './outcomes.ts';
import { acceptedByBoth, type Piece } from './parts.ts';
import type { DifferenceClass } from './report.ts';
import type { Witnesses } from './witness.ts';

/** What is needed to tell a class. */
export interface Telling {
  readonly sides: Beside;
  readonly named: ReadonlyMap<NodeId, Named>;
  readonly witnesses: Witnesses;
}

/** A case was found, but the interpreter does not settle it on both sides. */
export interface Unconfirmed {
  readonly kind: 'notDecided';
  readonly because: 'unconfirmed';
}

/** A difference of one statement that is looked for. */
export class Pursuit {
  readonly name: string;
  readonly classes: DifferenceClass[] = [];
  /** The last answer; undefined while none was given. */
  last: Answer | Unconfirmed | undefined;
  readonly #telling: Telling;
  readonly #pieces: readonly Piece[];
  /** Where each piece differs and no class was told yet. */
  readonly #left: NodeId[];
  readonly #accepted: readonly NodeId[];

  /** `where`: the node of a piece that holds where it differs in the way that is looked for. */
  constructor(telling: Telling, name: string, pieces: readonly Piece[], where: (piece: Piece) => NodeId) {
    this.name = name;
    this.#telling = telling;
    this.#pieces = pieces;
    this.#left = pieces.map(where);
    const open = this.#left.some((node) => node !== telling.sides.new.form.no);
    this.#accepted = open ? acceptedByBoth(telling.sides, this.#left, pieces) : [];
    if (!open) this.last = { kind: 'none', by: 'form' };
  }

  get question(): Question {
    const { form } = this.#telling.sides.new;
    return { form, all: [form.or(this.#left), ...this.#accepted] };
  }

  /** Takes an answer to the question; what was found becomes a class, and is not asked for again. */
  take(answer: Answer): void {
    this.last = answer;
    if (answer.kind === 'found') this.#tell(answer.assignment);
  }

  /**
   * What was so before, as one condition, where something ends: it is told wherever that was, not once for each of the
   * grounds that it had.
   */
  #formerly({ old, oldLaw }: Piece, change: Change): ReadonlySet<NodeId> {
    const { form } = this.#telling.sides.new;
    const isNo = change.kind === 'becomes' && change.old === 'yes';
    if (change.kind !== 'ends' && !isNo) return new Set();
    const nodes = [old, oldLaw].map((one) => (isNo ? asNode(one.value) : appliesIn(form, one)));
    return new Set(nodes.filter((id) => !['bool', 'boolVar'].includes(form.node(id).op)));
  }

  /** What more must hold where the two sides are of different days: that it is the law that changes it, or the time. */
  #lawful(
    { old, oldLaw, new: now, changed }: Piece,
    where: NodeId,
    change: Change,
    after: ResultValue,
    assignment: Assignment,
  ): readonly NodeId[] {
    if (oldLaw === old) return [];
    const { sides } = this.#telling;
    const { form } = sides.new;
    const whole = filled(form, assignment, nodesOf(oldLaw));
    if (valuesUnder(form, whole)(changed) !== true) return [where];
    const before = resultOf(sides.oldLaw, oldLaw, whole, sides.membersOf);
    const law = changeOf(form, oldLaw, now, { old: before, new: after }, whole);
    return law.change.kind === change.kind ? law.settled : [changed];
  }

  #tell(found: Assignment): void {
    const { sides, named, witnesses } = this.#telling;
    const { form, variables } = sides.new;
    const value = valuesUnder(form, found);
    const at = this.#left.findIndex((node) => value(node) === true);
    const [piece, where] = [this.#pieces[at], this.#left[at]];
    if (piece === undefined || where === undefined)
      throw new Error(`an answer about ${this.name} shows no difference of it`);
    const { old, new: now, of } = piece;
    const assignment = filled(form, found, [...nodesOf(old), ...nodesOf(now)]);
    const results = {
      old: resultOf(sides.old, old, assignment, sides.membersOf),
      new: resultOf(sides.new, now, assignment, sides.membersOf),
    };
    const { change, settled } = changeOf(form, old, now, results, assignment);
    const lawful = this.#lawful(piece, where, change, results.new, assignment);
    const others = new Map([...named].filter(([, { name }]) => name !== this.name));
    const shown = [old.where, now.where, ...settled, ...lawful];
    const formerly = this.#formerly(piece, change);
    const whole = new Set([...others.keys(), ...formerly]);
    const cube = cubeOf(form, shown, assignment, whole, variables);
    this.#left[at] = form.and([where, form.not(nodeOf(form, cube))]);
    const exact = [old, now].flatMap((outcome) => valueNodes(form, outcome, assignment));
    const about = of === undefined ? {} : { of };
    const witness = witnesses.smallest(
      {
        name: this.name,
        aspect: now.aspect,
        ...about,
        ...results,
        settled: [old.where, now.where, ...exact],
      },
      assignment,
    );
    if (witness === undefined) {
      this.last = { kind: 'notDecided', because: 'unconfirmed' };
      return;
    }
    this.classes.push({
      aspect: now.aspect,
      ...about,
      change,
      when: circumstancesOf(form, variables, others, formerly, cube),
      witness: { ...witness, oldValue: results.old, newValue: results.new },
    });
  }
}

/**
 * The assignment with values for what it leaves out of these nodes. What the question did not need is not constrained by
 * anything that it assumed, so that any value will do.
 */
function filled(form: Form, assignment: Assignment, nodes: readonly NodeId[]): Assignment {
  const missing = variablesUnder(form, nodes).filter((id) => !assignment.has(id));
  return new Map([...assignment, ...missing.map((id) => [id, anyValueOf(form, id)] as const)]);
}

/** Asks once about each of these; their answers are taken. */
export async function askAll(
  prover: Prover,
  pursuits: readonly Pursuit[],
  progress?: (done: number, all: number) => void,
): Promise<void> {
  const open = pursuits.filter(({ last }) => last === undefined || last.kind === 'found');
  const answers = await prover.ask(
    open.map(({ question }) => question),
    (done) => progress?.(done, open.length),
  );
  answers.forEach((answer, i) => open[i]?.take(answer));
}
