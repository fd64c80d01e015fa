/** A question asked of a solver, and asked again with more said about months until its answer is exact. */
import { addMonths, type Day } from '@proviso/runtime';
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import { coneOf, variablesUnder } from '../form/cone.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Answer } from './prover.ts';
import { type Lemma, readReply, smtlibOf } from './smtlib.ts';

/** Runs a text; undefined where the solver could not go on, for lack of memory. */
export type Solve = (text: string) => Promise<string | undefined>;

/** In so many rounds a wrong sum gets a lemma about one month; after them, one about all dates. */
const monthRounds = 8;

/** Asks until the solver finds that there is none, or an assignment that holds, or has used up its budget. */
export async function refine(
  form: Form,
  all: readonly NodeId[],
  solve: Solve,
  rlimit: number,
): Promise<Answer> {
  const lemmas: Lemma[] = [];
  let left = rlimit;
  for (let round = 0; left > 0; round += 1) {
    const printed = await solve(smtlibOf(form, all, lemmas, left));
    if (printed === undefined) break;
    const { result, model, used } = readReply(printed);
    if (result === 'unknown') break;
    if (result === 'unsat') return { kind: 'none', by: 'solver' };
    left -= used;
    const assignment = assignmentIn(form, all, model);
    const valueOf = valuesUnder(form, assignment);
    if (all.every((id) => valueOf(id) === true)) return { kind: 'found', assignment };
    const wrong = wrongMonths(form, all, model, round < monthRounds ? 'month' : 'table');
    if (wrong.length === 0) {
      throw new Error('the solver gave an assignment under which what was asked for does not hold');
    }
    lemmas.push(...wrong);
  }
  return { kind: 'notDecided', because: 'budget' };
}

function assignmentIn(form: Form, all: readonly NodeId[], model: Assignment): Assignment {
  return new Map(
    variablesUnder(form, all).map((id) => {
      const value = model.get(id);
      if (value === undefined) throw new Error(`the solver gave no value for node ${id}`);
      return [id, value];
    }),
  );
}

/** What to say where the model adds months otherwise than the calendar does. */
function wrongMonths(
  form: Form,
  all: readonly NodeId[],
  model: Assignment,
  kind: Lemma['kind'],
): readonly Lemma[] {
  return coneOf(form, all).flatMap((id): Lemma[] => {
    const node = form.node(id);
    if (node.op !== 'addMonths') return [];
    const [date, months] = [Number(model.get(node.date)), Number(model.get(node.months))];
    if (model.get(id) === addMonths(date as Day, months)) return [];
    return [kind === 'month' ? { kind, node: id, date, months } : { kind, node: id, months }];
  });
}
