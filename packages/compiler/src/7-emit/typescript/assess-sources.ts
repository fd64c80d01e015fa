/** The sources that a goal can cite, and those that it always cites. */
import type { Expr } from '../../6-plan/plan.ts';
import { partsOfKind } from './parts.ts';
import type { Slice } from './slice.ts';

/** The sources that the slice can cite. */
export function citedSources(slice: Slice): ReadonlySet<string> {
  const known = cited.get(slice) ?? sourcesOf(slice);
  cited.set(slice, known);
  return known;
}

const cited = new WeakMap<Slice, ReadonlySet<string>>();

function sourcesOf(slice: Slice): ReadonlySet<string> {
  const indexes = new Set<number>();
  for (const { expr } of slice.definitions) {
    for (const { mark } of partsOfKind(expr, 'mark')) for (const index of mark.cites) indexes.add(index);
  }
  for (const field of [...slice.facts, ...slice.records.flatMap(({ fields }) => fields)]) {
    for (const index of field.assume?.cites ?? []) indexes.add(index);
  }
  return new Set([...indexes].flatMap((index) => slice.plan.cites[index]?.source ?? []));
}

/** Whether every source that the slice can cite is cited in every case: then none has to be looked for. */
export function citesAll(slice: Slice): boolean {
  const always = new Set(
    slice.definitions.flatMap(({ visible, param, expr }) =>
      visible && param === undefined ? outermost(expr, slice) : [],
    ),
  );
  return [...citedSources(slice)].every((source) => always.has(source));
}

/** The sources of the steps that a trace starts with whatever the value is. */
function outermost(e: Expr, slice: Slice): readonly string[] {
  if (e.kind === 'not') return outermost(e.of, slice);
  if (e.kind !== 'mark') return [];
  const own = e.mark.cites.flatMap((index) => slice.plan.cites[index]?.source ?? []);
  return [...own, ...outermost(e.of, slice)];
}
