/** What every part of the syntax tree is made of: places, names, texts, dates. */

/** Half-open range of UTF-16 offsets in one file. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What has a place. */
export interface Node {
  readonly span: Span;
  /** The `///` lines just above, without the slashes. */
  readonly doc?: readonly string[];
}

/** An identifier where it is declared or used, with its own place. */
export interface Name extends Node {
  readonly kind: 'name';
  readonly text: string;
}

/** A quoted string; `value` has its escapes resolved. */
export interface Text extends Node {
  readonly kind: 'text';
  readonly value: string;
}

export interface DateLiteral extends Node {
  readonly kind: 'dateLiteral';
  /** As written: `2018-05-25`. Its existence in the calendar is checked by `check`. */
  readonly iso: string;
}
