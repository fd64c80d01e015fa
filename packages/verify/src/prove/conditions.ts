/** Whether a condition always holds, and whether it ever does. */
import type { Condition } from '@proviso/compiler/plan';
import type { Answer, Prover, Question } from '../decide/prover.ts';
import { valuesUnder } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import type { Instance } from '../translate/instances.ts';
import { asNode, type Translation } from '../translate/translator.ts';
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
  | { readonly kind: 'none'; readonly by: 'form' | 'enumeration' | 'solver' }
  | { readonly kind: 'found'; readonly of?: string; readonly witness: Witness }
  | { readonly kind: 'notDecided'; readonly because: 'noSolver' | 'budget' };

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
  const prepared = all.map((sought) => prepare(translation, sought));
  const answers = await prover.ask(
    prepared.map(({ question }) => question),
    progress,
  );
  return answers.map((answer, i) => shownBy(translation, prepared[i] as Prepared, answer));
}

interface Prepared {
  readonly sought: Sought;
  readonly question: Question;
  /** For each instance, that it is there and that the condition is there what is looked for. */
  readonly instances: readonly { readonly of: Instance; readonly settled: readonly NodeId[] }[];
}

function prepare(translation: Translation, sought: Sought): Prepared {
  const { form } = translation;
  const { param, expr } = sought.condition;
  const asked = translation.holders(param).map((of) => {
    const { value, trail } = translation.expression(expr, translation.environment(param, of));
    const node = asNode(value);
    return { of, trail, settled: [of.present, sought.holds ? node : form.not(node)] };
  });
  // One question for all instances: whichever it is of.
  const any = form.or(asked.map(({ settled }) => form.and(settled)));
  const validity = validityFor(
    translation,
    [any],
    asked.map(({ trail }) => trail),
  );
  return { sought, question: { form, all: [any, ...validity] }, instances: asked };
}

function shownBy(translation: Translation, { sought, instances }: Prepared, answer: Answer): Shown {
  if (answer.kind !== 'found') return answer;
  const { condition, holds } = sought;
  const value = valuesUnder(translation.form, answer.assignment);
  const found = instances.find(({ settled }) => settled.every((id) => value(id) === true));
  if (found === undefined) throw new Error(`an answer about ${condition.name} shows no instance of it`);
  const inquiry = inquireCondition(translation, condition);
  const of = condition.param === undefined ? {} : { of: pathOf(found.of.at) };
  const { settled } = found;
  const shown = { inquiry, name: condition.name, ...of, value: holds ? 'yes' : 'no', settled };
  const outcomes = statementsIn(translation, condition).flatMap((name) =>
    outcomesAbout(translation, name, of),
  );
  return { kind: 'found', ...of, witness: witnessOf(translation, answer.assignment, [shown], outcomes) };
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
