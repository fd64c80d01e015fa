/** Digests of single statements, so that a sign-off on one survives unrelated edits. */
import { checkPhrasebook, type Phrasebook } from '@proviso/runtime';
import { checkPlanGiven } from './check-plan-given.ts';
import { type Digests, digestOf, inOrder, meaningDigestOf, withoutWords } from './digest.ts';
import { statementNames } from './goals-named.ts';
import { statementOf } from './ids.ts';
import { containersOf, type Slice, slicerOf } from './slice.ts';
import { type VocabularyPath, vocabularyPaths } from './vocabulary.ts';
import type { Cite, Plan } from './plan.ts';

/**
 * `meaning` and `text` of every definition and rule, by name. Each covers the statement and all it refers to, through any
 * number of steps: definitions, rules, facts, enums, readings; `text` also their citations, the sources of those, and
 * every word about them. It does not depend on anything else in the pack, nor on the order of declarations.
 */
export function statementDigests(plan: Plan, phrases: Phrasebook): Readonly<Record<string, Digests>> {
  checkPlanGiven(plan);
  checkPhrasebook(phrases);
  const index = indexOf(plan, phrases);
  const slice = slicerOf(plan);
  return Object.fromEntries(
    statementNames(plan).map((name) => [name, digestsOfStatement(name, slice([name]), index)]),
  );
}

/** What a plan declares, by name. */
interface Index {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly definitions: ReadonlyMap<string, Plan['definitions'][number]>;
  readonly rules: ReadonlyMap<string, Plan['rules'][number]>;
  readonly places: ReadonlyMap<string, VocabularyPath>;
  readonly enums: ReadonlyMap<string, Plan['enums'][number]>;
  readonly ambiguities: ReadonlyMap<string, Plan['ambiguities'][number]>;
}

function indexOf(plan: Plan, phrases: Phrasebook): Index {
  return {
    plan,
    phrases,
    definitions: new Map(plan.definitions.map((d) => [d.id, d])),
    rules: new Map(plan.rules.map((r) => [r.name, r])),
    places: new Map(vocabularyPaths(plan).map((place) => [place.path, place])),
    enums: new Map(plan.enums.map((e) => [e.name, e])),
    ambiguities: new Map(plan.ambiguities.map((a) => [a.name, a])),
  };
}

/** Those of these names that there are, in the order of their names. */
function named<T>(all: ReadonlyMap<string, T>, names: Iterable<string>): readonly T[] {
  return inOrder([...new Set(names)], (name) => name).flatMap((name) => all.get(name) ?? []);
}

function digestsOfStatement(name: string, slice: Slice, index: Index): Digests {
  const { plan, phrases } = index;
  const definitions = named(index.definitions, slice.definitions);
  const rules = named(index.rules, slice.rules);
  // With the records and lists on the way to the facts.
  const paths = slice.facts.flatMap((path) => [path.replace(/\[\]$/, ''), ...containersOf(path)]);
  const places = named(index.places, paths);
  const facts = places.map(({ path, field }) => ({ path, field }));
  const enumNames = new Set(
    facts.flatMap(({ field: { type } }) =>
      type.kind === 'enum' ? [type.name] : type.kind === 'set' ? [type.of] : [],
    ),
  );
  const enums = named(index.enums, enumNames);
  const ambiguities = named(index.ambiguities, slice.ambiguities);
  const parts = { name, period: plan.pack.period, definitions, rules, facts, enums, ambiguities };
  const cited = withCites(parts, plan.cites);
  const sources = plan.sources.filter((s) => cited.sources.has(s.name));
  const statements = [...definitions.map((d) => statementOf(d.id)), ...rules.map((r) => r.name)];
  const words = {
    statements: only(phrases.statements, statements),
    facts: only(
      phrases.facts,
      places.map((p) => p.key),
    ),
    enums: only(phrases.enums, [
      ...enumNames,
      // Of a definition, whose value can be a member of an enum of which no fact is.
      ...statements.flatMap((one) => phrases.statements[one]?.enum ?? []),
    ]),
    ambiguities: only(
      phrases.ambiguities,
      ambiguities.map((a) => a.name),
    ),
    bearers: only(
      phrases.bearers,
      rules.map((r) => r.bearer),
    ),
  };
  return {
    meaning: meaningDigestOf({ ...parts, rules: rules.map(withoutWords) }),
    text: digestOf({ parts: cited.value, sources: inOrder(sources, (s) => s.name), words }),
  };
}

function only<T>(record: Readonly<Record<string, T>>, keys: Iterable<string>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    [...new Set(keys)].flatMap((key): [string, T][] => {
      const value = Object.hasOwn(record, key) ? record[key] : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A copy with citations in the place of their numbers, which depend on the rest of the pack; and the sources cited. */
function withCites(
  value: unknown,
  cites: readonly Cite[],
): { readonly value: unknown; readonly sources: ReadonlySet<string> } {
  const sources = new Set<string>();
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, key === 'cites' ? resolved(inner) : visit(inner)]),
    );
  };
  const resolved = (indexes: unknown): unknown => {
    if (!Array.isArray(indexes)) return indexes;
    return indexes.map((index: unknown) => {
      const cite = typeof index === 'number' ? cites[index] : undefined;
      if (cite !== undefined) sources.add(cite.source);
      return cite;
    });
  };
  return { value: visit(value), sources };
}
