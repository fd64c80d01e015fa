/** A small case that comes out differently on the two sides, as the reference interpreter confirms. */
import { resultOf } from '@proviso/compiler/interpret';
import { type Field, type Plan, vocabularyPaths } from '@proviso/compiler/plan';
import { type Assessment, type Day, formatDay, type ResultValue } from '@proviso/runtime';
import { type Case, caseOf } from '../case/case.ts';
import { type Inquiry, inquire, outcomeIn } from '../case/confirm.ts';
import { smallestConfirmed } from '../case/confirmed.ts';
import type { Assignment } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import { impossibleIn } from '../translate/existence.ts';
import type { Translation } from '../translate/translator.ts';
import { declaredPathOf, type Meaning, pathOf } from '../translate/variables.ts';
import { type Beside, type Side, sharedPeriod, unmarked } from './beside.ts';
import type { Aspect } from './outcomes.ts';

/** A case as each side is asked about it. The facts are the same, as far as both sides know them. */
export interface DifferingCase {
  readonly old: Case;
  readonly new: Case;
  /** What either side answers: of a rule its status, whichever aspect of it differs. */
  readonly oldAnswer: ResultValue;
  readonly newAnswer: ResultValue;
}

/** What a case has to show of a statement. */
export interface ToShow {
  readonly name: string;
  readonly aspect: Aspect;
  readonly of?: string;
  readonly old: ResultValue;
  readonly new: ResultValue;
  /** Nodes that say the same. */
  readonly settled: readonly NodeId[];
}

/** Finds small cases and has them confirmed. Each statement is asked about many times, and prepared once. */
export class Witnesses {
  readonly #sides: Beside;
  readonly #old: Asked;
  readonly #new: Asked;

  constructor(sides: Beside, old: Side, now: Side) {
    this.#sides = sides;
    const otherwise = sharedPeriod(old.plan, now.plan).from as Day;
    this.#old = new Asked(old, sides.old, otherwise, { takesMarked: false, apart: sides.apart });
    this.#new = new Asked(now, sides.new, otherwise, { takesMarked: true, apart: sides.apart });
  }

  /**
   * The smallest case that shows it. The form proposes, the interpreter confirms on both sides: where it settles less than the
   * form does, facts are kept until it does confirm. Undefined where it does not confirm even the whole case: a fact that
   * the answer turns on does not exist in it.
   */
  smallest(show: ToShow, assignment: Assignment): DifferingCase | undefined {
    const { form, variables } = this.#sides.new;
    const [old, now] = [this.#old, this.#new];
    // Where both days are fixed the form has none; plain dates are near it.
    const dated = new Map([[variables.asOf, now.day] as const, ...assignment]);
    const isConfirmed = (some: Assignment): boolean =>
      old.resultOf(show, some) === show.old && now.resultOf(show, some) === show.new;
    const neededBy = (some: Assignment): readonly NodeId[] => [
      ...old.neededBy(show, some),
      ...now.neededBy(show, some),
    ];
    const found = smallestConfirmed(form, variables, show.settled, dated, { isConfirmed, neededBy });
    if (found === undefined) return undefined;
    const [oldAnswer, newAnswer] = [old.answerOf(show, found), now.answerOf(show, found)];
    if (oldAnswer === undefined || newAnswer === undefined)
      throw new Error(`a case of ${show.name} was confirmed and has no answer`);
    return { old: old.caseOf(found), new: now.caseOf(found), oldAnswer, newAnswer };
  }
}

/** One side, asked about cases. */
class Asked {
  readonly #side: Side;
  readonly #translation: Translation;
  readonly #otherwise: Day;
  readonly #known: Knows;
  readonly #inquiries = new Map<string, Inquiry>();
  /** What variables stand for in the cases of this side, in the order in which they were made: a list before its members. */
  #meanings: ReadonlyMap<NodeId, Meaning> = new Map();
  /** The number of variables when that was found out. */
  #counted = 0;

  constructor(side: Side, translation: Translation, otherwise: Day, known: Omit<Knows, 'plan'>) {
    this.#side = side;
    this.#translation = translation;
    this.#otherwise = side.day ?? otherwise;
    this.#known = { plan: side.plan, ...known };
  }

  /** The day of the assessment, or one that it may be where any may. */
  get day(): Day {
    return this.#otherwise;
  }

  caseOf(assignment: Assignment): Case {
    const { variables } = this.#translation;
    const impossible = impossibleIn(this.#translation, assignment);
    const meanings = this.#ownMeanings();
    const possible = new Map(
      [...assignment].filter(([id]) => {
        const own = meanings.get(id);
        return own !== undefined && !('at' in own && impossible.has(pathOf(own.at)));
      }),
    );
    const { facts, asOf, readings } = caseOf({ ...variables, meanings }, possible, this.#otherwise);
    const { day } = this.#side;
    const own = new Set(this.#side.plan.ambiguities.map(({ name }) => name));
    return {
      facts,
      asOf: day === undefined ? asOf : formatDay(day),
      readings: Object.fromEntries(
        Object.entries({ ...readings, ...this.#side.readings }).filter(([name]) => own.has(name)),
      ),
    };
  }

  /** The variables that stand for what the interpreter still needs. */
  neededBy({ name }: ToShow, assignment: Assignment): readonly NodeId[] {
    const { needs } = this.#inquiryInto(name).assess(this.caseOf(assignment)) ?? { needs: [] };
    const paths = new Set(needs.map(({ path }) => path));
    return [...this.#ownMeanings()].flatMap(([id, meaning]) =>
      'at' in meaning && paths.has(pathOf(meaning.at)) ? [id] : [],
    );
  }

  /** The value of the definition, the status of the rule. */
  answerOf({ name, of }: ToShow, assignment: Assignment): ResultValue | undefined {
    return this.#inquiryInto(name).outcome(this.caseOf(assignment), name, of);
  }

  #inquiryInto(name: string): Inquiry {
    const inquiry = this.#inquiries.get(name) ?? inquire(this.#side.plan, [name]);
    this.#inquiries.set(name, inquiry);
    return inquiry;
  }

  #ownMeanings(): ReadonlyMap<NodeId, Meaning> {
    const { meanings } = this.#translation.variables;
    if (this.#counted < meanings.size) {
      this.#counted = meanings.size;
      this.#meanings = new Map(
        [...meanings].flatMap(([id, meaning]): readonly [NodeId, Meaning][] => {
          const own = ownMeaning(meaning, this.#known);
          return own === undefined ? [] : [[id, own]];
        }),
      );
    }
    return this.#meanings;
  }

  resultOf({ name, aspect, of }: ToShow, assignment: Assignment): ResultValue | undefined {
    const assessment = this.#inquiryInto(name).assess(this.caseOf(assignment));
    if (assessment === undefined) return undefined;
    return aspect === 'dueOn' ? dueIn(assessment, name, of) : outcomeIn(assessment, name, of);
  }
}

/** The day on which a rule's act is due; `notYet` where it has no deadline. */
function dueIn(assessment: Assessment, name: string, of: string | undefined): ResultValue | undefined {
  const result = resultOf(assessment, name, of);
  if (result === undefined || !('status' in result) || result.status === 'undetermined') return undefined;
  return result.dueOn ?? 'notYet';
}

interface Knows {
  readonly plan: Plan;
  readonly takesMarked: boolean;
  readonly apart: ReadonlySet<string>;
}

/** What a variable stands for in the cases of one side; undefined where that side does not know it. */
function ownMeaning(meaning: Meaning, { plan, takesMarked, apart }: Knows): Meaning | undefined {
  if (!('at' in meaning)) return meaning;
  const { at, isMarked } = unmarked(meaning.at);
  if (isMarked && !takesMarked) return undefined;
  const path = declaredPathOf(at);
  if (!isMarked && takesMarked && isWithin(path, apart)) return undefined;
  const field = fieldsOf(plan).get(path);
  if (field === undefined) return undefined;
  if (meaning.kind === 'member' && field.type.kind === 'set') {
    const { of } = field.type;
    const { members } = plan.enums.find(({ name }) => name === of) ?? { members: [] as readonly string[] };
    if (!members.includes(meaning.member)) return undefined;
  }
  return { ...meaning, at };
}

function isWithin(path: string, apart: ReadonlySet<string>): boolean {
  return [...apart].some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[]`));
}

const vocabularies = new WeakMap<Plan, ReadonlyMap<string, Field>>();

function fieldsOf(plan: Plan): ReadonlyMap<string, Field> {
  const known =
    vocabularies.get(plan) ?? new Map(vocabularyPaths(plan).map(({ path, field }) => [path, field]));
  vocabularies.set(plan, known);
  return known;
}
