/** The prover: every question is answered by the cheapest method that can. */
import { setImmediate } from 'node:timers/promises';
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import { variablesUnder } from '../form/cone.ts';
import { choicesOf, isValueOf } from './choices.ts';
import { enumerate } from './enumerate.ts';
import type { Answer, Prover, Question } from './prover.ts';
import { refine } from './refine.ts';
import { sample } from './sample.ts';
import { isZ3Installed, type Solver, z3Solver } from './solver.ts';

/** How much a prover may spend. None of it is time, so that every machine gives the same answers. */
export interface ProverOptions {
  /** Steps of the solver for one question, as z3 counts them (`rlimit`). */
  readonly rlimit?: number;
  /** Solvers that run at once: 1 or 2. */
  readonly workers?: number;
  /** Assignments that are tried one by one at most; 0 for none. */
  readonly enumerateUpTo?: number;
  /** Samples are tried before the solver is asked. */
  readonly samples?: boolean;
  /** `auto`: z3 where the package `z3-solver` is installed. */
  readonly solver?: 'auto' | 'none';
}

/**
 * A prover that answers each question, cheapest method first: by the form, which is a constant; by trying every assignment
 * that can make a difference, where they are few; by samples, which only find; by z3. Every assignment found is checked by
 * evaluation: one under which something asked for does not hold is an error that is thrown. Call `close` in the end.
 */
export function proverOf(options: ProverOptions = {}): Prover {
  const {
    rlimit = 4_000_000,
    workers = 2,
    enumerateUpTo = 2 ** 16,
    samples = true,
    solver = 'auto',
  } = options;
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`workers is ${workers}; it must be 1 or more`);
  if (!Number.isInteger(rlimit) || rlimit < 1)
    throw new RangeError(`rlimit is ${rlimit}; it must be 1 or more`);
  const solvers: readonly Solver[] =
    solver === 'auto' && isZ3Installed() ? Array.from({ length: workers }, () => z3Solver()) : [];
  // The last question dealt to each solver.
  const queues = solvers.map((): Promise<unknown> => Promise.resolve());

  const withoutSolver = ({ form, all, seeds = [] }: Question): Answer | undefined => {
    if (all.includes(form.no)) return { kind: 'none', by: 'form' };
    if (all.every((id) => id === form.yes)) return { kind: 'found', assignment: new Map() };
    const choices = choicesOf(form, all, enumerateUpTo);
    const enumerated = enumerate(form, all, choices, enumerateUpTo);
    if (enumerated === undefined) return { kind: 'none', by: 'enumeration' };
    if (enumerated !== 'tooMany') return { kind: 'found', assignment: enumerated };
    const found = samples ? sample(form, all, choices, seeds) : undefined;
    return found && { kind: 'found', assignment: found };
  };

  const withSolver = async ({ form, all }: Question, number: number): Promise<Answer> => {
    // The first question goes to the first solver, and so on in turn.
    const turn = number % solvers.length;
    const solver = solvers[turn];
    if (solver === undefined) return { kind: 'notDecided', because: 'noSolver' };
    const answer = (queues[turn] ?? Promise.resolve()).then(() =>
      refine(form, all, (text) => solver.run(text), rlimit),
    );
    queues[turn] = answer.catch(() => undefined);
    return answer;
  };

  return {
    async ask(questions, progress) {
      let [done, asked] = [0, 0];
      const settle = (answer: Answer, question: Question): Answer => {
        if (answer.kind === 'found') check(question, answer.assignment);
        done += 1;
        progress?.(done);
        return answer;
      };
      const answers: Promise<Answer>[] = [];
      for (const question of questions) {
        const answer = withoutSolver(question);
        if (answer !== undefined) answers.push(Promise.resolve(settle(answer, question)));
        else {
          const pending = withSolver(question, asked).then((found) => settle(found, question));
          // Told to the caller by `all` below; not before the last question is dealt.
          pending.catch(() => undefined);
          answers.push(pending);
          asked += 1;
        }
        // Lets the solvers hand in answers and take the next question.
        await setImmediate();
      }
      return Promise.all(answers);
    },
    async close() {
      await Promise.all(solvers.map((solver) => solver.close()));
    },
  };
}

function check({ form, all }: Question, assignment: Assignment): void {
  const valueOf = valuesUnder(form, assignment);
  const wrong = all.find((id) => valueOf(id) !== true);
  if (wrong !== undefined) throw new Error(`node ${wrong} does not hold under the assignment that was found`);
  const outside = variablesUnder(form, all).find((id) => !isValueOf(form, id, assignment.get(id)));
  if (outside !== undefined) throw new Error(`the assignment that was found has no value of node ${outside}`);
}
