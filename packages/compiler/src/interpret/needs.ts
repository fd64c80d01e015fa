/** What is still needed to settle results: section 9 of `docs/semantics.md`. */
import type { Need } from '@proviso/runtime';
import type { Evaluation } from './evaluate.ts';
import { inVocabularyOrder } from './order.ts';
import type { PlanIndex } from './plan-index.ts';
import type { Why } from './why.ts';
import { allReasons } from './walk.ts';

/** The unknown leaves of the reasons of an unsettled result: path to kind. */
export function neededBy(evaluation: Evaluation, reasons: readonly Why[]): ReadonlyMap<string, Need['kind']> {
  const needed = new Map<string, Need['kind']>();
  for (const why of allReasons(evaluation, reasons)) {
    if (why.kind === 'fact' && why.value === undefined) needed.set(why.path, why.field.kind);
    if (why.kind === 'list' && !why.complete) needed.set(why.path, 'list');
  }
  return needed;
}

/** The ambiguities among the unknown leaves of reasons in the run W, in the order of the plan. */
export function ambiguitiesIn(evaluation: Evaluation, reasons: readonly Why[]): readonly string[] {
  const found = new Set<string>();
  for (const why of allReasons(evaluation, reasons)) {
    if (why.kind === 'ambiguity' && why.reading === undefined) found.add(why.ambiguity);
  }
  return evaluation.index.plan.ambiguities.map(({ name }) => name).filter((name) => found.has(name));
}

/** Merges the needs of goal answers, in vocabulary order. */
export function mergeNeeds(
  index: PlanIndex,
  answers: readonly { readonly name: string; readonly needed: ReadonlyMap<string, Need['kind']> }[],
): readonly Need[] {
  const merged = new Map<string, { readonly kind: Need['kind']; readonly for: string[] }>();
  for (const { name, needed } of answers) {
    for (const [path, kind] of needed) {
      const need = merged.get(path);
      if (need === undefined) merged.set(path, { kind, for: [name] });
      else need.for.push(name);
    }
  }
  return inVocabularyOrder(
    index,
    [...merged].map(([path, need]) => ({ path, ...need })),
  );
}
