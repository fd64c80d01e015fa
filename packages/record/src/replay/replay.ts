/** Recomputing a record: with the version that it names, or with another version or on another day. */
import { canonicalJson, checkPlanGiven, type JsonObject, type Plan } from '@proviso/compiler/plan';
import type { Assess } from '@proviso/explain';
import { type Assessment, checkKeyed, type FactProblem, FactsError, type Phrasebook } from '@proviso/runtime';
import { checkRecord } from '../check-record.ts';
import { checkHas } from '../given.ts';
import { makeRecord } from '../make/make-record.ts';
import { maskAssessment } from '../make/mask-assessment.ts';
import { checkOpenings, withOpened } from '../make/mask.ts';
import { givenFacts } from '../make/told.ts';
import type { DecisionRecord, Opening, Duty } from '../record.ts';
import { type Comparison, compareAssessments } from './compare.ts';

/** A version of a pack that can assess. */
export interface Assessor {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly assess: Assess;
}

function checkAssessor(assessor: unknown): void {
  checkHas(assessor, { plan: 'object', assess: 'function', phrases: 'object' }, 'a version of a pack');
  checkPlanGiven((assessor as Assessor).plan);
}

/** A case assessed again. */
export interface Again {
  /** With what the record masks masked. */
  readonly assessment: Assessment;
  /** As the evaluator gave it, and the facts that it had. */
  readonly live: Assessment;
  readonly facts: JsonObject;
  readonly masked: ReadonlySet<string>;
}

export type Recomputed =
  | Again
  | { readonly cannot: string; readonly problems: readonly Pick<FactProblem, 'path' | 'message'>[] };

/** Is this the version that the record names, to the last word? */
export function isVersionOf(record: DecisionRecord, plan: Plan): boolean {
  checkHas(record, { pack: 'object' }, 'a decision record');
  checkPlanGiven(plan);
  const { pack } = record;
  return plan.pack.id === pack.id && plan.pack.meaning === pack.meaning && plan.pack.text === pack.text;
}

/** The case of a record assessed again; what is masked there is masked in it. */
export function recompute(
  record: DecisionRecord,
  assessor: Assessor,
  options: { readonly asOf?: string; readonly openings?: readonly Opening[] } = {},
): Recomputed {
  checkRecord(record);
  checkAssessor(assessor);
  checkKeyed(options, 'an object of options (asOf, openings)');
  const { plan, assess } = assessor;
  const { openings = [] } = options;
  const { closed, wrong } = checkOpenings(record.masked, openings);
  if (wrong.length > 0)
    return {
      cannot: 'what opens the masks does not fit them',
      problems: wrong.map((path) => ({ path, message: 'this is not the value that was masked' })),
    };
  if (closed.length > 0)
    return {
      cannot: 'masked: cannot be recomputed',
      problems: closed.map((path) => ({ path, message: 'the value is masked' })),
    };
  const facts = withOpened(record.facts, openings);
  try {
    const live = assess(facts, {
      asOf: options.asOf ?? record.asOf,
      goals: record.goals.map(({ name }) => name),
      readings: chosenReadings(record),
    });
    const pointers = new Set(record.masked.map(({ pointer }) => pointer));
    const masked = new Set(
      givenFacts(plan, facts).flatMap(({ path, pointer }) => (pointers.has(pointer) ? [path] : [])),
    );
    return {
      assessment: maskAssessment(JSON.parse(JSON.stringify(live)) as Assessment, plan, masked),
      live,
      facts,
      masked,
    };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    // Their help is for whoever writes facts; a record is not to be rewritten.
    const problems = error.problems.map(({ path, message }) => ({ path, message }));
    return { cannot: 'the case does not fit this version', problems };
  }
}

/** How a record compares with the version that it names. */
export interface Replay extends Comparison {
  readonly holds: boolean;
  /** Parts of the record that do not follow from its facts, though the answer may. */
  readonly altered: readonly string[];
  /** It has other words than this program uses; no more than that, where another version of it wrote them. */
  readonly reworded: boolean;
}

/** What is recomputed of a record; the rest is given: title, facts, who said so. */
const computed = ['pack', 'asOf', 'goals', 'readings', 'assessment', 'needs'] as const;

/** Compares a record with its own case recomputed by its own version. `program` is this one. */
export function replay(record: DecisionRecord, assessor: Assessor, again: Again, program: string): Replay {
  checkRecord(record);
  checkAssessor(assessor);
  checkHas(again, { live: 'object', facts: 'object' }, 'what `recompute` gives');
  const rebuilt = rebuild(record, assessor, again);
  const comparison = compareAssessments(record.assessment, rebuilt.assessment);
  const others = (['explanation', 'duties'] as const).filter((part) => !same(record[part], rebuilt[part]));
  const reworded = others.length > 0;
  const altered: readonly string[] = [
    ...computed.filter((part) => !same(record[part], rebuilt[part])),
    ...(same(record.told, toldAlike(rebuilt.told, record.told)) ? [] : ['told']),
    ...(same(record.duties.map(withoutWords), rebuilt.duties.map(withoutWords)) ? [] : ['duties']),
    ...(same(unmasked(record.lacking, again), unmasked(rebuilt.lacking, again)) ? [] : ['lacking']),
    ...(record.made.program === program ? others : []),
  ];
  return { ...comparison, holds: altered.length === 0, altered: [...new Set(altered)], reworded };
}

/** The facts as a record tells them that may have been made before facts said which member of a list they are about. */
function toldAlike(
  rebuilt: DecisionRecord['told'],
  recorded: DecisionRecord['told'],
): DecisionRecord['told'] {
  return rebuilt.map((fact, i) => {
    const { about, ...rest } = fact;
    return about === undefined || recorded[i]?.about !== undefined ? fact : rest;
  });
}

function withoutWords({ says: _says, ...duty }: Duty): Omit<Duty, 'says'> {
  return duty;
}

function rebuild(
  record: DecisionRecord,
  { plan, phrases, assess }: Assessor,
  { live, facts }: Again,
): DecisionRecord {
  const result = makeRecord({
    plan,
    phrases,
    facts,
    assessment: live,
    assess,
    readings: chosenReadings(record),
    provenance: Object.fromEntries(record.told.map((fact) => [fact.path, fact])),
    title: record.case.title,
    made: record.made,
    mask: record.masked.map(({ pointer }) => pointer),
    // The commitments were checked before; these are not looked at.
    salt: () => '',
  });
  if ('problems' in result) throw new Error('a record of facts that were assessed can be made');
  return result.record;
}

/** Of what is masked the reason is not in the record, so that it cannot be told whether there was one. */
function unmasked(lacking: DecisionRecord['lacking'], { masked }: Again): DecisionRecord['lacking'] {
  return lacking.filter(({ path }) => !masked.has(path));
}

function chosenReadings({ readings }: DecisionRecord): Readonly<Record<string, string>> {
  const chosen = readings.filter((reading) => reading.chosen);
  return Object.fromEntries(chosen.map(({ ambiguity, reading }) => [ambiguity, reading]));
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
