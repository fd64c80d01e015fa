/** Valid complete cases drawn by a fixed rule: what can be seen in one of them need not be asked of a prover. */
import type { Plan } from '@proviso/compiler/plan';
import { type Day, formatDay } from '@proviso/runtime';
import { assignmentOf } from '../case/case.ts';
import { Lanes } from '../decide/lanes.ts';
import type { Answer, Prover } from '../decide/prover.ts';
import type { Assignment } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Translation } from '../translate/translator.ts';
import type { Variables } from '../translate/variables.ts';
import { periodConditions, standingConditions } from '../translate/validity.ts';

const drawn = 192;
/** How many scenarios of the pack are taken, and of the cases that a prover finds. */
const fromScenarios = 2048;
const fromProver = 256;

/** Valid cases: drawn, taken from the scenarios of the pack, and found by a prover. */
export class Samples {
  readonly #form: Form;
  readonly #validity: readonly NodeId[];
  readonly #variables: Variables;
  readonly #base: Assignment;
  readonly #constants: readonly number[];
  #cases: readonly Assignment[] = [];
  #added = 0;

  private constructor(translation: Translation, validity: readonly NodeId[], base: Assignment) {
    const { form, plan, variables } = translation;
    this.#form = form;
    this.#validity = validity;
    this.#variables = variables;
    this.#base = base;
    this.#constants = constantsOf(form);
    const seeds = Array.from({ length: drawn }, (_, seed) => seed);
    const scenarios = plan.scenarios.slice(0, fromScenarios).map(({ facts, asOf, readings }) =>
      assignmentOf(variables, {
        facts,
        asOf: formatDay(asOf as Day),
        readings: { ...defaults(plan), ...readings },
      }),
    );
    this.#cases = this.#valid([
      this.#drawn(base, 0),
      ...seeds.map((seed) => this.#drawn(new Map(), seed)),
      // Where constraints are narrow, a case near one that meets them is likelier to.
      ...seeds.map((seed) => this.#drawn(thinned(base, seed), seed)),
      ...scenarios.map((given, i) => this.#drawn(given, i)),
    ]);
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

  /** Those of these nodes that hold in some sample. */
  shown(nodes: readonly NodeId[]): ReadonlySet<NodeId> {
    const lanes = this.#run(nodes, this.#cases);
    const holds = (id: NodeId): boolean => this.#cases.some((_, lane) => lanes.valueIn(id, lane) === true);
    return new Set([...new Set(nodes)].filter(holds));
  }

  /** What each of these nodes comes to in all samples, as a text: nodes of different texts are different. */
  signatures(nodes: readonly NodeId[]): ReadonlyMap<NodeId, string> {
    const lanes = this.#run(nodes, this.#cases);
    return new Map(
      nodes.map((id) => [id, this.#cases.map((_, lane) => String(lanes.valueIn(id, lane))).join()]),
    );
  }

  /** Keeps cases that a prover found. */
  add(found: readonly Assignment[]): void {
    const more = found.slice(0, fromProver - this.#added);
    if (more.length === 0) return;
    this.#added += more.length;
    this.#cases = [
      ...this.#cases,
      ...this.#valid(more.map((each, i) => this.#drawn(new Map([...this.#base, ...each]), i))),
    ];
  }

  /**
   * A case that a prover found with a value for every fact of the vocabulary: the form may settle what the interpreter does
   * not without facts that cancel out.
   */
  whole(found: Assignment): Assignment {
    const drawn = this.#drawn(new Map([...this.#base, ...found]), 0);
    const facts = [...this.#variables.meanings.keys()];
    return new Map(facts.map((id) => [id, found.get(id) ?? drawn.get(id) ?? false]));
  }

  #drawn(given: Assignment, seed: number): Assignment {
    return new Drawn(this.#form, given, seed, this.#constants);
  }

  #valid(cases: readonly Assignment[]): readonly Assignment[] {
    const lanes = this.#run(this.#validity, cases);
    return cases.filter((_, lane) => this.#validity.every((id) => lanes.valueIn(id, lane) === true));
  }

  #run(nodes: readonly NodeId[], cases: readonly Assignment[]): Lanes {
    const lanes = new Lanes(this.#form, nodes, Math.ceil(cases.length / 32));
    for (const [lane, each] of cases.entries()) {
      for (const id of lanes.variables) lanes.set(id, lane, each.get(id) ?? false);
    }
    lanes.run();
    return lanes;
  }
}

function defaults({ ambiguities }: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(ambiguities.map((each) => [each.name, each.default]));
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
    const node = this.#form.node(id);
    const given = super.get(id);
    // Scenarios may say what is beyond the bounds.
    const isWithin =
      node.op !== 'intVar' ||
      typeof given !== 'number' ||
      (node.range.min <= given && given <= node.range.max);
    if (given !== undefined && isWithin) return given;
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
