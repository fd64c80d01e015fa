/** Emitted code as a back end. */
import { emitPack } from '@proviso/compiler';
import type { Assessment } from '@proviso/runtime';
import { entryName } from '../support/emit-check.ts';
import { type EmittedGoal, loadEmitted } from '../support/load-emitted.ts';
import { type BackEnd, oneGoal, published, said } from './back-end.ts';
import type { ProgramLine } from './suite.ts';

/** The modules of a program. */
export interface EmittedCode extends BackEnd {
  readonly goal: (name: string) => EmittedGoal;
}

/** The code emitted of the plan. It has one entry for each goal, so that some goals together cannot be asked. */
export function emittedCode({ plan }: ProgramLine): EmittedCode {
  const modules = new Map(emitPack(plan).map(({ path, text }) => [path, text]));
  const loaded = new Map<string, EmittedGoal>();
  const goal = (name: string): EmittedGoal => {
    const known = loaded.get(name) ?? loadEmitted(modules.get(`goal/${name}.ts`) ?? '');
    loaded.set(name, known);
    return known;
  };
  return {
    goal,
    assess: ({ facts, options: { goals, ...options } }) => {
      const name = oneGoal(plan, goals);
      if (name === undefined) return undefined;
      const assess = goal(name)[entryName('assess', name)];
      return said(() => ({ assessment: published(assess?.(facts, options) as Assessment) }));
    },
  };
}
