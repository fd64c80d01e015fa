/** Slices: what of the plan, and which facts, answers can depend on. */
import { children } from './expr.ts';
import { aspectId } from './ids.ts';
import type { Definition, Expr, Goal, Path, Plan, Rule } from './plan.ts';
import { instancePaths, type VocabularyPath, vocabularyPaths } from './vocabulary.ts';

/** The part of a plan that its slices are taken from. */
export type Sliceable = Pick<Plan, 'facts' | 'records' | 'definitions' | 'rules' | 'ambiguities'>;

/** What some answers need of the plan. Everything in the order of the plan. */
export type Slice = Pick<Goal, 'definitions' | 'rules' | 'facts' | 'ambiguities'>;

/** Takes slices of one plan: the slice of these answers, names of visible definitions and of rules. */
export type Slicer = (answers: readonly string[]) => Slice;

/** The slice of these answers. Whoever wants several takes a `slicerOf` once. */
export function sliceOf(plan: Sliceable, answers: readonly string[]): Slice {
  return slicerOf(plan)(answers);
}

/** Prepares a plan for taking slices, each then costs what it holds. */
export function slicerOf(plan: Sliceable): Slicer {
  const index = indexOf(plan);
  return (answers) => {
    const found = reached(index, answers);
    return {
      definitions: inOrder(found.definitions, index.definitionOrder),
      rules: inOrder(found.rules, index.ruleOrder),
      facts: inVocabularyOrder(found.facts, index),
      ambiguities: inOrder(found.ambiguities, index.ambiguityOrder),
    };
  };
}

type Order = ReadonlyMap<string, number>;

interface Index {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly rules: ReadonlyMap<string, Rule>;
  /** The rule of which a definition is an aspect. */
  readonly ruleOf: ReadonlyMap<string, Rule>;
  readonly vocabulary: ReadonlyMap<string, VocabularyPath>;
  /** Where instances of each record stand. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
  readonly definitionOrder: Order;
  readonly ruleOrder: Order;
  readonly ambiguityOrder: Order;
  readonly factOrder: Order;
}

function indexOf(plan: Sliceable): Index {
  const order = (names: readonly string[]): Order => new Map(names.map((name, i) => [name, i]));
  const vocabulary = vocabularyPaths(plan);
  const places = vocabulary.flatMap(({ path, field }) =>
    field.type.kind === 'list' ? [path, `${path}[]`] : [path],
  );
  return {
    definitions: new Map(plan.definitions.map((d) => [d.id, d])),
    rules: new Map(plan.rules.map((r) => [r.name, r])),
    ruleOf: new Map(plan.rules.flatMap((r) => aspectsOf(r).map((id) => [id, r] as const))),
    vocabulary: new Map(vocabulary.map((v) => [v.path, v])),
    instances: instancePaths(vocabulary),
    definitionOrder: order(plan.definitions.map((d) => d.id)),
    ruleOrder: order(plan.rules.map((r) => r.name)),
    ambiguityOrder: order(plan.ambiguities.map((a) => a.name)),
    factOrder: order(places),
  };
}

function aspectsOf(rule: Rule): readonly string[] {
  const ids = [rule.applies, rule.met, rule.late, rule.due, rule.status, aspectId(rule.name, 'breached')];
  return ids.filter((id) => id !== undefined);
}

function inOrder(names: ReadonlySet<string>, order: Order): readonly string[] {
  return [...names].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

interface Reached {
  readonly definitions: Set<string>;
  readonly rules: Set<string>;
  readonly facts: Set<string>;
  readonly ambiguities: Set<string>;
}

/** Everything the answers refer to. A rule whose aspect is a condition comes with all its aspects. */
function reached(index: Index, answers: readonly string[]): Reached {
  const found: Reached = {
    definitions: new Set(),
    rules: new Set(),
    facts: new Set(),
    ambiguities: new Set(),
  };
  const done = new Set<string>();
  // By a list of what is still to do, so that a long chain of definitions cannot exhaust the host's stack.
  const pending: { readonly definition: Definition; readonly at: string | null }[] = [];
  const reach = (id: string, at: string | null): void => {
    const key = `${id} ${at ?? ''}`;
    if (done.has(key)) return;
    done.add(key);
    const definition = index.definitions.get(id);
    if (definition === undefined) throw new Error(`no definition ${id}`);
    found.definitions.add(id);
    pending.push({ definition, at });
    const rule = index.ruleOf.get(id);
    if (rule !== undefined) startRule(rule);
    // An assessment lists what it names by name for every instance, so it looks at the places of all of them.
    else if (definition.visible) start(id);
  };
  const start = (id: string | undefined): void => {
    const definition = id === undefined ? undefined : index.definitions.get(id);
    if (definition === undefined) return;
    if (definition.param === undefined) reach(definition.id, null);
    else for (const at of index.instances.get(definition.param.record) ?? []) reach(definition.id, at);
  };
  const startRule = (rule: Rule): void => {
    if (found.rules.has(rule.name)) return;
    found.rules.add(rule.name);
    start(rule.status);
    start(rule.due);
  };
  for (const answer of answers) {
    const rule = index.rules.get(answer);
    if (rule === undefined) start(answer);
    else startRule(rule);
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { definition, at } = next;
    const variables = new Map<string, string>();
    if (definition.param !== undefined && at !== null) {
      variables.set(definition.param.name, at);
      found.facts.add(at);
    }
    visit(definition.expr, variables, found, reach);
  }
  return found;
}

function visit(
  e: Expr,
  variables: ReadonlyMap<string, string>,
  found: Reached,
  reach: (id: string, at: string | null) => void,
): void {
  switch (e.kind) {
    case 'fact':
    case 'has':
      found.facts.add(placeOf(e.at, variables));
      return;
    case 'reading':
      found.ambiguities.add(e.ambiguity);
      return;
    case 'ref':
      reach(e.id, e.of === undefined ? null : placeOf(e.of, variables));
      return;
    case 'atLeastIn':
    case 'extremeIn': {
      const element = `${placeOf(e.in, variables)}[]`;
      found.facts.add(element);
      visit(e.of, new Map([...variables, [e.as, element]]), found, reach);
      return;
    }
    default:
      for (const child of children(e)) visit(child, variables, found, reach);
  }
}

/** `l.receivedOn` in the vocabulary: `letters[].receivedOn`. */
function placeOf(at: Path, variables: ReadonlyMap<string, string>): string {
  if (at.base === null) return at.path.join('.');
  const start = variables.get(at.base);
  if (start === undefined) throw new Error(`no variable ${at.base}`);
  return [start, ...at.path].join('.');
}

/** Leaves only: a list or record of which some part is needed is named by that part. Conditions of existence come along. */
function inVocabularyOrder(facts: ReadonlySet<string>, index: Index): readonly string[] {
  const wanted = new Set(facts);
  // `only if`: whoever gives the fact must be able to give what it hangs on. The set grows while it is gone through.
  for (const path of wanted) {
    const onlyIf = index.vocabulary.get(path)?.field.onlyIf;
    if (onlyIf === undefined) continue;
    const self = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    const more: Reached = { definitions: new Set(), rules: new Set(), facts: wanted, ambiguities: new Set() };
    visit(onlyIf, new Map([['self', self]]), more, () => {});
  }
  const containers = new Set([...wanted].flatMap(containersOf));
  return inOrder(new Set([...wanted].filter((path) => !containers.has(path))), index.factOrder);
}

/** The lists and records around a place: for `letters[].receivedOn` `letters` and `letters[]`. */
export function containersOf(path: string): readonly string[] {
  return [...path.matchAll(/\.|\[\]/gu)].map((found) => path.slice(0, found.index));
}
