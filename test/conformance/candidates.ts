/** What the suite is chosen from: generated programs, with cases of many kinds, each with what the reference interpreter says of it. */
import { formatText, parseFile } from '@proviso/language';
import { type Assessment, FactsError } from '@proviso/runtime';
import type { Json, JsonObject } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { type Case, optionsOf } from '../generators/case-arbitrary.ts';
import { compiledProgram, type Program, programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import { type Spoiling, spoilings, spoilt } from '../generators/spoilt-facts.ts';
import { countConstructs } from '../support/construct-counts.ts';
import { type Parts, partsOf } from '../support/expression-values.ts';
import { featuresOfCase } from './features.ts';
import { wrongFacts, wrongOptions } from './wrong-cases.ts';
import type { CaseLine, SuiteCase } from './suite.ts';

/** The seed of the programs and cases; another one gives another suite. */
const seed = 20_260_701;
/** Enough programs for every construct and every kind of value to occur a few times. */
const numRuns = 220;

/** A program, formatted. */
export interface CandidateProgram {
  readonly program: Program;
  readonly constructs: readonly string[];
  readonly cases: readonly CandidateCase[];
}

/** A case with what the interpreter says, and what it covers. */
export interface CandidateCase {
  readonly sent: SuiteCase;
  readonly said: Pick<CaseLine, 'assessment' | 'problems' | 'decision'>;
  readonly features: readonly string[];
}

/** Every candidate, always the same ones in the same order. */
export function candidates(): readonly CandidateProgram[] {
  const generated = fc.sample(
    fc.tuple(programsAndCases, fc.array(spoilings, { minLength: 6, maxLength: 6 })),
    { seed, numRuns },
  );
  return generated.map(([{ program: made, cases }, spoils], p) => {
    const texts = new Map(
      [...made.texts].map(([path, text]) => [path, formatText(text, path).value ?? text]),
    );
    const program = compiledProgram(texts);
    const counts = new Map<string, number>();
    countConstructs(
      counts,
      [...texts].map(([path, text]) => parseFile(text, path).value),
      program.pack,
    );
    const parts = partsOfGoals(program);
    const sent = cases.flatMap((each, i) => [
      ...assessed(program, each),
      ...refused(program, each, 7 * p + i, spoils.slice(2 * (i % 3), 2 * (i % 3) + 2)),
    ]);
    return {
      program,
      constructs: [...counts.keys()],
      cases: sent.map((each) => withAnswer(program, parts, each)),
    };
  });
}

interface Sent extends SuiteCase {
  readonly complete: boolean;
}

/** A case, complete and incomplete, of each goal; now and then of some goals, or of all. */
function assessed({ pack: { plan } }: Program, each: Case): readonly Sent[] {
  const options = optionsOf(each);
  const goals: readonly (readonly string[] | undefined)[] = [
    ...plan.goals.map(({ name }) => [name]),
    plan.goals.slice(0, 2).map(({ name }) => name),
    plan.rules.slice(0, 1).map(({ name }) => name),
    undefined,
  ];
  return goals.flatMap((asked) =>
    [each.complete, each.partial, each.less].map((facts, i) => ({
      facts,
      options: { ...options, ...(asked === undefined ? {} : { goals: asked }) },
      complete: i === 0,
    })),
  );
}

/** The case with something wrong in its facts or its options: what junk makes of it, and a few of all that can be wrong. */
function refused(
  { pack: { plan } }: Program,
  each: Case,
  turn: number,
  spoils: readonly Spoiling[],
): readonly Sent[] {
  const options: JsonObject = { ...optionsOf(each), goals: ['everything'] };
  const { complete } = each;
  const facts = wrongFacts(plan, complete);
  const other = wrongOptions(options);
  return [
    ...spoils.map((spoiling) => ({ facts: spoilt(complete, spoiling) as Json, options })),
    ...[0, 1, 2].map((k) => ({ facts: facts[(3 * turn + k) % facts.length]!, options })),
    { facts: complete, options: other[turn % other.length]! },
  ].map((sent) => ({ ...sent, complete: false }));
}

/** The parts of the expressions of each goal that is declared, taken when they are first asked for. */
type PartsOfGoals = (goal: string) => Parts | undefined;

function partsOfGoals({ pack: { plan } }: Program): PartsOfGoals {
  const known = new Map<string, Parts>();
  return (name) => {
    const goal = plan.goals.find((each) => each.name === name);
    if (goal === undefined) return undefined;
    const parts = known.get(name) ?? partsOf(plan, goal);
    known.set(name, parts);
    return parts;
  };
}

function withAnswer(program: Program, parts: PartsOfGoals, { complete, ...sent }: Sent): CandidateCase {
  try {
    const said = answer(program, sent, complete);
    return { sent, said, features: featuresOfCase(program.pack.plan, parts, { ...sent, ...said }) };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    const problems = error.problems.map(({ code, path }) => ({ code, path }));
    const codes = [...new Set(problems.map(({ code }) => code))];
    return { sent, said: { problems }, features: codes.map((code) => `problem ${code}`) };
  }
}

function answer({ loaded }: Program, sent: SuiteCase, complete: boolean): CandidateCase['said'] {
  const { facts, options } = sent;
  const { asOf, goals, readings } = options as Readonly<
    Record<'asOf', string> & Record<'goals', readonly string[]> & Record<'readings', Record<string, string>>
  >;
  // What is compared is the published form, which has no origin of the needs.
  const assessment = JSON.parse(JSON.stringify(loaded.assess(facts, { ...options, asOf }))) as Assessment;
  const [goal] = goals ?? [];
  if (!complete || goal === undefined || goals.length > 1) return { assessment };
  return { assessment, decision: loaded.decide(goal, facts, asOf, readings) };
}
