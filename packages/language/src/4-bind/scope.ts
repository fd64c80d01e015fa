import type { Name, Param } from '../ast/ast.ts';

/** A parameter or quantified variable: where it is named, and the record that it ranges over. */
export interface Variable {
  readonly name: Name;
  readonly record: string;
}

/** What an expression can see beside the names of the pack. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Variable>;
  /** Inside a record's own field: that record, whose fields are then seen by their bare names. */
  readonly self: string | null;
  /** The statements that the expression refers to are added here. */
  readonly uses: Set<string>;
  /** Where only facts may be named: what the expression is, for the message ("an `only if`"). */
  readonly factsOnly: string | null;
  /** How many lists are being gone through. */
  readonly lists: number;
}

/** The scope of a statement, with its parameter if it has one. */
export function scopeOf(param: Param | undefined, uses: Set<string> = new Set()): Scope {
  const variables = new Map<string, Variable>();
  if (param !== undefined) variables.set(param.name.text, { name: param.name, record: param.record.text });
  return { variables, self: null, uses, factsOnly: null, lists: 0 };
}

/** The scope inside a quantifier's body. */
export function withVariable(scope: Scope, name: Name, record: string): Scope {
  const variables = new Map([...scope.variables, [name.text, { name, record }]]);
  return { ...scope, variables, lists: scope.lists + 1 };
}
