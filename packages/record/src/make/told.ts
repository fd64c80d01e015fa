/** Every fact that a case gives, one by one: its path, where it stands, what it is. */
import type { Field, Json, Plan } from '@proviso/compiler/plan';
import { attributionOf, factPhrases, factValueWords, memberOfWords, question } from '@proviso/explain';
import type { Phrasebook, Provenance } from '@proviso/runtime';
import type { ToldFact } from '../record.ts';
import { jsonWords } from '../value-words.ts';

/** One fact that is given. */
export interface GivenFact {
  /** `letters[0].receivedOn` */
  readonly path: string;
  /** `/letters/0/receivedOn`, or with `atLeast` where the list may have more members. */
  readonly pointer: string;
  readonly field: Field;
  /** The path of the record it belongs to; empty for the case. */
  readonly owner: string;
  readonly value: Json;
}

/** The facts given, in vocabulary order. What is null or left out is not known, and not among them. */
export function givenFacts(plan: Pick<Plan, 'facts' | 'records'>, facts: unknown): readonly GivenFact[] {
  const records = new Map(plan.records.map((record) => [record.name, record.fields]));
  const found: GivenFact[] = [];
  const visit = (fields: readonly Field[], within: unknown, owner: string, at: string): void => {
    for (const field of fields) {
      const value = member(within, field.name);
      if (value === undefined || value === null) continue;
      const path = owner === '' ? field.name : `${owner}.${field.name}`;
      const pointer = `${at}/${field.name}`;
      const { type } = field;
      if (type.kind === 'record') visit(records.get(type.name) ?? [], value, path, pointer);
      else if (type.kind === 'list') {
        const open = member(value, 'atLeast');
        const members = open ?? value;
        if (!Array.isArray(members)) continue;
        for (const [i, one] of members.entries()) {
          const inner = `${pointer}${open === undefined ? '' : '/atLeast'}/${i}`;
          visit(records.get(type.of) ?? [], one, `${path}[${i}]`, inner);
        }
      } else found.push({ path, pointer, field, owner, value: value as Json });
    }
  };
  visit(plan.facts, facts, '', '');
  return found;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The facts with who said so; those whose paths are `masked` keep only who and when. */
export function toldFacts(
  given: readonly GivenFact[],
  phrases: Phrasebook,
  provenance: Provenance,
  masked: ReadonlySet<string>,
): readonly ToldFact[] {
  const byPath = new Map(given.map((fact) => [fact.path, fact]));
  const valueOf = ({ path, value }: GivenFact): Pick<ToldFact, 'value' | 'words'> => {
    if (masked.has(path)) return {};
    const { enum: of, unit } = factPhrases(phrases, path);
    if (of === undefined && unit === undefined) return { value };
    return { value, words: jsonWords(value, (one) => factValueWords(phrases, path, one)) };
  };
  return given.map((fact) => {
    const { path, field, owner } = fact;
    const factors = (field.consider ?? []).flatMap((name) => {
      const factor = byPath.get(name.startsWith('self.') ? name.replace('self', owner) : name);
      return factor === undefined
        ? []
        : [{ path: factor.path, question: question(phrases, factor.path), ...valueOf(factor) }];
    });
    const { who, when, evidence } = attributionOf(provenance, path) ?? {};
    const why = reasonGiven(fact, provenance);
    const about = memberOfWords(phrases, path);
    // Reasons and evidence tell a value as well as the value does.
    const shown = masked.has(path) ? {} : { ...(why === undefined ? {} : { why }), ...listed(evidence) };
    return {
      path,
      kind: field.kind,
      question: question(phrases, path),
      ...(about === undefined ? {} : { about }),
      ...valueOf(fact),
      ...(who === undefined ? {} : { who }),
      ...(when === undefined ? {} : { when }),
      ...shown,
      ...(factors.length === 0 ? {} : { factors }),
    };
  });
}

/** Why a fact is as it is said to be. A judgement wants a reason of its own: that of what is around it is none. */
function reasonGiven({ path, field }: GivenFact, provenance: Provenance): string | undefined {
  return isJudgement(field)
    ? Object.hasOwn(provenance, path)
      ? provenance[path]?.why
      : undefined
    : attributionOf(provenance, path)?.why;
}

function isJudgement({ kind }: Field): boolean {
  return kind === 'judgement' || kind === 'otherwise';
}

function listed(evidence: readonly string[] | undefined): { readonly evidence?: readonly string[] } {
  return evidence === undefined || evidence.length === 0 ? {} : { evidence };
}

/** Judgements for which nobody stands, or no reason is given. */
export function lackingIn(
  given: readonly GivenFact[],
  provenance: Provenance,
): readonly { readonly path: string; readonly lacks: readonly ('who' | 'why')[] }[] {
  return given.flatMap((fact) => {
    if (!isJudgement(fact.field)) return [];
    const lacks = [
      ...(isSaid(attributionOf(provenance, fact.path)?.who) ? [] : (['who'] as const)),
      ...(isSaid(reasonGiven(fact, provenance)) ? [] : (['why'] as const)),
    ];
    return lacks.length === 0 ? [] : [{ path: fact.path, lacks }];
  });
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** Paths of a provenance that name no fact of the case, nor anything that holds one. */
export function strayPaths(provenance: Provenance, given: readonly GivenFact[]): readonly string[] {
  return Object.keys(provenance).filter(
    (path) =>
      !given.some(
        (fact) => fact.path === path || fact.path.startsWith(`${path}.`) || fact.path.startsWith(`${path}[`),
      ),
  );
}
