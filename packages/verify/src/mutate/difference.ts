/** Whether a mutant can be told from the original by its answers, and by which case. */
import { type Plan, type Slicer, slicerOf } from '@proviso/compiler/plan';
import type { Question } from '../decide/prover.ts';
import { type Case, caseOf } from '../case/case.ts';
import { type Inquiry, inquire, outcomeIn, presumedIn } from '../case/confirm.ts';
import { existenceOf, possibleOf } from '../translate/existence.ts';
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import { witnessOf } from '../prove/counterexample.ts';
import type { Instance } from '../translate/instances.ts';
import type { Term } from '../translate/terms.ts';
import type { Overrides, Translation } from '../translate/translator.ts';
import { periodConditions, validityFor } from '../translate/validity.ts';
import { declaredPathOf, pathOf } from '../translate/variables.ts';
import type { Day, ResultValue } from '@proviso/runtime';
import { type AnswerOf, type Nearest, nearestAnswers } from './answers.ts';
import { withFact, withReading } from './inputs.ts';
import { variantOf } from './mutated-plan.ts';
import type { Mutant } from './mutants.ts';

/** A case in which a mutant answers otherwise. */
export interface Telling {
  readonly name: string;
  readonly of?: string;
  /** Whether what is presumed differs, and not what is settled. */
  readonly presumed: boolean;
  readonly original: ResultValue;
  readonly mutant: ResultValue;
  readonly case: Case;
}

/** A mutant and the original side by side. */
export interface Comparison {
  readonly mutant: Mutant;
  readonly original: Translation;
  readonly mutated: Translation;
  /** Is there a valid complete case on which some answer differs? */
  readonly question: Question;
  /** Whether the mutant asks laws on dates on which the original does not, so that it may refuse cases. */
  readonly mayRefuse: boolean;
  readonly places: readonly Place[];
}

/** One answer, for one instance where there are several. */
interface Place {
  readonly answer: AnswerOf;
  readonly of: Instance | undefined;
  readonly before: Term;
  readonly after: Term;
  readonly differs: NodeId;
}

/** Compares mutants of one plan with it. */
export class Comparer {
  readonly #translation: Translation;
  readonly #nearest: Nearest;
  readonly #slicer: Slicer;
  readonly #inquiries = new Map<string, Inquiry>();

  constructor(translation: Translation) {
    this.#translation = translation;
    this.#slicer = slicerOf(translation.plan);
    this.#nearest = nearestAnswers(translation.plan);
  }

  /** What has to be asked to tell a mutant from the original. */
  compare(mutant: Mutant): Comparison {
    const { plan, form } = this.#translation;
    const [before, after] = overridesOf(plan, mutant);
    const original = before.size === 0 ? this.#translation : this.#translation.with(before);
    const mutated = this.#translation.with(after);
    const answers = this.#nearest([...new Set([...before.keys(), ...after.keys()])]);
    const places = answers.flatMap((answer) => placesOf(original, mutated, answer));
    const any = form.or(places.map(({ differs }) => differs));
    const names = answers.map(({ name }) => name);
    // An assessment asks the laws of all that an answer comes with, whether or not its value matters.
    const { definitions } = this.#slicer(names);
    const trails = (of: Translation): readonly NodeId[] =>
      periodConditions(
        of,
        definitions.map((id) => of.trailOf(id)),
      );
    const [asked, askedAfter] = [new Set(trails(original)), trails(mutated)];
    // The case has to say more than the form needs to know, and all that it says has to be possible.
    const said = this.#variablesOf(names);
    const validity = validityFor(this.#translation, [any, ...asked, ...askedAfter, ...said], []);
    const all = any === form.no ? [any] : [...new Set([any, ...asked, ...askedAfter, ...validity])];
    return {
      mutant,
      original,
      mutated,
      question: { form, all },
      mayRefuse: askedAfter.some((id) => !asked.has(id)),
      places,
    };
  }

  /**
   * The smallest case that tells them apart, from one that a prover found. The interpreter confirms it on both plans; throws
   * where it does not.
   */
  telling({ mutant, places }: Comparison, found: Assignment): Telling {
    const asked = this.#withAsked(found, places);
    const assignment = withoutFact(this.#translation, asked, mutant);
    const { form, plan, variables } = this.#translation;
    const value = valuesUnder(form, assignment);
    const place = places.find(({ differs }) => value(differs) === true);
    if (place === undefined) throw new Error(`an answer about ${mutant.id} shows no difference`);
    const { name } = place.answer;
    const of = place.of === undefined ? {} : { of: pathOf(place.of.at) };
    const known = this.#inquiries.get(name) ?? inquire(plan, [name]);
    this.#inquiries.set(name, known);
    const [before, after] = [known, inquire(variantOf(plan, mutant).plan, [name])].map((inquiry) =>
      withoutInput(inquiry, mutant),
    ) as [Inquiry, Inquiry];
    const whole = caseOf(variables, possibleOf(this.#translation, assignment), plan.pack.period.from as Day);
    const [original, mutated] = [before, after].map((inquiry) => inquiry.outcome(whole, name, of.of));
    if (original === undefined || mutated === undefined || original === mutated)
      throw new Error(`the interpreter does not tell ${mutant.id} apart by ${JSON.stringify(whole)}`);
    const settled = (term: Term): readonly NodeId[] =>
      nodesOf(term).map((id) => {
        const now = value(id);
        return typeof now === 'number' ? form.eq(id, form.int(now)) : now === true ? id : form.not(id);
      });
    const there = place.of === undefined ? [] : [place.of.present];
    const shown = [
      { inquiry: before, name, ...of, value: original, settled: [...there, ...settled(place.before)] },
      { inquiry: after, name, ...of, value: mutated, settled: settled(place.after) },
    ];
    const witness = witnessOf(this.#translation, assignment, shown);
    if (witness === undefined)
      throw new Error(`the interpreter does not tell ${mutant.id} apart by ${JSON.stringify(whole)}`);
    return {
      name,
      ...of,
      presumed: mutant.change.assume !== undefined,
      original,
      mutant: mutated,
      case: withoutReading(witness.case, mutant),
    };
  }

  /**
   * The assignment with a value for every fact that the answers can depend on. The form sees what cannot matter, as in `a or
   * not a`; the interpreter wants to be told.
   */
  #withAsked(found: Assignment, places: readonly Place[]): Assignment {
    const { form } = this.#translation;
    const missing = this.#variablesOf(places.map(({ answer }) => answer.name)).filter((id) => !found.has(id));
    return new Map([
      ...found,
      ...missing.map((id): readonly [NodeId, boolean | number] => {
        const node = form.node(id);
        return [id, node.op === 'intVar' ? node.range.min : false];
      }),
    ]);
  }

  /** The variables of the facts that these answers can depend on. */
  #variablesOf(names: readonly string[]): readonly NodeId[] {
    const { variables } = this.#translation;
    const facts = new Set(this.#slicer([...new Set(names)]).facts);
    const lists = new Set(
      [...facts].flatMap((fact) => [...fact.matchAll(/\[\]/g)].map(({ index }) => fact.slice(0, index))),
    );
    return [...variables.meanings].flatMap(([id, meaning]) => {
      if (!('at' in meaning)) return [];
      const path = declaredPathOf(meaning.at);
      return facts.has(path) || (meaning.kind === 'longer' && lists.has(path)) ? [id] : [];
    });
  }
}

/** Other expressions for the original and for the mutant, over cases in which neither assumes or chooses anything itself. */
function overridesOf(plan: Plan, { change }: Mutant): readonly [Overrides, Overrides] {
  if (change.assume !== undefined) {
    const { record, field, value } = change.assume;
    const fields = record === null ? plan.facts : plan.records.find(({ name }) => name === record)?.fields;
    const assumed = fields?.find(({ name }) => name === field)?.assume?.value;
    if (assumed === undefined) throw new Error(`nothing is assumed of ${field}`);
    return [withFact(plan, record, field, assumed), withFact(plan, record, field, value)];
  }
  if (change.default !== undefined) {
    const { ambiguity, reading } = change.default;
    const chosen = plan.ambiguities.find(({ name }) => name === ambiguity)?.default;
    if (chosen === undefined) throw new Error(`the plan has no ambiguity ${ambiguity}`);
    return [withReading(plan, ambiguity, chosen), withReading(plan, ambiguity, reading)];
  }
  return [new Map(), change.definitions];
}

function placesOf(original: Translation, mutated: Translation, answer: AnswerOf): readonly Place[] {
  const { form } = original;
  const { id, param } = answer.definition;
  return original.holders(param).flatMap((holder): readonly Place[] => {
    const of = holder.record === null ? undefined : holder;
    const [before, after] = [original.definition(id, of), mutated.definition(id, of)];
    const [left, right] = [nodesOf(before), nodesOf(after)];
    const same = form.and(left.map((node, i) => form.eq(node, right[i] ?? node)));
    const differs = form.and([holder.present, form.not(same)]);
    return differs === form.no ? [] : [{ answer, of, before, after, differs }];
  });
}

function nodesOf(term: Term): readonly NodeId[] {
  return typeof term === 'number' ? [term] : [term.months, term.days];
}

/** Of an assumption what is presumed is asked; of a default the case without that reading. */
function withoutInput(inquiry: Inquiry, mutant: Mutant): Inquiry {
  return {
    ...inquiry,
    outcome: (given, name, of) => {
      const assessment = inquiry.assess(withoutReading(given, mutant));
      if (assessment === undefined) return undefined;
      return mutant.change.assume === undefined
        ? outcomeIn(assessment, name, of)
        : presumedIn(assessment, name, of);
    },
  };
}

function withoutReading(given: Case, { change }: Mutant): Case {
  if (change.default === undefined) return given;
  const { [change.default.ambiguity]: _, ...readings } = given.readings;
  return { ...given, readings };
}

/** The assignment that says nothing of the fact whose assumption is edited, in any instance. */
function withoutFact(translation: Translation, assignment: Assignment, { change }: Mutant): Assignment {
  if (change.assume === undefined) return assignment;
  const { record, field } = change.assume;
  const fields =
    record === null
      ? translation.plan.facts
      : translation.plan.records.find(({ name }) => name === record)?.fields;
  const missing = fields?.find(({ name }) => name === field);
  const places = new Set(
    existenceOf(translation).flatMap((place) => (place.field === missing ? [pathOf(place.at)] : [])),
  );
  return new Map(
    [...assignment].filter(([id]) => {
      const meaning = translation.variables.meanings.get(id);
      return meaning === undefined || !('at' in meaning) || !places.has(pathOf(meaning.at));
    }),
  );
}
