/** Which statements differ of themselves, and which only because of others that they refer to. */
import { type Definition, meaningDigestOf, type Plan, refsIn, statementOf } from '@proviso/compiler/plan';
import type { Translation } from '../translate/translator.ts';
import type { Beside } from './beside.ts';
import { instancesOf, outcomesOf, type Statement, statementsOf } from './outcomes.ts';

/**
 * Whether a statement differs of itself: it comes to something else by what the new side says of it alone, everything that it
 * refers to being as it was.
 */
export function differsOfItself(sides: Beside, name: string): boolean {
  const { oldLaw, apart, new: now } = sides;
  const [before, after] = [ownDefinitions(oldLaw.plan, name), ownDefinitions(now.plan, name)];
  if (meaningDigestOf(before.map(bare)) === meaningDigestOf(after.map(bare))) return false;
  // What reads facts of other types cannot stand among what reads the former ones.
  if (apart.size > 0) return true;
  const kept = oldLaw.plan.definitions.filter(({ id }) => statementOf(id) !== name);
  const known = new Set(kept.map(({ id }) => id));
  const others = now.plan.definitions.filter(({ id }) => statementOf(id) === name || !known.has(id));
  const rules = oldLaw.plan.rules.map(
    (rule) => now.plan.rules.find((one) => one.name === name && rule.name === name) ?? rule,
  );
  const mixed = oldLaw.beside({
    ...oldLaw.plan,
    ...declaredByEither(oldLaw.plan, now.plan),
    rules,
    definitions: [...kept, ...others],
  });
  return !comeToTheSame(oldLaw, mixed, name);
}

/** What the new side says of a statement may ask what only the new side declares. */
function declaredByEither(old: Plan, now: Plan): Pick<Plan, 'facts' | 'records' | 'ambiguities'> {
  return {
    facts: withMissing(old.facts, now.facts),
    records: withMissing(old.records, now.records).map((record) => ({
      ...record,
      fields: withMissing(record.fields, now.records.find(({ name }) => name === record.name)?.fields ?? []),
    })),
    ambiguities: withMissing(old.ambiguities, now.ambiguities),
  };
}

/** The first, and of the others those whose names are not among them. */
function withMissing<Named extends { readonly name: string }>(
  first: readonly Named[],
  others: readonly Named[],
): readonly Named[] {
  const names = new Set(first.map(({ name }) => name));
  return [...first, ...others.filter(({ name }) => !names.has(name))];
}

function comeToTheSame(a: Translation, b: Translation, name: string): boolean {
  const [one, other] = [statementsOf(a.plan).get(name), statementsOf(b.plan).get(name)];
  if (one === undefined || other === undefined) return false;
  const terms = (translation: Translation, statement: Statement): string =>
    JSON.stringify(
      instancesOf(translation, statement).map((of) =>
        outcomesOf(translation, statement, of).map(({ value }) => value),
      ),
    );
  return terms(a, one) === terms(b, other);
}

function ownDefinitions({ definitions }: Plan, name: string): readonly Definition[] {
  return definitions.filter(({ id }) => statementOf(id) === name).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Without what only the trace shows. */
function bare({ id, param, expr }: Definition): unknown {
  return { id, param: param ?? null, expr: withoutMarks(expr) };
}

function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  const part = value as Readonly<Record<string, unknown>>;
  if (part['kind'] === 'mark' && 'mark' in part) return withoutMarks(part['of']);
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, withoutMarks(inner)]));
}

/**
 * The statements nearest to this one, on the way through what it refers to, that differ of themselves. `differing`: all that
 * differ; what comes out the same carries nothing on.
 */
export function causesOf(
  plan: Plan,
  name: string,
  changed: ReadonlySet<string>,
  differing: ReadonlySet<string>,
): readonly string[] {
  const index = referencesOf(plan);
  const causes = new Set<string>();
  const seen = new Set([name]);
  for (const statement of seen) {
    for (const other of index.get(statement) ?? []) {
      if (seen.has(other) || !differing.has(other)) continue;
      if (changed.has(other)) causes.add(other);
      else seen.add(other);
    }
  }
  return [...causes];
}

const references = new WeakMap<Plan, ReadonlyMap<string, ReadonlySet<string>>>();

/** The statements that each statement refers to itself. */
function referencesOf(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const known = references.get(plan);
  if (known !== undefined) return known;
  const found = new Map<string, Set<string>>();
  for (const { id, expr } of plan.definitions) {
    const owner = statementOf(id);
    const others = found.get(owner) ?? new Set<string>();
    found.set(owner, others);
    for (const other of [...refsIn(expr)].map(statementOf)) if (other !== owner) others.add(other);
  }
  references.set(plan, found);
  return found;
}
