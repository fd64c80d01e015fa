import type { Assessment, Need } from './assessment.ts';
import { checkAssessment, checkKeyed } from './check-given.ts';
import { FactsError } from './facts-error.ts';
import { stepsOfPath, withFact } from './need-path.ts';
import { splitFactType, type Vocabulary } from './vocabulary.ts';

/** A need with what each possible answer to it would settle. */
export interface RankedNeed extends Need {
  /**
   * For a yes/no or an enum of a live assessment: each answer that the facts allow, with the goal answers that it would
   * settle at once. Absent for other types, beyond `lookAhead`, and for an assessment that was read from JSON. Absent for a set too: it is needed
   * and asked for as a whole, has an answer for every choice of its members, and one member alone would rarely settle anything.
   */
  readonly settles?: readonly { readonly answer: boolean | string; readonly settles: readonly string[] }[];
}

/** How a live assessment was made; what `rankNeeds` asks "what if" with. */
export interface Origin {
  readonly vocabulary: Vocabulary;
  readonly facts: unknown;
  /** The same assessment (goals, date, readings) of other facts. */
  readonly assess: (facts: unknown) => Assessment;
}

/** A constructor that gives back the object it is passed: what is derived from it adds its private fields to that object. */
// oxlint-disable-next-line typescript/no-extraneous-class
class Given {
  constructor(of: object) {
    // oxlint-disable-next-line no-constructor-return
    return of;
  }
}

/** Adds the origin to an assessment as a private field: no part of the JSON, nothing a copy takes with it, and cheap. */
class Originated extends Given {
  readonly #origin: Origin;

  constructor(assessment: Assessment, origin: Origin) {
    super(assessment);
    this.#origin = origin;
  }

  static of(assessment: Assessment): Origin | undefined {
    return #origin in assessment ? assessment.#origin : undefined;
  }
}

/** Lets `rankNeeds` re-assess. The facts are kept by reference: change them and the ranking is of the changed facts. */
export function withOrigin(assessment: Assessment, how: Origin): Assessment {
  return new Originated(assessment, how) as object as Assessment;
}

/** How far to look ahead. */
export interface RankOptions {
  /**
   * Of how many needs at most to ask what each answer would settle, those that serve the most goal answers first; of all
   * unless given. Each costs as many assessments as it has answers.
   */
  readonly lookAhead?: number;
}

/** Throws a `TypeError` where a number of needs is meant and none is given: none of them, or all, would be asked. */
function checkRankOptions(options: unknown): void {
  checkKeyed(options, 'an object such as `{ lookAhead: 12 }`');
  const { lookAhead = 0 } = options as Readonly<Record<string, unknown>>;
  if (typeof lookAhead !== 'number' || !(lookAhead >= 0))
    throw new TypeError('`lookAhead` is a number of needs, from 0');
}

/**
 * Ranks the needs of an assessment, the most useful question first: by the number of goal answers that each serves, then
 * by the number of them that an answer to it would settle on average, then in vocabulary order. Assesses once for each
 * possible answer to each yes/no and enum need it looks ahead from; an assessment read from JSON is ranked by the first
 * measure alone. Throws a `TypeError` for what is no assessment.
 */
export function rankNeeds(assessment: Assessment, options: RankOptions = {}): readonly RankedNeed[] {
  checkAssessment(assessment);
  checkRankOptions(options);
  const how = Originated.of(assessment);
  const open = unsettled(assessment);
  return assessment.needs
    .map((need, index) => ({ need, index }))
    .sort((a, b) => b.need.for.length - a.need.for.length || a.index - b.index)
    .map(({ need, index }, place) => {
      const isNear = options.lookAhead === undefined || place < options.lookAhead;
      const settles = how === undefined || !isNear ? undefined : settledByAnswers(how, open, need);
      const ranked: RankedNeed = settles === undefined ? need : { ...need, settles };
      const total = settles?.reduce((sum, answer) => sum + answer.settles.length, 0) ?? 0;
      return { ranked, index, mean: total === 0 ? 0 : total / (settles?.length ?? 1) };
    })
    .sort((a, b) => b.ranked.for.length - a.ranked.for.length || b.mean - a.mean || a.index - b.index)
    .map(({ ranked }) => ranked);
}

/** The goal answers that are not settled: each of them has a need. */
function unsettled(assessment: Assessment): ReadonlySet<string> {
  return new Set(assessment.needs.flatMap((need) => need.for));
}

function settledByAnswers(
  how: Origin,
  open: ReadonlySet<string>,
  need: Need,
): RankedNeed['settles'] | undefined {
  return possibleAnswers(how.vocabulary, need.path)?.flatMap((answer) => {
    const after = assessWith(how, need.path, answer);
    if (after === undefined) return [];
    const stillOpen = unsettled(after);
    return [{ answer, settles: [...open].filter((name) => !stillOpen.has(name)) }];
  });
}

/** Undefined where the answer cannot be: a constraint or an `only if` refuses it. */
function assessWith(
  { facts, assess }: Origin,
  path: string,
  answer: boolean | string,
): Assessment | undefined {
  try {
    return assess(withFact(facts, path, answer));
  } catch (error) {
    if (error instanceof FactsError) return undefined;
    throw error;
  }
}

function possibleAnswers(vocabulary: Vocabulary, path: string): readonly (boolean | string)[] | undefined {
  let fields = vocabulary.facts;
  for (const step of stepsOfPath(path)) {
    if (typeof step === 'number') continue;
    const type = fields[step];
    if (type === undefined) return undefined;
    const [kind, argument] = splitFactType(type);
    if (kind === 'yesno') return [true, false];
    if (kind === 'enum') return vocabulary.enums[argument];
    fields = vocabulary.records[argument] ?? {};
  }
  return undefined;
}
