import type { Param } from '../ast/ast.ts';

/** What an expression can see beside the names of the pack. */
export interface Scope {
  /** Parameters and quantified variables: the record of each. */
  readonly variables: ReadonlyMap<string, string>;
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
  const variables = new Map<string, string>();
  if (param !== undefined) variables.set(param.name.text, param.record.text);
  return { variables, self: null, uses, factsOnly: null, lists: 0 };
}

/** The scope inside a quantifier's body. */
export function withVariable(scope: Scope, variable: string, record: string): Scope {
  return { ...scope, variables: new Map([...scope.variables, [variable, record]]), lists: scope.lists + 1 };
}
