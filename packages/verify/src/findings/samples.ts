/** Valid complete cases drawn by a fixed rule: what can be seen in one of them need not be asked of a prover. */
import type { Answer, Prover } from '../decide/prover.ts';
import { type Assignment, type Valued, valuesUnder } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Translation } from '../translate/translator.ts';
import { periodConditions, standingConditions } from '../translate/validity.ts';

const drawn = 192;
/** How many of the cases that a prover finds are kept beside those drawn. */
const kept = 192;

/** Valid cases, each evaluated once. */
export class Samples {
  readonly #form: Form;
  readonly #validity: readonly NodeId[];
  readonly #base: Assignment;
  readonly #constants: readonly number[];
  readonly #cases: { readonly assignment: Assignment; readonly value: Valued }[] = [];
  #added = 0;

  private constructor(translation: Translation, validity: readonly NodeId[], base: Assignment) {
    this.#form = translation.form;
    this.#validity = validity;
    this.#base = base;
    this.#constants = constantsOf(translation.form);
    this.#keep(new Drawn(this.#form, base, 0, this.#constants));
    for (let seed = 1; seed < drawn; seed += 1) {
      const free = new Drawn(this.#form, new Map(), seed, this.#constants);
      // Where constraints are narrow, a case near one that meets them is likelier to.
      if (!this.#keep(free)) this.#keep(new Drawn(this.#form, thinned(base, seed), seed, this.#constants));
    }
  }

  /** The samples of a plan; the answer to whether there is any valid case where there is none, or none was found. */
  static async of(
    translation: Translation,
    prover: Prover,
  ): Promise<Samples | Exclude<Answer, { kind: 'found' }>> {
    const { plan, form } = translation;
    const trails = plan.definitions.map(({ id }) => translation.trailOf(id));
    const validity = [
      ...new Set([...standingConditions(translation), ...periodConditions(translation, trails)]),
    ].filter((id) => id !== form.yes);
    const [answer] = await prover.ask([{ form, all: validity }]);
    if (answer === undefined) throw new Error('a question had no answer');
    return answer.kind === 'found' ? new Samples(translation, validity, answer.assignment) : answer;
  }

  /** Whether a node holds in some sample. */
  some(node: NodeId): boolean {
    return this.#cases.some(({ value }) => value(node) === true);
  }

  /** What a node comes to in each sample, as a text: nodes of different texts are different. */
  signature(node: NodeId): string {
    return this.#cases.map(({ value }) => String(value(node))).join();
  }

  /** Keeps a case that a prover found. */
  add(found: Assignment): void {
    if (this.#added >= kept) return;
    this.#added += 1;
    this.#keep(new Drawn(this.#form, new Map([...this.#base, ...found]), this.#added, this.#constants));
  }

  #keep(assignment: Assignment): boolean {
    const value = valuesUnder(this.#form, assignment);
    const isValid = this.#validity.every((id) => value(id) === true);
    if (isValid) this.#cases.push({ assignment, value });
    return isValid;
  }
}

/** An assignment that draws what it is not given, when it is asked for it; every time the same. */
class Drawn extends Map<NodeId, boolean | number> {
  readonly #form: Form;
  readonly #seed: number;
  readonly #constants: readonly number[];

  constructor(form: Form, given: Assignment, seed: number, constants: readonly number[]) {
    super(given);
    this.#form = form;
    this.#seed = seed;
    this.#constants = constants;
  }

  override get(id: NodeId): boolean | number | undefined {
    const given = super.get(id);
    if (given !== undefined) return given;
    const node = this.#form.node(id);
    const random = (part: number): number => hash(this.#seed, id, part);
    if (node.op === 'boolVar') {
      // Most conditions need many facts that are all yes, or all no.
      const share = [0.5, 0.2, 0.8, 0.05, 0.95][this.#seed % 5] ?? 0.5;
      return random(0) < share;
    }
    if (node.op !== 'intVar') return undefined;
    const { min, max } = node.range;
    const near = [min, max, ...this.#constants.filter((each) => min <= each && each <= max)];
    const value =
      max - min < 32 || random(1) < 0.2
        ? min + Math.floor(random(2) * (max - min + 1))
        : (near[Math.floor(random(3) * near.length)] ?? min) + Math.floor(random(4) * 3) - 1;
    return Math.min(max, Math.max(min, value));
  }
}

/** A part of what a case says, other parts for other seeds. */
function thinned(assignment: Assignment, seed: number): Assignment {
  const share = 1 / (2 + (seed % 16));
  return new Map([...assignment].filter(([id]) => hash(seed, id, 5) > share));
}

function constantsOf(form: Form): readonly number[] {
  const constants = new Set<number>();
  for (const node of form.nodes) {
    if (node.op === 'int' && Number.isSafeInteger(node.value)) constants.add(node.value);
  }
  return [...constants].sort((a, b) => a - b);
}

/** A number from 0 to 1 that depends on these alone. */
function hash(...of: readonly number[]): number {
  let h = 0x811c9dc5;
  for (const each of of) {
    h = Math.imul(h ^ each, 0x01000193);
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
    h ^= h >>> 13;
  }
  return (h >>> 0) / 2 ** 32;
}
