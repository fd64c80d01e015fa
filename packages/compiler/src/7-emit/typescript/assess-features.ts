/** What the slice of a goal asks of its `assess` function. */
import type { Expr } from '../../6-plan/plan.ts';
import { hasPart, partsOfKind } from './parts.ts';
import type { Slice } from './slice.ts';

/** Which of the runs of `docs/semantics.md` a slice needs, and so which arguments its evaluation takes. */
export interface Features {
  readonly readings: boolean;
  readonly assumptions: boolean;
  readonly laws: boolean;
  /** Whether what would be with laws left open takes a run of its own. */
  readonly lawRun: boolean;
  /** Whether governing dates other than `asOf` are examined. */
  readonly governed: boolean;
  /** Whether a case is evaluated once and has no instances. */
  readonly once: boolean;
  readonly today: boolean;
  readonly asOf: boolean;
}

/** The features of a slice. */
export function featuresOf(slice: Slice): Features {
  const has = (kind: Expr['kind']): boolean => slice.definitions.some(({ expr }) => hasPart(expr, kind));
  const { ambiguities, assumes } = slice.parts;
  const lawRun = !turningOf(slice).isPlain;
  return {
    readings: ambiguities.length > 0,
    assumptions: assumes,
    laws: has('inForce'),
    lawRun,
    once:
      ambiguities.length === 0 &&
      !assumes &&
      !lawRun &&
      slice.definitions.every(({ param }) => param === undefined),
    governed: slice.definitions.some(({ expr }) =>
      partsOfKind(expr, 'inForce').some(({ on }) => on.kind !== 'asOf'),
    ),
    today: has('asOf'),
    asOf: has('asOf'),
  };
}

/** The same of a function that tells values alone: no run besides the first. */
export function screenFeaturesOf(slice: Slice): Features {
  const features = featuresOf(slice);
  const laws = features.laws && features.governed;
  return { ...features, assumptions: false, laws, lawRun: false, once: false };
}

/**
 * Definitions whose reasons are wanted where only values are told: governing dates outside the pack's period are reported
 * by the fact that states them, which the reasons of the date name.
 */
export function governing({ definitions }: Pick<Slice, 'definitions'>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (e: Expr): void => {
    for (const { id } of partsOfKind(e, 'ref')) found.add(id);
  };
  for (const { expr } of definitions) for (const { on } of partsOfKind(expr, 'inForce')) add(on);
  // Against the order of the plan, in which each definition refers to earlier ones only.
  for (const { id, expr } of definitions.toReversed()) if (found.has(id)) add(expr);
  return found;
}

/** What can turn on a law's dates, by way of others too. */
export interface Turning {
  /** Whether an expression can. */
  readonly turns: (e: Expr) => boolean;
  /** The results that can, with the definitions that have their values. */
  readonly results: readonly { readonly name: string; readonly id: string }[];
  /** Whether none is of many instances and none hangs on a list: then what would be without the dates is written beside. */
  readonly isPlain: boolean;
}

const turningIn = new WeakMap<Slice, Turning>();

/** What in a slice can turn on a law's dates. */
export function turningOf(slice: Slice): Turning {
  const known = turningIn.get(slice) ?? findTurning(slice);
  turningIn.set(slice, known);
  return known;
}

function findTurning(slice: Slice): Turning {
  const found = new Set<string>();
  const turns = (e: Expr): boolean =>
    hasPart(e, 'inForce') || partsOfKind(e, 'ref').some(({ id }) => found.has(id));
  let isPlain = true;
  // In the order of the plan each definition refers to earlier ones only.
  for (const { id, param, expr } of slice.definitions) {
    if (!turns(expr)) continue;
    found.add(id);
    if (param !== undefined) isPlain = false;
    for (const { of } of [...partsOfKind(expr, 'atLeastIn'), ...partsOfKind(expr, 'extremeIn')])
      if (turns(of)) isPlain = false;
  }
  const results = [
    ...slice.definitions.flatMap(({ id, visible }) => (visible && found.has(id) ? [{ name: id, id }] : [])),
    ...slice.rules.flatMap(({ name, status }) => (found.has(status) ? [{ name, id: status }] : [])),
  ];
  return { turns, results, isPlain };
}
