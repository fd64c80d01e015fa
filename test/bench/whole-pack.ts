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
import { bundle, compiled, type EmittedPack, emitCompiled, load } from './emitted.ts';
import { type FrontEnd, timePhases } from './front-end.ts';
import { type Entrant, enter, measure, type Pace, type Timing } from './measure.ts';
import { type Cases, casesOf, interpreted, type PackCase } from './pack-cases.ts';
import { packFiles } from './pack-files.ts';
import type { Watch } from './progress.ts';
import { entryName } from './proviso.ts';
import { type Candidate, race } from './race.ts';
import { withoutReasons } from '../support/without-reasons.ts';
import { repeated } from './repeated.ts';
import { type Bytes, bytesOf } from './sizes.ts';

/** What was asked for of it. */
export interface WholePack {
  readonly files: number;
  readonly frontEnd: FrontEnd | undefined;
  readonly commands: readonly CommandTime[];
  /** How many facts an average case gives. */
  readonly given: number | undefined;
  /** All goals, assessed one after the other, and screened together. */
  readonly together: readonly Timing[];
  readonly goals: readonly GoalFigures[];
  /** Entries that hold every goal. */
  readonly entries: readonly EntryFigures[];
}
export interface EntryFigures extends Loaded {
  readonly name: string;
}
/** One entry, or all, as an application loads them. */
export interface Loaded extends Bytes {
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

/** The pack, emitted, and cases for it. */
interface Subject {
  readonly pack: EmittedPack;
  readonly plan: Plan;
  readonly cases: Cases;
}

/** Measures what is asked for; `runs` says how often at most what takes long is repeated. */
export async function wholePack(pace: Pace, runs: number, watch: Watch): Promise<WholePack> {
  const files = packFiles();
  const made = await compiled(files);
  const plan = made.plan as Plan;
  let known: Subject | undefined;
  const subject = async (): Promise<Subject> => {
    if (known === undefined) {
      watch.tell('the pack: emission, and cases');
      known = { pack: await emitCompiled('whole-pack', made), plan, cases: casesOf(plan) };
    }
    return known;
  };
  const phases = watch.wants('the pack', 'front end');
  if (phases) watch.tell('the pack: front end');
  return {
    files: files.size,
    frontEnd: phases ? await timePhases(files, runs) : undefined,
    commands: await timeCommands(runs, watch),
    together: await together(subject, pace, watch),
    goals: await goalFigures(plan, subject, pace, runs, watch),
    entries: await entryFigures(subject, runs, watch),
    given: known?.cases.given,
  };
}

/** All goals over the same average case, and each over its own: the answers are those of the interpreter. */
async function together(
  subject: () => Promise<Subject>,
  pace: Pace,
  watch: Watch,
): Promise<readonly Timing[]> {
  const oneByOne = (
    name: string,
    inputsOf: (subject: Subject) => readonly (readonly PackCase[])[],
  ): Candidate => ({
    name,
    async enter(of) {
      const { pack, plan, cases } = await subject();
      const inputs = inputsOf({ pack, plan, cases });
      const goals = plan.goals.map((goal) => goal.name);
      const assess = interpreted(plan);
      const names = goals.map((goal) => entryName('assess', goal));
      const contender: Contender<readonly PackCase[]> = {
        name,
        note: 'emitted `assess…` of every goal, one after the other',
        async prepare() {
          const module = await load(pack, 'index.ts', names, name.replaceAll(/\W+/g, '-'));
          const entries = names.map((entry) => module[entry] as Assess);
          return {
            async: false,
            inputs,
            asOf: 0,
            run: (each: readonly PackCase[]): readonly Assessment[] =>
              entries.map((entry, i) => {
                const { facts, options } = each[i] as PackCase;
                return entry(facts, options);
              }),
            answers: (output): string => digest(output),
          };
        },
      };
      const answers = inputs.map((each) => digest(goals.map((goal, i) => assess(goal, each[i] as PackCase))));
      return enter(contender, inputs, answers, of);
    },
  });
  const screened: Candidate = {
    name: 'all goals screened, one case',
    async enter(of) {
      const { pack, plan, cases } = await subject();
      const contender: Contender<PackCase> = {
        name: screened.name,
        note: 'emitted `screen`',
        async prepare() {
          const module = await load(pack, 'screen.ts', ['screen']);
          const screen = module['screen'] as (...of: Parameters<Assess>) => Screening;
          return {
            async: false,
            inputs: cases.average,
            asOf: 0,
            run: ({ facts, options }: PackCase): Screening => screen(facts, options),
            answers: (output): string => digest(output),
          };
        },
      };
      const { assess } = loadPlan(plan);
      const values = cases.average.map(({ facts, options }) =>
        digest(withoutReasons(assess(facts, options))),
      );
      return enter(contender, cases.average, values, of);
    },
  };
  return race(
    'all goals',
    pace,
    watch,
    oneByOne('all goals, one case', ({ plan, cases }) => cases.average.map((of) => plan.goals.map(() => of))),
    [
      screened,
      oneByOne('all goals, each its own case', ({ plan, cases }) => [
        plan.goals.map(({ name }) => caseOf(name, cases)),
      ]),
    ],
  );
}

/** Every goal that is asked for, on its own average case. */
async function goalFigures(
  plan: Plan,
  subject: () => Promise<Subject>,
  pace: Pace,
  runs: number,
  watch: Watch,
): Promise<readonly GoalFigures[]> {
  const wanted = plan.goals.filter(({ name }) => watch.wants('goals', name));
  if (wanted.length === 0) return [];
  const { pack, cases } = await subject();
  const assess = interpreted(plan);
  const entrants: Entrant[] = [];
  watch.tell('goals: assess');
  for (const { name } of wanted) {
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
  const timings = await measure(entrants, pace);
  const figures: GoalFigures[] = [];
  for (const [i, { name, facts }] of wanted.entries()) {
    watch.tell(`goals: ${name}, size and cold start`);
    const module = `goal/${name}.ts`;
    figures.push({
      name,
      facts: facts.length,
      given: cases.own.get(name)?.given ?? 0,
      decide: bytesOf(Buffer.from(await bundle(pack, module, [entryName('decide', name)], true))),
      assess: await loaded(pack, module, [callOf(name, cases)], runs),
      ns: timings[i]?.ns ?? Number.NaN,
    });
  }
  return figures;
}

/** Every `assess…` in one bundle, and `screen`. */
async function entryFigures(
  subject: () => Promise<Subject>,
  runs: number,
  watch: Watch,
): Promise<readonly EntryFigures[]> {
  const figures: EntryFigures[] = [];
  for (const [name, module, callsOf] of [
    ['all', 'index.ts', ({ plan, cases }) => plan.goals.map((goal) => callOf(goal.name, cases))],
    ['screen', 'screen.ts', ({ cases }) => [{ name: 'screen', ...averageOf(cases) }]],
  ] as readonly (readonly [string, string, (of: Subject) => readonly Call[]])[]) {
    if (!watch.wants('entries', name)) continue;
    const of = await subject();
    watch.tell(`entries: ${name}`);
    figures.push({ name, ...(await loaded(of.pack, module, callsOf(of), runs)) });
  }
  return figures;
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
  const cold = await repeated(runs, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [script, at, list], { encoding: 'utf8' });
    const milliseconds = Number(stdout);
    if (stdout === '' || Number.isNaN(milliseconds)) throw new Error(stderr);
    return milliseconds;
  });
  return { ...bytesOf(Buffer.from(code)), cold };
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
