/** A case after an answer in the middle was changed: answers that no longer have a place go, and whoever asked is told. */
import { caseOf, valueAt } from '@proviso/interview';
import { FactsError } from '@proviso/runtime';
import type { Told, Walk } from '../walk.ts';
import type { Engine } from './engine.ts';

/** The case that is left, and what had to go. */
export interface Revised {
  readonly walk: Walk;
  readonly dropped: readonly Told[];
}

/** The case with an answer anew. Throws `FactsError` where the new answer itself cannot be. */
export function revise(engine: Engine, walk: Walk, at: number, answer: Told): Revised {
  return withoutStale(engine, { ...walk, told: walk.told.with(at, answer) }, answer);
}

/** The case without the answers that cannot stand beside the others. `kept` stays, or the error is thrown. */
export function withoutStale(engine: Engine, walk: Walk, kept?: Told): Revised {
  const told = withPlace(walk.told);
  const next = { ...walk, told };
  const dropped = walk.told.filter((one) => !told.includes(one));
  try {
    engine.standing(next);
    return { walk: next, dropped };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    const wrong = new Set(error.problems.map(({ path }) => path));
    const rest = told.filter((one) => one === kept || !wrong.has(one.path));
    if (rest.length === told.length) throw error;
    const revised = withoutStale(engine, { ...walk, told: rest }, kept);
    return { ...revised, dropped: walk.told.filter((one) => !revised.walk.told.includes(one)) };
  }
}

/** The answers about members that there are. */
function withPlace(told: readonly Told[]): readonly Told[] {
  const standing: Told[] = [];
  for (const one of told) {
    const member = /^(.*\[\d+\])[^[]*$/.exec(one.path)?.[1];
    if (member === undefined || valueAt(caseOf(standing).facts, member) !== undefined) standing.push(one);
  }
  return standing;
}
