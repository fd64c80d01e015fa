/** Digests of single statements, so that a sign-off on one survives unrelated edits. */
import type { Phrasebook } from '@proviso/runtime';
import { type Digests, digestOf, inOrder, meaningDigestOf, withoutWords } from './digest.ts';
import { type Slice, slicerOf } from './slice.ts';
import { type VocabularyPath, vocabularyPaths } from './vocabulary.ts';
import type { Cite, Plan } from './plan.ts';

/**
 * `meaning` and `text` of every definition and rule, by name. Each covers the statement and all it refers to, through any
 * number of steps: definitions, rules, facts, enums, readings; `text` also their citations, the sources of those, and
 * every word about them. It does not depend on anything else in the pack, nor on the order of declarations.
 */
export function statementDigests(plan: Plan, phrases: Phrasebook): Readonly<Record<string, Digests>> {
  const names = [
    ...plan.definitions.filter((d) => d.visible).map((d) => d.id),
    ...plan.rules.map((r) => r.name),
  ];
  const slice = slicerOf(plan);
  const vocabulary = vocabularyPaths(plan);
  return Object.fromEntries(
    names.map((name) => [name, digestsOfStatement(name, slice([name]), vocabulary, plan, phrases)]),
  );
}

function digestsOfStatement(
  name: string,
  slice: Slice,
  vocabulary: readonly VocabularyPath[],
  plan: Plan,
  phrases: Phrasebook,
): Digests {
  const ids = new Set(slice.definitions);
  const definitions = inOrder(
    plan.definitions.filter((d) => ids.has(d.id)),
    (d) => d.id,
  );
  const rules = inOrder(
    plan.rules.filter((r) => slice.rules.includes(r.name)),
    (r) => r.name,
  );
  const wanted = new Set(slice.facts.map((path) => path.replace(/\[\]$/, '')));
  const places = vocabulary.filter(({ path }) => wanted.has(path) || isContainer(path, slice.facts));
  const facts = inOrder(places, (p) => p.path).map(({ path, field }) => ({ path, field }));
  const enumNames = new Set(
    facts.flatMap(({ field: { type } }) =>
      type.kind === 'enum' ? [type.name] : type.kind === 'set' ? [type.of] : [],
    ),
  );
  const enums = inOrder(
    plan.enums.filter((e) => enumNames.has(e.name)),
    (e) => e.name,
  );
  const ambiguities = inOrder(
    plan.ambiguities.filter((a) => slice.ambiguities.includes(a.name)),
    (a) => a.name,
  );
  const parts = { name, period: plan.pack.period, definitions, rules, facts, enums, ambiguities };
  const cited = withCites(parts, plan.cites);
  const sources = plan.sources.filter((s) => cited.sources.has(s.name));
  const statements = new Set([
    ...definitions.map((d) => d.id.split('.')[0] ?? d.id),
    ...rules.map((r) => r.name),
  ]);
  const words = {
    statements: only(phrases.statements, statements),
    facts: only(phrases.facts, new Set(places.map((p) => p.key))),
    enums: only(phrases.enums, enumNames),
    ambiguities: only(phrases.ambiguities, new Set(ambiguities.map((a) => a.name))),
    bearers: only(phrases.bearers, new Set(rules.map((r) => r.bearer))),
  };
  return {
    meaning: meaningDigestOf({ ...parts, rules: rules.map(withoutWords) }),
    text: digestOf({ parts: cited.value, sources: inOrder(sources, (s) => s.name), words }),
  };
}

/** Is `path` a record or list on the way to one of the facts? */
function isContainer(path: string, facts: readonly string[]): boolean {
  return facts.some((fact) => fact.startsWith(`${path}.`) || fact.startsWith(`${path}[]`));
}

function only<T>(
  record: Readonly<Record<string, T>>,
  keys: ReadonlySet<string>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
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
