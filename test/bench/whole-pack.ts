// The policy pack of this repository as a whole: what it takes to check and build it, how large its goals are, how soon
// they answer, and how fast.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import type { Assessment, Screening } from '@proviso/runtime';
import type { Call } from './cold-start.ts';
import { type CommandTime, timeCommands } from './commands.ts';
import type { Contender } from './contender.ts';
import { bundle, emit, type EmittedPack, load } from './emitted.ts';
import { type FrontEnd, timePhases } from './front-end.ts';
import { enter, measure, type Pace, type Timing } from './measure.ts';
import { type Cases, casesOf, interpreted, type PackCase } from './pack-cases.ts';
import { packFiles } from './pack-files.ts';
import { entryName } from './proviso.ts';
import { withoutReasons } from '../support/without-reasons.ts';
import { type Bytes, bytesOf } from './sizes.ts';

import { median } from './statistics.ts';

export interface WholePack {
  readonly files: number;
  readonly frontEnd: FrontEnd;
  readonly commands: readonly CommandTime[];
  /** How many facts an average case gives. */
  readonly given: number;
  /** All goals, assessed one after the other, and screened together. */
  readonly together: readonly Timing[];
  readonly goals: readonly GoalFigures[];
  readonly all: Loaded;
  readonly screen: Loaded;
}
/** One entry, or all, as an application loads them. */
interface Loaded extends Bytes {
  /** Milliseconds from before the import until after the first assessment (of each goal), in a new process. */
  readonly cold: number;
}
export interface GoalFigures {
  readonly name: string;
  /** Facts that the goal can depend on, and how many its own average case gives. */
  readonly facts: number;
  readonly given: number;
  readonly decide: Bytes;
  readonly assess: Loaded;
  /** Nanoseconds of `assess…` on the goal's own average case. */
  readonly ns: number;
}

type Assess = (facts: object, options: PackCase['options']) => Assessment;

/** Measures everything; `runs` says how often what takes long is repeated. */
export async function wholePack(pace: Pace, runs: number): Promise<WholePack> {
  const files = packFiles();
  const pack = await emit('whole-pack', files);
  const plan = pack.plan as Plan;
  const cases = casesOf(plan);
  const timings = await goalTimings(pack, plan, cases, pace);
  return {
    files: files.size,
    frontEnd: await timePhases(files, runs),
    commands: await timeCommands(runs),
    given: cases.given,
    together: await together(pack, plan, cases, pace),
    goals: await figures(pack, plan, cases, timings, runs),
    all: await loaded(
      pack,
      'index.ts',
      plan.goals.map(({ name }) => callOf(name, cases)),
      runs,
    ),
    screen: await loaded(pack, 'screen.ts', [{ name: 'screen', ...averageOf(cases) }], runs),
  };
}

/** All goals over the same average case, and each over its own: the answers are those of the interpreter. */
async function together(pack: EmittedPack, plan: Plan, cases: Cases, pace: Pace): Promise<readonly Timing[]> {
  const goals = plan.goals.map(({ name }) => name);
  const assess = interpreted(plan);
  const names = goals.map((name) => entryName('assess', name));
  const contender = (name: string, inputs: readonly (readonly PackCase[])[]): Contender<unknown> => ({
    name,
    note: 'emitted `assess…` of every goal, one after the other',
    async prepare() {
      const module = await load(pack, 'index.ts', names, name.replaceAll(/\W+/g, '-'));
      const entries = names.map((entry) => module[entry] as Assess);
      return {
        async: false,
        inputs,
        asOf: 0,
        run: (of: readonly PackCase[]): readonly Assessment[] =>
          entries.map((entry, i) => {
            const { facts, options } = of[i] as PackCase;
            return entry(facts, options);
          }),
        answers: (output): string => digest(output),
      };
    },
  });
  const answers = (inputs: readonly (readonly PackCase[])[]): readonly string[] =>
    inputs.map((of) => digest(goals.map((name, i) => assess(name, of[i] as PackCase))));
  const screened: Contender<unknown> = {
    name: 'all goals screened, one case',
    note: 'emitted `screen`',
    async prepare() {
      const screen = (await load(pack, 'screen.ts', ['screen']))['screen'] as (
        ...of: Parameters<Assess>
      ) => Screening;
      return {
        async: false,
        inputs: cases.average,
        asOf: 0,
        run: ({ facts, options }: PackCase): Screening => screen(facts, options),
        answers: (output): string => digest(output),
      };
    },
  };
  const { assess: assessAll } = loadPlan(plan);
  const values = cases.average.map(({ facts, options }) => digest(withoutReasons(assessAll(facts, options))));
  const shared = cases.average.map((of) => goals.map(() => of));
  const own = [goals.map((name) => caseOf(name, cases))];
  return measure(
    [
      await enter(contender('all goals, one case', shared), shared, answers(shared), 'whole pack'),
      await enter(screened, cases.average, values, 'whole pack'),
      await enter(contender('all goals, each its own case', own), own, answers(own), 'whole pack'),
    ],
    pace,
  );
}

/** Every goal on its own average case. */
async function goalTimings(
  pack: EmittedPack,
  plan: Plan,
  cases: Cases,
  pace: Pace,
): Promise<readonly Timing[]> {
  const assess = interpreted(plan);
  const entrants = [];
  for (const { name } of plan.goals) {
    const of = caseOf(name, cases);
    const exported = entryName('assess', name);
    const contender: Contender<unknown> = {
      name,
      note: 'emitted `assess…`',
      async prepare() {
        const entry = (await load(pack, `goal/${name}.ts`, [exported], 'own'))[exported] as Assess;
        return {
          async: false,
          inputs: [of],
          asOf: 0,
          run: ({ facts, options }: PackCase): Assessment => entry(facts, options),
          answers: (output): string => digest(output),
        };
      },
    };
    entrants.push(await enter(contender, [of], [digest(assess(name, of))], 'goals of the pack'));
  }
  return measure(entrants, { ...pace, rounds: Math.ceil(pace.rounds / 5), warmUp: pace.warmUp / 2 });
}

async function figures(
  pack: EmittedPack,
  plan: Plan,
  cases: Cases,
  timings: readonly Timing[],
  runs: number,
): Promise<readonly GoalFigures[]> {
  const measured: GoalFigures[] = [];
  for (const [i, { name, facts }] of plan.goals.entries()) {
    const module = `goal/${name}.ts`;
    measured.push({
      name,
      facts: facts.length,
      given: cases.own.get(name)?.given ?? 0,
      decide: bytesOf(Buffer.from(await bundle(pack, module, [entryName('decide', name)], true))),
      assess: await loaded(pack, module, [callOf(name, cases)], runs),
      ns: timings[i]?.ns ?? Number.NaN,
    });
  }
  return measured;
}

/** The size of some entries in one bundle, and how soon a new process has answers from them. */
async function loaded(
  pack: EmittedPack,
  module: string,
  calls: readonly Call[],
  runs: number,
): Promise<Loaded> {
  const code = await bundle(
    pack,
    module,
    calls.map(({ name }) => name),
    true,
  );
  const at = join(pack.folder, `${module.replaceAll('/', '-')}.cold.mjs`);
  const list = `${at}.json`;
  writeFileSync(at, code);
  writeFileSync(list, JSON.stringify(calls));
  const script = join(import.meta.dirname, 'cold-start.ts');
  const taken = Array.from({ length: runs }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [script, at, list], { encoding: 'utf8' });
    const milliseconds = Number(stdout);
    if (stdout === '' || Number.isNaN(milliseconds)) throw new Error(stderr);
    return milliseconds;
  });
  return { ...bytesOf(Buffer.from(code)), cold: median(taken) };
}

function callOf(goal: string, cases: Cases): Call {
  return { name: entryName('assess', goal), ...caseOf(goal, cases) };
}

function averageOf({ average: [first] }: Cases): PackCase {
  if (first === undefined) throw new Error('the pack has no scenario that all goals accept');
  return first;
}

function caseOf(goal: string, cases: Cases): PackCase {
  const found = cases.own.get(goal);
  if (found === undefined) throw new Error(`no scenario of the pack expects an answer of ${goal}`);
  return found;
}

/** Of whole assessments, which are too long to be shown: equal where they are, whatever the order of their keys. */
function digest(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return createHash('sha256').update(text).digest('hex');
}
