// Proviso's own contenders: what the compiler emits for the benchmark's two policies, asked in several ways.

import { loadPlan } from '@proviso/compiler/interpret';
import { type Assessment, rankNeeds } from '@proviso/runtime';
import type { Contender } from './contender.ts';
import { type EmittedPack, load } from './emitted.ts';

/** What differs from rule to rule. */
export interface Subject<Case, Answers> {
  readonly pack: EmittedPack;
  readonly goal: string;
  readonly asOf: number;
  readonly asOfText: string;
  readonly answersOf: (answers: Answers) => string;
  /** The answers, as strings, in an assessment. */
  readonly assessed: (assessment: Assessment) => string;
  /** A case as JSON facts: dates in ISO form. */
  readonly facts: (of: Case) => object;
}

type Assess = (facts: object, options: { readonly asOf: string }) => Assessment;

/** The name under which a goal's module exports an entry. */
export function entryName(kind: 'decide' | 'assess', goal: string): string {
  return `${kind}${goal.slice(0, 1).toUpperCase()}${goal.slice(1)}`;
}

/** `decide…` on complete facts. */
export function decideContender<Case, Answers>(
  subject: Subject<Case, Answers>,
  name = 'proviso decide',
): Contender<Case> {
  return {
    name,
    note: 'emitted `decide…` on the same objects as the floor',
    async prepare(cases) {
      const exported = entryName('decide', subject.goal);
      const module = await load(subject.pack, `goal/${subject.goal}.ts`, [exported]);
      const run = module[exported] as (facts: Case, asOf: number) => Answers;
      return {
        async: false,
        inputs: cases,
        asOf: subject.asOf,
        run,
        answers: (output): string => subject.answersOf(output as Answers),
      };
    },
  };
}

async function loadAssess<Case, Answers>(subject: Subject<Case, Answers>, variant: string): Promise<Assess> {
  const exported = entryName('assess', subject.goal);
  const module = await load(subject.pack, `goal/${subject.goal}.ts`, [exported], variant);
  return module[exported] as Assess;
}

/** `assess…` with its trace and needs, on facts as JSON gives them. */
export function assessContender<Case, Answers>(
  subject: Subject<Case, Answers>,
  name = 'proviso assess',
): Contender<Case> {
  return {
    name,
    note: 'emitted `assess…` on complete JSON facts: keys checked, dates read, statuses, trace, needs',
    async prepare(cases) {
      const assess = await loadAssess(subject, 'complete');
      const options = { asOf: subject.asOfText };
      return {
        async: false,
        inputs: cases.map((of) => subject.facts(of)),
        asOf: 0,
        run: (facts: object): Assessment => assess(facts, options),
        answers: (output): string => subject.assessed(output as Assessment),
      };
    },
  };
}

/**
 * `assess…` where about half of the facts are not known, `facts[i]` standing for case `i`; with `rank`, `rankNeeds`
 * after it.
 */
export function halfKnownContender<Case, Answers>(
  subject: Subject<Case, Answers>,
  facts: readonly object[],
  rank: boolean,
): Contender<Case> {
  return {
    name: rank ? 'proviso assess, half unknown, then rankNeeds' : 'proviso assess, half unknown',
    note: rank
      ? 'the same, then `rankNeeds` of the assessment'
      : 'emitted `assess…`, each fact left out with probability one half',
    async prepare() {
      const assess = await loadAssess(subject, rank ? 'ranked' : 'half');
      const options = { asOf: subject.asOfText };
      return {
        async: false,
        inputs: facts,
        asOf: 0,
        run: rank
          ? (facts: object): Assessment => {
              const assessment = assess(facts, options);
              return { ...assessment, needs: rankNeeds(assessment) };
            }
          : (facts: object): Assessment => assess(facts, options),
        answers: (output): string => subject.assessed(output as Assessment),
      };
    },
  };
}

/** The reference interpreter, which needs no generated code. */
export function interpreterContender<Case, Answers>(subject: Subject<Case, Answers>): Contender<Case> {
  return {
    name: 'proviso interpreter',
    note: '`assess` of `loadPlan` on complete JSON facts',
    prepare(cases) {
      const assess = interpreted(subject);
      return {
        async: false,
        inputs: cases.map((of) => subject.facts(of)),
        asOf: 0,
        run: (facts: object): Assessment => assess(facts),
        answers: (output): string => subject.assessed(output as Assessment),
      };
    },
  };
}

/** `assess` through the interpreter: what the compiled code is compared with where facts are missing. */
export function interpreted<Case, Answers>(subject: Subject<Case, Answers>): (facts: object) => Assessment {
  const { assess } = loadPlan(subject.pack.plan);
  const options = { asOf: subject.asOfText, goals: [subject.goal] };
  return (facts) => assess(facts, options);
}
