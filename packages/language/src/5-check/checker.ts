import type { Expr, Path } from '../ast/ast.ts';
import type { Names } from '../4-bind/resolve.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Resolution, Type } from '../program.ts';

/** What every check shares: the names of the pack, the tables being filled, and the checker of expressions. */
export interface Checker extends Names {
  readonly resolutions: Map<Path, Resolution>;
  readonly types: Map<Expr, Type>;
  /**
   * The type of an expression, noted in `types`; null where it has none, which is then reported. `hint` is the type
   * that the place expects: it decides enum members and the places of number literals, and is not enforced.
   */
  readonly infer: (expr: Expr, scope: Scope, hint: Type | null) => Type | null;
  /** The same, and a finding where the type is not `type`. */
  readonly expect: (expr: Expr, scope: Scope, type: Type) => void;
}

/** The type of every condition. */
export const yesno: Type = { kind: 'yesno' };

/** The type of days and of events. */
export const date: Type = { kind: 'date' };
