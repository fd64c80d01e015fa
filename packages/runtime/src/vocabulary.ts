/**
 * A compact description of the facts that a case may give: what the reader at the boundary checks against. Emitted code
 * carries the part that its goal can depend on.
 */

/** The fields of a record, or of the case, by name. */
export type FieldTypes = Readonly<Record<string, FactType>>;

/**
 * The type of a fact as text, so that a vocabulary stays small: `number:2` is a decimal of two places, the name after
 * `enum:` and `set:` is an enum's, after `record:` and `list:` a record's. `event` is a date or `notYet`. `other` is a fact
 * of the pack that the goals asked for do not use: its name is known, its value is not looked at.
 */
export type FactType =
  | 'yesno'
  | 'date'
  | 'event'
  | 'duration'
  | 'text'
  | 'other'
  | `number:${number}`
  | `enum:${string}`
  | `set:${string}`
  | `record:${string}`
  | `list:${string}`;

/** The facts of a case with the records and enums they are made of. */
export interface Vocabulary {
  readonly facts: FieldTypes;
  readonly records: Readonly<Record<string, FieldTypes>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** Splits a fact type into its kind and the name or number after the colon (empty where there is none). */
export function splitFactType(type: FactType): readonly [kind: string, argument: string] {
  const colon = type.indexOf(':');
  return colon < 0 ? [type, ''] : [type.slice(0, colon), type.slice(colon + 1)];
}
