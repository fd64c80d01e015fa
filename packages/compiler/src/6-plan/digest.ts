/**
 * Digests: SHA-256 over canonical JSON (RFC 8785).
 *
 * `meaning` covers what can change a value: the plan without citations, sources, coverage, efforts, scenarios, the pack's
 * version and the source's words for a modal; in what order things are declared does not count. `text` covers everything, words
 * and order included. So an edit of prose changes `text` alone, and any edit at all changes `text`.
 */
import { sha256 } from '#sha256';
import { checkPhrasebook, type Phrasebook } from '@proviso/runtime';
import canonicalize from 'canonicalize';
import { checkPlanGiven } from './check-plan-given.ts';
import type { Plan, Rule } from './plan.ts';

export interface Digests {
  /** Hex, 64 digits. */
  readonly meaning: string;
  readonly text: string;
}

/**
 * A value's canonical JSON. The value is JSON: no functions, nothing undefined, and no half of a surrogate pair, which has
 * no bytes of its own.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON has a canonical form');
  return text;
}

/** The SHA-256, in hex, of a value's canonical JSON. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** The digest of a value without citations, coverage and efforts, at any depth. No name of an author's is a key in the value. */
export function meaningDigestOf(value: unknown): string {
  return digestOf(withoutNotes(value));
}

/** The digests of a plan and its phrasebook, whatever their own say. */
export function digestsOf(plan: Plan, phrases: Phrasebook): Digests {
  checkPlanGiven(plan);
  checkPhrasebook(phrases);
  const { meaning: _meaning, text: _text, ...pack } = plan.pack;
  const { of: _of, ...words } = phrases;
  return {
    meaning: meaningDigestOf(meaningOf(plan)),
    text: digestOf({ plan: { ...plan, pack }, phrases: words }),
  };
}

/** The plan with its digests in place, and the phrasebook with that of the text. */
export function sealed(
  plan: Plan,
  { format, ...words }: Phrasebook,
): { readonly plan: Plan; readonly phrases: Phrasebook } {
  const { meaning, text } = digestsOf(plan, { format, ...words });
  const { id, version } = plan.pack;
  return {
    plan: { ...plan, pack: { ...plan.pack, meaning, text } },
    phrases: { format, of: { id, version, text }, ...words },
  };
}

/**
 * Are a plan and its phrasebook as they were sealed? Without the phrasebook only the meaning can be told; one of an earlier
 * version of Proviso does not name its pack.
 */
export function isAsSealed(plan: Plan, phrases: Phrasebook | undefined): boolean {
  checkPlanGiven(plan);
  const { id, version, meaning, text } = plan.pack;
  if (phrases === undefined) return meaningDigestOf(meaningOf(plan)) === meaning;
  const digests = digestsOf(plan, phrases);
  const { of = { id, version, text } } = phrases;
  return (
    digests.meaning === meaning &&
    digests.text === text &&
    of.id === id &&
    of.version === version &&
    of.text === text
  );
}

function meaningOf(plan: Plan): unknown {
  const { id, period } = plan.pack;
  return {
    format: plan.format,
    pack: { id, period },
    enums: inOrder(plan.enums, (e) => e.name),
    records: inOrder(plan.records, (r) => r.name).map((r) => ({
      ...r,
      fields: inOrder(r.fields, (f) => f.name),
    })),
    facts: inOrder(plan.facts, (f) => f.name),
    ambiguities: inOrder(plan.ambiguities, (a) => a.name),
    definitions: inOrder(plan.definitions, (d) => d.id),
    rules: inOrder(plan.rules, (r) => r.name).map(withoutWords),
    constraints: inOrder(plan.constraints, (c) => c.name),
    invariants: inOrder(plan.invariants, (i) => i.name),
    goals: inOrder(plan.goals, (g) => g.name).map((g) => ({ name: g.name, answers: g.answers.toSorted() })),
  };
}

/** Sorted by code units, whatever the host's language. */
export function inOrder<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  return list.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Keys that say where something comes from, or what it takes to change it. */
const notes: ReadonlySet<string> = new Set(['cites', 'covers', 'effort']);

function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (!notes.has(key)) kept[key] = withoutNotes(part);
  return kept;
}

/** The source's words for a modal have no effect. */
export function withoutWords({ as: _as, ...rule }: Rule): Omit<Rule, 'as'> {
  return rule;
}
