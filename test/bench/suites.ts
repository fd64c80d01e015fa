import type { Assessment } from '@proviso/runtime';
import type { Contender } from './contender.ts';
import { isoDate } from './dates.ts';
import { type EmittedPack, emit, policyFiles } from './emitted.ts';
import { decide as floorA } from './floors/rule-a.ts';
import { decide as halfFloorA, type HalfAnswersA, type HalfCaseA } from './floors/rule-a-half.ts';
import { decide as floorB } from './floors/rule-b.ts';
import { decide as jsonFloorB } from './floors/rule-b-json.ts';
import { withReading, withUnrelated } from './generated.ts';
import type { Pace, Timing } from './measure.ts';
import { halfOf, jsonFactsB } from './partial.ts';
import { cedarPeer } from './peers/cedar.ts';
import { jsonLogicPeer } from './peers/json-logic.ts';
import { jsonRulesEnginePeer } from './peers/json-rules-engine.ts';
import { publicodesPeer } from './peers/publicodes.ts';
import { zenDecisionPeer, zenExpressionPeer } from './peers/zen.ts';
import {
  assessContender,
  decideContender,
  entryName,
  halfKnownContender,
  interpreted,
  interpreterContender,
  type Subject,
} from './proviso.ts';
import type { Watch } from './progress.ts';
import { type Candidate, candidate, race } from './race.ts';
import { seeded } from './random.ts';
import { answersA, type AnswersA, type CaseA, randomCaseA } from './rule-a.ts';
import { answersB, type AnswersB, asOfB, type CaseB, randomCaseB } from './rule-b.ts';
import { type Size, sizeOf } from './sizes.ts';

export interface Suite {
  readonly seed: number;
  readonly cases: number;
  readonly pace: Pace;
  readonly watch: Watch;
}

const peers = [
  jsonLogicPeer,
  jsonRulesEnginePeer,
  cedarPeer,
  publicodesPeer,
  zenExpressionPeer,
  zenDecisionPeer,
];

/** Rule A has no dates: any day in the pack's period will do. */
const asOfA = asOfB;

function truth(value: unknown): boolean | string {
  return value === 'yes' ? true : value === 'no' ? false : String(value);
}

function assessedA({ definitions }: Assessment): string {
  const value = (name: keyof AnswersA): boolean | string => {
    const result = definitions[name];
    return result !== undefined && 'value' in result ? truth(result.value) : 'absent';
  };
  return `${value('liveCallBarred')} ${value('emailBarred')} ${value('paragraph22')}`;
}

function halfAnswersA(of: HalfAnswersA): string {
  return [of.liveCallBarred, of.emailBarred, of.paragraph22].map((each) => each ?? 'unknown').join(' ');
}

function assessedB({ definitions, rules }: Assessment): string {
  const value = (name: string): boolean | string => {
    const result = definitions[name];
    return result !== undefined && 'value' in result ? truth(result.value) : 'absent';
  };
  const inform = rules['informIndirect'];
  const status = inform !== undefined && 'status' in inform ? inform.status : 'absent';
  return `${status} ${value('objectionStands')} ${value('decisionRestricted')}`;
}

function drawn<Case>(suite: Suite, draw: (random: ReturnType<typeof seeded>) => Case): readonly Case[] {
  const random = seeded(suite.seed);
  return Array.from({ length: suite.cases }, () => draw(random));
}

/** A function written by hand, as a contender; with `name`, one that takes less than complete typed facts. */
function byHand<Case, Answers>(
  run: (of: Case, asOf: number) => Answers,
  asOf: number,
  answersOf: (answers: Answers) => string,
  name = 'by hand',
): Contender<Case> {
  return {
    name,
    note: 'the floor: what a person would write in TypeScript',
    prepare: (cases) => ({
      async: false,
      inputs: cases,
      asOf,
      run,
      answers: (output): string => answersOf(output as Answers),
    }),
  };
}

const subjectA = (pack: EmittedPack): Subject<CaseA, AnswersA> => ({
  pack,
  goal: 'contact',
  asOf: asOfA,
  asOfText: isoDate(asOfA),
  answersOf: answersA,
  assessed: assessedA,
  facts: (of) => of,
});

const subjectB = (pack: EmittedPack): Subject<CaseB, AnswersB> => ({
  pack,
  goal: 'handling',
  asOf: asOfB,
  asOfText: isoDate(asOfB),
  answersOf: answersB,
  assessed: assessedB,
  facts: jsonFactsB,
});

/** Regulation 21, regulation 22 and paragraph 22, next to other engines. */
export async function ruleA(suite: Suite): Promise<readonly Timing[]> {
  const cases = drawn(suite, randomCaseA);
  const expected = cases.map((of) => answersA(floorA(of)));
  const subject = subjectA(await emit('rule-a', policyFiles('rule-a')));
  const contenders = [
    decideContender(subject),
    assessContender(subject),
    interpreterContender(subject),
    ...peers,
  ];
  return race(
    'rule A',
    suite.pace,
    suite.watch,
    candidate(byHand(floorA, asOfA, answersA), cases, expected),
    contenders.map((each) => candidate(each, cases, expected)),
  );
}

/** Cases of rule A of which half is unknown, and what the interpreter says of them. */
function halfKnownA(
  suite: Suite,
  cases: readonly CaseA[],
  subject: Subject<CaseA, AnswersA>,
): { readonly half: readonly object[]; readonly expected: readonly string[] } {
  const random = seeded(suite.seed + 1);
  const half = cases.map((of) => halfOf(of, random));
  const assess = interpreted(subject);
  return { half, expected: half.map((facts) => assessedA(assess(facts))) };
}

/** Rule A through `assess` where facts are missing or a reading is in play; the baseline is the complete case. */
export async function assessments(suite: Suite): Promise<readonly Timing[]> {
  const cases = drawn(suite, randomCaseA);
  const complete = cases.map((of) => answersA(floorA(of)));
  const subject = subjectA(await emit('rule-a', policyFiles('rule-a')));
  const { half, expected } = halfKnownA(suite, cases, subject);
  const reading = subjectA(await emit('rule-a-reading', withReading(policyFiles('rule-a'))));
  return race(
    'assessments',
    suite.pace,
    suite.watch,
    candidate(byHand(floorA, asOfA, answersA), cases, complete),
    [
      candidate(assessContender(subject, 'proviso assess, complete'), cases, complete),
      candidate(halfKnownContender(subject, half, false), cases, expected),
      candidate(halfKnownContender(subject, half, true), cases, expected),
      candidate(assessContender(reading, 'proviso assess, complete, with a reading'), cases, complete),
    ],
  );
}

/** A deadline, a list and two dated versions. */
export async function ruleB(suite: Suite): Promise<readonly Timing[]> {
  const cases = drawn(suite, randomCaseB);
  const expected = cases.map((of) => answersB(floorB(of, asOfB)));
  const subject = subjectB(await emit('rule-b', policyFiles('rule-b')));
  const contenders = [decideContender(subject), assessContender(subject), interpreterContender(subject)];
  return race(
    'rule B',
    suite.pace,
    suite.watch,
    candidate(byHand(floorB, asOfB, answersB), cases, expected),
    contenders.map((each) => candidate(each, cases, expected)),
  );
}

/**
 * Rule B through `assess`, beside a floor that takes what `assess` takes: facts as JSON gives them. Each has copies of its
 * own, so that neither is timed on texts whose hashes the other left behind.
 */
export async function ruleBJson(suite: Suite): Promise<readonly Timing[]> {
  const cases = drawn(suite, randomCaseB);
  const expected = cases.map((of) => answersB(floorB(of, asOfB)));
  const subject = subjectB(await emit('rule-b', policyFiles('rule-b')));
  const floor = byHand(jsonFloorB, asOfB, answersB, 'by hand, from JSON');
  return race(
    'rule B from JSON',
    suite.pace,
    suite.watch,
    candidate(floor, cases.map(jsonFactsB), expected),
    [candidate(assessContender(subject), cases, expected)],
  );
}

/** Rule A through `assess` where half of it is unknown, beside a floor that answers the same cases. */
export async function ruleAHalf(suite: Suite): Promise<readonly Timing[]> {
  const cases = drawn(suite, randomCaseA);
  const subject = subjectA(await emit('rule-a', policyFiles('rule-a')));
  const { half, expected } = halfKnownA(suite, cases, subject);
  const floor = byHand(halfFloorA, asOfA, halfAnswersA, 'by hand, half unknown');
  return race(
    'rule A half unknown',
    suite.pace,
    suite.watch,
    candidate(floor, half as readonly HalfCaseA[], expected),
    [candidate(halfKnownContender(subject, half, false), cases, expected)],
  );
}

/** Rule A's goal in packs with more and more that it does not depend on; the first of each kind is the baseline. */
export async function scaling(suite: Suite): Promise<readonly Timing[]> {
  const cases = drawn(suite, randomCaseA);
  const expected = cases.map((of) => answersA(floorA(of)));
  const packs = new Map<number, Promise<Subject<CaseA, AnswersA>>>();
  const subjectAmong = async (unrelated: number): Promise<Subject<CaseA, AnswersA>> => {
    const known =
      packs.get(unrelated) ??
      emit(`rule-a-and-${unrelated}`, withUnrelated(policyFiles('rule-a'), unrelated)).then(subjectA);
    packs.set(unrelated, known);
    return known;
  };
  const timings: Timing[] = [];
  for (const [verb, contender] of [
    ['decide', decideContender],
    ['assess', assessContender],
  ] as const) {
    const among = (unrelated: number): Candidate => {
      const name = `${verb}, ${unrelated.toLocaleString('en-GB')} unrelated rules`;
      return {
        name,
        enter: async (of) =>
          candidate(contender(await subjectAmong(unrelated), name), cases, expected).enter(of),
      };
    };
    timings.push(...(await race('scaling', suite.pace, suite.watch, among(0), [10, 100, 1000].map(among))));
  }
  return timings;
}

/** Both entries of each goal: those that are timed, and each question of rule B by itself. */
export async function sizes({ watch }: Suite): Promise<readonly Size[]> {
  const measured: Size[] = [];
  for (const [name, goals] of [
    ['rule-a', ['contact']],
    ['rule-b', ['handling', 'informing', 'objecting', 'deciding']],
  ] as const) {
    const wanted = goals.flatMap((goal) =>
      (['decide', 'assess'] as const)
        .map((kind) => ({ exported: entryName(kind, goal), goal }))
        .filter(({ exported }) => watch.wants('sizes', exported)),
    );
    if (wanted.length === 0) continue;
    const pack = await emit(name, policyFiles(name));
    for (const { exported, goal } of wanted) {
      measured.push(await sizeOf(pack, exported, `goal/${goal}.ts`, exported));
    }
  }
  return measured;
}
