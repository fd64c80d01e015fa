/** Random vocabularies, and what can be read of them from inside an expression. */
import type { Expr, Field, Path, Plan, RecordType, Type } from '@proviso/compiler/plan';
import type { Tape } from './tape.ts';

export const enums: Plan['enums'] = [
  { name: 'Channel', members: ['email', 'post', 'phone'] },
  { name: 'Side', members: ['left', 'right'] },
];

/** Dates of generated cases lie within a few weeks from here: 2021-01-01. */
export const firstDate = 18_628;
/** How many days from `firstDate` dates lie at most. */
export const dateSpan = 40;

export type Vocabulary = Pick<Plan, 'enums' | 'records' | 'facts'>;

const scalarTypes: readonly (readonly [Field['kind'], Type])[] = [
  ['fact', { kind: 'yesno' }],
  ['fact', { kind: 'yesno' }],
  ['judgement', { kind: 'yesno' }],
  ['event', { kind: 'date' }],
  ['event', { kind: 'date' }],
  ['fact', { kind: 'date' }],
  ['fact', { kind: 'duration' }],
  ['fact', { kind: 'number', places: 0 }],
  ['fact', { kind: 'number', places: 2 }],
  ['fact', { kind: 'text' }],
  ['fact', { kind: 'enum', name: 'Channel' }],
  ['fact', { kind: 'enum', name: 'Side' }],
  ['fact', { kind: 'set', of: 'Channel' }],
  ['judgement', { kind: 'number', places: 0 }],
];

const yesno: Type = { kind: 'yesno' };

/**
 * A vocabulary: `Part` has scalars only; `Item` scalars, a list of parts and one part; the case has scalars, one item, a
 * list of items and a list of parts. So there are lists in lists, records in records, and two ways to a `Part`.
 */
export function buildVocabulary(tape: Tape): Vocabulary {
  const part: RecordType = {
    name: 'Part',
    fields: [...scalars(tape, 'p', 1 + tape.below(4)), judged('Part')],
  };
  const item: RecordType = {
    name: 'Item',
    fields: [
      ...scalars(tape, 'i', 1 + tape.below(4)),
      { name: 'parts', kind: 'fact', type: { kind: 'list', of: 'Part' } },
      ...(tape.chance(0.5)
        ? [{ name: 'part', kind: 'fact', type: { kind: 'record', name: 'Part' } } as const]
        : []),
      judged('Item'),
    ],
  };
  return {
    enums,
    records: [part, item, ...[null, 'Item', 'Part'].map(judgements)],
    facts: [
      ...scalars(tape, 'f', 3 + tape.below(8)),
      { name: 'items', kind: 'fact', type: { kind: 'list', of: 'Item' } },
      ...(tape.chance(0.5)
        ? [{ name: 'item', kind: 'fact', type: { kind: 'record', name: 'Item' } } as const]
        : []),
      ...(tape.chance(0.3)
        ? [{ name: 'parts', kind: 'fact', type: { kind: 'list', of: 'Part' } } as const]
        : []),
      judged(null),
    ],
  };
}

function judged(record: string | null): Field {
  return {
    name: 'otherwise',
    kind: 'otherwise',
    type: { kind: 'record', name: `${record ?? ''}.otherwise` },
  };
}

/** Room for the implicit judgements of four definitions on the case and on each record. */
function judgements(record: string | null): RecordType {
  const fields = [0, 1, 2, 3].map((i): Field => ({ name: `ground${i}`, kind: 'otherwise', type: yesno }));
  return { name: `${record ?? ''}.otherwise`, fields };
}

function scalars(tape: Tape, prefix: string, count: number): readonly Field[] {
  const first: Field = { name: `${prefix}0`, kind: 'fact', type: yesno };
  const others = tape.times(count, (i): Field => {
    const [kind, type] = tape.pick(scalarTypes);
    const field: Field = { name: `${prefix}${i + 1}`, kind, type };
    if (tape.chance(0.15)) return { ...field, onlyIf: onlyIf(tape, prefix) };
    return tape.chance(0.45) ? withAssumption(tape, field) : field;
  });
  return [first, ...others];
}

/** The condition reads the first field of the same holder. */
function onlyIf(tape: Tape, prefix: string): Expr {
  const at: Path = { base: prefix === 'f' ? null : 'self', path: [`${prefix}0`] };
  const fact: Expr = { kind: 'fact', at, type: yesno };
  return tape.chance(0.3) ? { kind: 'not', of: fact } : fact;
}

function withAssumption(tape: Tape, field: Field): Field {
  const { type } = field;
  switch (type.kind) {
    case 'yesno':
      return {
        ...field,
        assume: { value: { kind: 'yesno', value: tape.chance(0.5) }, cites: [tape.below(3)] },
      };
    case 'number':
      return {
        ...field,
        assume: { value: { kind: 'number', value: tape.below(5), places: type.places }, cites: [] },
      };
    case 'date':
      return {
        ...field,
        assume: {
          value:
            field.kind === 'event' && tape.chance(0.3)
              ? { kind: 'notYet' }
              : { kind: 'date', value: firstDate + tape.below(dateSpan) },
          cites: [0],
        },
      };
    case 'enum':
      return {
        ...field,
        assume: { value: { kind: 'enum', name: type.name, value: membersOf(type.name)[0]! }, cites: [] },
      };
    case 'duration':
      return {
        ...field,
        assume: { value: { kind: 'duration', months: tape.below(2), days: tape.below(9) }, cites: [1] },
      };
    case 'text':
      return { ...field, assume: { value: { kind: 'text', value: 'a' }, cites: [2] } };
    default:
      return field;
  }
}

/** The members of an enum of the generated vocabulary. */
export function membersOf(name: string): readonly string[] {
  return enums.find((each) => each.name === name)?.members ?? [];
}

/** What an expression stands in: the vocabulary, its variables with their records, and how many lists it is inside. */
export interface Scope {
  readonly vocabulary: Vocabulary;
  readonly variables: readonly { readonly name: string; readonly record: string }[];
  readonly lists: number;
}

/** A field that can be read in a scope; `guard` is the condition beside which it must stand. */
export interface Readable {
  readonly at: Path;
  readonly field: Field;
  readonly guard?: Expr;
}

/** Every field that can be read in a scope: of variables first, then of the case; within records too. */
export function readables({ vocabulary, variables }: Scope): readonly Readable[] {
  const within = (
    base: string | null,
    path: readonly string[],
    fields: readonly Field[],
  ): readonly Readable[] =>
    fields.flatMap((field) => {
      const at: Path = { base, path: [...path, field.name] };
      const guard = field.onlyIf === undefined ? {} : { guard: rebase(field.onlyIf, base, path) };
      const here: Readable = { at, field, ...guard };
      return field.type.kind === 'record'
        ? [here, ...within(base, at.path, fieldsOf(vocabulary, field.type.name))]
        : [here];
    });
  return [
    ...variables.toReversed().flatMap(({ name, record }) => within(name, [], fieldsOf(vocabulary, record))),
    ...within(null, [], vocabulary.facts),
  ];
}

/** The instances of a record that can be named in a scope. */
export function instancesIn(scope: Scope, record: string): readonly Path[] {
  return [
    ...scope.variables.filter((each) => each.record === record).map(({ name }) => ({ base: name, path: [] })),
    ...readables(scope)
      .filter(({ field: { type } }) => type.kind === 'record' && type.name === record)
      .map(({ at }) => at),
  ];
}

/** The fields of a record. */
export function fieldsOf(vocabulary: Vocabulary, record: string): readonly Field[] {
  return vocabulary.records.find(({ name }) => name === record)?.fields ?? [];
}

/** A condition on `self` as a condition on the record at a path. */
function rebase(condition: Expr, base: string | null, path: readonly string[]): Expr {
  if (condition.kind === 'not') return { kind: 'not', of: rebase(condition.of, base, path) };
  if (condition.kind !== 'fact' || condition.at.base === null) return condition;
  return { ...condition, at: { base, path: [...path, ...condition.at.path] } };
}
