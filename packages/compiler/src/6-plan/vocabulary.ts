/** The vocabulary laid out flat: the path of every fact there can be. */
import type { Field, Plan } from './plan.ts';

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

/** Where instances of each record stand in the vocabulary: `letters[]`, `message`. */
export function instancePaths(vocabulary: readonly VocabularyPath[]): ReadonlyMap<string, readonly string[]> {
  const places = vocabulary.flatMap(({ path, field: { type } }): [record: string, place: string][] => {
    if (type.kind === 'record') return [[type.name, path]];
    return type.kind === 'list' ? [[type.of, `${path}[]`]] : [];
  });
  const byRecord = Map.groupBy(places, ([record]) => record);
  return new Map([...byRecord].map(([record, found]) => [record, found.map(([, place]) => place)]));
}
