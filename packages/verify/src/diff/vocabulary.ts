/** What two versions of a plan declare otherwise, beside their definitions and rules. */
import {
  type Condition,
  type Field,
  type Literal,
  meaningDigestOf,
  type Plan,
  type Type,
  type VocabularyPath,
  vocabularyPaths,
} from '@proviso/compiler/plan';
import { type Day, formatDay } from '@proviso/runtime';

/** A difference of what is declared. Paths have list elements as `[]`. */
export type VocabularyChange =
  | { readonly kind: 'fact'; readonly path: string; readonly change: 'added' | 'removed' }
  | { readonly kind: 'factType'; readonly path: string; readonly old: Type; readonly new: Type }
  /** Who is to answer: a fact has become a judgement, or an event that may not have happened a plain date. */
  | { readonly kind: 'factKind'; readonly path: string; readonly old: string; readonly new: string }
  /** The condition under which the fact exists is another one. */
  | { readonly kind: 'onlyIf'; readonly path: string }
  /** What is presumed where the fact is not known; absent where nothing is. */
  | { readonly kind: 'assumption'; readonly path: string; readonly old?: Literal; readonly new?: Literal }
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'ambiguity'; readonly name: string; readonly change: 'added' | 'removed' }
  | {
      readonly kind: 'readings';
      readonly name: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'default'; readonly name: string; readonly old: string; readonly new: string }
  | { readonly kind: 'constraint'; readonly name: string; readonly change: 'added' | 'removed' | 'changed' }
  | { readonly kind: 'period'; readonly old: Period; readonly new: Period };

/** ISO dates; `ceasing` absent where the period is open. */
export interface Period {
  readonly from: string;
  readonly ceasing?: string;
}

/** Everything that is declared otherwise: the period first, then facts, enums, ambiguities, constraints. */
export function vocabularyChanges(old: Plan, now: Plan): readonly VocabularyChange[] {
  return [
    ...periodChanges(old, now),
    ...factChanges(old, now),
    ...enumChanges(old, now),
    ...ambiguityChanges(old, now),
    ...constraintChanges(old, now),
  ];
}

function periodChanges({ pack: old }: Plan, { pack: now }: Plan): readonly VocabularyChange[] {
  const words = ({ from, ceasing }: Plan['pack']['period']): Period => ({
    from: formatDay(from as Day),
    ...(ceasing === null ? {} : { ceasing: formatDay(ceasing as Day) }),
  });
  return old.period.from === now.period.from && old.period.ceasing === now.period.ceasing
    ? []
    : [{ kind: 'period', old: words(old.period), new: words(now.period) }];
}

function factChanges(old: Plan, now: Plan): readonly VocabularyChange[] {
  const olds = new Map(vocabularyPaths(old).map((place) => [place.path, place]));
  const news = new Map(vocabularyPaths(now).map((place) => [place.path, place]));
  const isNamed = ({ path }: VocabularyPath): boolean => !/(^|\.)otherwise$/.test(path);
  const only = (
    mine: ReadonlyMap<string, VocabularyPath>,
    others: ReadonlyMap<string, VocabularyPath>,
    change: 'added' | 'removed',
  ): readonly VocabularyChange[] =>
    [...mine.values()]
      .filter((place) => !others.has(place.path) && isNamed(place))
      .map(({ path }) => ({ kind: 'fact', path, change }));
  return [
    ...[...news.values()].flatMap((place) => {
      const before = olds.get(place.path);
      return before === undefined ? [] : fieldChanges(place.path, before.field, place.field);
    }),
    ...only(news, olds, 'added'),
    ...only(olds, news, 'removed'),
  ];
}

function fieldChanges(path: string, old: Field, now: Field): readonly VocabularyChange[] {
  const presumed = ({ assume }: Field): Literal | undefined =>
    assume === undefined ? undefined : assume.value;
  const [before, after] = [presumed(old), presumed(now)];
  return [
    ...(same(old.type, now.type) ? [] : [{ kind: 'factType' as const, path, old: old.type, new: now.type }]),
    ...(old.kind === now.kind ? [] : [{ kind: 'factKind' as const, path, old: old.kind, new: now.kind }]),
    ...(same(old.onlyIf, now.onlyIf) ? [] : [{ kind: 'onlyIf' as const, path }]),
    ...(same(before, after)
      ? []
      : [
          {
            kind: 'assumption' as const,
            path,
            ...(before === undefined ? {} : { old: before }),
            ...(after === undefined ? {} : { new: after }),
          },
        ]),
  ];
}

function enumChanges(old: Plan, now: Plan): readonly VocabularyChange[] {
  return now.enums.flatMap(({ name, members }) => {
    const before = old.enums.find((one) => one.name === name)?.members;
    const changes = before === undefined ? undefined : gainsAndLosses(before, members);
    return changes === undefined ? [] : [{ kind: 'enum' as const, name, ...changes }];
  });
}

function gainsAndLosses(
  old: readonly string[],
  now: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } | undefined {
  const added = now.filter((name) => !old.includes(name));
  const removed = old.filter((name) => !now.includes(name));
  return added.length + removed.length === 0 ? undefined : { added, removed };
}

function ambiguityChanges(old: Plan, now: Plan): readonly VocabularyChange[] {
  const olds = new Map(old.ambiguities.map((one) => [one.name, one]));
  const names = new Set(now.ambiguities.map(({ name }) => name));
  return [
    ...now.ambiguities.flatMap((ambiguity): readonly VocabularyChange[] => {
      const { name } = ambiguity;
      const before = olds.get(name);
      if (before === undefined) return [{ kind: 'ambiguity', name, change: 'added' }];
      const changes = gainsAndLosses(
        before.readings.map((one) => one.name),
        ambiguity.readings.map((one) => one.name),
      );
      return [
        ...(changes === undefined ? [] : [{ kind: 'readings' as const, name, ...changes }]),
        ...(before.default === ambiguity.default
          ? []
          : [{ kind: 'default' as const, name, old: before.default, new: ambiguity.default }]),
      ];
    }),
    ...old.ambiguities
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({ kind: 'ambiguity' as const, name, change: 'removed' as const })),
  ];
}

function constraintChanges(old: Plan, now: Plan): readonly VocabularyChange[] {
  const ruled = ({ param, expr }: Condition): unknown => ({ param: param ?? null, expr });
  const olds = new Map(old.constraints.map((one) => [one.name, one]));
  const names = new Set(now.constraints.map(({ name }) => name));
  return [
    ...now.constraints.flatMap((constraint): readonly VocabularyChange[] => {
      const { name } = constraint;
      const before = olds.get(name);
      if (before === undefined) return [{ kind: 'constraint', name, change: 'added' }];
      return same(ruled(before), ruled(constraint)) ? [] : [{ kind: 'constraint', name, change: 'changed' }];
    }),
    ...old.constraints
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({ kind: 'constraint' as const, name, change: 'removed' as const })),
  ];
}

/** Alike in what has an effect. */
function same(a: unknown, b: unknown): boolean {
  return meaningDigestOf(a ?? null) === meaningDigestOf(b ?? null);
}
