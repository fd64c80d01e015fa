/** Generated programs, compiled, each with some cases of its plan; a counterexample prints as the text of the program and its cases. */
import { type CompiledPack, compilePack, emitPack } from '@proviso/compiler';
import { type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import * as fc from 'fast-check';
import { type EmittedGoal, loadEmitted } from '../support/load-emitted.ts';
import { caseOfProgram } from './program-arbitrary-cases.ts';
import { endsOfTapes, entry, type PackTexts, programs } from './program-arbitrary.ts';
import type { Case } from './case-arbitrary.ts';
import type { Tape } from './tape.ts';

/** A compiled program. What is costly is done when it is first asked for. */
export interface Program {
  readonly texts: PackTexts;
  readonly pack: CompiledPack;
  readonly loaded: LoadedPack;
  /** The emitted module of a goal. */
  readonly emitted: (goal: string) => EmittedGoal;
}

/** A program and cases of it. */
export interface ProgramAndCases {
  readonly program: Program;
  readonly cases: readonly Case[];
}

/** How many cases each program is tried on, on average. */
export const casesEach = 4;

const compiled = new Map<string, Program>();

/** A program compiled; the same one where several properties come by the same texts. Throws where it has errors. */
export function compiledProgram(texts: PackTexts): Program {
  const key = JSON.stringify([...texts]);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const { value: pack, diagnostics } = compilePack(texts, entry);
  if (pack === undefined)
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const loaded = loadPlan(pack.plan);
  const modules = new Map<string, EmittedGoal>();
  const emitted = (goal: string): EmittedGoal => {
    if (modules.size === 0) {
      for (const { path, text } of emitPack(pack.plan)) {
        const name = /^goal\/(.*)\.ts$/.exec(path)?.[1];
        if (name !== undefined) modules.set(name, loadEmitted(text));
      }
    }
    return modules.get(goal)!;
  };
  const program = { texts, pack, loaded, emitted };
  compiled.set(key, program);
  return program;
}

/** Programs with cases. */
export const programsAndCases: fc.Arbitrary<ProgramAndCases> = fc
  .tuple(fc.array(endsOfTapes(600), { minLength: 1, maxLength: 2 * casesEach - 1, size: 'max' }), programs)
  .map(([tapes, texts]) => lazily(texts, tapes));

function lazily(texts: PackTexts, tapes: readonly Tape[]): ProgramAndCases {
  let cases: readonly Case[] | undefined;
  return {
    get program() {
      return compiledProgram(texts);
    },
    get cases() {
      cases ??= tapes.map((tape) => caseOfProgram(compiledProgram(texts).pack.plan, tape));
      return cases;
    },
    [fc.toStringMethod]() {
      const files = [...texts].map(([path, text]) => `// ${path}\n${text}`);
      const given = cases === undefined ? [] : cases.map((one) => JSON.stringify(one));
      return [...files, ...given].join('\n');
    },
  } as ProgramAndCases;
}
