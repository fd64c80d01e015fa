/** Where an expression of `decide` stands: what it may name, and what the function around it shares. */
import type { Scope } from './slice.ts';

/** JavaScript for an instance of a record, and the name that it starts from, with its type. */
export interface Bound {
  readonly doc: string;
  readonly root: string;
  readonly rootType: string;
}

/** What an expression may name; `module` collects what is declared for it. */
export interface EnvOf<Module> {
  readonly module: Module;
  /** The records of the variables in scope. */
  readonly scope: Scope;
  /** What stands for the variables: names, or paths from names. */
  readonly names: ReadonlyMap<string, Bound>;
  /** The readings taken: the defaults folded in, or those of the argument. */
  readonly readings: 'default' | 'argument';
  /** The outer names that the function being written uses, with their types: its parameters. */
  readonly uses: Map<string, string>;
  /** The variables of sums that the function being written shares, by the text of the sum there. */
  readonly sums: ReadonlyMap<string, string>;
}

type Sums = EnvOf<unknown>['sums'];
export const noSums: Sums = new Map();

/** The same in a function of its own, where a name may stand for something else than where it is called. */
export function alone<Module>(env: EnvOf<Module>, uses: Map<string, string>): EnvOf<Module> {
  return { ...env, uses, sums: noSums };
}
