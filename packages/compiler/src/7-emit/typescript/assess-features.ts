/** What the slice of a goal asks of its `assess` function. */
import { partsOf, type Slice } from './slice.ts';

/** Which of the runs of `docs/semantics.md` a slice needs, and so which arguments its evaluation takes. */
export interface Features {
  readonly readings: boolean;
  readonly assumptions: boolean;
  readonly laws: boolean;
  /** Whether governing dates other than `asOf` are examined. */
  readonly governed: boolean;
  readonly today: boolean;
  readonly asOf: boolean;
}

/** The features of a slice. */
export function featuresOf(slice: Slice): Features {
  const all = slice.definitions.flatMap(({ expr }) => [...partsOf(expr)]);
  const has = (kind: string): boolean => all.some((part) => part.kind === kind);
  return {
    readings: slice.parts.ambiguities.length > 0,
    assumptions: slice.parts.assumes,
    laws: has('inForce'),
    governed: all.some((part) => part.kind === 'inForce' && part.on.kind !== 'asOf'),
    today: has('asOf'),
    asOf: has('asOf'),
  };
}

/** The definitions whose value can turn on a law's dates, by way of others too. */
export function lawful(slice: Slice): ReadonlySet<string> {
  const found = new Set<string>();
  // In the order of the plan each definition refers to earlier ones only.
  for (const { id, expr } of slice.definitions) {
    for (const part of partsOf(expr))
      if (part.kind === 'inForce' || (part.kind === 'ref' && found.has(part.id))) found.add(id);
  }
  return found;
}

/** The results whose trace can lead to a judgement, by way of others too. */
export function judging(slice: Slice): readonly string[] {
  const fields = [...slice.facts, ...slice.records.flatMap((record) => record.fields)];
  const names = new Set(
    fields.flatMap(({ kind, name }) => (kind === 'judgement' || kind === 'otherwise' ? [name] : [])),
  );
  const found = new Set<string>();
  for (const { id, expr } of slice.definitions) {
    for (const part of partsOf(expr)) {
      const isOne = (part.kind === 'fact' || part.kind === 'has') && names.has(part.at.path.at(-1) ?? '');
      if (isOne || (part.kind === 'ref' && found.has(part.id))) found.add(id);
    }
  }
  return [
    ...slice.definitions.flatMap(({ id, visible }) => (visible && found.has(id) ? [id] : [])),
    ...slice.rules.flatMap(({ name, status }) => (found.has(status) ? [name] : [])),
  ];
}
