/** The judgements that answers rest on: which traces can lead to one, and where they are told without a search of the traces. */
import type { Expr } from '../../6-plan/plan.ts';
import { indexPlan } from '../../interpret/plan-index.ts';
import { inVocabularyOrder } from '../../interpret/order.ts';
import type { Features } from './assess-features.ts';
import type { AssessModule } from './assess-module.ts';
import { judgedIn, type Node } from './assess-node.ts';
import { either } from './fold.ts';
import { type Doc, group, indent, line, list } from './layout.ts';
import { type Of, partsOfKind } from './parts.ts';
import type { Slice } from './slice.ts';
import { quote } from './spelling.ts';

/** The results whose trace can lead to a judgement, by way of others too. */
export function judging(slice: Slice): readonly string[] {
  const leads = leadingToJudgements(slice);
  const found = new Set(slice.definitions.flatMap(({ id, expr }) => (leads(expr) ? [id] : [])));
  return [
    ...slice.definitions.flatMap(({ id, visible }) => (visible && found.has(id) ? [id] : [])),
    ...slice.rules.flatMap(({ name, status }) => (found.has(status) ? [name] : [])),
  ];
}

/** Above so many, their conditions are more code than a search of the traces. */
const maxJudgedBeside = 8;

/**
 * Whether the judgements that the answers rest on are told beside the results, each on the conditions of its place in a trace:
 * where every trace that has one is an answer's own, and none hangs on a list. Else the traces are searched.
 */
export function isJudgedBeside(slice: Slice, { once }: Features): boolean {
  if (!once) return false;
  const judges = judging(slice);
  if (judges.length === 0 || judges.some((name) => !slice.goal.answers.includes(name))) return false;
  const isOne = judgementsOf(slice);
  const leads = leadingToJudgements(slice);
  const exprs = slice.definitions.map(({ expr }) => expr);
  const facts = exprs.flatMap((expr) => partsOfKind(expr, 'fact'));
  const members = exprs.flatMap((expr) => partsOfKind(expr, 'has'));
  const lists = exprs.flatMap((expr) => [
    ...partsOfKind(expr, 'atLeastIn'),
    ...partsOfKind(expr, 'extremeIn'),
  ]);
  return (
    facts.filter(isOne).length <= maxJudgedBeside &&
    !members.some(isOne) &&
    !lists.some(({ of }) => leads(of))
  );
}

/** Whether an expression is a judgement. By the name of its fact: another of that name is taken for one too. */
function judgementsOf(slice: Slice): (e: Of<'fact'> | Of<'has'>) => boolean {
  const fields = [...slice.facts, ...slice.records.flatMap((record) => record.fields)];
  const names = new Set(
    fields.flatMap(({ kind, name }) => (kind === 'judgement' || kind === 'otherwise' ? [name] : [])),
  );
  return ({ at }) => names.has(at.path.at(-1) ?? '');
}

/** Whether the trace of an expression can lead to a judgement, by way of definitions too. */
function leadingToJudgements(slice: Slice): (e: Expr) => boolean {
  const isOne = judgementsOf(slice);
  const found = new Set<string>();
  const leads = (e: Expr): boolean =>
    partsOfKind(e, 'fact').some(isOne) ||
    partsOfKind(e, 'has').some(isOne) ||
    partsOfKind(e, 'ref').some(({ id }) => found.has(id));
  // In the order of the plan each definition refers to earlier ones only.
  for (const { id, expr } of slice.definitions) if (leads(expr)) found.add(id);
  return leads;
}

/** JavaScript for the judgements in the traces of the answers, in vocabulary order. */
export function judgementsBeside(answers: readonly Node[], module: AssessModule): Doc {
  const found = new Map<
    string,
    { readonly path: string; readonly value: string; readonly whens: Set<string> }
  >();
  for (const { silent, reasons } of answers) {
    for (const { path, value, when } of judgedIn(silent ? [] : reasons())) {
      const known = found.get(path) ?? { path, value, whens: new Set() };
      found.set(path, known);
      known.whens.add(when);
    }
  }
  const inOrder = inVocabularyOrder(indexPlan(module.inside.slice.plan), [...found.values()]);
  const entries = inOrder.map(({ path, value, whens }) => ({
    when: either(...whens),
    said: list('{', [`path: ${quote(path)}`, `value: ${value}`], '}', line),
  }));
  const [only, ...others] = entries;
  if (only === undefined) return module.use('none');
  if (others.length === 0 && only.when !== 'true')
    return group(only.when, indent(line, ['? [', only.said, ']'], line, `: ${module.use('none')}`));
  const items = entries.map(({ when, said }) =>
    when === 'true' ? said : group(`${when} &&`, indent(line, said)),
  );
  return module.call('stated', list('[', items, ']'));
}
