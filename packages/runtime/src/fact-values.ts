/** The facts of a case as they stand inside, once read and checked. ⊥ is `undefined`. */

/** A yes/no, a number of units, a day, a packed duration, an enum member or a text. */
export type Scalar = boolean | number | string;

/** A record: a value for every field of its type. */
export interface RecordValue {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, FactValue>;
}

/** A set: yes, no or unknown for every member of its enum. */
export interface SetValue {
  readonly kind: 'set';
  readonly members: ReadonlyMap<string, boolean | undefined>;
}

/** A list of records; where it is not complete it may have more members than these. */
export interface ListValue {
  readonly kind: 'list';
  readonly elements: readonly RecordValue[];
  readonly complete: boolean;
}

/** What a field holds. Records, sets and lists are always there; where absent, all in them is unknown. */
export type FactValue = Scalar | undefined | RecordValue | SetValue | ListValue;
