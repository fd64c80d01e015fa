/** Goals and their slices: what of the plan, and which facts, an answer can depend on. */
import { children } from './expr.ts';
import type { Definition, Expr, Field, Goal, Path, Plan } from './plan.ts';

/** The part of a plan that its slices are taken from. */
export type Sliceable = Pick<Plan, 'facts' | 'records' | 'definitions' | 'rules' | 'ambiguities'>;

/** What some answers need of the plan. */
export type Slice = Pick<Goal, 'definitions' | 'rules' | 'facts' | 'ambiguities'>;

/** One entry of the vocabulary laid out flat: `letters[].receivedOn`. */
export interface VocabularyPath {
  readonly path: string;
  readonly field: Field;
  /** The declaration, as the phrasebook names it: `Letter.receivedOn`, `otherwise.directMarketing`. */
  readonly key: string;
}

/** Every path of the vocabulary, in order, each container just before its parts. Records that contain themselves are followed once. */
export function vocabularyPaths(plan: Pick<Plan, 'facts' | 'records'>): readonly VocabularyPath[] {
  const records = new Map(plan.records.map((r) => [r.name, r]));
  const visit = (
    fields: readonly Field[],
    prefix: string,
    within: readonly string[],
  ): readonly VocabularyPath[] =>
    fields.flatMap((field) => {
      const path = `${prefix}${field.name}`;
      const { type } = field;
      const here = [{ path, field, key: phraseKey(within.at(-1) ?? null, field.name) }];
      if (type.kind !== 'record' && type.kind !== 'list') return here;
      const name = type.kind === 'record' ? type.name : type.of;
      if (within.includes(name)) return here;
      const inner = type.kind === 'record' ? `${path}.` : `${path}[].`;
      return [...here, ...visit(records.get(name)?.fields ?? [], inner, [...within, name])];
    });
  return visit(plan.facts, '', []);
}

/** The phrasebook's key of a field of a record, of the case for `null`. */
export function phraseKey(record: string | null, field: string): string {
  if (record === null) return field;
  // The record of the case's implicit judgements is `.otherwise`.
  return `${record.startsWith('.') ? record.slice(1) : record}.${field}`;
}

/** Where instances of a record stand in the vocabulary: `letters[]`, `message`. */
export function instancePaths(plan: Pick<Plan, 'facts' | 'records'>, record: string): readonly string[] {
  return vocabularyPaths(plan).flatMap(({ path, field: { type } }) => {
    if (type.kind === 'record' && type.name === record) return [path];
    return type.kind === 'list' && type.of === record ? [`${path}[]`] : [];
  });
}

/** The slice of these answers: names of visible definitions and of rules. */
export function sliceOf(plan: Sliceable, answers: readonly string[]): Slice {
  const definitions = new Map(plan.definitions.map((d) => [d.id, d]));
  const rules = new Map(plan.rules.map((r) => [r.name, r]));
  const used = new Set<string>();
  const facts = new Set<string>();
  const ambiguities = new Set<string>();
  const done = new Set<string>();

  const visitDefinition = (id: string, at: string | null): void => {
    const key = `${id} ${at ?? ''}`;
    if (done.has(key)) return;
    done.add(key);
    const definition = definitions.get(id);
    if (definition === undefined) throw new Error(`no definition ${id}`);
    used.add(id);
    const variables = new Map<string, string>();
    if (definition.param !== undefined && at !== null) {
      variables.set(definition.param.name, at);
      facts.add(at);
    }
    visit(definition.expr, variables);
  };
  const visit = (e: Expr, variables: ReadonlyMap<string, string>): void => {
    switch (e.kind) {
      case 'fact':
      case 'has':
        facts.add(placeOf(e.at, variables));
        return;
      case 'reading':
        ambiguities.add(e.ambiguity);
        return;
      case 'ref':
        visitDefinition(e.id, e.of === undefined ? null : placeOf(e.of, variables));
        return;
      case 'atLeastIn':
      case 'extremeIn': {
        const element = `${placeOf(e.in, variables)}[]`;
        facts.add(element);
        visit(e.of, new Map([...variables, [e.as, element]]));
        return;
      }
      default:
        for (const child of children(e)) visit(child, variables);
    }
  };
  const start = (definition: Definition | undefined): void => {
    if (definition === undefined) return;
    if (definition.param === undefined) visitDefinition(definition.id, null);
    else for (const at of instancePaths(plan, definition.param.record)) visitDefinition(definition.id, at);
  };

  for (const answer of answers) {
    const rule = rules.get(answer);
    if (rule === undefined) start(definitions.get(answer));
    else for (const id of [rule.status, rule.due]) if (id !== undefined) start(definitions.get(id));
  }
  // A rule whose aspect is a condition of an answer is part of the slice, and with it all its aspects.
  for (let grown = true; grown; ) {
    const before = used.size;
    for (const rule of plan.rules) {
      const own = [rule.applies, rule.met, rule.late, rule.due, rule.status, `${rule.name}.breached`];
      if (!own.some((id) => id !== undefined && used.has(id))) continue;
      for (const id of [rule.status, rule.due]) if (id !== undefined) start(definitions.get(id));
    }
    grown = used.size > before;
  }
  return {
    definitions: plan.definitions.filter((d) => used.has(d.id)).map((d) => d.id),
    rules: plan.rules.filter((r) => used.has(r.status)).map((r) => r.name),
    facts: inVocabularyOrder(plan, facts),
    ambiguities: plan.ambiguities.filter((a) => ambiguities.has(a.name)).map((a) => a.name),
  };
}

/** `l.receivedOn` in the vocabulary: `letters[].receivedOn`. */
function placeOf(at: Path, variables: ReadonlyMap<string, string>): string {
  if (at.base === null) return at.path.join('.');
  const start = variables.get(at.base);
  if (start === undefined) throw new Error(`no variable ${at.base}`);
  return [start, ...at.path].join('.');
}

/** Leaves only: a list or record of which some part is needed is named by that part. Conditions of existence come along. */
function inVocabularyOrder(plan: Sliceable, facts: ReadonlySet<string>): readonly string[] {
  const vocabulary = vocabularyPaths(plan);
  const wanted = new Set(facts);
  // `only if`: whoever gives the fact must be able to give what it hangs on.
  for (const { path, field } of vocabulary.toReversed()) {
    if (field.onlyIf === undefined || !wanted.has(path)) continue;
    const self = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    for (const place of onlyIfPlaces(field.onlyIf, new Map([['self', self]]))) wanted.add(place);
  }
  const entries = vocabulary.flatMap(({ path, field }) =>
    field.type.kind === 'list' ? [path, `${path}[]`] : [path],
  );
  const present = entries.filter((path) => wanted.has(path));
  return present.filter((path) => {
    const isContainerOfAnother = present.some(
      (other) => other !== path && (other.startsWith(`${path}.`) || other.startsWith(`${path}[]`)),
    );
    return !isContainerOfAnother;
  });
}

function onlyIfPlaces(e: Expr, variables: ReadonlyMap<string, string>): readonly string[] {
  switch (e.kind) {
    case 'fact':
    case 'has':
      return [placeOf(e.at, variables)];
    case 'atLeastIn':
    case 'extremeIn': {
      const element = `${placeOf(e.in, variables)}[]`;
      return [element, ...onlyIfPlaces(e.of, new Map([...variables, [e.as, element]]))];
    }
    default:
      return children(e).flatMap((child) => onlyIfPlaces(child, variables));
  }
}
