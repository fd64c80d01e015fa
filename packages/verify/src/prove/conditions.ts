/** Whether a condition always holds, and whether it ever does. */
import type { Condition } from '@proviso/compiler/plan';
import type { Answer, ProvedBy, Prover, Question } from '../decide/prover.ts';
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import type { Instance } from '../translate/instances.ts';
import { countsBeyond } from '../translate/counts.ts';
import { asNode } from '../translate/terms.ts';
import type { Trail, Translation } from '../translate/translator.ts';
import { validityFor } from '../translate/validity.ts';
import { pathOf } from '../translate/variables.ts';
import { inquireCondition, statementsIn, type Witness, witnessOf } from './counterexample.ts';

/**
 * What was shown of a condition.
 * - `none`: no valid complete case within the bounds is of that kind; how that was shown.
 * - `found`: one is; `of` names the instance that the condition is about.
 * - `notDecided`: neither was shown.
 */
export type Shown =
  | { readonly kind: 'none'; readonly by: ProvedBy }
  | { readonly kind: 'found'; readonly of?: string; readonly witness: Witness }
  | { readonly kind: 'notDecided'; readonly because: Undecided };

/**
 * Why something was not decided. `unconfirmed`: a case was found, but it turns on a fact that does not exist in it, so that the
 * interpreter does not settle it. `listLength`: within the bounds there is no such case, but more elements of a list are counted
 * than it has there.
 */
export type Undecided = 'noSolver' | 'budget' | 'unconfirmed' | 'listLength';

/** A condition, and whether cases are looked for in which it holds, or in which it fails. */
export interface Sought {
  readonly condition: Condition;
  readonly holds: boolean;
}

/** Looks for a case of each; the results in the same order. */
export async function seek(
  translation: Translation,
  prover: Prover,
  all: readonly Sought[],
  progress?: (done: number) => void,
): Promise<readonly Shown[]> {
  const prepared = all.map((sought): Prepared => {
    const laid = lay(translation, sought);
    return { ...laid, question: questionOf(translation, laid) };
  });
  const answers = await prover.ask(
    prepared.map(({ question }) => question),
    progress,
  );
  const shown: Shown[] = [];
  for (const [i, each] of prepared.entries()) {
    shown.push(await shownBy(translation, prover, each, answers[i] as Answer));
  }
  return shown;
}

/** What is sought as a form. */
export interface Laid {
  readonly sought: Sought;
  /** Holds where it is so of some instance. */
  readonly any: NodeId;
  /** For each instance, that it is there and that the condition is there what is looked for. */
  readonly instances: readonly {
    readonly of: Instance;
    readonly settled: readonly NodeId[];
    readonly trail: Trail;
  }[];
}

/** Lays out what is sought: one node for all instances, whichever it is of. */
export function lay(translation: Translation, sought: Sought): Laid {
  const { form } = translation;
  const { param, expr } = sought.condition;
  const instances = translation.holders(param).map((of) => {
    const { value, trail } = translation.expression(expr, translation.environment(param, of));
    const node = asNode(value);
    return { of, trail, settled: [of.present, sought.holds ? node : form.not(node)] };
  });
  return { sought, instances, any: form.or(instances.map(({ settled }) => form.and(settled))) };
}

/** The question whether there is a valid case of it. */
export function questionOf(translation: Translation, { sought, any, instances }: Laid): Question {
  // An assessment looks at the dates of every law of the statements that it is asked about, instances and all.
  const statements = statementsIn(translation, sought.condition);
  const slice = { refs: new Set(translation.slice(statements).definitions), governed: [] };
  const validity = validityFor(translation, [any], [slice, ...instances.map(({ trail }) => trail)]);
  return { form: translation.form, all: [any, ...validity] };
}

interface Prepared extends Laid {
  readonly question: Question;
}

async function shownBy(
  translation: Translation,
  prover: Prover,
  prepared: Prepared,
  answer: Answer,
): Promise<Shown> {
  if (answer.kind === 'none' && countsBeyond(translation.plan, prepared.sought.condition, translation.bounds))
    return { kind: 'notDecided', because: 'listLength' };
  if (answer.kind !== 'found') return answer;
  const { condition, holds } = prepared.sought;
  const { instance, assignment } = await firstInstance(translation, prover, prepared, answer.assignment);
  const inquiry = inquireCondition(translation, condition);
  const of = condition.param === undefined ? {} : { of: pathOf(instance.of.at) };
  const { settled } = instance;
  const shown = { inquiry, name: condition.name, ...of, value: holds ? 'yes' : 'no', settled };
  const outcomes = statementsIn(translation, condition).flatMap((name) =>
    outcomesAbout(translation, name, of),
  );
  const witness = witnessOf(translation, assignment, [shown], outcomes);
  if (witness === undefined) return { kind: 'notDecided', because: 'unconfirmed' };
  return { kind: 'found', ...of, witness };
}

/** The first instance of which it can be shown, which makes for the shortest lists, and an assignment that shows it. */
async function firstInstance(
  { form }: Translation,
  prover: Prover,
  { sought, question, instances }: Prepared,
  assignment: Assignment,
): Promise<{ readonly instance: Prepared['instances'][number]; readonly assignment: Assignment }> {
  const value = valuesUnder(form, assignment);
  const at = instances.findIndex(({ settled }) => settled.every((id) => value(id) === true));
  const instance = instances[at];
  if (instance === undefined)
    throw new Error(`an answer about ${sought.condition.name} shows no instance of it`);
  const before = instances.slice(0, at);
  const answers = await prover.ask(
    before.map(({ settled }) => ({ form, all: [...settled, ...question.all] })),
  );
  for (const [i, answer] of answers.entries()) {
    const earlier = before[i];
    if (answer.kind === 'found' && earlier !== undefined)
      return { instance: earlier, assignment: answer.assignment };
  }
  return { instance, assignment };
}

/** A statement of the whole case, or of the instance that the condition is about. */
function outcomesAbout(
  { plan }: Translation,
  name: string,
  at: { readonly of?: string },
): readonly { readonly name: string; readonly of?: string }[] {
  const param =
    plan.rules.find((rule) => rule.name === name)?.param ??
    plan.definitions.find(({ id }) => id === name)?.param;
  if (param === undefined) return [{ name }];
  return at.of === undefined ? [] : [{ name, of: at.of }];
}
