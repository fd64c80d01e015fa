/** Making a record of a decision. */
import { checkPlanGiven, checkShape, goalsNamed, type JsonObject, type Plan } from '@proviso/compiler/plan';
import { type Assess, question, reassessing } from '@proviso/explain';
import {
  type Assessment,
  checkAssessment,
  checkPhrasebook,
  type Phrasebook,
  type Provenance,
} from '@proviso/runtime';
import { checkHas } from '../given.ts';
import type { DecisionRecord, Opening, RecordedReading, ReviewCounts } from '../record.ts';
import { recordLimits, recordShape, recordShapes } from '../record-shape.ts';
import { openDuties } from './duties.ts';
import { recordedExplanation } from './explanation.ts';
import { maskAssessment } from './mask-assessment.ts';
import { maskedFacts, maskOf, withoutValues } from './mask.ts';
import { givenFacts, lackingIn, strayPaths, toldFacts } from './told.ts';

/** What a record is made of. Nothing is looked up: not the day, not the clock, not chance. */
export interface RecordInput {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly facts: unknown;
  /** The assessment of these facts by this plan. */
  readonly assessment: Assessment;
  /** The evaluator that made it: an explanation says what another reading would give. */
  readonly assess: Assess;
  /** The readings chosen for this case. */
  readonly readings?: Readonly<Record<string, string>>;
  readonly provenance?: Provenance;
  readonly title: string;
  readonly made: DecisionRecord['made'];
  /** JSON pointers to the facts to keep back: a fact, or a record or list with all that is in it. */
  readonly mask?: readonly string[];
  /** A new secret of 32 random bytes in hex, for each mask. */
  readonly salt?: () => string;
  readonly review?: ReviewCounts;
}

/** What a record cannot be made of, with the places: for what it would hold itself, a JSON pointer. */
export interface RecordProblem {
  readonly about: 'mask' | 'provenance' | 'record';
  readonly place: string;
  readonly message: string;
}

export type RecordResult =
  | {
      readonly record: DecisionRecord;
      /** What opens the masks: to be kept apart from the record. */
      readonly openings: readonly Opening[];
    }
  | { readonly problems: readonly RecordProblem[] };

/** The record of a decision, not yet sealed. Throws a `TypeError` where the assessment is not by the plan. */
export function makeRecord(input: RecordInput): RecordResult {
  checkInput(input);
  const { plan, phrases, provenance = {} } = input;
  checkMaker(input.assessment, plan);
  const given = givenFacts(plan, input.facts);
  const { facts: hidden, unknown } = maskedFacts(given, input.mask ?? []);
  const problems: readonly RecordProblem[] = [
    ...unknown.map((place) => ({ about: 'mask' as const, place, message: 'the facts have nothing there' })),
    ...strayPaths(provenance, given).map((place) => ({
      about: 'provenance' as const,
      place,
      message: 'no such fact is given',
    })),
  ];
  if (problems.length > 0) return { problems };
  const { salt } = input;
  if (hidden.length > 0 && salt === undefined) throw new Error('masks need a source of salts');
  const openings = hidden.map(({ pointer, value }) => ({ pointer, salt: salt?.() ?? '', value }));
  const masked = new Set(hidden.map(({ path }) => path));
  // Plain JSON, apart from what else a live assessment carries.
  const assessment = maskAssessment(JSON.parse(JSON.stringify(input.assessment)) as Assessment, plan, masked);
  const told = toldFacts(given, phrases, provenance, masked);
  const shown = Object.fromEntries(told.map((fact) => [fact.path, fact]));
  const { id, version, meaning, text } = plan.pack;
  const record: DecisionRecord = {
    case: { title: input.title },
    made: input.made,
    pack: { id, version, title: phrases.pack.title, meaning, text },
    asOf: assessment.asOf,
    goals: assessment.goals.map((name) => {
      const title = phrases.goals[name]?.title;
      return title === undefined ? { name } : { name, title };
    }),
    readings: readingsTaken(plan, phrases, assessment.goals, input.readings ?? {}),
    facts: withoutValues(
      input.facts as JsonObject,
      hidden.map(({ pointer }) => pointer),
    ),
    masked: openings.map(maskOf),
    told,
    lacking: lackingIn(given, provenance),
    assessment,
    explanation: recordedExplanation({
      assessment,
      plan,
      phrases,
      masked,
      provenance: shown,
      reassess: reassessing(input.assess, {
        facts: input.facts,
        options: { asOf: assessment.asOf, readings: input.readings ?? {} },
      }),
    }),
    duties: openDuties(assessment, phrases),
    needs: assessment.needs.map(({ path, kind }) => ({ path, kind, question: question(phrases, path) })),
    ...(input.review === undefined ? {} : { review: input.review }),
  };
  // What could not be read back is no record.
  const wrong = checkShape(JSON.parse(JSON.stringify(record)), recordShape, recordShapes, recordLimits);
  if (wrong.length > 0)
    return { problems: wrong.map(({ pointer, message }) => ({ about: 'record', place: pointer, message })) };
  return { record, openings };
}

const inputKinds = {
  plan: 'object',
  phrases: 'object',
  facts: 'object',
  assessment: 'object',
  assess: 'function',
  made: 'object',
} as const;

function checkInput(input: unknown): void {
  checkHas(input, inputKinds, 'what a record is made of');
  const { plan, phrases, assessment, salt, mask = [] } = input as RecordInput;
  checkPlanGiven(plan);
  checkPhrasebook(phrases);
  checkAssessment(assessment);
  if (!Array.isArray(mask) || mask.some((pointer) => typeof pointer !== 'string'))
    throw new TypeError('`mask` is a list of JSON pointers such as `/message/channel`');
  if (salt !== undefined && typeof salt !== 'function')
    throw new TypeError('`salt` is a function that gives 32 random bytes in hex');
}

/** A record says of its assessment by which pack it was made. */
function checkMaker({ pack }: Assessment, { pack: of }: Plan): void {
  if (pack.meaning === of.meaning && pack.text === of.text) return;
  const [by, other] = [pack, of].map(
    ({ id, version, meaning, text }) => `${id} ${version} (${meaning.slice(0, 12)}, ${text.slice(0, 12)})`,
  );
  throw new TypeError(`the assessment is by ${by}, and the plan is ${other}`);
}

function readingsTaken(
  plan: Plan,
  phrases: Phrasebook,
  goals: readonly string[],
  chosen: Readonly<Record<string, string>>,
): readonly RecordedReading[] {
  const touched = new Set(goalsNamed(plan, goals).flatMap(({ ambiguities }) => ambiguities));
  return plan.ambiguities.flatMap(({ name, default: usual }) => {
    const isChosen = Object.hasOwn(chosen, name);
    if (!touched.has(name) && !isChosen) return [];
    const reading = isChosen ? (chosen[name] ?? usual) : usual;
    const words = phrases.ambiguities[name];
    const says = words?.readings[reading];
    return [
      {
        ambiguity: name,
        ...(words?.title === undefined ? {} : { title: words.title }),
        reading,
        ...(says === undefined ? {} : { says }),
        chosen: isChosen,
      },
    ];
  });
}
