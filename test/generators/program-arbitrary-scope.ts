/** What an expression of a generated program is, what it can see, and what within reach can be named. */
import type { Tape } from './tape.ts';
import type { Field, Kind, Vocabulary } from './program-arbitrary-vocabulary.ts';

/** How tightly an expression holds together: a primary, a sum, a comparison, a list of conditions. */
type Level = 'primary' | 'sum' | 'unary' | 'conjunction';
const levels: readonly Level[] = ['primary', 'sum', 'unary', 'conjunction'];

/** An expression as text. */
export interface Written {
  readonly text: string;
  readonly level: Level;
  /** How many choices a comparison of it is distributed over. */
  readonly choices: number;
  /** Its largest absolute value, in multiples of what a fact can be. */
  readonly weight: number;
}

/** Something earlier in the program that can be referred to. */
export interface Reference {
  /** `definition2`, `rule3.applies`, `rule3.l4`. */
  readonly text: string;
  /** What it stands beside: `rule3.applies`. */
  readonly beside?: string;
  readonly kind: Kind;
  /** The record of its parameter. */
  readonly record?: string;
  readonly choices: number;
  readonly weight: number;
}

/** An ambiguity and its readings. */
export interface Ambiguous {
  readonly name: string;
  readonly readings: readonly string[];
}

/** What an expression is built from. */
export interface Builder {
  readonly tape: Tape;
  readonly vocabulary: Vocabulary;
  readonly ambiguities: readonly Ambiguous[];
  /** A name that has not been used yet. */
  readonly fresh: (prefix: string) => string;
}

/** What an expression can see. */
export interface Scope {
  readonly variables: readonly { readonly name: string; readonly record: string }[];
  readonly references: readonly Reference[];
  readonly lists: number;
  /** Conditions known to hold here. */
  readonly known: readonly string[];
  /** Only facts may be named, and no ambiguity. */
  readonly factsOnly: boolean;
}

/** A fact within reach; `guard` where it stands beside its condition only. */
export interface Readable {
  readonly text: string;
  readonly field: Field;
  readonly guard?: string;
}

const none = { choices: 1, weight: 1 };
/** An expression that needs no brackets anywhere. */
export const primary = (text: string, more: Partial<Written> = {}): Written => ({
  text,
  level: 'primary',
  ...none,
  ...more,
});
/** An expression that holds together as tightly as the level says. */
export const written = (level: Level, text: string, more: Partial<Written> = {}): Written => ({
  text,
  level,
  ...none,
  ...more,
});

/** The text, in brackets where it holds together less tightly than the place needs. */
export function within(level: Level, e: Written): string {
  return levels.indexOf(e.level) <= levels.indexOf(level) ? e.text : `(${e.text})`;
}

/** Every fact within reach: of the case, of the variables, and of the records in them. */
export function readables({ vocabulary }: Builder, scope: Scope): readonly Readable[] {
  const of = (fields: readonly Field[], prefix: string): readonly Readable[] =>
    fields.flatMap((field) => {
      const guard = field.guard?.(prefix);
      const here: Readable = {
        text: `${prefix}${field.name}`,
        field,
        ...(guard === undefined || scope.known.includes(guard) ? {} : { guard }),
      };
      const inner =
        field.is === 'record' ? of(vocabulary.records.get(field.of ?? '') ?? [], `${here.text}.`) : [];
      return [here, ...inner];
    });
  return [
    ...scope.variables.flatMap(({ name, record }) => of(vocabulary.records.get(record) ?? [], `${name}.`)),
    ...of(vocabulary.facts, ''),
  ];
}

/** Those of a kind. */
export function readablesOf(b: Builder, scope: Scope, kind: Kind): readonly Readable[] {
  return readables(b, scope).filter(({ field }) => field.is === kind);
}

/** The references of a kind, each said of an instance within reach. */
export function referencesOf(b: Builder, scope: Scope, kind: Kind): readonly Written[] {
  if (scope.factsOnly) return [];
  const instances = [
    ...scope.variables.map(({ name, record }) => ({ text: name, record })),
    ...readables(b, scope)
      .filter(({ field, guard }) => field.is === 'record' && guard === undefined)
      .map(({ text, field }) => ({ text, record: field.of ?? '' })),
  ];
  return scope.references
    .filter((one) => one.kind === kind)
    .flatMap((one) => {
      const { choices, weight, beside } = one;
      const of = (prefix: string): Written => {
        const text = `${prefix}${one.text}`;
        return primary(beside === undefined ? text : `(${prefix}${beside} and ${text})`, { choices, weight });
      };
      if (one.record === undefined) return [of('')];
      return instances.filter(({ record }) => record === one.record).map(({ text }) => of(`${text}.`));
    });
}

/**
 * A variable for an instance: mostly called as its record's always are, as people call them, so that the same name stands
 * for other instances in the statements that refer to each other.
 */
export function variableFor(
  b: Builder,
  record: string,
  outer: Scope['variables'] = [],
): Scope['variables'][number] {
  const usual = `one${record}`;
  const taken = outer.some(({ name }) => name === usual) || b.tape.chance(0.25);
  return { name: taken ? b.fresh('v') : usual, record };
}

/** A list within reach, and what its members can see; undefined where two lists surround the place already. */
export function intoList(
  b: Builder,
  scope: Scope,
): { readonly list: string; readonly variable: string; readonly scope: Scope } | undefined {
  if (scope.lists >= 2) return undefined;
  const lists = readables(b, scope).filter(({ field, guard }) => field.is === 'list' && guard === undefined);
  const { text, field } = b.tape.pick(lists);
  const variable = variableFor(b, field.of ?? '', scope.variables);
  const variables = [variable, ...scope.variables];
  return { list: text, variable: variable.name, scope: { ...scope, variables, lists: scope.lists + 1 } };
}
